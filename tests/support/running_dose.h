// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/open_practice_fixture.h"

#include "core/workflow/dosing_care.h"
#include "core/workflow/dosing_view.h"
#include "core/workflow/plan_care.h"

namespace kairos::support {

/// Elena Marsh's first dose, begun; every line of the gate was overridden.
struct RunningDose {
    OpenPracticeFixture fixture;
    record::PatientId patient;
    record::SessionId id;
    base::Instant startedAt;

    RunningDose() : patient(fixture.addElena()) {
        workflow::PlanCare plans(fixture.practice());
        const auto plan =
            required(plans.start({patient, QStringLiteral("iv-cbt"), QDate(2026, 11, 2), {6, 7}, {}, {}}));
        required(plans.signOrder(required(plans.proposedOrder(plan)), OpenPracticeFixture::password()));
        record::DosingSession session;
        session.patient = patient;
        session.plan = plan;
        session.number = 1;
        session.booked = {QDate(2026, 11, 2), QTime(9, 0), fixture.practice().practice().zone};
        workflow::DosingCare care(fixture.practice());
        id = required(care.book(session));
        required(care.arrive(id));
        required(care.weigh(id, base::Kilograms{70}));
        for (const auto& line : view().preDose) {
            if (line.holds()) {
                required(care.overrideLine(id, record::Gate::PreDose, line.id,
                                           QStringLiteral("not what is tested here"),
                                           OpenPracticeFixture::password()));
            }
        }
        required(care.start(id));
        startedAt = *view().session().startedAt;
    }
    [[nodiscard]] workflow::DosingView view() {
        return required(workflow::DosingQuery(fixture.practice()).view(id));
    }
};

} // namespace kairos::support
