// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/private_access.h"

#include "core/workflow/clinic_care.h"
#include "core/workflow/private_notes.h"
#include "core/workflow/private_wall.h"

#include "core/storage/practice_file.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_private_access {
using namespace kairos;
using base::ErrorCode;
using support::OpenPracticeFixture;
using support::required;
using workflow::ClinicCare;
using workflow::PrivateAccess;
using workflow::PrivateNotes;

namespace {

const QString kFresh = QStringLiteral("snow on a slate roof");

/// Ruth Adeyemi keeps one private note about Elena Marsh.
struct Walled {
    OpenPracticeFixture alder;
    record::PatientId elena = alder.addElena();
    QString code = required(access().setUp(OpenPracticeFixture::password()));

    Walled() { required(PrivateNotes(alder.practice()).write(elena, {QStringLiteral("Mine alone.")})); }

    PrivateAccess access() { return PrivateAccess(alder.practice()); }
    QStringList read() {
        QStringList texts;
        for (const auto& note : required(PrivateNotes(alder.practice()).mine(elena)).notes) {
            texts.append(note.text);
        }
        return texts;
    }
    base::Outcome signInAgain(const QString& password) {
        alder.practice().signOut();
        return alder.practice().signIn(alder.clinician(), password);
    }
};

const QStringList kMine{QStringLiteral("Mine alone.")};

} // namespace

TEST_CASE("Private notes are set up with the password and a code of one's own", "[private]") {
    OpenPracticeFixture alder;
    PrivateAccess access(alder.practice());
    REQUIRE(access.isOffered());
    REQUIRE(!required(access.isSetUp()));
    REQUIRE(access.setUp(kFresh).error().code == ErrorCode::WrongPassphrase);
    REQUIRE(access.open(OpenPracticeFixture::password()).error().code == ErrorCode::NotFound);
    const QString code = required(access.setUp(OpenPracticeFixture::password()));
    REQUIRE(code.count(QLatin1Char('-')) == 12);
    REQUIRE(code != alder.practice().recoveryCode());
    REQUIRE(required(access.isSetUp()));
    REQUIRE(access.isOpen());
    REQUIRE(access.setUp(OpenPracticeFixture::password()).error().code == ErrorCode::Refused);
}

TEST_CASE("They are sealed at sign-out, when another signs in, and when they are closed", "[private]") {
    Walled desk;
    desk.access().close();
    REQUIRE(!desk.access().isOpen());
    REQUIRE(PrivateNotes(desk.alder.practice()).mine(desk.elena).error().code == ErrorCode::Refused);
    required(desk.access().open(OpenPracticeFixture::password()));
    REQUIRE(desk.read() == kMine);
    required(desk.signInAgain(OpenPracticeFixture::password()));
    REQUIRE(!desk.access().isOpen());
    required(desk.access().open(OpenPracticeFixture::password()));
    required(desk.alder.practice().signIn(desk.alder.clinician(), OpenPracticeFixture::password()));
    REQUIRE(!desk.alder.practice().wall().key.has_value());
    required(desk.access().open(OpenPracticeFixture::password()));
    desk.alder.practice().actAsProgram(QStringLiteral("kairos-cli, anna"));
    REQUIRE(!desk.alder.practice().wall().key.has_value());
    REQUIRE(!desk.access().isOffered());
    REQUIRE(desk.access().open(OpenPracticeFixture::password()).error().code == ErrorCode::Refused);
    desk.alder.reopen();
    REQUIRE(!desk.access().isOpen());
}

TEST_CASE("A wrong password opens nothing, and no administrator is recommended", "[private]") {
    Walled desk;
    desk.access().close();
    const auto refused = desk.access().open(kFresh);
    REQUIRE(refused.error().code == ErrorCode::WrongPassphrase);
    REQUIRE(refused.error().what.contains(QStringLiteral("private notes")));
    REQUIRE(!refused.error().remedy.contains(QStringLiteral("ask an administrator")));
    REQUIRE(!desk.access().isOpen());
}

TEST_CASE("A changed password opens them, and the former one does not", "[private]") {
    for (const bool isOpen : {true, false}) {
        Walled desk;
        if (!isOpen) {
            desk.access().close();
        }
        required(ClinicCare(desk.alder.practice()).changePassword(OpenPracticeFixture::password(), kFresh));
        required(desk.signInAgain(kFresh));
        REQUIRE(!desk.access().open(OpenPracticeFixture::password()));
        required(desk.access().open(kFresh));
        REQUIRE(desk.read() == kMine);
    }
}

TEST_CASE("A password set anew by an administrator opens nothing: the own recovery code does", "[private]") {
    Walled desk;
    desk.access().close();
    auto& practice = desk.alder.practice();
    required(ClinicCare(practice).setPassword(desk.alder.clinician(), kFresh));
    required(desk.signInAgain(kFresh));
    const auto refused = desk.access().open(kFresh);
    REQUIRE(refused.error().code == ErrorCode::WrongPassphrase);
    REQUIRE(refused.error().why.contains(QStringLiteral("set anew by an administrator")));
    REQUIRE(refused.error().remedy.contains(QStringLiteral("recovery code")));
    REQUIRE(!desk.access().open(OpenPracticeFixture::password()));
    REQUIRE(desk.access().recover(practice.recoveryCode(), kFresh).error().code ==
            ErrorCode::WrongPassphrase);
    REQUIRE(desk.access().recover(QStringLiteral("12345"), kFresh).error().code == ErrorCode::InvalidInput);
    REQUIRE(desk.access().recover(desk.code, OpenPracticeFixture::password()).error().code ==
            ErrorCode::WrongPassphrase);
    REQUIRE(!desk.access().isOpen());
    required(desk.access().recover(desk.code, kFresh));
    REQUIRE(desk.read() == kMine);
    // From then on the present password opens them, and the code still does.
    desk.access().close();
    required(desk.access().open(kFresh));
    desk.access().close();
    required(desk.access().recover(desk.code, kFresh));
    REQUIRE(desk.read() == kMine);
}

TEST_CASE("A change of password after a reset leaves the code as the way in", "[private]") {
    Walled desk;
    desk.access().close();
    ClinicCare care(desk.alder.practice());
    required(care.setPassword(desk.alder.clinician(), kFresh));
    const QString third = QStringLiteral("hail on a glass roof");
    required(care.changePassword(kFresh, third));
    REQUIRE(!desk.access().open(third));
    required(desk.access().recover(desk.code, third));
    REQUIRE(desk.read() == kMine);
}

TEST_CASE("One's own password set anew while the notes are open opens them", "[private]") {
    Walled desk;
    required(ClinicCare(desk.alder.practice()).setPassword(desk.alder.clinician(), kFresh));
    required(desk.signInAgain(kFresh));
    required(desk.access().open(kFresh));
    REQUIRE(desk.read() == kMine);
}

TEST_CASE("A new recovery code ends the former one", "[private]") {
    Walled desk;
    REQUIRE(desk.access().renewCode(kFresh).error().code == ErrorCode::WrongPassphrase);
    const QString renewed = required(desk.access().renewCode(OpenPracticeFixture::password()));
    desk.access().close();
    REQUIRE(desk.access().renewCode(OpenPracticeFixture::password()).error().code == ErrorCode::Refused);
    REQUIRE(desk.access().recover(desk.code, OpenPracticeFixture::password()).error().code ==
            ErrorCode::WrongPassphrase);
    required(desk.access().recover(renewed, OpenPracticeFixture::password()));
    REQUIRE(desk.read() == kMine);
}

TEST_CASE("Another clinician has a wall of their own and sees nothing of this one", "[private]") {
    Walled desk;
    desk.alder.signInAs(QStringLiteral("Jonas Lind"), record::Role::Therapist);
    REQUIRE(desk.access().isOffered());
    REQUIRE(!required(desk.access().isSetUp()));
    REQUIRE(desk.access().open(OpenPracticeFixture::password()).error().code == ErrorCode::NotFound);
    REQUIRE(desk.access().recover(desk.code, OpenPracticeFixture::password()).error().code ==
            ErrorCode::NotFound);
    static_cast<void>(required(desk.access().setUp(OpenPracticeFixture::password())));
    REQUIRE(desk.read().isEmpty());
    REQUIRE(desk.access().recover(desk.code, OpenPracticeFixture::password()).error().code ==
            ErrorCode::WrongPassphrase);
}

TEST_CASE("Who signs no therapy notes is offered none", "[private]") {
    OpenPracticeFixture alder;
    for (const auto role : {record::Role::Monitor, record::Role::Administrator}) {
        alder.signInAs(QStringLiteral("Mo"), role);
        REQUIRE(!PrivateAccess(alder.practice()).isOffered());
        alder.reopen();
    }
}

TEST_CASE("Who changes to a role without them still reaches their own", "[private]") {
    Walled desk;
    desk.alder.signInAs(QStringLiteral("Jonas Lind"), record::Role::Therapist);
    static_cast<void>(required(desk.access().setUp(OpenPracticeFixture::password())));
    auto jonas = desk.alder.practice().signedIn().value();
    desk.alder.reopen();
    jonas.roles = {record::Role::Monitor};
    required(ClinicCare(desk.alder.practice()).saveClinician(jonas));
    required(desk.alder.practice().signIn(jonas.id, OpenPracticeFixture::password()));
    REQUIRE(desk.access().isOffered());
}

} // namespace test_private_access
