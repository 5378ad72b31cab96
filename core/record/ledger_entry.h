// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/units.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QString>

#include <optional>

namespace kairos::record {

enum class LedgerKind {
    Received = 1, ///< adds to the lot
    Drawn = 2,    ///< for a session
    Wasted = 3,   ///< with a witness: the rest of a drawn vial, or a broken one
    Counted = 4,  ///< what stands there against what should
    Returned = 5, ///< to the supplier, or handed over to be destroyed; with a witness
    Counter = 6   ///< takes one earlier line back
};

/// One line of a lot's register. Lines are never changed: a wrong one is taken back by a counter-entry.
struct LedgerEntry {
    static constexpr RecordKind kKind = RecordKind::LedgerEntry;

    LedgerEntryId id;
    VialId vial;
    LedgerKind kind = LedgerKind::Received;
    base::Instant at;
    ClinicianId by;
    base::Millilitres volume; ///< moved, 0 or more; of a count what was found; of a counter-entry 0
    base::Milligrams amount;  ///< the same in milligrams of drug
    std::optional<base::Millilitres> expected; ///< of a count: the balance that should have stood there
    std::optional<SessionId> session;          ///< drawn for it, or the rest of what was drawn for it
    std::optional<PatientId> patient;          ///< of that session
    std::optional<ClinicianId> witness;
    std::optional<LedgerEntryId> takesBack;
    QString reason;
    std::optional<EventId> event; ///< the booster it was drawn for; none: the dose itself

    bool operator==(const LedgerEntry&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.vial);
        visit(3, self.kind);
        visit(4, self.at);
        visit(5, self.by);
        visit(6, self.volume);
        visit(7, self.amount);
        visit(8, self.expected);
        visit(9, self.session);
        visit(10, self.patient);
        visit(11, self.witness);
        visit(12, self.takesBack);
        visit(13, self.reason);
        visit(14, self.event);
    }
};

} // namespace kairos::record
