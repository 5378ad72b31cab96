// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/private_notes.h"

#include "core/workflow/private_access.h"

#include "core/storage/connection.h"
#include "core/storage/practice_file.h"
#include "core/storage/verify.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_private_notes {
using namespace kairos;
using base::ErrorCode;
using storage::Connection;
using storage::OpenMode;
using support::OpenPracticeFixture;
using support::required;
using workflow::PrivateAccess;
using workflow::PrivateDraft;
using workflow::PrivateNotes;

namespace {

/// Ruth Adeyemi with her wall set up and open, and two patients.
struct Desk {
    OpenPracticeFixture alder;
    record::PatientId elena = alder.addElena();
    record::PatientId tom =
        alder.addPatient(QStringLiteral("AH-0500"), QStringLiteral("Tom"), QStringLiteral("Field"));
    QString code = required(PrivateAccess(alder.practice()).setUp(OpenPracticeFixture::password()));

    PrivateNotes notes() { return PrivateNotes(alder.practice()); }
    record::PrivateNoteId write(const QString& text) { return required(notes().write(elena, {text})); }
    workflow::PrivateNoteList mine() { return required(notes().mine(elena)); }

    /// What a person who holds the practice's key does to the closed file; then Ruth opens her notes again.
    void tamper(const QByteArray& sql) {
        alder.close();
        auto file = required(storage::PracticeFile::open(alder.path(), OpenPracticeFixture::passphrase()));
        const auto key = file->key().clone();
        file.reset();
        Connection(alder.path(), OpenMode::Write, &key).execute(sql.constData());
        alder.reopen();
        required(PrivateAccess(alder.practice()).open(OpenPracticeFixture::password()));
    }
};

} // namespace

TEST_CASE("A private note is read by its author, the newest first", "[private]") {
    Desk desk;
    const auto session = desk.alder.practice().ids().next<record::SessionId>();
    const auto first =
        required(desk.notes().write(desk.elena, {QStringLiteral("One — \u0627\u0644 e\u0301"), session}));
    desk.alder.clock().advanceMs(60'000);
    const auto second = desk.write(QStringLiteral("Two"));
    const auto list = desk.mine();
    REQUIRE(list.damaged.isEmpty());
    REQUIRE(list.notes.size() == 2);
    REQUIRE(list.notes.at(0).id == second);
    REQUIRE(list.notes.at(0).text == QStringLiteral("Two"));
    REQUIRE(list.notes.at(1).id == first);
    REQUIRE(list.notes.at(1).text == QStringLiteral("One — \u0627\u0644 e\u0301"));
    REQUIRE(list.notes.at(1).session == session);
    REQUIRE(required(desk.notes().mine(desk.tom)).notes.isEmpty());
}

TEST_CASE("Ten megabytes and control characters come back as they were written", "[private]") {
    Desk desk;
    const QString text = QString(10'000'000, QLatin1Char('n')) + QChar(7) + QChar(0x202E);
    desk.write(text);
    REQUIRE(desk.mine().notes.first().text == text);
}

TEST_CASE("An empty private note is refused", "[private]") {
    Desk desk;
    REQUIRE(desk.notes().write(desk.elena, {QStringLiteral(" \n ")}).error().code == ErrorCode::InvalidInput);
    REQUIRE(desk.mine().notes.isEmpty());
}

TEST_CASE("An amended note keeps its former version, sealed beside it", "[private]") {
    Desk desk;
    const auto id = desk.write(QStringLiteral("As it was"));
    desk.alder.clock().advanceMs(60'000);
    REQUIRE(required(desk.notes().write(desk.elena, {QStringLiteral("As it is"), {}, id})) == id);
    REQUIRE(desk.mine().notes.size() == 1);
    REQUIRE(desk.mine().notes.first().text == QStringLiteral("As it is"));
    REQUIRE(desk.mine().notes.first().version == 2);
    const auto versions = required(desk.notes().versions(id));
    REQUIRE(versions.size() == 2);
    REQUIRE(versions.first().text == QStringLiteral("As it was"));
    // Neither an unknown note nor one about another patient is amended.
    const auto unknown = desk.alder.practice().ids().next<record::PrivateNoteId>();
    REQUIRE(desk.notes().write(desk.elena, {QStringLiteral("x"), {}, unknown}).error().code ==
            ErrorCode::NotFound);
    REQUIRE(desk.notes().write(desk.tom, {QStringLiteral("x"), {}, id}).error().code == ErrorCode::NotFound);
}

TEST_CASE("A note is destroyed by its author with the password", "[private]") {
    Desk desk;
    const auto id = desk.write(QStringLiteral("To go"));
    desk.write(QStringLiteral("To stay"));
    REQUIRE(desk.notes().destroy(id, QStringLiteral("not it at all")).error().code ==
            ErrorCode::WrongPassphrase);
    REQUIRE(desk.mine().notes.size() == 2);
    required(desk.notes().destroy(id, OpenPracticeFixture::password()));
    REQUIRE(desk.mine().notes.size() == 1);
    REQUIRE(desk.notes().destroy(id, OpenPracticeFixture::password()).error().code == ErrorCode::NotFound);
    REQUIRE(required(desk.notes().versions(id)).isEmpty());
}

TEST_CASE("Another clinician neither amends nor destroys a private note", "[private]") {
    Desk desk;
    const auto id = desk.write(QStringLiteral("Mine"));
    desk.alder.signInAs(QStringLiteral("Jonas Lind"), record::Role::Therapist);
    REQUIRE(desk.notes().versions(id).error().code == ErrorCode::Refused);
    static_cast<void>(required(PrivateAccess(desk.alder.practice()).setUp(OpenPracticeFixture::password())));
    REQUIRE(desk.mine().notes.isEmpty());
    REQUIRE(required(desk.notes().versions(id)).isEmpty());
    REQUIRE(desk.notes().write(desk.elena, {QStringLiteral("x"), {}, id}).error().code ==
            ErrorCode::NotFound);
    REQUIRE(desk.notes().destroy(id, OpenPracticeFixture::password()).error().code == ErrorCode::NotFound);
}

TEST_CASE("Sealed notes are neither written, read, drafted nor destroyed", "[private]") {
    Desk desk;
    const auto id = desk.write(QStringLiteral("Mine"));
    PrivateAccess(desk.alder.practice()).close();
    REQUIRE(desk.notes().mine(desk.elena).error().code == ErrorCode::Refused);
    REQUIRE(desk.notes().versions(id).error().code == ErrorCode::Refused);
    REQUIRE(desk.notes().write(desk.elena, {QStringLiteral("x")}).error().code == ErrorCode::Refused);
    REQUIRE(desk.notes().destroy(id, OpenPracticeFixture::password()).error().code == ErrorCode::Refused);
    REQUIRE(desk.notes().keepDraft(desk.elena, {QStringLiteral("x")}).error().code == ErrorCode::Refused);
    REQUIRE(desk.notes().draft(desk.elena).error().code == ErrorCode::Refused);
    REQUIRE(desk.notes().dropDraft(desk.elena).error().code == ErrorCode::Refused);
}

TEST_CASE("A draft comes back after a crash and ends with the note", "[private]") {
    Desk desk;
    const auto id = desk.write(QStringLiteral("Before"));
    const PrivateDraft draft{QStringLiteral("half a sent"), {}, id};
    required(desk.notes().keepDraft(desk.elena, draft));
    desk.alder.reopen();
    required(PrivateAccess(desk.alder.practice()).open(OpenPracticeFixture::password()));
    REQUIRE(required(desk.notes().draft(desk.elena))->draft == draft);
    REQUIRE(!required(desk.notes().draft(desk.tom)));
    required(desk.notes().write(desk.elena, draft));
    REQUIRE(!required(desk.notes().draft(desk.elena)));
    required(desk.notes().keepDraft(desk.elena, draft));
    required(desk.notes().dropDraft(desk.elena));
    REQUIRE(!required(desk.notes().draft(desk.elena)));
}

TEST_CASE("A note that was moved or altered in the file is refused and named, the others open",
          "[private][fault]") {
    const QList<QByteArray> changes{"sealed = randomblob(length(sealed))", "sealed = substr(sealed, 2)",
                                    "at_ms = at_ms + 1", "session = randomblob(16)",
                                    "sealed = (SELECT sealed FROM private_note ORDER BY id DESC LIMIT 1)"};
    for (const QByteArray& change : changes) {
        Desk desk;
        const auto id = desk.write(QStringLiteral("Altered"));
        desk.alder.clock().advanceMs(60'000);
        desk.write(QStringLiteral("Whole"));
        desk.tamper("UPDATE private_note SET " + change + " WHERE id = x'" + id.uuid.toBytes().toHex() + "'");
        const auto list = desk.mine();
        INFO(change.toStdString());
        REQUIRE(list.notes.size() == 1);
        REQUIRE(list.notes.first().text == QStringLiteral("Whole"));
        REQUIRE(list.damaged.size() == 1);
        REQUIRE(list.damaged.first().contains(id.toString()));
        REQUIRE(desk.notes().versions(id).error().code == ErrorCode::Damaged);
    }
}

TEST_CASE("A note that was moved to another patient or another author does not open there",
          "[private][fault]") {
    Desk desk;
    desk.write(QStringLiteral("Moved"));
    desk.tamper("UPDATE private_note SET patient = x'" + desk.tom.uuid.toBytes().toHex() + "'");
    REQUIRE(desk.mine().notes.isEmpty());
    const auto there = required(desk.notes().mine(desk.tom));
    REQUIRE(there.notes.isEmpty());
    REQUIRE(there.damaged.size() == 1);

    Desk other;
    const auto moved = other.write(QStringLiteral("Moved"));
    other.alder.signInAs(QStringLiteral("Jonas Lind"), record::Role::Therapist);
    const auto jonas = other.alder.practice().signedIn()->id;
    static_cast<void>(required(PrivateAccess(other.alder.practice()).setUp(OpenPracticeFixture::password())));
    other.tamper("UPDATE private_note SET author = x'" + jonas.uuid.toBytes().toHex() + "'");
    REQUIRE(other.mine().notes.isEmpty());
    required(other.alder.practice().signIn(jonas, OpenPracticeFixture::password()));
    required(PrivateAccess(other.alder.practice()).open(OpenPracticeFixture::password()));
    REQUIRE(other.mine().notes.isEmpty());
    REQUIRE(other.mine().damaged.size() == 1);
    REQUIRE(other.notes().versions(moved).error().code == ErrorCode::Damaged);
}

TEST_CASE("A key that was moved to another author opens nothing", "[private][fault]") {
    Desk desk;
    desk.write(QStringLiteral("Mine"));
    desk.alder.signInAs(QStringLiteral("Jonas Lind"), record::Role::Therapist);
    const auto jonas = desk.alder.practice().signedIn()->id;
    desk.tamper("INSERT INTO private_key SELECT x'" + jonas.uuid.toBytes().toHex() +
                "', wrapped FROM private_key");
    required(desk.alder.practice().signIn(jonas, OpenPracticeFixture::password()));
    // Both have the same password here; the key is bound to its owner.
    REQUIRE(!PrivateAccess(desk.alder.practice()).open(OpenPracticeFixture::password()));
    REQUIRE(!PrivateAccess(desk.alder.practice()).recover(desk.code, OpenPracticeFixture::password()));
}

TEST_CASE("A draft that was altered is refused", "[private][fault]") {
    Desk desk;
    required(desk.notes().keepDraft(desk.elena, {QStringLiteral("half")}));
    desk.tamper("UPDATE private_draft SET patient = x'" + desk.tom.uuid.toBytes().toHex() + "'");
    REQUIRE(desk.notes().draft(desk.tom).error().code == ErrorCode::Damaged);
    REQUIRE(!required(desk.notes().draft(desk.elena)));
}

} // namespace test_private_notes
