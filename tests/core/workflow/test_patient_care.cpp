// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/patient_care.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <limits>

namespace test_patient_care {
using namespace kairos;
using namespace record;
using base::ErrorCode;
using support::OpenPracticeFixture;
using support::required;
using workflow::PatientCare;
using workflow::PatientDraft;

namespace {

PatientDraft draftOf(const QString& mrn) {
    PatientDraft draft;
    draft.patient.mrn = mrn;
    draft.patient.familyName = QStringLiteral("Marsh");
    draft.patient.givenName = QStringLiteral("Elena");
    return draft;
}

QStringList fieldsWithProblems(OpenPracticeFixture& fixture, const PatientDraft& draft) {
    QStringList fields;
    for (const auto& problem : PatientCare(fixture.practice()).problems(draft)) {
        REQUIRE_FALSE(problem.text.isEmpty());
        fields.append(problem.field);
    }
    return fields;
}

} // namespace

TEST_CASE("A patient is saved, found and loaded as typed", "[workflow][patient]") {
    OpenPracticeFixture fixture;
    auto draft = draftOf(QStringLiteral(" AH-0412 "));
    draft.patient.allergyStatus = AllergyStatus::Listed;
    draft.allergies = {Allergy{{}, {}, QStringLiteral("Penicillin"), QStringLiteral("rash")}};
    draft.diagnoses = {Diagnosis{{}, {}, QStringLiteral("Depression"), QStringLiteral("F33.1")}};
    draft.medications = {Medication{{}, {}, QStringLiteral("Sertraline"), QStringLiteral("100 mg"), {}, {}}};
    const auto id = required(PatientCare(fixture.practice()).save(draft));
    const auto loaded = required(PatientCare(fixture.practice()).load(id));
    REQUIRE(loaded.patient.mrn == QStringLiteral("AH-0412"));
    REQUIRE(loaded.allergies.size() == 1);
    REQUIRE(loaded.allergies.first().patient == id);
    REQUIRE(loaded.diagnoses.first().code == QStringLiteral("F33.1"));
    REQUIRE(loaded.medications.first().name == QStringLiteral("Sertraline"));
    REQUIRE(required(fixture.practice().file().search().find(QStringLiteral("mar"), 5)) ==
            QList<PatientId>{id});
}

TEST_CASE("A patient needs a family name and an MRN", "[workflow][patient]") {
    OpenPracticeFixture fixture;
    auto draft = draftOf(QStringLiteral("  "));
    draft.patient.familyName = QStringLiteral(" ");
    REQUIRE(fieldsWithProblems(fixture, draft) ==
            QStringList{QStringLiteral("familyName"), QStringLiteral("mrn")});
    const auto saved = PatientCare(fixture.practice()).save(draft);
    REQUIRE(saved.error().code == ErrorCode::InvalidInput);
    REQUIRE(required(fixture.practice().file().records().count(RecordKind::Patient)) == 0);
}

TEST_CASE("A birth date lies between 130 years ago and today", "[workflow][patient]") {
    OpenPracticeFixture fixture;
    auto draft = draftOf(QStringLiteral("AH-1"));
    const QDate today = fixture.practice().today();
    const QStringList wrong{QStringLiteral("birthDate")};
    draft.patient.birthDate = today;
    REQUIRE(fieldsWithProblems(fixture, draft).isEmpty());
    draft.patient.birthDate = today.addDays(1);
    REQUIRE(fieldsWithProblems(fixture, draft) == wrong);
    draft.patient.birthDate = today.addYears(-130);
    REQUIRE(fieldsWithProblems(fixture, draft).isEmpty());
    draft.patient.birthDate = today.addYears(-130).addDays(-1);
    REQUIRE(fieldsWithProblems(fixture, draft) == wrong);
}

TEST_CASE("A height is one a person can have", "[workflow][patient]") {
    OpenPracticeFixture fixture;
    auto draft = draftOf(QStringLiteral("AH-1"));
    for (const double possible : {40.0, 260.0}) {
        draft.patient.height = base::Centimetres{possible};
        REQUIRE(fieldsWithProblems(fixture, draft).isEmpty());
    }
    for (const double impossible : {1.72, 39.9, 260.1, std::numeric_limits<double>::quiet_NaN()}) {
        draft.patient.height = base::Centimetres{impossible};
        REQUIRE(fieldsWithProblems(fixture, draft) == QStringList{QStringLiteral("height")});
    }
}

TEST_CASE("A line of a list needs its name", "[workflow][patient]") {
    OpenPracticeFixture fixture;
    auto draft = draftOf(QStringLiteral("AH-1"));
    draft.allergies.append(Allergy{});
    draft.diagnoses.append(Diagnosis{});
    draft.medications.append(Medication{});
    REQUIRE(fieldsWithProblems(fixture, draft) == QStringList{QStringLiteral("allergies"),
                                                              QStringLiteral("diagnoses"),
                                                              QStringLiteral("medications")});
}

TEST_CASE("Allergies that are said to be listed are listed", "[workflow][patient]") {
    OpenPracticeFixture fixture;
    auto draft = draftOf(QStringLiteral("AH-1"));
    draft.patient.allergyStatus = AllergyStatus::Listed;
    REQUIRE(fieldsWithProblems(fixture, draft) == QStringList{QStringLiteral("allergies")});
    draft.patient.allergyStatus = AllergyStatus::NoneKnown;
    REQUIRE(fieldsWithProblems(fixture, draft).isEmpty());
}

TEST_CASE("An MRN belongs to one patient", "[workflow][patient]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    for (const QString& same :
         {QStringLiteral("AH-0412"), QStringLiteral("ah-0412"), QStringLiteral(" AH-0412 ")}) {
        const auto saved = PatientCare(fixture.practice()).save(draftOf(same));
        REQUIRE_FALSE(saved.has_value());
        REQUIRE(saved.error().code == ErrorCode::InvalidInput);
        REQUIRE(saved.error().why == QStringLiteral("mrn"));
    }
    auto own = required(PatientCare(fixture.practice()).load(elena));
    own.patient.preferredName = QStringLiteral("Ellie");
    REQUIRE(PatientCare(fixture.practice()).save(own).has_value());
}

TEST_CASE("The next MRN counts on in the practice's own pattern", "[workflow][patient]") {
    OpenPracticeFixture fixture;
    PatientCare care(fixture.practice());
    REQUIRE(care.nextMrn() == QStringLiteral("K-0001"));
    required(care.save(draftOf(QStringLiteral("AH-0099"))));
    REQUIRE(care.nextMrn() == QStringLiteral("AH-0100"));
    fixture.clock().advanceMs(1000);
    required(care.save(draftOf(QStringLiteral("9"))));
    REQUIRE(care.nextMrn() == QStringLiteral("10"));
}

TEST_CASE("The next MRN is free", "[workflow][patient]") {
    OpenPracticeFixture fixture;
    PatientCare care(fixture.practice());
    for (const char* mrn : {"K-0002", "K-0003", "K-0001"}) {
        required(care.save(draftOf(QString::fromLatin1(mrn))));
        fixture.clock().advanceMs(1000);
    }
    REQUIRE(care.nextMrn() == QStringLiteral("K-0004"));
    required(care.save(draftOf(QStringLiteral("none of our numbers"))));
    REQUIRE(care.nextMrn() == QStringLiteral("K-0004"));
}

TEST_CASE("Saving a patient writes what changed and nothing else", "[workflow][patient]") {
    OpenPracticeFixture fixture;
    PatientCare care(fixture.practice());
    auto draft = draftOf(QStringLiteral("AH-1"));
    draft.medications = {Medication{{}, {}, QStringLiteral("Sertraline"), QStringLiteral("100 mg"), {}, {}},
                         Medication{{}, {}, QStringLiteral("Lithium"), QStringLiteral("600 mg"), {}, {}}};
    const auto id = required(care.save(draft));
    const auto loaded = required(care.load(id));
    const auto before = required(fixture.practice().file().head()).count;
    required(care.save(loaded));
    REQUIRE(required(fixture.practice().file().head()).count == before);

    auto changed = loaded;
    changed.medications[0].dose = QStringLiteral("150 mg");
    const auto gone = changed.medications.takeAt(1);
    changed.medications.append(Medication{{}, {}, QStringLiteral("Zopiclone"), {}, {}, {}});
    required(care.save(changed));
    REQUIRE(required(fixture.practice().file().head()).count == before + 3);
    const auto again = required(care.load(id));
    REQUIRE(again.medications.size() == 2);
    const auto history = required(fixture.practice().file().historyOf(gone.id.uuid, id));
    REQUIRE(history.size() == 2);
    REQUIRE(history.last().action == Action::EnteredInError);
    REQUIRE_FALSE(history.last().reason.isEmpty());
}

TEST_CASE("Registering a patient needs somebody signed in", "[workflow][patient]") {
    OpenPracticeFixture fixture;
    fixture.practice().actAsProgram(QStringLiteral("kairos-cli, ruth"));
    REQUIRE(PatientCare(fixture.practice()).save(draftOf(QStringLiteral("AH-1"))).error().code ==
            ErrorCode::Refused);
}

TEST_CASE("A patient who is not there is not found", "[workflow][patient]") {
    OpenPracticeFixture fixture;
    auto draft = draftOf(QStringLiteral("AH-1"));
    draft.patient.id = fixture.practice().ids().next<PatientId>();
    REQUIRE(PatientCare(fixture.practice()).save(draft).error().code == ErrorCode::NotFound);
    REQUIRE(PatientCare(fixture.practice()).load(draft.patient.id).error().code == ErrorCode::NotFound);
}

TEST_CASE("A weight is above 0 and at most 300 kg", "[workflow][patient]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    PatientCare care(fixture.practice());
    REQUIRE_FALSE(required(care.lastWeight(elena)).has_value());
    for (const double impossible : {0.0, -70.0, 300.1, std::numeric_limits<double>::infinity(),
                                    std::numeric_limits<double>::quiet_NaN()}) {
        REQUIRE(care.addWeight(elena, base::Kilograms{impossible}).error().code == ErrorCode::InvalidInput);
    }
    REQUIRE_FALSE(required(care.lastWeight(elena)).has_value());
    required(care.addWeight(elena, base::Kilograms{300.0}));
    fixture.clock().advanceMs(60'000);
    required(care.addWeight(elena, base::Kilograms{0.1}));
    REQUIRE(required(care.lastWeight(elena))->weight == base::Kilograms{0.1});
    REQUIRE(required(care.lastWeight(elena))->measuredAt == fixture.practice().now());
    REQUIRE(care.addWeight(fixture.practice().ids().next<PatientId>(), base::Kilograms{70}).error().code ==
            ErrorCode::NotFound);
}

TEST_CASE("Care is paused with its reason in the journal", "[workflow][patient]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    PatientCare care(fixture.practice());
    required(care.setStage(elena, Stage::Paused, QStringLiteral("away until spring")));
    REQUIRE(required(care.load(elena)).patient.stage == Stage::Paused);
    const auto history = required(fixture.practice().file().historyOf(elena.uuid, elena));
    REQUIRE(history.last().reason == QStringLiteral("away until spring"));
    fixture.signInAs(QStringLiteral("Priya Nair"), Role::Monitor);
    REQUIRE(care.setStage(elena, Stage::Ended, QStringLiteral("x")).error().code == ErrorCode::Refused);
}

TEST_CASE("A consent is given on a day that has come", "[workflow][consent]") {
    OpenPracticeFixture fixture;
    PatientCare care(fixture.practice());
    Consent consent;
    consent.patient = fixture.addElena();
    consent.form = QStringLiteral("ketamine-treatment");
    REQUIRE(care.giveConsent(consent).error().code == ErrorCode::InvalidInput);
    consent.given = fixture.practice().today().addDays(1);
    REQUIRE(care.giveConsent(consent).error().code == ErrorCode::InvalidInput);
    consent.given = fixture.practice().today();
    consent.expires = consent.given.addDays(-1);
    REQUIRE(care.giveConsent(consent).error().code == ErrorCode::InvalidInput);
    consent.expires = consent.given;
    consent.form = QStringLiteral(" ");
    REQUIRE(care.giveConsent(consent).error().code == ErrorCode::InvalidInput);
    consent.form = QStringLiteral("ketamine-treatment");
    required(care.giveConsent(consent));
    REQUIRE(required(care.consents(consent.patient)).size() == 1);
}

TEST_CASE("A consent of the patient form ends by the rules unless an end was typed", "[workflow][consent]") {
    OpenPracticeFixture fixture;
    PatientCare care(fixture.practice());
    Consent consent;
    consent.form = QStringLiteral("ketamine-treatment");
    consent.given = fixture.practice().today();
    Consent shorter = consent;
    shorter.expires = consent.given.addDays(30);
    Consent own = consent;
    own.form = QStringLiteral("our own paper");
    const auto id = required(care.save(draftOf(QStringLiteral("AH-1")),
                                       {.weight = {}, .consents = {consent, shorter, own}, .finished = {}}));
    QList<std::optional<QDate>> ends;
    for (const Consent& kept : required(care.consents(id))) {
        ends.append(kept.expires);
    }
    REQUIRE(ends.size() == 3);
    REQUIRE(ends.contains(consent.given.addDays(365)));
    REQUIRE(ends.contains(shorter.expires));
    REQUIRE(ends.contains(std::nullopt));
}

TEST_CASE("A consent is withdrawn as a dated fact, not deleted", "[workflow][consent]") {
    OpenPracticeFixture fixture;
    PatientCare care(fixture.practice());
    Consent consent;
    consent.patient = fixture.addElena();
    consent.form = QStringLiteral("touch");
    consent.given = fixture.practice().today().addDays(-3);
    required(care.giveConsent(consent));
    const auto id = required(care.consents(consent.patient)).first().id;
    REQUIRE(care.withdrawConsent(id, consent.given.addDays(-1)).error().code == ErrorCode::InvalidInput);
    REQUIRE(care.withdrawConsent(id, fixture.practice().today().addDays(1)).error().code ==
            ErrorCode::InvalidInput);
    REQUIRE(care.withdrawConsent(id, QDate()).error().code == ErrorCode::InvalidInput);
    required(care.withdrawConsent(id, fixture.practice().today()));
    const auto after = required(care.consents(consent.patient));
    REQUIRE(after.size() == 1);
    REQUIRE(after.first().withdrawn == fixture.practice().today());
    REQUIRE(care.withdrawConsent(fixture.practice().ids().next<ConsentId>(), fixture.practice().today())
                .error()
                .code == ErrorCode::NotFound);
}

} // namespace test_patient_care
