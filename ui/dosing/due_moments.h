// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/protocols/protocol.h"
#include "core/record/rating.h"
#include "core/record/reading.h"

#include <QList>
#include <QString>

#include <optional>

namespace kairos::ui {

/// How long a moment reads "due now" before it reads "late". For display alone: nothing is decided by it, and
/// no protocol file carries a figure of its own.
inline constexpr int kGraceMinutes = 3;

enum class DueState { Coming, Due, Late, Done, Missed };

/// One moment of the protocol's monitoring, at this session.
struct DueMoment {
    int minute = 0; ///< from minute 0
    base::Instant at;
    QStringList checks; ///< what is still to be looked at: "vitals", "moaas", an instrument id …
    DueState state = DueState::Coming;
    int lateMinutes = 0; ///< whole minutes since it was due, while it is late
};

/// What a session's monitoring asks for now.
struct DueView {
    std::optional<DueMoment> now;  ///< due or late
    std::optional<DueMoment> next; ///< the first that is still to come
    int missed = 0;                ///< passed without a reading
    bool hasSchedule = false;
};

/// What a session knows of its own monitoring.
struct DueFacts {
    base::Instant start;
    QList<record::Reading> readings;
    QList<record::Rating> ratings; ///< of the session
    base::Instant now;
};

/// The moments from minute 0 on. A reading counts for the moment it lies nearest to.
[[nodiscard]] QList<DueMoment> dueMoments(const QList<protocols::MonitoringMoment>& schedule,
                                          const DueFacts& facts);
[[nodiscard]] DueView dueView(const QList<protocols::MonitoringMoment>& schedule, const DueFacts& facts);

/// The checks in words: "BP, heart rate, SpO₂, sedation".
[[nodiscard]] QString checkWords(const QStringList& checks);
/// The instruments among the checks, in words: "CADSS"; empty without one.
[[nodiscard]] QString ratingWords(const QStringList& checks);

} // namespace kairos::ui
