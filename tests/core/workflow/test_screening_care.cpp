// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/screening_care.h"

#include "core/workflow/history_query.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/screening_query.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_screening_care {
using namespace kairos;
using namespace record;
using base::ErrorCode;
using support::OpenPracticeFixture;
using support::required;
using workflow::ScreeningCare;
using workflow::ScreeningQuery;

namespace {

const QString kReason = QStringLiteral("weighed with the team");

safety::ScreeningLine lineOf(OpenPracticeFixture& fixture, const PatientId& patient, const char* id) {
    const auto screening = required(ScreeningQuery(fixture.practice()).screening(patient));
    const auto found = std::find_if(screening.lines.begin(), screening.lines.end(),
                                    [&](const auto& line) { return line.id == QLatin1String(id); });
    REQUIRE(found != screening.lines.end());
    return *found;
}

AntidepressantTrial trialOf(const PatientId& patient) {
    AntidepressantTrial trial;
    trial.patient = patient;
    trial.drug = QStringLiteral(" Sertraline ");
    trial.dose = QStringLiteral("200 mg");
    trial.weeks = 12;
    trial.outcome = TrialOutcome::Partial;
    return trial;
}

} // namespace

TEST_CASE("An answer to a contraindication is kept with who and when", "[workflow][screening]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    required(ScreeningCare(fixture.practice())
                 .answer(elena, QStringLiteral("cystitis"), ScreeningState::Clear,
                         QStringLiteral("  urine clear ")));
    const auto line = lineOf(fixture, elena, "cystitis");
    REQUIRE(line.state == ScreeningState::Clear);
    REQUIRE(line.note == QStringLiteral("urine clear"));
    REQUIRE(line.at == fixture.practice().now());
    REQUIRE(line.by == fixture.clinician());
}

TEST_CASE("A changed answer leaves the former one in the history", "[workflow][screening]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    ScreeningCare care(fixture.practice());
    required(care.answer(elena, QStringLiteral("mania"), ScreeningState::Clear, {}));
    fixture.clock().advanceMs(60'000);
    required(care.answer(elena, QStringLiteral("mania"), ScreeningState::Present, QStringLiteral("YMRS 18")));
    REQUIRE(lineOf(fixture, elena, "mania").state == ScreeningState::Present);
    const auto history = required(workflow::HistoryQuery(fixture.practice()).of(elena, 10, QLocale::c()));
    REQUIRE(history.at(0).what == QStringLiteral("mania, present, YMRS 18"));
    REQUIRE(history.at(1).what == QStringLiteral("mania, clear"));
    fixture.clock().advanceMs(60'000);
    required(care.answer(elena, QStringLiteral("mania"), ScreeningState::NotAsked, {}));
    REQUIRE(lineOf(fixture, elena, "mania").state == ScreeningState::NotAsked);
}

TEST_CASE("The later of two answers counts, also when the clock was set back", "[workflow][screening]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    ScreeningCare care(fixture.practice());
    required(care.answer(elena, QStringLiteral("mania"), ScreeningState::Clear, {}));
    required(care.answer(elena, QStringLiteral("mania"), ScreeningState::Present, {}));
    REQUIRE(lineOf(fixture, elena, "mania").state == ScreeningState::Present);
    fixture.clock().advanceMs(-3'600'000);
    required(care.answer(elena, QStringLiteral("mania"), ScreeningState::Clear, {}));
    REQUIRE(lineOf(fixture, elena, "mania").state == ScreeningState::Clear);
}

TEST_CASE("Only conditions of the list that arise are answered", "[workflow][screening]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    ScreeningCare care(fixture.practice());
    REQUIRE(care.answer(elena, QStringLiteral("luck"), ScreeningState::Clear, {}).error().code ==
            ErrorCode::InvalidInput);
    REQUIRE(care.answer(elena, QStringLiteral("age"), ScreeningState::Clear, {}).error().code ==
            ErrorCode::InvalidInput);
    auto draft = required(workflow::PatientCare(fixture.practice()).load(elena));
    draft.patient.pregnancyCapacity = Asked::No;
    required(workflow::PatientCare(fixture.practice()).save(draft));
    REQUIRE(care.answer(elena, QStringLiteral("pregnancy"), ScreeningState::Clear, {}).error().code ==
            ErrorCode::InvalidInput);
    const auto nobody = fixture.practice().ids().next<PatientId>();
    REQUIRE(care.answer(nobody, QStringLiteral("mania"), ScreeningState::Clear, {}).error().code ==
            ErrorCode::NotFound);
}

TEST_CASE("A program answers no screening question", "[workflow][screening]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    fixture.practice().actAsProgram(QStringLiteral("kairos-cli, ruth"));
    REQUIRE(ScreeningCare(fixture.practice())
                .answer(elena, QStringLiteral("mania"), ScreeningState::Clear, {})
                .error()
                .code == ErrorCode::Refused);
}

TEST_CASE("The gate is met once everything is asked and clear", "[workflow][screening]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const ScreeningQuery query(fixture.practice());
    REQUIRE(required(query.gate(elena)).holdsDose());
    fixture.clearScreening(elena);
    REQUIRE(required(query.gate(elena)).eligibility.state == safety::EligibilityState::Met);
    REQUIRE_FALSE(required(query.gate(elena)).holdsDose());
}

TEST_CASE("A gate is judged by what was known at its moment", "[workflow][screening]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    fixture.clearScreening(elena);
    const auto then = fixture.practice().now();
    fixture.clock().advanceMs(60'000);
    required(ScreeningCare(fixture.practice())
                 .answer(elena, QStringLiteral("mania"), ScreeningState::Present, {}));
    const ScreeningQuery query(fixture.practice());
    REQUIRE(required(query.gate(elena, then)).eligibility.state == safety::EligibilityState::Met);
    REQUIRE(required(query.gate(elena)).eligibility.state == safety::EligibilityState::Holds);
}

TEST_CASE("The gate is overridden with name, reason and password, by a prescriber alone",
          "[workflow][screening]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    ScreeningCare care(fixture.practice());
    const ScreeningQuery query(fixture.practice());
    REQUIRE(care.overrideGate(elena, QStringLiteral("  "), OpenPracticeFixture::password()).error().code ==
            ErrorCode::InvalidInput);
    REQUIRE(care.overrideGate(elena, kReason, QStringLiteral("wrong")).error().code ==
            ErrorCode::WrongPassphrase);
    REQUIRE(required(query.gate(elena)).holdsDose());
    required(care.overrideGate(elena, kReason, OpenPracticeFixture::password()));
    const auto gate = required(query.gate(elena));
    REQUIRE(gate.eligibility.state == safety::EligibilityState::Overridden);
    REQUIRE(gate.eligibility.overriddenBy == fixture.clinician());
    REQUIRE(gate.eligibility.overrideReason == kReason);
    REQUIRE_FALSE(gate.holdsDose());
    const auto history = required(workflow::HistoryQuery(fixture.practice()).of(elena, 1, QLocale::c()));
    REQUIRE(history.first().kind == RecordKind::ScreeningOverride);
    REQUIRE(history.first().reason == kReason);
    // What is found later is not covered.
    fixture.clock().advanceMs(60'000);
    required(care.answer(elena, QStringLiteral("mania"), ScreeningState::Present, {}));
    REQUIRE(required(query.gate(elena)).holdsDose());
    fixture.signInAs(QStringLiteral("Priya Nair"), Role::Monitor);
    REQUIRE(care.overrideGate(elena, kReason, OpenPracticeFixture::password()).error().code ==
            ErrorCode::Refused);
}

TEST_CASE("A gate that is met is not overridden", "[workflow][screening]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    fixture.clearScreening(elena);
    REQUIRE(ScreeningCare(fixture.practice())
                .overrideGate(elena, kReason, OpenPracticeFixture::password())
                .error()
                .code == ErrorCode::Refused);
}

TEST_CASE("An earlier treatment is written down, changed and taken away", "[workflow][trials]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    ScreeningCare care(fixture.practice());
    const ScreeningQuery query(fixture.practice());
    const auto id = required(care.saveTrial(trialOf(elena)));
    auto trials = required(query.view(elena)).trials;
    REQUIRE(trials.size() == 1);
    REQUIRE(trials.first().drug == QStringLiteral("Sertraline"));
    REQUIRE(trials.first().weeks == 12);
    const auto count = required(fixture.practice().file().head()).count;
    required(care.saveTrial(trials.first()));
    REQUIRE(required(fixture.practice().file().head()).count == count); // nothing changed
    trials.first().outcome = TrialOutcome::NotTolerated;
    REQUIRE(required(care.saveTrial(trials.first())) == id);
    REQUIRE(required(query.view(elena)).trials.first().outcome == TrialOutcome::NotTolerated);
    REQUIRE(care.removeTrial(id, {}).error().code == ErrorCode::InvalidInput);
    required(care.removeTrial(id, QStringLiteral("another patient's")));
    REQUIRE(required(query.view(elena)).trials.isEmpty());
    REQUIRE(care.removeTrial(id, kReason).error().code == ErrorCode::NotFound);
    const auto history = required(fixture.practice().file().historyOf(id.uuid, elena));
    REQUIRE(history.size() == 3);
    REQUIRE(history.last().action == Action::EnteredInError);
}

TEST_CASE("An earlier treatment needs its name, and weeks that can be", "[workflow][trials]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    ScreeningCare care(fixture.practice());
    auto trial = trialOf(elena);
    trial.drug = QStringLiteral(" ");
    REQUIRE(care.saveTrial(trial).error().code == ErrorCode::InvalidInput);
    for (const int impossible : {0, -4, 1041}) {
        trial = trialOf(elena);
        trial.weeks = impossible;
        REQUIRE(care.saveTrial(trial).error().code == ErrorCode::InvalidInput);
    }
    for (const int possible : {1, 1040}) {
        trial.weeks = possible;
        REQUIRE(care.saveTrial(trial).has_value());
    }
    trial.weeks.reset(); // nobody knows: that is no number
    REQUIRE(care.saveTrial(trial).has_value());
    REQUIRE_FALSE(required(ScreeningQuery(fixture.practice()).view(elena)).trials.last().weeks.has_value());
    trial.patient = fixture.practice().ids().next<PatientId>();
    REQUIRE(care.saveTrial(trial).error().code == ErrorCode::NotFound);
}

TEST_CASE("A consent to a form of the practice ends after the days of the rules", "[workflow][consent]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    ScreeningCare care(fixture.practice());
    const QDate today = fixture.practice().today();
    const QString form = QStringLiteral("touch");
    const QString version = QStringLiteral("2");
    REQUIRE(care.giveConsent(elena, QStringLiteral("luck"), version, today).error().code ==
            ErrorCode::InvalidInput);
    REQUIRE(care.giveConsent(elena, form, QStringLiteral(" "), today).error().code ==
            ErrorCode::InvalidInput);
    REQUIRE(care.giveConsent(elena, form, version, QDate()).error().code == ErrorCode::InvalidInput);
    REQUIRE(care.giveConsent(elena, form, version, today.addDays(1)).error().code == ErrorCode::InvalidInput);
    required(care.giveConsent(elena, form, version, today.addDays(-365)));
    required(care.giveConsent(elena, form, version, today.addDays(-366)));
    const auto rows = required(ScreeningQuery(fixture.practice()).view(elena)).consents;
    REQUIRE(rows.size() == 2);
    REQUIRE(rows.at(0).consent.expires == today);
    REQUIRE(rows.at(0).state == safety::ConsentState::InForce);
    REQUIRE(rows.at(0).scope == safety::ConsentScope::Touch);
    REQUIRE(rows.at(1).state == safety::ConsentState::Expired);
    required(workflow::PatientCare(fixture.practice()).withdrawConsent(rows.at(0).consent.id, today));
    REQUIRE(required(ScreeningQuery(fixture.practice()).view(elena)).consents.at(0).state ==
            safety::ConsentState::Withdrawn);
}

} // namespace test_screening_care
