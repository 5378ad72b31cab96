// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/dosing_session.h"

#include <QList>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace kairos::outcomes {

/// A dose that was given, as far as ratings care.
struct DoseMark {
    base::Instant start;
    base::Instant end; ///< the start where the end is not known
    int number = 0;    ///< the how-maniest of the course, from 1

    bool operator==(const DoseMark&) const = default;
};

/// What ratings are judged against.
struct Course {
    QList<DoseMark> doses;         ///< given doses, any order
    QTimeZone zone = QTimeZone(0); ///< the practice's zone: days are counted in it
    QString remissionCut =
        QStringLiteral("default"); ///< id of a cut-off of the instrument, e.g. "esketamine"
};

/// The doses of these sessions that were given (they have a start), oldest first. Planned, cancelled and
/// missed sessions leave no mark. A session without a number gets its place in time.
[[nodiscard]] QList<DoseMark> doseMarksOf(const QList<record::DosingSession>& sessions);

/// The first dose of the course; none before treatment and for imported series.
[[nodiscard]] std::optional<DoseMark> firstDose(const QList<DoseMark>& doses);

/// Calendar days from `earlier` to `later` in `zone`; negative when `later` is the earlier one.
[[nodiscard]] int daysBetween(const base::Instant& earlier, const base::Instant& later,
                              const QTimeZone& zone);

} // namespace kairos::outcomes
