// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stock/ledger_line.h"

#include <QList>

namespace kairos::stock {

/// One line of a register with what it left.
struct RegisterLine {
    record::LedgerEntry entry;
    base::Millilitres change;
    base::Millilitres balance; ///< after this line
    bool isTakenBack = false;  ///< by a later counter-entry
};

/// What is left in an opened single-dose vial after drawing for a session, until it is wasted.
struct OpenRest {
    record::SessionId session;
    std::optional<record::PatientId> patient;
    base::Millilitres volume;
};

/// How a lot stands: the register in the order of its lines, as a controlled-drug register is kept.
struct LotStanding {
    QList<RegisterLine> lines;
    base::Millilitres balance; ///< all of it, with opened rests
    base::Milligrams amount;   ///< the drug in it
    QList<OpenRest> rests;     ///< of single-dose vials alone

    /// What may still be drawn: the balance without the opened rests.
    [[nodiscard]] base::Millilitres usable() const;
    /// The rest of what was drawn for a session; 0 when there is none.
    [[nodiscard]] base::Millilitres restOf(const record::SessionId& session) const;
    /// The line with this id; null when there is none.
    [[nodiscard]] const RegisterLine* line(const record::LedgerEntryId& id) const;
};

/// Adds up a lot. The entries may come in any order; they count by time; of one moment a receipt
/// comes first and a counter-entry last.
[[nodiscard]] LotStanding standingOf(const record::Vial& vial, QList<record::LedgerEntry> entries);

} // namespace kairos::stock
