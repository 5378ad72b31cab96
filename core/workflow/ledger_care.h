// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/second_person.h"

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/record/ledger_entry.h"
#include "core/record/vial.h"

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// A volume that leaves the stock without a dose.
struct Removal {
    record::VialId vial;
    base::Millilitres volume;
    std::optional<record::SessionId> session = {}; ///< the rest of the vial that was drawn for it
    QString reason;
    SecondPerson witness;
};

/// Keeping the drug ledger. Every call is one durable entry; a wrong line is taken back by a new one. Drawing
/// is no call of its own: DosingCare::start writes it with the dose. Each call asks for the permission to
/// keep stock.
class LedgerCare final {
public:
    explicit LedgerCare(OpenPractice& practice) : m_practice(practice) {}

    /// Takes a lot in, with its first line. InvalidInput: the label cannot be, or the lot is past its date.
    [[nodiscard]] base::Result<record::VialId> receive(record::Vial vial);
    /// Writes what was found beside what should stand there; the balance goes on from what was found. A count
    /// may have a second person, who then gives their password. InvalidInput: it differs and there is no
    /// reason.
    [[nodiscard]] base::Outcome count(const record::VialId& id, base::Millilitres found,
                                      const QString& reason, const std::optional<SecondPerson>& witness = {});
    /// Wastes a rest or a broken vial before a witness. Refused: more than stands there.
    [[nodiscard]] base::Outcome waste(const Removal& removal);
    /// Returns to the supplier or hands over to be destroyed, before a witness.
    [[nodiscard]] base::Outcome giveBack(const Removal& removal);
    /// Takes a line back by a counter-entry. Refused: it was taken back already, the balance would fall below
    /// 0, or it belongs to a running dose, whose start is taken back instead.
    [[nodiscard]] base::Outcome takeBack(const record::VialId& id, const record::LedgerEntryId& line,
                                         const QString& reason);

private:
    [[nodiscard]] base::Outcome remove(const Removal& removal, record::LedgerKind kind);

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
