// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/ids.h"
#include "core/record/kind.h"
#include "core/record/patient.h"

#include <QString>

#include <optional>

namespace kairos::record {

/// How likely the dose caused it.
enum class Relatedness { NotJudged = 0, Unrelated = 1, Possible = 2, Probable = 3, Definite = 4 };

/// One adverse event, in a session or between sessions.
struct AdverseEvent {
    static constexpr RecordKind kKind = RecordKind::AdverseEvent;

    AdverseEventId id;
    PatientId patient;
    std::optional<SessionId> session; ///< it was written down in; none: outside of a session
    QString term;                     ///< preferred term, e.g. "Nausea"
    base::Instant onset;
    std::optional<int> grade; ///< 1 mild to 5 fatal, after CTCAE v5
    Asked serious = Asked::NotAsked;
    Asked expected = Asked::NotAsked;
    Relatedness related = Relatedness::NotJudged;
    QString action;
    QString outcome;
    std::optional<base::Instant> resolvedAt;
    std::optional<SessionId> dose; ///< of one outside of a session: the dose it may come from

    bool operator==(const AdverseEvent&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.session);
        visit(4, self.term);
        visit(5, self.onset);
        visit(6, self.grade);
        visit(7, self.serious);
        visit(8, self.expected);
        visit(9, self.related);
        visit(10, self.action);
        visit(11, self.outcome);
        visit(12, self.resolvedAt);
        visit(13, self.dose);
    }
};

} // namespace kairos::record
