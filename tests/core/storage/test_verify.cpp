// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/verify.h"

#include "tests/support/temp_practice.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <atomic>
#include <thread>

namespace test_verify {
using namespace kairos;
using storage::Connection;
using storage::OpenMode;
using storage::VerifyDepth;
using storage::VerifyFault;
using storage::VerifyFinding;
using support::required;
using support::TempPractice;

namespace {

/// A practice of ten journal entries; `tamper` is what a person who holds the key does to the closed file.
struct Tampered {
    TempPractice practice;
    record::Patient patient = support::elenaMarsh(practice);
    QList<record::Rating> ratings;

    Tampered() {
        practice.save(patient);
        for (int i = 0; i < 7; ++i) {
            practice.clock().advanceMs(86'400'000);
            ratings.append(support::phq9(practice, patient.id));
            practice.save(ratings.last());
        }
    }

    storage::VerifyReport after(const QByteArray& tamper, VerifyDepth depth = VerifyDepth::Journal) {
        practice.close();
        const auto key = practice.key();
        {
            Connection connection(practice.path(), OpenMode::Write, &key);
            connection.execute(tamper.constData());
        }
        return required(storage::verifyPractice(practice.path(), key, depth));
    }
};

const QByteArray kUnchecked = "PRAGMA ignore_check_constraints = ON;";

/// Removes an entry and gives those behind it the numbers before theirs.
QByteArray removed(const QByteArray& count) {
    return kUnchecked + "DELETE FROM journal WHERE count = " + count +
           "; UPDATE journal SET count = -count WHERE count > " + count + ";" +
           "UPDATE journal SET count = -count - 1 WHERE count < 0";
}

const QByteArray kCopied =
    " SELECT at_ms, offset_s, actor, actor_name, action, kind, record, patient, 'put in', hash, content"
    " FROM journal WHERE count = 4;";

/// Puts a copy of entry 4 with another reason at a position and moves the rest up by one.
QByteArray putIn(const QByteArray& count) {
    return "CREATE TEMP TABLE copy AS" + kCopied +
           "UPDATE journal SET count = -count WHERE count >= " + count +
           "; UPDATE journal SET count = 1 - count WHERE count < 0;"
           "INSERT INTO journal (count, at_ms, offset_s, actor, actor_name, action, kind, record, patient,"
           " reason, hash, content) SELECT " +
           count + ", * FROM copy;";
}

QByteArray exchanged(const QByteArray& one, const QByteArray& other) {
    return "UPDATE journal SET count = -1 WHERE count = " + one + ";" + "UPDATE journal SET count = " + one +
           " WHERE count = " + other + ";" + "UPDATE journal SET count = " + other + " WHERE count = -1;";
}

void requireOne(const storage::VerifyReport& report, VerifyFault fault, qint64 entry) {
    REQUIRE(report.findings.size() == 1);
    INFO(report.findings.first().text.toStdString());
    REQUIRE(report.findings.first().fault == fault);
    REQUIRE(report.findings.first().entry == entry);
    const qint64 named = fault == VerifyFault::Truncated ? entry - 1 : entry;
    REQUIRE(report.findings.first().text.contains(QString::number(named)));
    REQUIRE(!report.isOk());
}

} // namespace

TEST_CASE("an untouched practice holds, open or closed", "[storage][verify]") {
    Tampered made;
    const auto head = required(made.practice.file().head());
    REQUIRE(head.count == 10);
    for (const auto depth : {VerifyDepth::Journal, VerifyDepth::Deep}) {
        const auto report =
            required(storage::verifyPractice(made.practice.path(), made.practice.key(), depth));
        REQUIRE(report.findings == QList<VerifyFinding>());
        REQUIRE(report.head == head);
    }
    REQUIRE(made.after("SELECT 1", VerifyDepth::Deep).isOk());
}

TEST_CASE("an edited entry is named", "[storage][verify]") {
    for (const char* edit :
         {"at_ms = at_ms + 1", "offset_s = 0", "actor = NULL", "actor_name = 'Jonas Lindqvist'", "action = 2",
          "kind = 10", "record = zeroblob(16)", "patient = NULL", "reason = 'better'",
          "content = CAST(content || x'00' AS BLOB)", "hash = zeroblob(32)"}) {
        Tampered made;
        INFO(edit);
        requireOne(made.after("UPDATE journal SET " + QByteArray(edit) + " WHERE count = 5"),
                   VerifyFault::Edited, 5);
    }
    Tampered made;
    requireOne(made.after("UPDATE journal SET reason = 'x' WHERE count = 10"), VerifyFault::Edited, 10);
    Tampered first;
    requireOne(first.after("UPDATE journal SET reason = 'x' WHERE count = 1"), VerifyFault::Edited, 1);
}

TEST_CASE("a deleted entry is told, with and without renumbering", "[storage][verify]") {
    for (const char* count : {"1", "5", "9"}) {
        INFO(count);
        Tampered gap;
        requireOne(gap.after("DELETE FROM journal WHERE count = " + QByteArray(count)), VerifyFault::Deleted,
                   QByteArray(count).toInt());
        Tampered renumbered;
        requireOne(renumbered.after(removed(count)), VerifyFault::Deleted, QByteArray(count).toInt());
    }
    Tampered several;
    requireOne(several.after(removed("4") + ";" + removed("4") + ";" + removed("4")), VerifyFault::Deleted,
               4);
}

TEST_CASE("an inserted entry is told", "[storage][verify]") {
    for (const char* count : {"1", "3", "6", "10"}) {
        INFO(count);
        Tampered made;
        requireOne(made.after(kUnchecked + putIn(count)), VerifyFault::Inserted, QByteArray(count).toInt());
    }
    Tampered appended;
    requireOne(appended.after(kUnchecked + putIn("11")), VerifyFault::Inserted, 11);
}

TEST_CASE("an inserted entry whose own hash fits is told by what follows it", "[storage][verify]") {
    for (const qint64 position : {qint64{4}, qint64{11}}) {
        Tampered made;
        made.practice.close();
        const auto key = made.practice.key();
        {
            Connection connection(made.practice.path(), OpenMode::Write, &key);
            storage::Journal journal(connection, made.practice.practice().id);
            auto forged = journal.from(3, 1).first();
            forged.reason = QStringLiteral("forged");
            const auto before = journal.from(position - 1, 1).first();
            forged = storage::chained({before.count, *security::Digest::fromBytes(before.hash)}, forged);
            connection.execute("PRAGMA ignore_check_constraints = ON");
            connection.execute(
                ("UPDATE journal SET count = -count WHERE count >= " + QByteArray::number(position) +
                 "; UPDATE journal SET count = 1 - count WHERE count < 0")
                    .constData());
            journal.append(forged);
        }
        const auto report =
            required(storage::verifyPractice(made.practice.path(), key, VerifyDepth::Journal));
        requireOne(report, VerifyFault::Inserted, position);
    }
}

TEST_CASE("exchanged and moved entries are told", "[storage][verify]") {
    Tampered neighbours;
    requireOne(neighbours.after(kUnchecked + exchanged("5", "6")), VerifyFault::Reordered, 5);
    Tampered apart;
    requireOne(apart.after(kUnchecked + exchanged("4", "8")), VerifyFault::Reordered, 4);
    Tampered back;
    requireOne(back.after(kUnchecked + exchanged("7", "8") + exchanged("6", "7") + exchanged("5", "6")),
               VerifyFault::Reordered, 5);
    Tampered forth;
    requireOne(forth.after(kUnchecked + exchanged("5", "6") + exchanged("6", "7") + exchanged("7", "8")),
               VerifyFault::Reordered, 5);
    Tampered last;
    requireOne(last.after(kUnchecked + exchanged("9", "10")), VerifyFault::Reordered, 9);
}

TEST_CASE("a journal cut short is told by the seal", "[storage][verify]") {
    Tampered one;
    requireOne(one.after("DELETE FROM journal WHERE count = 10"), VerifyFault::Truncated, 10);
    Tampered many;
    requireOne(many.after("DELETE FROM journal WHERE count > 3"), VerifyFault::Truncated, 4);
    Tampered all;
    requireOne(all.after("DELETE FROM journal"), VerifyFault::Truncated, 1);
}

TEST_CASE("a changed seal is told", "[storage][verify]") {
    for (const char* tamper :
         {"DELETE FROM meta WHERE name = 'head'", "UPDATE meta SET value = x'00' WHERE name = 'head'",
          "UPDATE meta SET value = zeroblob(40) WHERE name = 'head'",
          "UPDATE meta SET value = zeroblob(32) WHERE name = 'head_mac'"}) {
        Tampered made;
        INFO(tamper);
        const auto report = made.after(tamper);
        REQUIRE(report.findings.size() == 1);
        REQUIRE(report.findings.first().text ==
                QStringLiteral("The file's own seal of the journal was changed"));
    }
}

TEST_CASE("a deep check finds what the journal does not say", "[storage][verify]") {
    struct Case {
        const char* tamper;
        const char* words;
    };
    for (const Case& each :
         {Case{"UPDATE rating SET code = 'gad-7' WHERE entry = 5", "differs from what the journal says"},
          Case{"UPDATE rating SET at_ms = NULL WHERE entry = 5", "differs from what the journal says"},
          Case{"UPDATE rating SET in_error = 1 WHERE entry = 5", "differs from what the journal says"},
          Case{"UPDATE rating SET content = x'01' WHERE entry = 5", "differs from what the journal says"},
          Case{"DELETE FROM rating WHERE entry = 5", "is missing from its table"},
          Case{"INSERT INTO rating SELECT randomblob(16), patient, parent, at_ms, code, state, entry,"
               " in_error, mac, content FROM rating WHERE entry = 5",
               "stands in its table but not in the journal"},
          Case{"UPDATE patient_search SET names = 'nobody'", "differs from what the journal says"},
          Case{"DELETE FROM patient_search", "is missing from its table"}}) {
        Tampered made;
        INFO(each.tamper);
        REQUIRE(made.after(each.tamper).isOk());
        const auto report =
            required(storage::verifyPractice(made.practice.path(), made.practice.key(), VerifyDepth::Deep));
        REQUIRE(report.findings.size() == 1);
        REQUIRE(report.findings.first().fault == VerifyFault::TableDiffers);
        REQUIRE(report.findings.first().text.contains(QLatin1String(each.words)));
    }
}

TEST_CASE("a deep check names the record and its entry, and stops at twenty", "[storage][verify]") {
    Tampered made;
    const auto report = made.after("DELETE FROM rating WHERE entry = 5", VerifyDepth::Deep);
    REQUIRE(report.findings.first().entry == 5);
    REQUIRE(report.findings.first().text.contains(made.ratings.at(1).id.toString()));
    Tampered many;
    QList<storage::Change> changes;
    for (int i = 0; i < 30; ++i) {
        changes.append({record::Action::Created, support::phq9(many.practice, many.patient.id), {}});
    }
    many.practice.commit(changes);
    REQUIRE(many.after("DELETE FROM rating", VerifyDepth::Deep).findings.size() == 20);
}

TEST_CASE("a check can be stopped and tells how far it is", "[storage][verify]") {
    TempPractice practice;
    const auto patient = support::elenaMarsh(practice);
    QList<storage::Change> changes{{record::Action::Created, patient, {}}};
    for (int i = 0; i < 1200; ++i) {
        changes.append({record::Action::Created, support::phq9(practice, patient.id), {}});
    }
    practice.commit(changes);
    QList<double> told;
    const auto whole =
        storage::verifyPractice(practice.path(), practice.key(), VerifyDepth::Journal, [&](double share) {
            told.append(share);
            return true;
        });
    REQUIRE(required(whole).isOk());
    REQUIRE(told.size() == 3);
    REQUIRE(told.first() > 0.0);
    REQUIRE(told.first() < told.last());
    REQUIRE(told.last() <= 1.0);
    const auto stopped = storage::verifyPractice(practice.path(), practice.key(), VerifyDepth::Journal,
                                                 [](double) { return false; });
    REQUIRE(!stopped.has_value());
    REQUIRE(stopped.error().code == base::ErrorCode::Refused);
}

TEST_CASE("a deep check can be stopped while it rebuilds the tables, and never goes back",
          "[storage][verify]") {
    TempPractice practice;
    const auto patient = support::elenaMarsh(practice);
    QList<storage::Change> changes{{record::Action::Created, patient, {}}};
    for (int i = 0; i < 1200; ++i) {
        changes.append({record::Action::Created, support::phq9(practice, patient.id), {}});
    }
    practice.commit(changes);
    QList<double> told;
    const auto checkUntil = [&](double end) {
        told.clear();
        return storage::verifyPractice(practice.path(), practice.key(), VerifyDepth::Deep, [&](double share) {
            told.append(share);
            return share < end;
        });
    };
    REQUIRE(required(checkUntil(2.0)).isOk());
    REQUIRE(std::is_sorted(told.begin(), told.end()));
    REQUIRE(told.last() == 1.0);
    const auto inRebuild = std::find_if(told.begin(), told.end(), [](double share) { return share > 0.5; });
    REQUIRE(*inRebuild < 1.0);
    for (const double end : {*inRebuild, 1.0}) {
        const auto stopped = checkUntil(end);
        REQUIRE(!stopped.has_value());
        REQUIRE(stopped.error().code == base::ErrorCode::Refused);
    }
}

TEST_CASE("a check on another thread holds while the practice is written", "[storage][verify]") {
    TempPractice practice;
    const auto patient = support::elenaMarsh(practice);
    practice.save(patient);
    const QString path = practice.path();
    const auto key = practice.key();
    std::atomic<bool> isDone = false;
    QList<VerifyFinding> findings;
    int checks = 0;
    std::thread checker([&] {
        while (!isDone || checks == 0) {
            const auto report = storage::verifyPractice(path, key, VerifyDepth::Deep);
            findings += report
                            ? report->findings
                            : QList<VerifyFinding>{{VerifyFault::PageDamaged, 0, report.error().sentence()}};
            ++checks;
        }
    });
    // Enough to send the log into the file several times while the checker reads.
    for (int i = 0; i < 60; ++i) {
        QList<storage::Change> changes;
        for (int j = 0; j < 40; ++j) {
            changes.append({record::Action::Created, support::phq9(practice, patient.id), {}});
        }
        practice.commit(changes);
    }
    isDone = true;
    checker.join();
    REQUIRE(findings == QList<VerifyFinding>());
    REQUIRE(checks > 0);
}

TEST_CASE("verify of a file under another key is damage, not a crash", "[storage][verify]") {
    TempPractice practice;
    const auto report =
        storage::verifyPractice(practice.path(), security::PracticeKey::random(), VerifyDepth::Journal);
    REQUIRE((!report.has_value() || !report->isOk()));
    const auto none = storage::verifyPractice(practice.folder() + QStringLiteral("/none.kairos"),
                                              practice.key(), VerifyDepth::Journal);
    REQUIRE(!none.has_value());
}

TEST_CASE("the hash of an entry covers every field and the entry before it", "[storage][journal]") {
    TempPractice practice;
    record::JournalEntry entry;
    entry.count = 7;
    entry.at = practice.now();
    entry.actor = practice.actor();
    entry.record = practice.ids().nextUuid();
    entry.content = "content";
    const auto before = storage::genesisHash(practice.practice().id);
    const auto hash = storage::entryHash(before, entry);
    REQUIRE(storage::entryHash(before, entry) == hash);
    REQUIRE(storage::entryHash(hash, entry) != hash);
    const auto differs = [&](auto change) {
        auto other = entry;
        change(other);
        return storage::entryHash(before, other) != hash;
    };
    REQUIRE(differs([](auto& other) { ++other.count; }));
    REQUIRE(differs([](auto& other) { ++other.at.utcMs; }));
    REQUIRE(differs([](auto& other) { ++other.at.offsetSeconds; }));
    REQUIRE(differs([](auto& other) { other.actor.clinician = std::nullopt; }));
    REQUIRE(differs([](auto& other) { other.actor.name += QLatin1Char('x'); }));
    REQUIRE(differs([](auto& other) { other.action = record::Action::Amended; }));
    REQUIRE(differs([](auto& other) { other.kind = record::RecordKind::Note; }));
    REQUIRE(differs([](auto& other) { other.record = {}; }));
    REQUIRE(differs([&](auto& other) { other.patient = practice.ids().next<record::PatientId>(); }));
    REQUIRE(differs([](auto& other) { other.reason = QStringLiteral("x"); }));
    REQUIRE(differs([](auto& other) { other.content = "contenu"; }));
    // Text that slides from one field into the next gives another hash.
    REQUIRE(differs([](auto& other) {
        other.reason = QStringLiteral("con");
        other.content = "tent";
    }));
    const auto chained = storage::chained({6, before}, entry);
    REQUIRE(chained.count == 7);
    REQUIRE(chained.hash == hash.toBytes());
}

} // namespace test_verify
