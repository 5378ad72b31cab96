// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dosing_shots.h"

#include "app/desktop/demo_places.h"

#include "core/demo/demo_practice.h"
#include "core/storage/practice_file.h"
#include "core/workflow/course_query.h"
#include "core/workflow/dosing_care.h"
#include "core/workflow/dosing_view.h"
#include "core/workflow/ledger_query.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/therapy_care.h"

#include <algorithm>
#include <cstdio>

namespace kairos::app {

using namespace record;

namespace {

/// A picture without its step is still a picture: what was refused is said on standard error.
void report(const base::Outcome& outcome) {
    if (!outcome) {
        std::fprintf(stderr, "kairos: %s\n", qPrintable(outcome.error().sentence()));
    }
}

/// Signs in whoever may give doses and go past a stop.
void actAsPrescriber(workflow::OpenPractice& practice) {
    const auto people = practice.clinicians();
    for (const Clinician& person : people ? *people : QList<Clinician>()) {
        if (person.has(Role::Prescriber)) {
            report(practice.signIn(person.id, demo::demoPassword()));
            return;
        }
    }
}

base::Result<SessionId> bookDose(workflow::OpenPractice& practice, const PatientId& patient) {
    return workflow::CourseQuery(practice).openSessionSteps(patient).and_then(
        [&](const QList<PlanStep>& steps) {
            DosingSession session;
            session.patient = patient;
            session.number = 1;
            session.booked = {practice.today(), QTime(10, 0), practice.practice().zone};
            const auto step = std::find_if(steps.begin(), steps.end(), [](const PlanStep& candidate) {
                return candidate.kind == StepKind::Dosing;
            });
            if (step != steps.end()) {
                session.step = step->id;
            }
            return workflow::DosingCare(practice).book(session);
        });
}

safety::TypedReading atRest() {
    safety::TypedReading typed;
    typed.systolic = 124;
    typed.diastolic = 78;
    typed.pulse = 70;
    typed.spo2 = 98;
    typed.sedation = 5;
    return typed;
}

/// Arrived, weighed, vial and bag chosen, a first reading; one line of the gate is answered.
void arrive(workflow::OpenPractice& practice, const SessionId& id) {
    workflow::DosingCare care(practice);
    workflow::DosePreparation vial;
    vial.concentration = base::MilligramsPerMillilitre{50};
    vial.bagVolume = base::Millilitres{50};
    vial.bagRule = BagRule::FillTo;
    vial.lot = QStringLiteral("K2407");
    vial.site = QStringLiteral("left forearm");
    vial.intention = QStringLiteral("to sit with what I have been pushing away");
    report(care.arrive(id)
               .and_then([&] { return care.weigh(id, base::Kilograms{74.2}); })
               .and_then([&] { return care.prepare(id, vial); })
               .and_then(
                   [&] { return care.addReading(id, atRest(), practice.now()).map([](const ReadingId&) {}); })
               .and_then([&] {
                   return care.answer(id, Gate::PreDose, QStringLiteral("identity"), GateAnswer::Met,
                                      QStringLiteral("name, birth date, wristband"));
               }));
}

/// A lot of the stock is chosen for the dose, which waits for its second person.
void drawFromStock(workflow::OpenPractice& practice, const SessionId& id) {
    report(practice.file().records().find<DosingSession>(id).and_then(
        [&](const std::optional<DosingSession>& session) -> base::Outcome {
            const auto lots = workflow::LedgerQuery(practice).usableLots(session ? session->drug : QString());
            if (!lots || lots->isEmpty()) {
                return lots ? base::Outcome() : tl::unexpected<base::Error>(lots.error());
            }
            workflow::DosePreparation chosen;
            chosen.bagVolume = session->bagVolume;
            chosen.bagRule = session->bagRule;
            chosen.vial = lots->first().vial.id;
            return workflow::DosingCare(practice).prepare(id, chosen);
        }));
}

void stop(workflow::OpenPractice& practice, const SessionId& id) {
    workflow::DosingCare care(practice);
    report(care.addReading(id, atRest(), practice.now()).map([](const ReadingId&) {}).and_then([&] {
        return care.stop(id, QStringLiteral("the patient's wish"));
    }));
}

void sendHome(workflow::OpenPractice& practice, const SessionId& id) {
    workflow::DosingCare care(practice);
    const auto view = workflow::DosingQuery(practice).view(id);
    for (const safety::GateLine& line : view ? safety::holding(view->discharge) : QList<safety::GateLine>()) {
        report(line.isAsked
                   ? care.answer(id, Gate::Discharge, line.id, GateAnswer::Met,
                                 QStringLiteral("Peter Marsh, 555 0144"))
                   : care.overrideLine(id, Gate::Discharge, line.id, QStringLiteral("seen by the prescriber"),
                                       demo::demoPassword()));
    }
    report(care.discharge(id));
}

} // namespace

QList<Shot> dosingShots(workflow::OpenPractice& practice) {
    actAsPrescriber(practice);
    const auto elena = patientOf(practice, QStringLiteral("K-0147"));
    const auto daniel = patientOf(practice, QStringLiteral("K-0163"));
    const auto doses = workflow::SessionDesk(practice).dosingOf(elena);
    const auto booked = bookDose(practice, daniel);
    if (!booked) {
        report(tl::unexpected<base::Error>(booked.error()));
        return {};
    }
    if (!doses || doses->isEmpty()) {
        return {};
    }
    const auto id = *booked;
    const auto ended = doses->last().id;
    const ui::DosingPlace place{daniel, id};
    const ui::DosingPlace runs{elena, ended};
    return {{QStringLiteral("dosing-planned"), place, [] {}},
            {QStringLiteral("dosing-arrived"), place, [&practice, id] { arrive(practice, id); }},
            {QStringLiteral("dosing-stock"), place, [&practice, id] { drawFromStock(practice, id); }},
            {QStringLiteral("dosing-closed"), place,
             [&practice, id] {
                 report(workflow::SessionDesk(practice).cancel(id, QStringLiteral("clinic: 178/110")));
             }},
            {QStringLiteral("dosing-stopped"), runs, [&practice, ended] { stop(practice, ended); }},
            {QStringLiteral("dosing-after"), runs, [&practice, ended] { sendHome(practice, ended); }}};
}

} // namespace kairos::app
