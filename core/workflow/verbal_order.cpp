// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/verbal_order.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/order_checks.h"
#include "core/workflow/order_query.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/signed_content.h"
#include "core/workflow/signing.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/safety/order_rules.h"
#include "core/storage/practice_file.h"
#include "core/storage/projection.h"

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

constexpr qint64 kHourMs = 3'600'000;

QString timeWords(const base::Instant& at, const QTimeZone& zone) {
    return at.local(zone).toString(QStringLiteral("HH:mm"));
}

/// Nothing, or why these circumstances make no verbal order.
base::Outcome checkSpoken(const OpenPractice& practice, const Order& order, const SpokenOrder& spoken) {
    const QString what = Words::tr("The verbal order was not recorded");
    const QList<Clinician> prescribers = prescribersBeside(practice);
    const bool isNamed = std::any_of(prescribers.begin(), prescribers.end(), [&](const Clinician& clinician) {
        return clinician.id == order.prescriber;
    });
    if (!isNamed) {
        const bool isOwn = practice.signedIn() && practice.signedIn()->id == order.prescriber;
        return base::fail(isOwn ? ErrorCode::Refused : ErrorCode::InvalidInput, what,
                          isOwn ? Words::tr("you would take it from yourself")
                                : Words::tr("no prescriber of the practice is named"),
                          isOwn ? Words::tr("sign the order instead") : Words::tr("choose who spoke it"));
    }
    if (spoken.takenAt > practice.now() || spoken.takenAt.local(practice.zone()).date() != practice.today()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("its time is not one of today up to now"),
                          Words::tr("type when it was taken"));
    }
    if (!spoken.isReadBack) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("it was not read back"),
                          Words::tr("read it back to the prescriber, and mark that it was confirmed"));
    }
    return {};
}

} // namespace

QString verbalOrderWords(const OpenPractice& practice, const Order& order,
                         const QList<Signature>& signatures) {
    if (!order.verbal) {
        return {};
    }
    const Signature* signature = countersignatureOf(order, signatures);
    const QString taken =
        Words::tr("verbal order of %1, taken by %2 at %3, read back")
            .arg(practice.clinicianName(order.prescriber), practice.clinicianName(order.verbal->takenBy),
                 timeWords(order.verbal->takenAt, practice.zone()));
    return signature == nullptr ? Words::tr("%1; countersignature due").arg(taken)
                                : Words::tr("%1; countersigned %2")
                                      .arg(taken, QLocale().toString(signature->at.local(practice.zone()),
                                                                     QStringLiteral("d MMM yyyy HH:mm")));
}

QDate verbalOrderEnds(QDate takenOn) {
    return takenOn.addDays(safety::OrderRules::builtIn().verbalDays.value - 1);
}

QList<Clinician> prescribersBeside(const OpenPractice& practice) {
    auto clinicians = practice.clinicians().value_or(QList<Clinician>());
    clinicians.removeIf([&](const Clinician& clinician) {
        const bool isTaker = practice.signedIn() && practice.signedIn()->id == clinician.id;
        return isTaker || !security::may(clinician, Permission::Prescribe);
    });
    return clinicians;
}

base::Result<QList<WaitingOrder>> waitingOrders(OpenPractice& practice) {
    storage::RowFilter filter;
    filter.state = static_cast<qint64>(storage::OrderColumn::Verbal);
    const auto orders = practice.file().records().list<Order>(filter);
    if (!orders) {
        return tl::unexpected<base::Error>(orders.error());
    }
    QList<WaitingOrder> waiting;
    for (const Order& order : orders->records) {
        const auto signatures = SignedContent(practice).signaturesOf(order.id.uuid);
        if (!signatures) {
            return tl::unexpected<base::Error>(signatures.error());
        }
        if (order.verbal && countersignatureOf(order, *signatures) == nullptr) {
            const int hours = safety::OrderRules::builtIn().countersignHours.value;
            waiting.append({order, order.verbal->takenAt.plusMs(hours * kHourMs)});
        }
    }
    return waiting;
}

base::Outcome PlanCare::takeVerbalOrder(Order order, const SpokenOrder& spoken, const QString& password) {
    order.validFrom = spoken.takenAt.local(m_practice.zone()).date();
    order.validTo = verbalOrderEnds(order.validFrom);
    const auto allowed = m_practice.require(Permission::RecordDosing)
                             .and_then([&] { return checkSpoken(m_practice, order, spoken); })
                             .and_then([&] { return checkOrder(order); })
                             .and_then([&](const base::Findings&) { return m_practice.confirm(password); });
    if (!allowed) {
        return allowed;
    }
    order.id = m_practice.ids().next<OrderId>();
    order.verbal = VerbalOrder{m_practice.signedIn()->id, spoken.takenAt, m_practice.now()};
    const QString why =
        Words::tr("verbal order of %1, read back").arg(m_practice.clinicianName(order.prescriber));
    return adoptionToday(m_practice, order).and_then([&](QList<storage::Change> changes) {
        changes.prepend({Action::Created, order, why});
        return WritingDoor(m_practice).save(changes).map([](const Changes&) {});
    });
}

base::Outcome PlanCare::countersign(const OrderId& id, const QString& password) {
    const QString what = Words::tr("The order was not countersigned");
    const auto found = m_practice.file().records().find<Order>(id);
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (!found->has_value() || !(*found)->verbal) {
        return base::fail(ErrorCode::NotFound, what, Words::tr("there is no verbal order with this id"),
                          Words::tr("open the plan again"));
    }
    const Order& order = **found;
    if (!m_practice.signedIn() || m_practice.signedIn()->id != order.prescriber) {
        return base::fail(ErrorCode::Refused, what,
                          Words::tr("it was spoken by %1").arg(m_practice.clinicianName(order.prescriber)),
                          Words::tr("ask that prescriber to sign in and countersign"));
    }
    return Signing(m_practice).signOrder(order, password);
}

} // namespace kairos::workflow
