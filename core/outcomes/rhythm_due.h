// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcomes/scale_rhythms.h"

#include <QDate>
#include <QList>

#include <optional>

namespace kairos::outcomes {

/// When a rhythm asks for a scale.
struct RhythmDue {
    QDate target; ///< the day from which it is due
    QDate latest; ///< the last day on which it is not late; invalid while that is not known
    bool isLate = false;

    bool operator==(const RhythmDue&) const = default;
};

/// Whether a scale is due in a course. None while too few sessions were held, and once the course is quiet.
/// \param sessions the days of the counted sessions up to today, oldest first
/// \param rated the days on which it was rated or declined; those before the course do not count
[[nodiscard]] std::optional<RhythmDue> dueInCourse(const SessionRhythm& rhythm, const QList<QDate>& sessions,
                                                   const QList<QDate>& rated, QDate today);
/// Whether a scale that was not rated is due after a dose of that day. None before it, and once its day is
/// too long ago.
[[nodiscard]] std::optional<RhythmDue> dueAfterDose(const DoseRhythm& rhythm, QDate dose, QDate today);

/// The how-maniest session of the course a day belongs to: the last one held by then; 0 before the first.
[[nodiscard]] int sessionNumberOn(const QList<QDate>& sessions, QDate day);

} // namespace kairos::outcomes
