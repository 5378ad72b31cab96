// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/dose_stock.h"

#include "core/workflow/ledger_query.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"

#include "core/stock/ledger_line.h"
#include "core/stock/lot_rules.h"

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;

namespace {

LedgerEntry doseEntry(OpenPractice& practice, const DosingSession& session, LedgerKind kind) {
    LedgerEntry line;
    line.id = practice.ids().next<LedgerEntryId>();
    line.vial = *session.vial;
    line.kind = kind;
    line.at = practice.now();
    line.by = practice.signedIn()->id;
    line.session = session.id;
    line.patient = session.patient;
    return line;
}

base::Result<QList<storage::Change>> drawn(OpenPractice& practice, const DosingSession& session,
                                           base::Millilitres volume, const std::optional<EventId>& event) {
    return LedgerQuery(practice)
        .lot(*session.vial)
        .and_then([&](const LotView& lot) {
            return stock::drawFrom(lot.vial, lot.standing, volume, practice.today(), session.id);
        })
        .map([&](const stock::Draw& draw) {
            auto line = doseEntry(practice, session, LedgerKind::Drawn);
            line.volume = volume;
            line.amount = draw.used;
            line.event = event;
            return QList<storage::Change>{{Action::Created, line, {}}};
        });
}

base::Result<QList<storage::Change>> undrawn(OpenPractice& practice, const DosingSession& session,
                                             const std::optional<EventId>& event, const QString& reason) {
    if (!session.vial) {
        return QList<storage::Change>();
    }
    const auto lot = LedgerQuery(practice).lot(*session.vial);
    if (!lot) {
        return tl::unexpected<base::Error>(lot.error());
    }
    for (const stock::RegisterLine& former : lot->standing.lines) {
        const LedgerEntry& entry = former.entry;
        if (entry.kind != LedgerKind::Drawn || former.isTakenBack || entry.session != session.id ||
            entry.event != event) {
            continue;
        }
        auto line = doseEntry(practice, session, LedgerKind::Counter);
        line.takesBack = entry.id;
        line.event = event;
        line.reason = reason;
        return stock::checkLine(lot->vial, lot->standing, line).map([&line] {
            return QList<storage::Change>{{Action::Created, line, line.reason}};
        });
    }
    return QList<storage::Change>();
}

/// What was given is written down in any case: where the lot cannot give it, the event says what the ledger
/// lacks.
base::Result<QList<storage::Change>> drawnWithEvent(OpenPractice& practice, const DosingSession& session,
                                                    base::Millilitres volume, SessionEvent& event) {
    auto changes = drawn(practice, session, volume, event.id);
    if (!changes && changes.error().code == ErrorCode::Refused) {
        event.text += Words::tr("; not in the ledger: %1").arg(changes.error().why);
        return QList<storage::Change>();
    }
    return changes;
}

} // namespace

base::Outcome takeFromLot(const OpenPractice& practice, DosingSession& session) {
    if (!session.vial) {
        return {};
    }
    return LedgerQuery(practice).lot(*session.vial).and_then([&](const LotView& lot) -> base::Outcome {
        if (!isSameDrug(lot.vial.drug, session.drug)) {
            return base::fail(
                ErrorCode::Refused, Words::tr("The lot was not chosen"),
                Words::tr("it holds %1, and the order names %2").arg(lot.vial.drug, session.drug),
                Words::tr("choose a lot of the ordered drug"));
        }
        // A device is used whole: nothing is reckoned from what is dissolved in it.
        session.concentration = stock::isDevice(lot.vial) ? std::nullopt : std::optional(lot.vial.strength);
        session.lot = lot.vial.lot;
        session.expiry = lot.vial.expiry;
        return {};
    });
}

DoseCheck checkOf(const DosingSession& session, const protocols::DoseFigures& figures) {
    DoseCheck check;
    check.drug = session.drug;
    check.dose = figures.mg;
    check.volume = figures.ml;
    check.pumpRate = figures.mlPerH;
    check.drugRate = figures.mgPerMin;
    return check;
}

bool checkHolds(const DosingSession& session, const protocols::DoseFigures& figures) {
    if (!session.check) {
        return false;
    }
    DoseCheck now = checkOf(session, figures);
    now.by = session.check->by;
    now.at = session.check->at;
    return now == *session.check;
}

base::Result<QList<storage::Change>> drawChanges(OpenPractice& practice, const DosingSession& session,
                                                 const protocols::DoseFigures& figures) {
    if (!session.vial) {
        return QList<storage::Change>();
    }
    if (figures.devices) {
        // Each device is drawn with its first spray; here they only have to be there.
        return LedgerQuery(practice)
            .lot(*session.vial)
            .and_then([&](const LotView& lot) {
                return stock::drawFrom(lot.vial, lot.standing, stock::wholeVials(lot.vial, *figures.devices),
                                       practice.today(), session.id);
            })
            .map([](const stock::Draw&) { return QList<storage::Change>(); });
    }
    if (!figures.ml) {
        return base::fail(ErrorCode::Refused, Words::tr("The dose was not started"),
                          Words::tr("no volume follows from the dose, so nothing can be drawn from the lot"),
                          Words::tr("choose no lot for this route"));
    }
    return drawn(practice, session, *figures.ml, std::nullopt);
}

base::Result<QList<storage::Change>> boosterChanges(OpenPractice& practice, const DosingSession& session,
                                                    SessionEvent& event) {
    if (!session.vial || !session.concentration) {
        return QList<storage::Change>();
    }
    const base::Millilitres volume{event.amount.value_or(0) / session.concentration->value};
    return drawnWithEvent(practice, session, volume, event);
}

base::Result<QList<storage::Change>> deviceChanges(OpenPractice& practice, const DosingSession& session,
                                                   SessionEvent& event) {
    if (!session.vial) {
        return QList<storage::Change>();
    }
    return LedgerQuery(practice).lot(*session.vial).and_then([&](const LotView& lot) {
        return drawnWithEvent(practice, session, stock::wholeVials(lot.vial, 1), event);
    });
}

base::Result<QList<storage::Change>> undrawChanges(OpenPractice& practice, const DosingSession& session) {
    return undrawn(practice, session, std::nullopt, Words::tr("the start of the dose was taken back"));
}

base::Result<QList<storage::Change>> undrawChanges(OpenPractice& practice, const DosingSession& session,
                                                   const SessionEvent& event) {
    return undrawn(practice, session, event.id,
                   event.type == EventType::Spray ? Words::tr("the spray was taken back")
                                                  : Words::tr("the booster was taken back"));
}

} // namespace kairos::workflow
