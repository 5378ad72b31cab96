// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/open_practice_fixture.h"

#include "core/workflow/dosing_care.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/plan_care.h"

#include <algorithm>

namespace kairos::support {

/// A patient with a signed course that begins on Monday 9 November 2026, and its first dose booked. Nothing
/// else is done: no consent, no order, no screening.
struct BookedCourse {
    OpenPracticeFixture fixture;
    record::PatientId patient = fixture.addElena();
    record::PlanId plan;
    record::SessionId dose;

    explicit BookedCourse(QDate today = QDate(2026, 11, 6)) {
        workflow::PlanCare plans(fixture.practice());
        plan = required(plans.start({patient, QStringLiteral("iv-cbt"), QDate(2026, 11, 9), {6, 7}, {}, {}}));
        required(plans.sign(plan, OpenPracticeFixture::password()));
        record::DosingSession session;
        session.patient = patient;
        session.step = step("dose-1").id;
        session.booked = {QDate(2026, 11, 9), QTime(10, 0), fixture.practice().practice().zone};
        dose = required(workflow::DosingCare(fixture.practice()).book(session));
        moveTo(today);
    }

    workflow::OpenPractice& practice() { return fixture.practice(); }
    void moveTo(QDate day, QTime time = QTime(12, 0)) {
        fixture.clock().advanceMs(fixture.at(day, time).msSince(fixture.practice().now()));
    }
    record::PlanStep step(const char* key) {
        const auto steps = required(workflow::PlanCare(fixture.practice()).steps(plan));
        const auto found = std::find_if(steps.begin(), steps.end(), [key](const record::PlanStep& candidate) {
            return candidate.key == QLatin1String(key);
        });
        return found == steps.end() ? record::PlanStep() : *found;
    }
    void consent(QDate given, std::optional<QDate> expires) {
        record::Consent consent;
        consent.patient = patient;
        consent.form = QStringLiteral("ketamine-treatment");
        consent.version = QStringLiteral("4");
        consent.given = given;
        consent.expires = expires;
        required(workflow::PatientCare(fixture.practice()).giveConsent(consent));
    }
    void signOrder() {
        workflow::PlanCare plans(fixture.practice());
        required(plans.signOrder(required(plans.proposedOrder(plan)), OpenPracticeFixture::password()));
    }
};

} // namespace kairos::support
