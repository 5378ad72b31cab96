// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QString>

#include <optional>

namespace kairos::record {

/// What kind of thing happened in a dosing session.
enum class EventType {
    Observation = 1, ///< from the vocabulary or in free words
    Pause = 2,       ///< the infusion was paused
    Resume = 3,
    RateChange = 4, ///< `amount` holds the new mg/min
    RescueDrug = 5,
    Booster = 6,  ///< `amount` holds the milligrams
    Distress = 7, ///< `amount` holds how much the patient suffers now, 0 none to 10 the worst
    Spray = 8     ///< of a nasal device: `amount` holds the milligrams, `sprays` how many
};

/// One line of a dosing session's log.
struct SessionEvent {
    static constexpr RecordKind kKind = RecordKind::SessionEvent;

    EventId id;
    SessionId session;
    PatientId patient;
    EventType type = EventType::Observation;
    base::Instant at;
    base::Instant enteredAt;
    QString text;
    QString drug;                 ///< of a rescue drug
    QString dose;                 ///< of a rescue drug, as given
    std::optional<double> amount; ///< what its type says
    std::optional<int> sprays;    ///< of a nasal device, 1 or more; they follow each other at once

    bool operator==(const SessionEvent&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.session);
        visit(3, self.patient);
        visit(4, self.type);
        visit(5, self.at);
        visit(6, self.enteredAt);
        visit(7, self.text);
        visit(8, self.drug);
        visit(9, self.dose);
        visit(10, self.amount);
        visit(11, self.sprays);
    }
};

} // namespace kairos::record
