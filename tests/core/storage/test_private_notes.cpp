// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/private_notes.h"

#include "core/record/packing.h"

#include "tests/support/temp_practice.h"

#include <catch2/catch_test_macros.hpp>

namespace test_private_notes {
using namespace kairos;
using record::PrivateAct;
using storage::Connection;
using storage::OpenMode;
using storage::PrivateChange;
using storage::SealedNote;
using storage::VerifyDepth;
using storage::VerifyFault;
using support::required;
using support::TempPractice;

namespace {

/// A practice with a key, a note of two versions, another note, and the release of the first.
struct Walled {
    TempPractice practice;
    record::Patient patient = support::elenaMarsh(practice);
    record::ClinicianId author = practice.clinician().id;
    SealedNote first;
    SealedNote other;

    Walled() {
        practice.save(patient);
        first = note("sealed one");
        other = note("sealed two");
        save({storage::SealedKey{author, "wrapped"}});
        save({first});
        save({other});
        save({storage::SealedRelease{first.id, author, storage::ReleaseState::Asked, practice.now(), "why"}});
        SealedNote second = first;
        second.version = 2;
        second.sealed = "sealed one again";
        save({second});
    }

    SealedNote note(const QByteArray& sealed) {
        SealedNote made;
        made.id = practice.ids().next<record::PrivateNoteId>();
        made.author = author;
        made.patient = patient.id;
        made.session = practice.ids().next<record::SessionId>();
        made.at = practice.now();
        made.sealed = sealed;
        return made;
    }

    base::Result<storage::JournalHead> trySave(const QList<PrivateChange>& changes) {
        return practice.file().commit({practice.actor(), practice.now(), {}, {}, changes});
    }
    void save(const QList<PrivateChange>& changes) { required(trySave(changes)); }

    storage::VerifyReport verified(VerifyDepth depth = VerifyDepth::Journal) {
        return required(storage::verifyPractice(practice.path(), practice.key(), depth));
    }

    storage::VerifyReport after(const QByteArray& tamper) {
        practice.close();
        const auto key = practice.key();
        Connection(practice.path(), OpenMode::Write, &key).execute(tamper.constData());
        return verified();
    }

    storage::PrivateNotes& notes() { return practice.file().behindWall(); }
};

/// One finding that names the row and says this of it.
void requireOne(const storage::VerifyReport& report, const base::Uuid& id, const char* words) {
    REQUIRE(report.findings.size() == 1);
    const auto& found = report.findings.first();
    INFO(found.text.toStdString());
    REQUIRE(found.fault == VerifyFault::TableDiffers);
    REQUIRE(found.text.contains(id.toString()));
    REQUIRE(found.text.contains(QLatin1String(words)));
}

QByteArray blob(const base::Uuid& id) {
    return "x'" + id.toBytes().toHex() + "'";
}

} // namespace

TEST_CASE("What is sealed comes back as it was kept, to its author alone", "[storage][private]") {
    Walled alder;
    const auto rows = required(alder.notes().notes(alder.author, alder.patient.id));
    REQUIRE(rows.size() == 3);
    REQUIRE(rows.at(0) == alder.first);
    REQUIRE(rows.at(1).version == 2);
    REQUIRE(rows.at(2) == alder.other);
    REQUIRE(required(alder.notes().versions(alder.author, alder.first.id)).size() == 2);
    REQUIRE(required(alder.notes().key(alder.author))->wrapped == QByteArray("wrapped"));
    REQUIRE(required(alder.notes().release(alder.author, alder.first.id))->sealed == QByteArray("why"));
    const auto stranger = alder.practice.ids().next<record::ClinicianId>();
    REQUIRE(required(alder.notes().notes(stranger, alder.patient.id)).isEmpty());
    REQUIRE(required(alder.notes().versions(stranger, alder.first.id)).isEmpty());
    REQUIRE(!required(alder.notes().key(stranger)));
    REQUIRE(!required(alder.notes().release(stranger, alder.first.id)));
}

TEST_CASE("The journal holds what happened behind the wall and nothing of what", "[storage][private]") {
    Walled alder;
    const auto entries = required(alder.practice.file().historyOf(alder.first.id.uuid, std::nullopt));
    REQUIRE(entries.size() == 3);
    for (const auto& entry : entries) {
        REQUIRE(entry.kind == record::kPrivateEntry);
        REQUIRE(entry.actor.clinician == alder.author);
        REQUIRE(!entry.patient);
        REQUIRE(entry.reason.isEmpty());
        REQUIRE(!entry.content.contains("sealed"));
    }
    const auto said = record::unpack<record::PrivateEntry>(entries.last().content).value();
    REQUIRE(said.act == PrivateAct::NoteKept);
    REQUIRE(said.version == 2);
    REQUIRE(said.hash.size() == 32);
    REQUIRE(entries.last().action == record::Action::Amended);
    // The patient's own journal does not tell that somebody keeps notes.
    REQUIRE(required(alder.practice.file().historyOfPatient(alder.patient.id, 50)).size() == 1);
}

TEST_CASE("A practice with private notes holds, to its tables", "[storage][private][verify]") {
    Walled alder;
    for (const auto depth : {VerifyDepth::Journal, VerifyDepth::Deep}) {
        REQUIRE(alder.verified(depth).findings.isEmpty());
    }
    alder.practice.reopen();
    REQUIRE(alder.verified(VerifyDepth::Deep).findings.isEmpty());
}

TEST_CASE("A sealed row that was altered is named", "[storage][private][verify]") {
    for (const char* change : {"sealed = x'00'", "patient = randomblob(16)", "author = randomblob(16)",
                               "session = NULL", "at_ms = at_ms + 1", "offset_s = 0"}) {
        Walled alder;
        requireOne(alder.after(QByteArray("UPDATE private_note SET ") + change +
                               " WHERE id = " + blob(alder.other.id.uuid)),
                   alder.other.id.uuid, "not the one that was sealed");
    }
    Walled alder;
    requireOne(alder.after("UPDATE private_key SET wrapped = x'01'"), alder.author.uuid,
               "not the one that was sealed");
    Walled released;
    requireOne(released.after("UPDATE private_release SET state = 2"), released.first.id.uuid,
               "not the one that was sealed");
}

TEST_CASE("A sealed row that was lost, or put in, is named", "[storage][private][verify]") {
    Walled alder;
    requireOne(alder.after("DELETE FROM private_note WHERE version = 2"), alder.first.id.uuid,
               "missing from its table");
    Walled twice;
    requireOne(twice.after("INSERT INTO private_note SELECT id, 3, author, patient, session, at_ms, offset_s,"
                           " sealed FROM private_note WHERE version = 2"),
               twice.first.id.uuid, "not in the journal");
}

TEST_CASE("A destroyed note is gone with its versions and its release", "[storage][private]") {
    Walled alder;
    alder.save({storage::DestroyNote{alder.first.id}});
    REQUIRE(required(alder.notes().versions(alder.author, alder.first.id)).isEmpty());
    REQUIRE(!required(alder.notes().release(alder.author, alder.first.id)));
    REQUIRE(required(alder.notes().notes(alder.author, alder.patient.id)).size() == 1);
    REQUIRE(alder.verified(VerifyDepth::Deep).findings.isEmpty());
    SECTION("and is named when it is put back") {
        requireOne(alder.after("INSERT INTO private_note VALUES (" + blob(alder.first.id.uuid) + ", 1, " +
                               blob(alder.author.uuid) + ", " + blob(alder.patient.id.uuid) +
                               ", NULL, 1, 0, x'00')"),
                   alder.first.id.uuid, "put back after it was destroyed");
    }
}

TEST_CASE("A release that is withdrawn is gone, and the next one may follow", "[storage][private]") {
    Walled alder;
    alder.save({storage::WithdrawRelease{alder.first.id}});
    REQUIRE(!required(alder.notes().release(alder.author, alder.first.id)));
    REQUIRE(alder.verified().findings.isEmpty());
    alder.save({storage::SealedRelease{alder.first.id, alder.author, storage::ReleaseState::Given,
                                       alder.practice.now(), "again"}});
    REQUIRE(required(alder.notes().release(alder.author, alder.first.id))->state ==
            storage::ReleaseState::Given);
    REQUIRE(alder.verified().findings.isEmpty());
}

TEST_CASE("A draft is kept outside the journal and ends with what it became", "[storage][private]") {
    Walled alder;
    const storage::PrivateDraftKey key{alder.author, alder.patient.id};
    const auto before = required(alder.practice.file().head());
    required(alder.notes().keepDraft({key, 1, "one"}));
    required(alder.notes().keepDraft({key, 2, "two"}));
    REQUIRE(required(alder.notes().draft(key)) == storage::SealedDraft{key, 2, "two"});
    REQUIRE(required(alder.practice.file().head()) == before);
    alder.save({alder.note("became"), key});
    REQUIRE(!required(alder.notes().draft(key)));
    REQUIRE(alder.verified().findings.isEmpty());
}

TEST_CASE("A change that fails leaves nothing behind the wall, and no entry", "[storage][private][fault]") {
    Walled alder;
    const auto before = required(alder.practice.file().head());
    // The second version of a note that has one already.
    REQUIRE(!alder.trySave({alder.note("new"), alder.first}));
    REQUIRE(required(alder.practice.file().head()) == before);
    REQUIRE(required(alder.notes().notes(alder.author, alder.patient.id)).size() == 3);
    REQUIRE(alder.verified().findings.isEmpty());
}

} // namespace test_private_notes
