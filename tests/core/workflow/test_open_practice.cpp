// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/open_practice.h"

#include "core/storage/practice_file.h"
#include "core/workflow/patient_care.h"

#include "tests/support/open_practice_fixture.h"

#include <QDir>
#include <QFile>

#include <catch2/catch_test_macros.hpp>

namespace test_open_practice {
using namespace kairos;
using base::ErrorCode;
using security::Permission;
using support::OpenPracticeFixture;
using support::required;
using workflow::OpenPractice;

namespace {

workflow::NewPractice wantedIn(const QString& folder) {
    workflow::NewPractice wanted;
    wanted.path = folder + QStringLiteral("/new.kairos");
    wanted.passphrase = OpenPracticeFixture::passphrase();
    wanted.password = OpenPracticeFixture::password();
    wanted.name = QStringLiteral("Alder House");
    wanted.zone = QStringLiteral("Europe/Oslo");
    wanted.clinicianName = QStringLiteral("Jonas Lindqvist");
    wanted.roles = {record::Role::Prescriber};
    return wanted;
}

void copyPractice(const QString& from, const QString& to) {
    for (const QString& end : {QString(), QStringLiteral(".key")}) {
        QFile::remove(to + end);
        REQUIRE(QFile::copy(from + end, to + end));
    }
}

} // namespace

TEST_CASE("A new practice signs its first clinician in", "[workflow][open]") {
    OpenPracticeFixture fixture;
    auto& practice = fixture.practice();
    REQUIRE(practice.signedIn());
    REQUIRE(practice.signedIn()->name == QStringLiteral("Ruth Adeyemi"));
    REQUIRE(practice.practice().name == QStringLiteral("Alder House"));
    REQUIRE(practice.zone().id() == QByteArray("Europe/Oslo"));
    REQUIRE(practice.today() == QDate(2026, 11, 2));
    REQUIRE(practice.clinicianName(fixture.clinician()) == QStringLiteral("Ruth Adeyemi"));
    REQUIRE(practice.recoveryCode().split(QLatin1Char('-')).size() == 13);
}

TEST_CASE("The first clinician can always administer", "[workflow][open]") {
    OpenPracticeFixture fixture;
    const auto made = required(OpenPractice::create(wantedIn(fixture.folder()), fixture.environment()));
    REQUIRE(made->signedIn()->has(record::Role::Administrator));
    REQUIRE(made->signedIn()->has(record::Role::Prescriber));
    REQUIRE_FALSE(made->signedIn()->has(record::Role::Therapist));
}

TEST_CASE("A practice that lacks a part is not made", "[workflow][open]") {
    OpenPracticeFixture fixture;
    auto wanted = wantedIn(fixture.folder());
    const auto requireRefused = [&] {
        const auto made = OpenPractice::create(wanted, fixture.environment());
        REQUIRE_FALSE(made.has_value());
        REQUIRE(made.error().code == ErrorCode::InvalidInput);
        REQUIRE_FALSE(made.error().remedy.isEmpty());
        REQUIRE_FALSE(QFile::exists(wanted.path));
        REQUIRE_FALSE(QFile::exists(wanted.path + QStringLiteral(".key")));
    };
    SECTION("its name") {
        wanted.name = QStringLiteral("  ");
        requireRefused();
    }
    SECTION("its zone") {
        wanted.zone = QStringLiteral("Europe/Nowhere");
        requireRefused();
    }
    SECTION("its clinician") {
        wanted.clinicianName.clear();
        requireRefused();
    }
    SECTION("a role") {
        wanted.roles.clear();
        requireRefused();
    }
    SECTION("a password worth the name") {
        wanted.password = QStringLiteral("a");
        requireRefused();
    }
    SECTION("a passphrase worth the name") {
        wanted.passphrase = QStringLiteral("a");
        requireRefused();
    }
}

TEST_CASE("A practice opens with its passphrase and nobody signed in", "[workflow][open]") {
    OpenPracticeFixture fixture;
    fixture.close();
    const auto wrong =
        OpenPractice::open(fixture.path(), QStringLiteral("four plain wooden tables"), fixture.environment());
    REQUIRE_FALSE(wrong.has_value());
    REQUIRE(wrong.error().code == ErrorCode::WrongPassphrase);
    const auto opened = required(
        OpenPractice::open(fixture.path(), OpenPracticeFixture::passphrase(), fixture.environment()));
    REQUIRE_FALSE(opened->signedIn().has_value());
    REQUIRE(required(opened->clinicians()).size() == 1);
}

TEST_CASE("The recovery code opens the practice", "[workflow][open]") {
    OpenPracticeFixture fixture;
    const QString code = fixture.practice().recoveryCode();
    fixture.close();
    const auto opened =
        required(OpenPractice::openWithRecoveryCode(fixture.path(), code.toLower(), fixture.environment()));
    REQUIRE(opened->practice().name == QStringLiteral("Alder House"));
}

TEST_CASE("Signing in needs the person's own password", "[workflow][sign-in]") {
    OpenPracticeFixture fixture;
    auto& practice = fixture.practice();
    practice.signOut();
    REQUIRE_FALSE(practice.signedIn().has_value());
    const auto wrong = practice.signIn(fixture.clinician(), OpenPracticeFixture::passphrase());
    REQUIRE_FALSE(wrong.has_value());
    REQUIRE(wrong.error().code == ErrorCode::WrongPassphrase);
    REQUIRE_FALSE(practice.signedIn().has_value());
    REQUIRE(practice.signIn(fixture.clinician(), OpenPracticeFixture::password()).has_value());
    REQUIRE(practice.signedIn()->id == fixture.clinician());
    const auto unknown =
        practice.signIn(practice.ids().next<record::ClinicianId>(), OpenPracticeFixture::password());
    REQUIRE(unknown.error().code == ErrorCode::NotFound);
    REQUIRE(practice.signedIn()->id == fixture.clinician());
}

TEST_CASE("Confirming asks for the signed-in clinician's password", "[workflow][sign-in]") {
    OpenPracticeFixture fixture;
    auto& practice = fixture.practice();
    REQUIRE(practice.confirm(OpenPracticeFixture::password()).has_value());
    REQUIRE(practice.confirm(QStringLiteral("something else altogether")).error().code ==
            ErrorCode::WrongPassphrase);
    practice.signOut();
    REQUIRE(practice.confirm(OpenPracticeFixture::password()).error().code == ErrorCode::Refused);
}

TEST_CASE("Roles decide what a clinician may do", "[workflow][permissions]") {
    OpenPracticeFixture fixture;
    fixture.signInAs(QStringLiteral("Priya Nair"), record::Role::Monitor);
    const auto& practice = fixture.practice();
    REQUIRE(practice.require(Permission::RecordDosing).has_value());
    REQUIRE(practice.require(Permission::Prescribe).error().code == ErrorCode::Refused);
    REQUIRE(practice.require(Permission::Administer).error().code == ErrorCode::Refused);
}

TEST_CASE("Nobody signed in may do nothing", "[workflow][permissions]") {
    OpenPracticeFixture fixture;
    fixture.practice().signOut();
    for (const Permission permission : security::kPermissions) {
        REQUIRE(fixture.practice().require(permission).error().code == ErrorCode::Refused);
    }
}

TEST_CASE("A program may import and export, never sign or dose", "[workflow][permissions]") {
    OpenPracticeFixture fixture;
    auto& practice = fixture.practice();
    practice.actAsProgram(QStringLiteral("kairos-cli, ruth"));
    REQUIRE_FALSE(practice.signedIn().has_value());
    REQUIRE(practice.actor() == record::Actor{std::nullopt, QStringLiteral("kairos-cli, ruth")});
    for (const Permission permission : security::kPermissions) {
        const bool isProgramsWork = permission == Permission::Import || permission == Permission::Export;
        REQUIRE(practice.require(permission).has_value() == isProgramsWork);
    }
    REQUIRE_FALSE(practice.confirm(OpenPracticeFixture::password()).has_value());
}

TEST_CASE("Signing in ends acting as a program", "[workflow][permissions]") {
    OpenPracticeFixture fixture;
    auto& practice = fixture.practice();
    practice.actAsProgram(QStringLiteral("kairos-cli, ruth"));
    required(practice.signIn(fixture.clinician(), OpenPracticeFixture::password()));
    REQUIRE(practice.actor().clinician == fixture.clinician());
    practice.signOut();
    REQUIRE(practice.actor() == record::Actor{});
}

TEST_CASE("A file older than this PC saw opens only with a reason", "[workflow][open]") {
    OpenPracticeFixture fixture;
    const QString old = fixture.folder() + QStringLiteral("/old");
    REQUIRE(QDir().mkpath(old));
    const QString kept = old + QStringLiteral("/kept.kairos");
    fixture.close();
    copyPractice(fixture.path(), kept);
    fixture.reopen();
    (void)fixture.addElena();
    fixture.practice().rememberHead();
    fixture.close();
    copyPractice(kept, fixture.path());

    const auto plain =
        OpenPractice::open(fixture.path(), OpenPracticeFixture::passphrase(), fixture.environment());
    REQUIRE_FALSE(plain.has_value());
    REQUIRE(plain.error().code == ErrorCode::Refused);
    const auto again =
        OpenPractice::open(fixture.path(), OpenPracticeFixture::passphrase(), fixture.environment());
    REQUIRE_FALSE(again.has_value());
    const auto silent = OpenPractice::openOlder(fixture.path(), OpenPracticeFixture::passphrase(),
                                                QStringLiteral(" "), fixture.environment());
    REQUIRE(silent.error().code == ErrorCode::InvalidInput);

    const auto opened =
        required(OpenPractice::openOlder(fixture.path(), OpenPracticeFixture::passphrase(),
                                         QStringLiteral("the disk broke"), fixture.environment()));
    required(opened->signIn(fixture.clinician(), OpenPracticeFixture::password()));
    const auto history = required(opened->file().historyOf(opened->practice().id.uuid, std::nullopt));
    REQUIRE(history.last().reason.contains(QStringLiteral("the disk broke")));
    REQUIRE(history.last().actor.clinician == fixture.clinician());
}

TEST_CASE("An older file opened with the recovery code is journalled", "[workflow][open]") {
    OpenPracticeFixture fixture;
    const QString code = fixture.practice().recoveryCode();
    const QString kept = fixture.folder() + QStringLiteral("/kept.kairos");
    fixture.close();
    copyPractice(fixture.path(), kept);
    fixture.reopen();
    (void)fixture.addElena();
    fixture.close();
    copyPractice(kept, fixture.path());
    const auto opened =
        required(OpenPractice::openWithRecoveryCode(fixture.path(), code, fixture.environment()));
    required(opened->signIn(fixture.clinician(), OpenPracticeFixture::password()));
    const auto history = required(opened->file().historyOf(opened->practice().id.uuid, std::nullopt));
    REQUIRE(history.last().reason.contains(QStringLiteral("recovery code")));
}

} // namespace test_open_practice
