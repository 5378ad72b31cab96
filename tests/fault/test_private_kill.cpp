// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/killed_typist.h"
#include "tests/fault/typed_note.h"
#include "tests/support/private_wall.h"

#include "core/workflow/private_access.h"
#include "core/workflow/private_notes.h"
#include "core/workflow/therapy_care.h"

#include <QDirIterator>

#include <catch2/catch_test_macros.hpp>

#include <cstdio>

namespace test_private_kill {
using namespace kairos;
using support::OpenPracticeFixture;
using support::required;
using test::TypedPlace;

namespace {

/// Whether the bytes hold a line of what is typed, in one of the ways that text is stored.
bool holdsTyped(const QByteArray& bytes) {
    const QString part = QStringLiteral("slept and walked");
    const QByteArray wide(reinterpret_cast<const char*>(part.utf16()), part.size() * 2);
    return bytes.contains(part.toUtf8()) || bytes.contains(wide);
}

/// Every file of the practice's folder: the file itself, its log, and whatever was left beside it.
bool isTypedInFolder(const QString& folder) {
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (holdsTyped(support::fileBytes(files.next()))) {
            return true;
        }
    }
    return false;
}

/// Elena Marsh with a session of today, and Ruth Adeyemi's wall.
struct Walled {
    OpenPracticeFixture fixture;
    record::PatientId elena = fixture.addElena();
    record::SessionId session;

    Walled() {
        record::TherapySession booked;
        booked.patient = elena;
        booked.type = record::TherapyType::Integration;
        booked.booked = {fixture.practice().today(), QTime(9, 0), fixture.practice().practice().zone};
        session = required(workflow::TherapyCare(fixture.practice()).book(booked));
        required(workflow::PrivateAccess(fixture.practice()).setUp(OpenPracticeFixture::password()));
    }
    test::TypistSaid typeAndKill(base::RandomSource& random) {
        fixture.close();
        const auto said = test::typeNoteAndKill({fixture.path(), OpenPracticeFixture::passphrase(),
                                                 OpenPracticeFixture::password(), session.toString(),
                                                 QStringLiteral("private")},
                                                random);
        REQUIRE_FALSE(isTypedInFolder(fixture.folder()));
        fixture.reopen();
        required(workflow::PrivateAccess(fixture.practice()).open(OpenPracticeFixture::password()));
        return said;
    }
    /// Every value of every table as whoever holds the key of the practice reads it.
    QByteArray values() { return support::everyValueOf(fixture.path(), fixture.practice().file().key()); }
    QString storedDraft() {
        const auto draft = required(workflow::PrivateNotes(fixture.practice()).draft(elena));
        return draft ? draft->draft.text : QString();
    }
};

} // namespace

TEST_CASE(
    "A kill at any instant loses nothing of a private note that was kept, and leaves no word in the open",
    "[fault][kill][private]") {
    base::SeededRandom random(601);
    Walled walled;
    TypedPlace known;
    int drafts = 0;
    qint64 lost = 0;
    const int kills = test::killsWanted(20);
    for (int kill = 0; kill < kills; ++kill) {
        const auto said = walled.typeAndKill(random);
        CAPTURE(kill, known.length);
        if (said.opened) {
            // The page came back with the text of the last draft and the hand behind it.
            REQUIRE(*said.opened == known);
        }
        drafts += said.kept ? 1 : 0;
        REQUIRE_FALSE(holdsTyped(walled.values()));
        const QString stored = walled.storedDraft();
        REQUIRE(stored == test::typedText(stored.size()));
        const qint64 acknowledged = qMax(known.length, said.kept.value_or(TypedPlace{}).length);
        lost += qMax(qint64{0}, acknowledged - stored.size());
        known = {stored.size(), stored.size()};
    }
    std::printf(
        "private note: %d kills, in %d of them a draft was kept, %lld letters at the end, %lld lost\n", kills,
        drafts, static_cast<long long>(known.length), static_cast<long long>(lost));
    REQUIRE(lost == 0);
    REQUIRE(drafts > 0);
    REQUIRE(holdsTyped(walled.storedDraft().toUtf8()));
    // The same words in the chart are found where they were looked for, so that their absence says something.
    auto& practice = walled.fixture.practice();
    required(
        practice.file().drafts().keep({{QStringLiteral("note"), walled.session.uuid, practice.signedIn()->id},
                                       1,
                                       walled.storedDraft().toUtf8()}));
    REQUIRE(holdsTyped(walled.values()));
}

} // namespace test_private_kill
