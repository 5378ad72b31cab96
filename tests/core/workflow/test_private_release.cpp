// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/private_release.h"

#include "core/storage/verify.h"
#include "core/workflow/clinic_care.h"
#include "core/workflow/find_query.h"
#include "core/workflow/signed_content.h"

#include "tests/support/private_wall.h"

#include <catch2/catch_test_macros.hpp>

namespace test_private_release {
using namespace kairos;
using base::ErrorCode;
using storage::ReleaseState;
using support::OpenPracticeFixture;
using support::required;
using workflow::PrivateAccess;
using workflow::PrivateNotes;
using workflow::PrivateRelease;
using workflow::ReleaseWish;

namespace {

struct Desk {
    OpenPracticeFixture alder;
    record::PatientId elena = alder.addElena();
    record::SessionId session = support::signedTherapy(alder, elena);
    QString code = required(PrivateAccess(alder.practice()).setUp(OpenPracticeFixture::password()));
    record::PrivateNoteId note = required(
        PrivateNotes(alder.practice()).write(elena, {QStringLiteral("She dreams of 50 % less."), session}));

    PrivateRelease release() { return PrivateRelease(alder.practice()); }
    ReleaseWish wish() const {
        return {note, QStringLiteral("she asked for it"), QStringLiteral("her psychiatrist")};
    }
    base::Outcome give() { return release().give(note, session, OpenPracticeFixture::password()); }
    QList<record::Note> addenda() {
        return required(workflow::SessionDesk(alder.practice()).addenda(session));
    }
};

} // namespace

TEST_CASE("A private note goes into the chart in two acts, word for word as it was shown",
          "[private][release]") {
    Desk desk;
    REQUIRE(!required(desk.release().find(desk.note)));
    required(desk.release().ask(desk.wish()));
    REQUIRE(desk.addenda().isEmpty());
    REQUIRE(required(desk.release().find(desk.note))->state == ReleaseState::Asked);
    const QString shown = required(desk.release().chartText(desk.note));
    for (const char* part : {"Released from private notes by Ruth Adeyemi", "her psychiatrist",
                             "she asked for it", "She dreams of 50 % less.", "2026-11-02"}) {
        REQUIRE(shown.contains(QLatin1String(part)));
    }
    required(desk.give());
    REQUIRE(desk.addenda().size() == 1);
    const auto added = desk.addenda().first();
    REQUIRE(added.sections.first().text == shown);
    REQUIRE(added.format == record::NoteFormat::Free);
    REQUIRE(added.author == desk.alder.clinician());
    REQUIRE(added.patient == desk.elena);
    const auto signatures =
        required(workflow::SignedContent(desk.alder.practice()).signaturesOf(added.id.uuid));
    REQUIRE(signatures.size() == 1);
    REQUIRE(required(desk.release().find(desk.note))->state == ReleaseState::Given);
    // From there on it follows the rules of the chart: it is found, and it holds.
    REQUIRE(required(workflow::FindQuery(desk.alder.practice()).find({QStringLiteral("dreams")}))
                .records.size() == 1);
    const auto& file = desk.alder.practice().file();
    REQUIRE(required(storage::verifyPractice(file.path(), file.key(), storage::VerifyDepth::Deep))
                .findings.isEmpty());
    REQUIRE(required(PrivateNotes(desk.alder.practice()).mine(desk.elena)).notes.size() == 1);
}

TEST_CASE("Nothing is released without its first act", "[private][release]") {
    Desk desk;
    REQUIRE(desk.give().error().code == ErrorCode::Refused);
    REQUIRE(desk.release().chartText(desk.note).error().code == ErrorCode::Refused);
    REQUIRE(desk.release().withdraw(desk.note).error().code == ErrorCode::Refused);
    for (const auto& wish : {ReleaseWish{desk.note, QStringLiteral(" "), QStringLiteral("her psychiatrist")},
                             ReleaseWish{desk.note, QStringLiteral("she asked"), {}}}) {
        REQUIRE(desk.release().ask(wish).error().code == ErrorCode::InvalidInput);
    }
    auto unknown = desk.wish();
    unknown.note = desk.alder.practice().ids().next<record::PrivateNoteId>();
    REQUIRE(desk.release().ask(unknown).error().code == ErrorCode::NotFound);
    REQUIRE(desk.addenda().isEmpty());
}

TEST_CASE("Nothing is released without the password", "[private][release]") {
    Desk desk;
    required(desk.release().ask(desk.wish()));
    REQUIRE(desk.release().give(desk.note, desk.session, QStringLiteral("not it at all")).error().code ==
            ErrorCode::WrongPassphrase);
    REQUIRE(desk.addenda().isEmpty());
    REQUIRE(required(desk.release().find(desk.note))->state == ReleaseState::Asked);
}

TEST_CASE("A release that is withdrawn is asked for anew", "[private][release]") {
    Desk desk;
    required(desk.release().ask(desk.wish()));
    required(desk.release().withdraw(desk.note));
    REQUIRE(!required(desk.release().find(desk.note)));
    REQUIRE(desk.give().error().code == ErrorCode::Refused);
    required(desk.release().ask(desk.wish()));
    required(desk.give());
    REQUIRE(desk.addenda().size() == 1);
    // What was given is not given twice.
    REQUIRE(desk.give().error().code == ErrorCode::Refused);
    REQUIRE(desk.release().withdraw(desk.note).error().code == ErrorCode::Refused);
    REQUIRE(desk.addenda().size() == 1);
}

TEST_CASE("A note that was amended since is read and asked for anew", "[private][release]") {
    Desk desk;
    required(desk.release().ask(desk.wish()));
    required(PrivateNotes(desk.alder.practice())
                 .write(desk.elena, {QStringLiteral("Other words."), {}, desk.note}));
    REQUIRE(desk.release().chartText(desk.note).error().why.contains(QStringLiteral("amended")));
    REQUIRE(desk.give().error().code == ErrorCode::Refused);
    required(desk.release().ask(desk.wish()));
    required(desk.give());
    REQUIRE(desk.addenda().first().sections.first().text.contains(QStringLiteral("Other words.")));
}

TEST_CASE("A release goes into a signed session of the same patient alone", "[private][release]") {
    Desk desk;
    required(desk.release().ask(desk.wish()));
    const auto open = support::heldTherapy(desk.alder, desk.elena);
    const auto unsignedSession = desk.release().give(desk.note, open, OpenPracticeFixture::password());
    REQUIRE(unsignedSession.error().why.contains(QStringLiteral("not signed")));
    const auto tom =
        desk.alder.addPatient(QStringLiteral("AH-0500"), QStringLiteral("Tom"), QStringLiteral("Field"));
    const auto other = support::signedTherapy(desk.alder, tom);
    const auto wrong = desk.release().give(desk.note, other, OpenPracticeFixture::password());
    REQUIRE(wrong.error().why.contains(QStringLiteral("another patient")));
    required(desk.release().give(desk.note, support::signedTherapy(desk.alder, desk.elena),
                                 OpenPracticeFixture::password()));
    REQUIRE(desk.addenda().isEmpty());
}

TEST_CASE("Another clinician releases nothing, and sealed notes are not released", "[private][release]") {
    Desk desk;
    required(desk.release().ask(desk.wish()));
    PrivateAccess(desk.alder.practice()).close();
    REQUIRE(desk.give().error().code == ErrorCode::Refused);
    REQUIRE(desk.release().ask(desk.wish()).error().code == ErrorCode::Refused);
    desk.alder.signInAs(QStringLiteral("Jonas Lind"), record::Role::Therapist);
    static_cast<void>(required(PrivateAccess(desk.alder.practice()).setUp(OpenPracticeFixture::password())));
    REQUIRE(desk.give().error().code == ErrorCode::Refused);
    REQUIRE(desk.release().ask(desk.wish()).error().code == ErrorCode::NotFound);
    REQUIRE(!required(desk.release().find(desk.note)));
}

} // namespace test_private_release
