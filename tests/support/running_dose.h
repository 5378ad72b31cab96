// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/open_practice_fixture.h"

#include "core/workflow/dosing_care.h"
#include "core/workflow/dosing_view.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/run_care.h"

#include <functional>

namespace kairos::support {

/// What is different from an intravenous dose by the protocol's own order.
struct RunningDoseWish {
    QString protocol = QStringLiteral("iv-cbt");
    std::function<void(record::Order&)> order = {}; ///< before its signature
    std::function<void(OpenPracticeFixture&, const record::SessionId&)> prepare = {}; ///< before the gate
};

/// Elena Marsh's first dose, begun; every line of the gate was answered, or overridden where it is no
/// question.
struct RunningDose {
    OpenPracticeFixture fixture;
    record::PatientId patient;
    record::SessionId id;
    base::Instant startedAt;

    explicit RunningDose(const RunningDoseWish& wish = {}) : patient(fixture.addElena()) {
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
    workflow::DosingCare dosing() { return workflow::DosingCare(fixture.practice()); }
    workflow::RunCare run() { return workflow::RunCare(fixture.practice()); }
    void clockOn(int minutes) { fixture.clock().advanceMs(qint64{minutes} * 60'000); }
    [[nodiscard]] workflow::DosingView view() {
        return required(workflow::DosingQuery(fixture.practice()).view(id));
    }
};

} // namespace kairos::support
