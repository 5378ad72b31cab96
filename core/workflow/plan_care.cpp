// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/plan_care.h"

#include "core/workflow/catalog.h"
#include "core/workflow/goal_care.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/order_checks.h"
#include "core/workflow/order_query.h"
#include "core/workflow/plan_records.h"
#include "core/workflow/practice_calendar.h"
#include "core/workflow/signing.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/planning/plan.h"

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

constexpr auto kNotPlanned = QT_TRANSLATE_NOOP("Words", "The plan was not made");

base::Outcome requireReason(const QString& reason, const QString& what) {
    if (!reason.trimmed().isEmpty()) {
        return {};
    }
    return base::fail(ErrorCode::InvalidInput, what, Words::tr("there is no reason"),
                      Words::tr("say in a few words why"));
}

base::Result<const protocols::Protocol*> plannedProtocol(const OpenPractice& practice, const QString& id) {
    const auto* protocol = practice.catalog().protocols.find(id);
    if (protocol == nullptr) {
        return base::fail(ErrorCode::NotFound, Words::tr(kNotPlanned),
                          Words::tr("the protocol \"%1\" is not installed").arg(id),
                          Words::tr("choose one of those that are"));
    }
    return protocol;
}

/// The plan that a wish stands for, without an id.
TreatmentPlan planOf(const PlanWish& wish, const protocols::Protocol& protocol) {
    TreatmentPlan plan;
    plan.patient = wish.patient;
    plan.protocol = protocol.id;
    plan.protocolVersion = protocol.version;
    plan.title = protocol.title;
    plan.start = wish.start;
    plan.closedWeekdays = wish.closedWeekdays;
    plan.holidays = wish.holidays;
    plan.clinicians = wish.clinicians;
    return plan;
}

} // namespace

base::Result<planning::PlannedCourse> PlanCare::preview(const PlanWish& wish) const {
    if (!wish.start.isValid()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kNotPlanned), Words::tr("it has no first day"),
                          Words::tr("type the day the first dose aims at"));
    }
    return plannedProtocol(m_practice, wish.protocol).and_then([&](const protocols::Protocol* protocol) {
        return PracticeCalendar(m_practice)
            .requestFor(planOf(wish, *protocol))
            .map([&](planning::PlanRequest request) {
                request.notBefore = m_practice.today();
                return planning::plan(*protocol, request);
            });
    });
}

base::Result<PlanId> PlanCare::start(const PlanWish& wish) {
    const auto course = m_practice.require(Permission::EditPatient).and_then([&] { return preview(wish); });
    if (!course) {
        return tl::unexpected<base::Error>(course.error());
    }
    const auto unborn =
        std::find_if(course->findings.begin(), course->findings.end(), [](const base::Finding& finding) {
            return finding.rule == QLatin1String("plan.birth-date");
        });
    if (unborn != course->findings.end()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kNotPlanned),
                          Words::tr("the patient's birth date does not lie before its start"),
                          Words::tr("check the birth date and the start"));
    }
    const auto running = current(wish.patient);
    if (!running) {
        return tl::unexpected<base::Error>(running.error());
    }
    if (running->has_value()) {
        return base::fail(ErrorCode::Refused, Words::tr(kNotPlanned),
                          Words::tr("the plan \"%1\" is not over").arg((*running)->title),
                          Words::tr("complete or stop it first"));
    }
    const auto* protocol = m_practice.catalog().protocols.find(wish.protocol);
    TreatmentPlan plan = planOf(wish, *protocol);
    plan.id = m_practice.ids().next<PlanId>();
    QList<storage::Change> changes = {{Action::Created, plan}};
    for (const PlanStep& step : planRecords(*course, plan, [&] { return m_practice.ids().next<StepId>(); })) {
        changes.append({Action::Created, step});
    }
    for (const Goal& goal : goalRecords(wish.goals, plan, [&] { return m_practice.ids().next<GoalId>(); })) {
        changes.append({Action::Created, goal});
    }
    return WritingDoor(m_practice).save(changes).map([&](const Changes&) { return plan.id; });
}

base::Outcome PlanCare::sign(const PlanId& id, const QString& password) {
    return plan(id).and_then(
        [&](const TreatmentPlan& found) { return Signing(m_practice).signPlan(found, password); });
}

base::Result<PlanStep> PlanCare::openStep(const StepId& id, const QString& what) const {
    const auto found = m_practice.file().records().find<PlanStep>(id);
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (!found->has_value() || (*found)->doneBy || (*found)->waivedBy) {
        return base::fail(ErrorCode::Refused, what, Words::tr("the step is over or does not exist"),
                          Words::tr("open the plan again"));
    }
    return **found;
}

base::Outcome PlanCare::saveStep(const PlanStep& step, const QString& reason) {
    return WritingDoor(m_practice).save({{Action::Changed, step, reason}}).map([](const Changes&) {});
}

base::Outcome PlanCare::complete(const StepId& id, const base::Instant& at) {
    const QString what = Words::tr("The step was not completed");
    if (at > m_practice.now()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("its time is still to come"),
                          Words::tr("type when it was done"));
    }
    return m_practice.require(Permission::EditPatient)
        .and_then([&] { return openStep(id, what); })
        .and_then([&](PlanStep step) {
            step.doneBy = m_practice.actor().clinician.value_or(ClinicianId{}).uuid;
            step.doneAt = at;
            return saveStep(step, {});
        });
}

base::Outcome PlanCare::waive(const StepId& id, const QString& reason) {
    const QString what = Words::tr("The step was not waived");
    return requireReason(reason, what)
        .and_then([&] { return m_practice.require(Permission::SignPlan); })
        .and_then([&] { return openStep(id, what); })
        .and_then([&](PlanStep step) {
            step.waivedBy = m_practice.signedIn()->id;
            step.waivedReason = reason.trimmed();
            return saveStep(step, reason.trimmed());
        });
}

base::Outcome PlanCare::bookStep(const StepId& id, const base::Appointment& booked) {
    const QString what = Words::tr("The step was not booked");
    if (!booked.isValid()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("the day or the time is missing"),
                          Words::tr("type both"));
    }
    return m_practice.require(Permission::Schedule)
        .and_then([&] { return openStep(id, what); })
        .and_then([&](PlanStep step) {
            step.booked = booked;
            return saveStep(step, {});
        });
}

base::Result<Order> PlanCare::proposedOrder(const PlanId& id) const {
    return plan(id).and_then([&](const TreatmentPlan& found) -> base::Result<Order> {
        const auto protocol = plannedProtocol(m_practice, found.protocol);
        if (!protocol) {
            return tl::unexpected<base::Error>(protocol.error());
        }
        Order order = orderOf((*protocol)->regimen, found);
        order.validFrom = m_practice.today();
        order.validTo = found.start.addDays(90);
        if (m_practice.signedIn()) {
            order.prescriber = m_practice.signedIn()->id;
        }
        return order;
    });
}

base::Result<QSet<int>> PlanCare::doseNumbers(const PlanId& id) const {
    return steps(id).map([](const QList<PlanStep>& all) {
        QSet<int> numbers;
        for (const PlanStep& step : all) {
            if (step.kind == StepKind::Dosing) {
                numbers.insert(step.number);
            }
        }
        return numbers;
    });
}

base::Result<base::Findings> PlanCare::checkOrder(const Order& order) const {
    storage::RowFilter filter;
    filter.patient = order.patient;
    const auto found = plan(order.plan);
    const auto weights = m_practice.file().records().list<Weight>(filter);
    if (!found || !weights) {
        return tl::unexpected<base::Error>(!found ? found.error() : weights.error());
    }
    std::optional<base::Kilograms> weight;
    if (!weights->records.isEmpty()) {
        weight = weights->records.last().weight;
    }
    const auto numbers = doseNumbers(order.plan);
    if (!numbers) {
        return tl::unexpected<base::Error>(numbers.error());
    }
    const auto& catalog = m_practice.catalog();
    return orderFindings(order, {catalog.doseLimits, catalog.protocols.find(found->protocol), weight,
                                 m_practice.today(), *numbers});
}

base::Outcome PlanCare::signOrder(Order order, const QString& password) {
    const auto allowed = checkOrder(order).map([](const base::Findings&) {}).and_then([&] {
        return m_practice.require(Permission::Prescribe);
    });
    if (!allowed) {
        return allowed;
    }
    order.id = m_practice.ids().next<OrderId>();
    order.prescriber = m_practice.signedIn()->id;
    order.verbal.reset();
    return adoptionToday(m_practice, order).and_then([&](QList<storage::Change> changes) {
        changes.prepend({Action::Created, order});
        return Signing(m_practice).signOrder(order, password, changes);
    });
}

base::Result<TreatmentPlan> PlanCare::plan(const PlanId& id) const {
    const auto found = m_practice.file().records().find<TreatmentPlan>(id);
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (!found->has_value()) {
        return base::fail(ErrorCode::NotFound, Words::tr("The plan was not opened"),
                          Words::tr("there is none with this id"), Words::tr("open the chart again"));
    }
    return **found;
}

base::Result<QList<TreatmentPlan>> PlanCare::all(const PatientId& patient) const {
    storage::RowFilter filter;
    filter.patient = patient;
    filter.order = storage::RowFilter::Order::NewestFirst;
    return m_practice.file().records().list<TreatmentPlan>(filter).map(
        [](const storage::Loaded<TreatmentPlan>& loaded) { return loaded.records; });
}

base::Result<std::optional<TreatmentPlan>> PlanCare::current(const PatientId& patient) const {
    return all(patient).map([](const QList<TreatmentPlan>& plans) -> std::optional<TreatmentPlan> {
        for (const TreatmentPlan& plan : plans) {
            if (plan.state == PlanState::Draft || plan.state == PlanState::Active ||
                plan.state == PlanState::Paused) {
                return plan;
            }
        }
        return std::nullopt;
    });
}

base::Result<QList<PlanStep>> PlanCare::steps(const PlanId& id) const {
    storage::RowFilter filter;
    filter.parent = id.uuid;
    return m_practice.file().records().list<PlanStep>(filter).map([](storage::Loaded<PlanStep> loaded) {
        std::sort(loaded.records.begin(), loaded.records.end(),
                  [](const PlanStep& a, const PlanStep& b) { return a.place < b.place; });
        return loaded.records;
    });
}

base::Result<QList<Order>> PlanCare::orders(const PlanId& id, const PatientId& patient) const {
    storage::RowFilter filter;
    filter.patient = patient;
    filter.parent = id.uuid;
    filter.order = storage::RowFilter::Order::NewestFirst;
    return m_practice.file().records().list<Order>(filter).map(
        [](const storage::Loaded<Order>& loaded) { return loaded.records; });
}

} // namespace kairos::workflow
