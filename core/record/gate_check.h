// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QString>

#include <optional>

namespace kairos::record {

/// Call: what was said in the call before the day of the dose. It is no answer to the gate of the day.
/// After: the call on the day after it. It comes when the session is signed, and is no part of what was
/// signed.
enum class Gate { PreDose = 1, Discharge = 2, Call = 3, After = 4 };

/// What a person answered at one line of a gate. A line nobody answered has no record: it counts as not met.
enum class GateAnswer { Met = 1, NotMet = 2, NotApplicable = 3 };

/// One answered line of a gate of one session. An override keeps both who and why.
struct GateCheck {
    static constexpr RecordKind kKind = RecordKind::GateCheck;

    GateCheckId id;
    SessionId session;
    PatientId patient;
    Gate gate = Gate::PreDose;
    QString criterion; ///< id of the line in the rules file
    GateAnswer answer = GateAnswer::NotMet;
    QString evidence; ///< what it rests on, e.g. "Peter Marsh, 555 0144"
    base::Instant at;
    ClinicianId by;
    std::optional<ClinicianId> overriddenBy;
    QString overrideReason;

    bool operator==(const GateCheck&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.session);
        visit(3, self.patient);
        visit(4, self.gate);
        visit(5, self.criterion);
        visit(6, self.answer);
        visit(7, self.evidence);
        visit(8, self.at);
        visit(9, self.by);
        visit(10, self.overriddenBy);
        visit(11, self.overrideReason);
    }
};

} // namespace kairos::record
