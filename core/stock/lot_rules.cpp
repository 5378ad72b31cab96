// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stock/lot_rules.h"

#include "core/stock/stock_words.h"

#include "core/protocols/vial.h"

#include <algorithm>
#include <cmath>

namespace kairos::stock {

using base::ErrorCode;
using namespace record;

namespace {

base::Outcome refuse(ErrorCode code, const QString& why, const QString& remedy) {
    return base::fail(code, Words::tr("The ledger line was not written"), why, remedy);
}

/// Nothing moved, or less than nothing.
base::Outcome refuseAmount(const Vial& vial) {
    return isDevice(vial) ? refuse(ErrorCode::InvalidInput, Words::tr("the number is not above 0 devices"),
                                   Words::tr("type how many whole devices they are"))
                          : refuse(ErrorCode::InvalidInput, Words::tr("the volume is not above 0 mL"),
                                   Words::tr("type the millilitres again"));
}

/// A receipt of nothing.
base::Outcome refuseReceipt(const Vial& vial) {
    return isDevice(vial) ? refuse(ErrorCode::InvalidInput, Words::tr("less than one device was received"),
                                   Words::tr("count the devices"))
                          : refuse(ErrorCode::InvalidInput, Words::tr("less than one vial was received"),
                                   Words::tr("count the vials"));
}

base::Outcome checkCount(const Vial& vial, const LedgerEntry& entry) {
    const auto expected = entry.expected.value_or(entry.volume);
    if (std::abs(entry.volume.value - expected.value) >= kSameMl && entry.reason.trimmed().isEmpty()) {
        return refuse(ErrorCode::InvalidInput,
                      Words::tr("%1 were counted and %2 expected, and there is no reason")
                          .arg(stockText(vial, entry.volume), stockText(vial, expected)),
                      Words::tr("count again, or say what is known about the difference"));
    }
    return {};
}

base::Outcome checkCounter(const Vial& vial, const LotStanding& standing, const LedgerEntry& entry) {
    const RegisterLine* wrong = entry.takesBack ? standing.line(*entry.takesBack) : nullptr;
    if (wrong == nullptr) {
        return refuse(ErrorCode::NotFound, Words::tr("the line to take back is not in this register"),
                      Words::tr("open the register again"));
    }
    if (wrong->isTakenBack || wrong->entry.kind == LedgerKind::Counter) {
        return refuse(ErrorCode::Refused, Words::tr("that line was taken back already, or takes one back"),
                      Words::tr("write the right line anew"));
    }
    if (entry.reason.trimmed().isEmpty()) {
        return refuse(ErrorCode::InvalidInput, Words::tr("there is no reason"),
                      Words::tr("say in a few words what was wrong with the line"));
    }
    const base::Millilitres after = standing.balance - wrong->change;
    if (after.value < -kSameMl) {
        return refuse(ErrorCode::Refused,
                      Words::tr("the balance would fall below 0, to %1").arg(stockText(vial, after)),
                      Words::tr("take the later lines back first"));
    }
    const bool hasWaste =
        wrong->entry.kind == LedgerKind::Drawn && wrong->entry.session &&
        std::any_of(standing.lines.begin(), standing.lines.end(), [wrong](const RegisterLine& line) {
            return line.entry.kind == LedgerKind::Wasted && !line.isTakenBack &&
                   line.entry.session == wrong->entry.session;
        });
    if (hasWaste) {
        return refuse(ErrorCode::Refused, Words::tr("the rest of that vial was wasted since"),
                      Words::tr("take the line of the waste back first"));
    }
    return {};
}

/// Devices are moved and counted whole.
base::Outcome checkWhole(const Vial& vial, const LedgerEntry& entry) {
    const double units = unitsIn(vial, entry.volume);
    constexpr double kSameUnit = 0.001;
    if (isDevice(vial) && std::abs(units - std::round(units)) > kSameUnit) {
        return refuse(ErrorCode::InvalidInput, Words::tr("a device is no fraction"),
                      Words::tr("type how many whole devices they are"));
    }
    return {};
}

base::Outcome checkOut(const Vial& vial, const LotStanding& standing, const LedgerEntry& entry) {
    const bool isRest = entry.kind == LedgerKind::Wasted && entry.session;
    const base::Millilitres there =
        isRest ? std::max(standing.restOf(*entry.session), base::Millilitres{}) : standing.usable();
    if (entry.volume.value > there.value + kSameMl) {
        return refuse(ErrorCode::Refused,
                      Words::tr("%1 are more than the %2 that stand there")
                          .arg(stockText(vial, entry.volume), stockText(vial, there)),
                      Words::tr("look at the volume again, or count the lot"));
    }
    const bool needsWitness = entry.kind == LedgerKind::Wasted || entry.kind == LedgerKind::Returned;
    if (needsWitness && (!entry.witness || *entry.witness == entry.by)) {
        return refuse(ErrorCode::InvalidInput, Words::tr("there is no second signature"),
                      Words::tr("ask another clinician to witness it with their own password"));
    }
    return {};
}

} // namespace

base::Outcome checkLot(const Vial& vial, const QDate& today) {
    if (vial.drug.trimmed().isEmpty() || vial.lot.trimmed().isEmpty()) {
        return refuse(ErrorCode::InvalidInput, Words::tr("the drug or the lot has no name"),
                      Words::tr("type both as they stand on the label"));
    }
    const bool isStrong = vial.strength.isFinite() && vial.strength.value > 0;
    if (!isStrong || !vial.volume.isFinite() || vial.volume.value <= 0) {
        return refuse(ErrorCode::InvalidInput, Words::tr("a vial holds more than 0 mL at more than 0 mg/mL"),
                      Words::tr("type both as they stand on the label"));
    }
    if (vial.received < 1) {
        return refuseReceipt(vial);
    }
    if (!vial.expiry.isValid() || vial.expiry < today) {
        return refuse(ErrorCode::InvalidInput,
                      vial.expiry.isValid() ? Words::tr("the lot expired on %1").arg(dayText(vial.expiry))
                                            : Words::tr("the expiry date is missing"),
                      Words::tr("look at the label again; an expired lot goes back to the supplier"));
    }
    return {};
}

base::Result<Draw> drawFrom(const Vial& vial, const LotStanding& standing, base::Millilitres volume,
                            const QDate& today, const SessionId& session) {
    const QString what = Words::tr("Nothing was drawn from lot %1").arg(vial.lot);
    if (!volume.isFinite() || volume.value <= 0) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("the volume is not above 0 mL"),
                          Words::tr("look at the dose and the vial again"));
    }
    if (vial.expiry < today) {
        return base::fail(ErrorCode::Refused, what, Words::tr("it expired on %1").arg(dayText(vial.expiry)),
                          Words::tr("choose a lot that is in date"));
    }
    const bool isSingle = vial.keeping == VialKeeping::SingleDose;
    const base::Millilitres open = standing.restOf(session);
    const int opened = isSingle ? vialsToOpen(vial, volume - open) : 0;
    const base::Millilitres taken = isSingle ? wholeVials(vial, opened) : volume;
    if (taken.value > standing.usable().value + kSameMl) {
        return base::fail(ErrorCode::Refused, what,
                          Words::tr("%1 are needed and %2 are there")
                              .arg(stockText(vial, taken), stockText(vial, standing.usable())),
                          Words::tr("choose another lot, or count this one"));
    }
    const base::Millilitres held = open + taken;
    const auto use = protocols::drawFromVial({drugIn(vial, held), held}, volume);
    if (!use) {
        return tl::unexpected<base::Error>(use.error());
    }
    return Draw{opened, use->used, held - volume, use->waste};
}

base::Outcome checkLine(const Vial& vial, const LotStanding& standing, const LedgerEntry& entry) {
    if (entry.kind == LedgerKind::Counter) {
        return checkCounter(vial, standing, entry);
    }
    const bool mayBeNothing = entry.kind == LedgerKind::Counted;
    if (!entry.volume.isFinite() || entry.volume.value < 0 ||
        (!mayBeNothing && entry.volume.value <= kSameMl)) {
        return refuseAmount(vial);
    }
    if (const auto whole = checkWhole(vial, entry); !whole) {
        return whole;
    }
    if (entry.kind == LedgerKind::Received && vialsToOpen(vial, entry.volume) < 1) {
        return refuseReceipt(vial);
    }
    if (entry.kind == LedgerKind::Counted) {
        return checkCount(vial, entry);
    }
    return entry.kind == LedgerKind::Received ? base::Outcome() : checkOut(vial, standing, entry);
}

} // namespace kairos::stock
