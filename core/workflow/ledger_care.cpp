// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/ledger_care.h"

#include "core/workflow/ledger_query.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/stock/lot_rules.h"

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

LedgerEntry newLine(OpenPractice& practice, const Vial& vial, LedgerKind kind, base::Millilitres volume) {
    LedgerEntry line;
    line.id = practice.ids().next<LedgerEntryId>();
    line.vial = vial.id;
    line.kind = kind;
    line.at = practice.now();
    line.by = practice.signedIn()->id;
    line.volume = volume;
    line.amount = stock::drugIn(vial, volume);
    return line;
}

base::Outcome writeEntry(OpenPractice& practice, const LotView& lot, const LedgerEntry& line) {
    return stock::checkLine(lot.vial, lot.standing, line).and_then([&] {
        return WritingDoor(practice).save({{Action::Created, line, line.reason}}).map([](const Changes&) {});
    });
}

/// A line that says what a patient was given is taken back with the dose, never apart from it.
base::Outcome requireNoDose(OpenPractice& practice, const stock::RegisterLine* line) {
    if (line == nullptr || line->entry.kind != LedgerKind::Drawn || !line->entry.session) {
        return {};
    }
    const auto session = practice.file().records().find<DosingSession>(*line->entry.session);
    if (!session) {
        return tl::unexpected<base::Error>(session.error());
    }
    if (session->has_value() && (*session)->startedAt) {
        return base::fail(ErrorCode::Refused, Words::tr("The ledger line was not taken back"),
                          Words::tr("it belongs to a dose that was started"),
                          Words::tr("take the start back, or count the lot and say what differs"));
    }
    return {};
}

} // namespace

base::Result<VialId> LedgerCare::receive(Vial vial) {
    vial.drug = vial.drug.trimmed();
    vial.lot = vial.lot.trimmed();
    const auto ready = m_practice.require(Permission::KeepStock).and_then([&] {
        return stock::checkLot(vial, m_practice.today());
    });
    if (!ready) {
        return tl::unexpected<base::Error>(ready.error());
    }
    vial.id = m_practice.ids().next<VialId>();
    vial.receivedAt = m_practice.now();
    const auto line = newLine(m_practice, vial, LedgerKind::Received, stock::wholeVials(vial, vial.received));
    return WritingDoor(m_practice)
        .save({{Action::Created, vial, {}}, {Action::Created, line, {}}})
        .map([&vial](const Changes&) { return vial.id; });
}

base::Outcome LedgerCare::count(const VialId& id, base::Millilitres found, const QString& reason,
                                const std::optional<SecondPerson>& witness) {
    return m_practice.require(Permission::KeepStock)
        .and_then([&] { return LedgerQuery(m_practice).lot(id); })
        .and_then([&](const LotView& lot) {
            auto line = newLine(m_practice, lot.vial, LedgerKind::Counted, found);
            line.expected = lot.standing.balance;
            line.reason = reason.trimmed();
            if (!witness) {
                return writeEntry(m_practice, lot, line);
            }
            line.witness = witness->id;
            return stock::checkLine(lot.vial, lot.standing, line)
                .and_then([&] {
                    return confirmSecondPerson(m_practice, *witness, Words::tr("The count was not written"));
                })
                .and_then([&] { return writeEntry(m_practice, lot, line); });
        });
}

base::Outcome LedgerCare::remove(const Removal& removal, LedgerKind kind) {
    const QString what = Words::tr("The ledger line was not written");
    return m_practice.require(Permission::KeepStock)
        .and_then([&] { return LedgerQuery(m_practice).lot(removal.vial); })
        .and_then([&](const LotView& lot) -> base::Outcome {
            if (!removal.session && removal.reason.trimmed().isEmpty()) {
                return base::fail(ErrorCode::InvalidInput, what, Words::tr("there is no reason"),
                                  Words::tr("say in a few words why it leaves the stock"));
            }
            auto line = newLine(m_practice, lot.vial, kind, removal.volume);
            line.session = removal.session;
            for (const stock::OpenRest& rest : lot.standing.rests) {
                if (removal.session == rest.session) {
                    line.patient = rest.patient;
                }
            }
            line.reason = removal.reason.trimmed();
            line.witness = removal.witness.id;
            // The figures first: nobody is asked for a password in vain.
            return stock::checkLine(lot.vial, lot.standing, line)
                .and_then([&] { return confirmSecondPerson(m_practice, removal.witness, what); })
                .and_then([&] { return writeEntry(m_practice, lot, line); });
        });
}

base::Outcome LedgerCare::waste(const Removal& removal) {
    return remove(removal, LedgerKind::Wasted);
}

base::Outcome LedgerCare::giveBack(const Removal& removal) {
    return remove(removal, LedgerKind::Returned);
}

base::Outcome LedgerCare::takeBack(const VialId& id, const LedgerEntryId& wrong, const QString& reason) {
    return m_practice.require(Permission::KeepStock)
        .and_then([&] { return LedgerQuery(m_practice).lot(id); })
        .and_then([&](const LotView& lot) {
            return requireNoDose(m_practice, lot.standing.line(wrong)).and_then([&] {
                auto line = newLine(m_practice, lot.vial, LedgerKind::Counter, {});
                line.takesBack = wrong;
                line.reason = reason.trimmed();
                if (const auto* former = lot.standing.line(wrong)) {
                    line.session = former->entry.session;
                    line.patient = former->entry.patient;
                }
                return writeEntry(m_practice, lot, line);
            });
        });
}

} // namespace kairos::workflow
