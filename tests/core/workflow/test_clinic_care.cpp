// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/clinic_care.h"

#include "core/workflow/open_practice.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_clinic_care {
using namespace kairos;
using base::ErrorCode;
using record::Role;
using security::Permission;
using support::OpenPracticeFixture;
using support::required;
using workflow::ClinicCare;

TEST_CASE("The practice's page is checked before it is saved", "[workflow][clinic]") {
    OpenPracticeFixture fixture;
    auto page = fixture.practice().practice();
    const auto requireRefused = [&] {
        REQUIRE(ClinicCare(fixture.practice()).savePractice(page).error().code == ErrorCode::InvalidInput);
    };
    SECTION("no name") {
        page.name = QStringLiteral(" ");
        requireRefused();
    }
    SECTION("no such zone") {
        page.zone = QStringLiteral("Mars/Olympus");
        requireRefused();
    }
    SECTION("an idle lock of no minutes") {
        page.idleLockMinutes = 0;
        requireRefused();
    }
    SECTION("an order of readings with a name that is none") {
        page.readingOrder = QStringLiteral("bp hr weight");
        requireRefused();
    }
    SECTION("an idle lock above an hour") {
        page.idleLockMinutes = 61;
        requireRefused();
    }
}

TEST_CASE("The practice's page takes both ends of the idle lock", "[workflow][clinic]") {
    OpenPracticeFixture fixture;
    for (const int minutes : {1, 60}) {
        auto page = fixture.practice().practice();
        page.idleLockMinutes = minutes;
        page.name = QStringLiteral("Alder House North");
        required(ClinicCare(fixture.practice()).savePractice(page));
        REQUIRE(fixture.practice().practice().idleLockMinutes == minutes);
    }
    fixture.reopen();
    REQUIRE(fixture.practice().practice().name == QStringLiteral("Alder House North"));
}

TEST_CASE("The order of a reading is kept as its names; the program's own is not kept",
          "[workflow][clinic]") {
    OpenPracticeFixture fixture;
    auto page = fixture.practice().practice();
    page.readingOrder = QStringLiteral("BP, SpO2, pulse");
    required(ClinicCare(fixture.practice()).savePractice(page));
    fixture.reopen();
    REQUIRE(fixture.practice().practice().readingOrder == QStringLiteral("bp spo2 hr"));
    page.readingOrder = QStringLiteral("bp hr spo2 s");
    required(ClinicCare(fixture.practice()).savePractice(page));
    REQUIRE(fixture.practice().practice().readingOrder.isEmpty());
}

TEST_CASE("A changed zone counts at once", "[workflow][clinic]") {
    OpenPracticeFixture fixture;
    auto page = fixture.practice().practice();
    page.zone = QStringLiteral("Pacific/Auckland");
    required(ClinicCare(fixture.practice()).savePractice(page));
    fixture.clock().advanceMs(4 * 3'600'000);
    REQUIRE(fixture.practice().today() == QDate(2026, 11, 3));
}

TEST_CASE("Neither the practice's id nor its synthetic mark can be changed", "[workflow][clinic]") {
    OpenPracticeFixture fixture;
    const auto before = fixture.practice().practice();
    auto page = before;
    page.id = fixture.practice().ids().next<record::PracticeId>();
    page.synthetic = true;
    required(ClinicCare(fixture.practice()).savePractice(page));
    REQUIRE(fixture.practice().practice().id == before.id);
    REQUIRE_FALSE(fixture.practice().practice().synthetic);
}

TEST_CASE("Only an administrator keeps up the practice", "[workflow][clinic]") {
    OpenPracticeFixture fixture;
    fixture.signInAs(QStringLiteral("Priya Nair"), Role::Therapist);
    ClinicCare care(fixture.practice());
    REQUIRE(care.savePractice(fixture.practice().practice()).error().code == ErrorCode::Refused);
    REQUIRE(
        care.addClinician(QStringLiteral("Jonas Lindqvist"), {Role::Monitor}, OpenPracticeFixture::password())
            .error()
            .code == ErrorCode::Refused);
    auto self = *fixture.practice().signedIn();
    self.roles.append(Role::Administrator);
    REQUIRE(care.saveClinician(self).error().code == ErrorCode::Refused);
    REQUIRE(fixture.practice().require(Permission::Administer).error().code == ErrorCode::Refused);
}

TEST_CASE("A new clinician has a name, a role and a password", "[workflow][clinic]") {
    OpenPracticeFixture fixture;
    ClinicCare care(fixture.practice());
    const QString name = QStringLiteral("Priya Nair");
    const QString password = OpenPracticeFixture::password();
    REQUIRE(care.addClinician(QString(), {Role::Monitor}, password).error().code == ErrorCode::InvalidInput);
    REQUIRE(care.addClinician(name, {}, password).error().code == ErrorCode::InvalidInput);
    REQUIRE(care.addClinician(name, {Role::Monitor}, QStringLiteral("a")).error().code ==
            ErrorCode::InvalidInput);
    REQUIRE(required(fixture.practice().clinicians()).size() == 1);
    const auto id = required(care.addClinician(name, {Role::Monitor}, password));
    REQUIRE(required(fixture.practice().clinicians()).size() == 2);
    REQUIRE(fixture.practice().signIn(id, password).has_value());
}

TEST_CASE("The last administrator stays", "[workflow][clinic]") {
    OpenPracticeFixture fixture;
    ClinicCare care(fixture.practice());
    auto ruth = *fixture.practice().signedIn();
    ruth.roles = {Role::Therapist};
    REQUIRE(care.saveClinician(ruth).error().code == ErrorCode::Refused);
    ruth.roles = {Role::Administrator};
    ruth.active = false;
    REQUIRE(care.saveClinician(ruth).error().code == ErrorCode::Refused);
    required(care.addClinician(QStringLiteral("Jonas Lindqvist"), {Role::Administrator},
                               OpenPracticeFixture::password()));
    ruth.active = true;
    ruth.roles = {Role::Therapist};
    required(care.saveClinician(ruth));
    REQUIRE(fixture.practice().require(Permission::Administer).error().code == ErrorCode::Refused);
}

TEST_CASE("A clinician who left cannot sign in and keeps the name", "[workflow][clinic]") {
    OpenPracticeFixture fixture;
    ClinicCare care(fixture.practice());
    const auto id = required(
        care.addClinician(QStringLiteral("Priya Nair"), {Role::Monitor}, OpenPracticeFixture::password()));
    record::Clinician priya{id, QStringLiteral("Priya Nair"), {Role::Monitor}, false};
    required(care.saveClinician(priya));
    REQUIRE(fixture.practice().signIn(id, OpenPracticeFixture::password()).error().code ==
            ErrorCode::NotFound);
    REQUIRE(required(fixture.practice().clinicians()).size() == 1);
    REQUIRE(fixture.practice().clinicianName(id) == QStringLiteral("Priya Nair"));
    REQUIRE(fixture.practice().signedIn()->id == fixture.clinician());
}

TEST_CASE("A clinician is changed only as one who exists, with a name and a role", "[workflow][clinic]") {
    OpenPracticeFixture fixture;
    ClinicCare care(fixture.practice());
    auto ruth = *fixture.practice().signedIn();
    ruth.name = QStringLiteral("  ");
    REQUIRE(care.saveClinician(ruth).error().code == ErrorCode::InvalidInput);
    const record::Clinician stranger{fixture.practice().ids().next<record::ClinicianId>(),
                                     QStringLiteral("Jonas Lindqvist"),
                                     {Role::Monitor},
                                     true};
    REQUIRE(care.saveClinician(stranger).error().code == ErrorCode::NotFound);
}

TEST_CASE("A password is changed by its owner alone", "[workflow][clinic]") {
    OpenPracticeFixture fixture;
    ClinicCare care(fixture.practice());
    const QString fresh = QStringLiteral("a kettle on a quiet stove");
    REQUIRE(care.changePassword(fresh, fresh).error().code == ErrorCode::WrongPassphrase);
    REQUIRE(care.changePassword(OpenPracticeFixture::password(), QStringLiteral("a")).error().code ==
            ErrorCode::InvalidInput);
    required(care.changePassword(OpenPracticeFixture::password(), fresh));
    REQUIRE(fixture.practice().confirm(fresh).has_value());
    REQUIRE(fixture.practice().confirm(OpenPracticeFixture::password()).error().code ==
            ErrorCode::WrongPassphrase);
    fixture.practice().signOut();
    REQUIRE(care.changePassword(fresh, OpenPracticeFixture::password()).error().code == ErrorCode::Refused);
}

TEST_CASE("An administrator sets a forgotten password anew, others may not", "[workflow][clinic]") {
    OpenPracticeFixture alder;
    workflow::ClinicCare care(alder.practice());
    const auto jonas = required(care.addClinician(QStringLiteral("Jonas Lindqvist"),
                                                  {record::Role::Therapist}, QStringLiteral("old and lost")));
    REQUIRE_FALSE(care.setPassword(jonas, QStringLiteral("short")).has_value());
    required(care.setPassword(jonas, QStringLiteral("new and known")));
    REQUIRE_FALSE(alder.practice().signIn(jonas, QStringLiteral("old and lost")).has_value());
    required(alder.practice().signIn(jonas, QStringLiteral("new and known")));
    const auto refused = care.setPassword(alder.clinician(), QStringLiteral("taking over"));
    REQUIRE(refused.error().code == base::ErrorCode::Refused);
}

TEST_CASE("Everybody who left still stands in the list of people", "[workflow][clinic]") {
    OpenPracticeFixture alder;
    workflow::ClinicCare care(alder.practice());
    const auto jonas = required(care.addClinician(QStringLiteral("Jonas Lindqvist"),
                                                  {record::Role::Therapist}, QStringLiteral("rain and tin")));
    required(
        care.saveClinician({jonas, QStringLiteral("Jonas Lindqvist"), {record::Role::Therapist}, false}));
    REQUIRE(required(alder.practice().clinicians()).size() == 1);
    const auto everyone = required(care.everyone());
    REQUIRE(everyone.size() == 2);
    REQUIRE_FALSE(everyone.last().active);
}

} // namespace test_clinic_care
