// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/plan_records.h"

#include "core/planning/integration_window.h"
#include "core/planning/step_time.h"

namespace kairos::workflow {

using namespace record;

QList<PlanStep> planRecords(const planning::PlannedCourse& course, const TreatmentPlan& plan,
                            const std::function<StepId()>& nextId) {
    QList<PlanStep> steps;
    for (const planning::PlannedStep& planned : course.steps) {
        PlanStep step;
        step.id = nextId();
        step.plan = plan.id;
        step.patient = plan.patient;
        step.key = planned.key;
        step.kind = planned.kind;
        step.number = planned.number;
        step.title = planned.title;
        step.dependsOn = planned.dependsOn;
        step.window = planned.window;
        step.instruments = planned.instruments;
        step.basis = planned.basis;
        step.place = static_cast<int>(steps.size()) + 1;
        steps.append(step);
    }
    return steps;
}

planning::Facts factsOf(const QList<PlanStep>& steps) {
    planning::Facts facts;
    for (const PlanStep& step : steps) {
        if (step.doneAt) {
            facts.insert(step.key, {planning::FactKind::Held, *step.doneAt, {}});
        } else if (step.waivedBy) {
            facts.insert(step.key, {planning::FactKind::Waived, {}, step.waivedReason});
        }
    }
    return facts;
}

planning::Bookings bookingsOf(const QList<PlanStep>& steps) {
    planning::Bookings bookings;
    for (const PlanStep& step : steps) {
        if (step.booked) {
            bookings.insert(step.key, planning::wallTime(step.booked->date, step.booked->time));
        }
    }
    return bookings;
}

planning::PlannedCourse courseOf(const TreatmentPlan& plan, const QList<PlanStep>& steps) {
    planning::PlannedCourse course;
    course.protocol = plan.protocol;
    course.protocolVersion = plan.protocolVersion;
    course.start = plan.start;
    for (const PlanStep& step : steps) {
        planning::PlannedStep planned;
        planned.key = step.key;
        planned.kind = step.kind;
        planned.number = step.number;
        planned.title = step.title;
        planned.dependsOn = step.dependsOn;
        planned.window = step.window;
        planned.instruments = step.instruments;
        planned.basis = step.basis;
        course.steps.append(planned);
    }
    return course;
}

std::optional<StepWindow> integrationWindow(const protocols::Protocol& protocol, const base::Instant& doseEnd,
                                            const planning::PlanRequest& request) {
    if (!protocol.integration) {
        return std::nullopt;
    }
    return planning::reckonIntegration(*protocol.integration, doseEnd, request);
}

TreatmentPlan asSigned(TreatmentPlan plan) {
    plan.state = PlanState::Active;
    plan.stateReason.clear();
    return plan;
}

QHash<QString, QDate> chosenOf(const QList<PlanStep>& steps) {
    QHash<QString, QDate> chosen;
    for (const PlanStep& step : steps) {
        if (step.chosen && !step.doneAt && !step.waivedBy) {
            chosen.insert(step.key, *step.chosen);
        }
    }
    return chosen;
}

Order orderOf(const protocols::Regimen& regimen, const TreatmentPlan& plan) {
    Order order;
    order.patient = plan.patient;
    order.plan = plan.id;
    order.drug = regimen.drug;
    order.route = regimen.route;
    order.mgPerKg = regimen.mgPerKg;
    order.mg = regimen.mg;
    order.maximum = regimen.maxMg;
    order.minutes = regimen.minutes;
    return order;
}

} // namespace kairos::workflow
