// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/order_query.h"

#include "core/workflow/course_query.h"
#include "core/workflow/dosing_view.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/order_checks.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/signed_content.h"

namespace kairos::workflow {

using namespace record;

base::Result<std::optional<int>> OrderQuery::numberOf(const std::optional<StepId>& dose) const {
    if (!dose) {
        return std::optional<int>();
    }
    return m_practice.file().records().find<PlanStep>(*dose).map([](const std::optional<PlanStep>& step) {
        return step && step->kind == StepKind::Dosing ? std::optional(step->number) : std::nullopt;
    });
}

base::Result<std::optional<Order>> OrderQuery::validOn(const PlanId& plan, const PatientId& patient,
                                                       const std::optional<StepId>& dose, QDate day) const {
    const auto orders = PlanCare(m_practice).orders(plan, patient);
    const auto number = numberOf(dose);
    if (!orders || !number) {
        return tl::unexpected<base::Error>(orders ? number.error() : orders.error());
    }
    for (const Order& order : *orders) {
        if (orderDaysOn(order, day) != OrderDays::Valid || !order.covers(*number)) {
            continue;
        }
        const auto signatures = SignedContent(m_practice).signaturesOf(order.id.uuid);
        if (!signatures) {
            return tl::unexpected<base::Error>(signatures.error());
        }
        if (orderBinds(order, *signatures)) {
            return order;
        }
    }
    return std::nullopt;
}

namespace {

void takeOver(OpenPractice& practice, DosingSession& session, const Order& order) {
    session.order = order.id;
    session.drug = order.drug;
    session.route = order.route;
    session.minutes = order.minutes;
    const auto figures = DosingQuery(practice).figures(session, order);
    session.dose = figures ? std::optional(figures->mg) : std::nullopt;
}

} // namespace

void adoptOrder(OpenPractice& practice, DosingSession& session) {
    const auto order = CourseQuery(practice).bindingOrder(session);
    if (order && order->has_value()) {
        takeOver(practice, session, **order);
    }
}

base::Result<QList<storage::Change>> adoptionToday(OpenPractice& practice, const Order& order) {
    QList<storage::Change> changes;
    if (orderDaysOn(order, practice.today()) != OrderDays::Valid) {
        return changes;
    }
    const auto sessions = SessionDesk(practice).dosingOf(order.patient);
    if (!sessions) {
        return tl::unexpected<base::Error>(sessions.error());
    }
    for (DosingSession session : *sessions) {
        const bool isOpen = session.state == SessionState::Planned || session.state == SessionState::Arrived;
        if (!isOpen || session.plan != order.plan || session.booked.date != practice.today()) {
            continue;
        }
        const auto number = OrderQuery(practice).numberOf(session.step);
        if (!number) {
            return tl::unexpected<base::Error>(number.error());
        }
        if (order.covers(*number)) {
            takeOver(practice, session, order);
            changes.append({Action::Changed, session, {}});
        }
    }
    return changes;
}

} // namespace kairos::workflow
