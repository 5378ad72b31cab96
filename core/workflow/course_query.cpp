// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/course_query.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/order_checks.h"
#include "core/workflow/order_query.h"
#include "core/workflow/session_desk.h"

#include "core/record/packing.h"
#include "core/storage/practice_file.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;

std::optional<double> CourseGlance::hoursSince(const base::Instant& at) const {
    const DosingSession* dose = lastDose();
    if (dose == nullptr) {
        return std::nullopt;
    }
    const base::Instant end = dose->stoppedAt.value_or(*dose->startedAt);
    return static_cast<double>(at.msSince(end)) / 3'600'000.0;
}

base::Result<const protocols::Protocol*> CourseQuery::protocolOf(const std::optional<PlanId>& plan) const {
    if (!plan) {
        return nullptr;
    }
    return m_practice.file().records().find<TreatmentPlan>(*plan).map(
        [this](const std::optional<TreatmentPlan>& found) -> const protocols::Protocol* {
            return found ? m_practice.catalog().protocols.find(found->protocol) : nullptr;
        });
}

base::Result<std::optional<Order>> CourseQuery::bindingOrder(const DosingSession& session) const {
    if (!session.plan) {
        return session.order ? m_practice.file().records().find<Order>(*session.order)
                             : base::Result<std::optional<Order>>(std::nullopt);
    }
    storage::RowFilter filter;
    filter.patient = session.patient;
    filter.parent = session.plan->uuid;
    filter.order = storage::RowFilter::Order::NewestFirst;
    const auto orders = m_practice.file().records().list<Order>(filter);
    if (!orders) {
        return tl::unexpected<base::Error>(orders.error());
    }
    // An order that is signed for later days, or is over, must not stand before one that is valid today.
    const QDate day = session.startedAt ? session.startedAt->local(m_practice.zone()).date()
                                        : std::max(session.booked.date, m_practice.today());
    const auto dose = OrderQuery(m_practice).numberOf(session.step);
    if (!dose) {
        return tl::unexpected<base::Error>(dose.error());
    }
    std::optional<Order> newest;
    std::optional<Order> proposed;
    for (const Order& order : orders->records) {
        if (!order.covers(*dose)) {
            continue; // it was written for other doses
        }
        proposed = proposed ? proposed : order;
        const auto signatures = SignedContent(m_practice).signaturesOf(order.id.uuid);
        if (!signatures || !orderBinds(order, *signatures)) {
            continue;
        }
        if (orderDaysOn(order, day) == OrderDays::Valid) {
            return order;
        }
        newest = newest ? newest : order;
    }
    return newest ? newest : proposed;
}

base::Result<CourseGlance> CourseQuery::glance(const PatientId& patient, const std::optional<PlanId>& plan,
                                               const base::Instant& at) const {
    const SessionDesk desk(m_practice);
    const auto doses = desk.dosingOf(patient);
    const auto therapy = desk.therapyOf(patient);
    const auto protocol = protocolOf(plan);
    for (const auto* error : {doses ? nullptr : &doses.error(), therapy ? nullptr : &therapy.error(),
                              protocol ? nullptr : &protocol.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    CourseGlance glance;
    for (const DosingSession& dose : *doses) {
        if (dose.startedAt && *dose.startedAt < at) {
            glance.doses.append(dose);
        }
    }
    for (const TherapySession& session : *therapy) {
        if (session.startedAt && *session.startedAt < at) {
            glance.therapy.append(session);
        }
    }
    std::stable_sort(
        glance.doses.begin(), glance.doses.end(),
        [](const DosingSession& a, const DosingSession& b) { return *a.startedAt < *b.startedAt; });
    std::stable_sort(
        glance.therapy.begin(), glance.therapy.end(),
        [](const TherapySession& a, const TherapySession& b) { return *a.startedAt < *b.startedAt; });
    if (*protocol != nullptr) {
        glance.integration = (*protocol)->integration;
    }
    return glance;
}

base::Result<QList<FormerReading>> CourseQuery::formerReadings(const QList<Reading>& readings) const {
    QList<FormerReading> former;
    for (const Reading& reading : readings) {
        const auto history = m_practice.file().historyOf(reading.id.uuid, reading.patient);
        if (!history) {
            return tl::unexpected<base::Error>(history.error());
        }
        for (qsizetype i = 1; i < history->size(); ++i) {
            const auto old = unpack<Reading>(history->at(i - 1).content);
            if (old) {
                const JournalEntry& entry = history->at(i);
                former.append({*old, entry.reason, entry.actor.name, entry.at});
            }
        }
    }
    return former;
}

base::Result<QList<PlanStep>> CourseQuery::openSessionSteps(const PatientId& patient) const {
    storage::RowFilter filter;
    filter.patient = patient;
    const auto plans = m_practice.file().records().list<TreatmentPlan>(filter);
    const auto steps = m_practice.file().records().list<PlanStep>(filter);
    if (!plans || !steps) {
        return tl::unexpected<base::Error>(!plans ? plans.error() : steps.error());
    }
    QList<PlanStep> open;
    for (const PlanStep& step : steps->records) {
        const bool isSession = step.kind == StepKind::Dosing || step.kind == StepKind::Preparation ||
                               step.kind == StepKind::Integration || step.kind == StepKind::Therapy;
        const bool isWanted =
            std::any_of(plans->records.begin(), plans->records.end(), [&step](const TreatmentPlan& plan) {
                return plan.id == step.plan && plan.state != PlanState::Completed &&
                       plan.state != PlanState::Stopped;
            });
        if (isSession && isWanted && !step.doneBy && !step.doneAt && !step.waivedBy) {
            open.append(step);
        }
    }
    std::stable_sort(open.begin(), open.end(),
                     [](const PlanStep& a, const PlanStep& b) { return a.place < b.place; });
    return open;
}

} // namespace kairos::workflow
