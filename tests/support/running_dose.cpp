// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/running_dose.h"

#include "core/workflow/plan_care.h"

namespace kairos::support {

RunningDose::RunningDose(const RunningDoseWish& wish) : patient(fixture.addElena()) {
    workflow::PlanCare plans(fixture.practice());
    const auto plan = required(plans.start({patient, wish.protocol, QDate(2026, 11, 2), {6, 7}, {}, {}}));
    auto order = required(plans.proposedOrder(plan));
    if (wish.order) {
        wish.order(order);
    }
    required(plans.signOrder(order, OpenPracticeFixture::password()));
    record::DosingSession session;
    session.patient = patient;
    session.plan = plan;
    session.number = 1;
    session.booked = {QDate(2026, 11, 2), QTime(9, 0), fixture.practice().practice().zone};
    workflow::DosingCare care(fixture.practice());
    id = required(care.book(session));
    required(care.arrive(id));
    required(care.weigh(id, base::Kilograms{70}));
    if (wish.prepare) {
        wish.prepare(fixture, id);
    }
    for (const auto& line : view().preDose) {
        if (line.holds() && line.isAsked) {
            required(care.answer(id, record::Gate::PreDose, line.id, record::GateAnswer::Met,
                                 QStringLiteral("Peter Marsh")));
        } else if (line.holds()) {
            required(care.overrideLine(id, record::Gate::PreDose, line.id,
                                       QStringLiteral("not what is tested here"),
                                       OpenPracticeFixture::password()));
        }
    }
    required(care.start(id));
    startedAt = *view().session().startedAt;
}

RunningDose::~RunningDose() = default;

workflow::DosingView RunningDose::view() {
    return required(workflow::DosingQuery(fixture.practice()).view(id));
}

} // namespace kairos::support
