// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrations.h"

#include "core/storage/practice_file.h"
#include "core/storage/verify.h"

#include "core/base/clock.h"

#include "tests/core/storage/earlier_file.h"
#include "tests/support/temp_practice.h"

#include <catch2/catch_test_macros.hpp>

namespace test_therapy_migrations {
using namespace kairos;
using support::required;
using test::EarlierFile;

TEST_CASE("A file of schema 8 opens, keeps its journal and takes notes behind the wall",
          "[storage][migration]") {
    const EarlierFile earlier(QStringLiteral("schema-8.kairos"));
    const auto verified = [&](storage::PracticeFile& file) {
        return required(storage::verifyPractice(earlier.path, file.key(), storage::VerifyDepth::Deep))
            .findings;
    };
    storage::SealedNote note;
    {
        auto file = earlier.open();
        REQUIRE(file->schemaVersion() == storage::kSchemaVersion);
        REQUIRE(required(file->head()).count == 6);
        REQUIRE(required(file->head()).hash.toHex() ==
                QStringLiteral("1ebc0d738b207c10b4b36f1a20a0784eb44a09680ffc16a07b1da2ad73375dc1"));
        REQUIRE(required(file->records().count(record::RecordKind::Rating)) == 2);
        REQUIRE(!required(file->fullText().isComplete()));
        REQUIRE(verified(*file).isEmpty());
        const auto author = required(file->records().list<record::Clinician>({})).records.first();
        const auto patient = required(file->records().list<record::Patient>({})).records.first();
        note = {record::PrivateNoteId{patient.id.uuid}, 1, author.id, patient.id, {}, {1, 0}, "sealed"};
        required(file->commit({record::Actor{author.id, author.name},
                               base::Instant{2, 0},
                               {},
                               {},
                               {storage::SealedKey{author.id, "wrapped"}, note}}));
    }
    auto again = earlier.open();
    REQUIRE(required(again->behindWall().notes(note.author, note.patient)) == QList{note});
    REQUIRE(required(again->head()).count == 8);
    REQUIRE(verified(*again).isEmpty());
}

TEST_CASE("A file of schema 8 opens, keeps its journal and takes the thread of a course",
          "[storage][migration]") {
    const EarlierFile earlier(QStringLiteral("schema-8.kairos"));
    base::ManualClock clock(1'793'606'400'000);
    base::SeededRandom random(11);
    base::IdSource ids(clock, random);
    record::Commitment commitment;
    record::Theme theme;
    {
        auto file = earlier.open();
        REQUIRE(file->schemaVersion() == storage::kSchemaVersion);
        REQUIRE(required(file->head()).count == 6);
        REQUIRE(required(file->head()).hash.toHex() ==
                QStringLiteral("1ebc0d738b207c10b4b36f1a20a0784eb44a09680ffc16a07b1da2ad73375dc1"));
        const auto clinician = required(file->records().list<record::Clinician>()).records.first();
        commitment.id = ids.next<record::CommitmentId>();
        commitment.patient = required(file->records().list<record::Patient>()).records.first().id;
        commitment.words = QStringLiteral("walk to the lake");
        commitment.due = QDate(2026, 11, 6);
        theme.id = ids.next<record::ThemeId>();
        theme.patient = commitment.patient;
        theme.words = QStringLiteral("solitude");
        storage::Commit commit{
            record::Actor{clinician.id, clinician.name}, base::Instant{clock.nowMs(), 0}, {}, {}};
        commit.changes = {{record::Action::Created, commitment, {}}, {record::Action::Created, theme, {}}};
        required(file->commit(commit));
    }
    auto again = earlier.open();
    REQUIRE(required(again->records().list<record::Commitment>()).records == QList{commitment});
    REQUIRE(required(again->records().list<record::Theme>()).records == QList{theme});
    const auto report =
        required(storage::verifyPractice(earlier.path, again->key(), storage::VerifyDepth::Deep));
    REQUIRE(report.findings.isEmpty());
}

TEST_CASE("A file of schema 8 opens, keeps its journal, takes scanned papers and finds them",
          "[storage][migration]") {
    const EarlierFile earlier(QStringLiteral("schema-8.kairos"));
    base::ManualClock clock(1'793'606'400'000);
    base::SeededRandom random(11);
    base::IdSource ids(clock, random);
    const QByteArray bytes(9000, 'p');
    record::Document document;
    {
        auto file = earlier.open();
        REQUIRE(file->schemaVersion() == storage::kSchemaVersion);
        REQUIRE(required(file->head()).count == 6);
        REQUIRE(required(file->head()).hash.toHex() ==
                QStringLiteral("1ebc0d738b207c10b4b36f1a20a0784eb44a09680ffc16a07b1da2ad73375dc1"));
        const auto clinician = required(file->records().list<record::Clinician>()).records.first();
        document.id = ids.next<record::DocumentId>();
        document.patient = required(file->records().list<record::Patient>()).records.first().id;
        document.title = QStringLiteral("Referral of the surgery");
        document.dated = QDate(2026, 10, 1);
        document.enteredBy = clinician.id;
        document.scan = record::Scan{QStringLiteral("referral.pdf"), QStringLiteral("application/pdf"),
                                     bytes.size(), security::blake2b256(bytes).toBytes()};
        storage::Commit commit{record::Actor{clinician.id, clinician.name},
                               base::Instant{clock.nowMs(), 0},
                               {},
                               {},
                               {},
                               {bytes}};
        commit.changes = {{record::Action::Created, document, {}}};
        required(file->commit(commit));
        // The fields that are searched are others than those of schema 8: the index is made anew.
        REQUIRE(!required(file->fullText().isComplete()));
        while (required(file->fullText().buildStep()) < 1) {
        }
        const auto found =
            required(file->fullText().find({base::searchTerms(QStringLiteral("surgery")), {}, 5}));
        REQUIRE(found.size() == 1);
        REQUIRE(found.first().id == document.id.uuid);
    }
    auto again = earlier.open();
    REQUIRE(required(again->records().find<record::Document>(document.id)) == document);
    REQUIRE(required(again->attachments().read(*document.scan)) == bytes);
    const auto report =
        required(storage::verifyPractice(earlier.path, again->key(), storage::VerifyDepth::Deep));
    REQUIRE(report.findings.isEmpty());
}

TEST_CASE("A file of schema 8 opens, keeps its journal, takes a sheet of therapy and finds it",
          "[storage][migration]") {
    const EarlierFile earlier(QStringLiteral("schema-8.kairos"));
    base::ManualClock clock(1'793'606'400'000);
    base::SeededRandom random(11);
    base::IdSource ids(clock, random);
    record::TherapySheet sheet;
    {
        auto file = earlier.open();
        REQUIRE(file->schemaVersion() == storage::kSchemaVersion);
        REQUIRE(required(file->head()).count == 6);
        const auto clinician = required(file->records().list<record::Clinician>()).records.first();
        sheet.id = ids.next<record::TherapySheetId>();
        sheet.patient = required(file->records().list<record::Patient>()).records.first().id;
        sheet.form = QStringLiteral("safety-plan");
        sheet.parts = {{QStringLiteral("reasons"), QStringLiteral("the quince in May")}};
        sheet.date = QDate(2026, 10, 1);
        sheet.reviewOn = QDate(2026, 10, 20);
        sheet.by = clinician.id;
        storage::Commit commit{
            record::Actor{clinician.id, clinician.name}, base::Instant{clock.nowMs(), 0}, {}, {}};
        commit.changes = {{record::Action::Created, sheet, {}}};
        required(file->commit(commit));
        REQUIRE(!required(file->fullText().isComplete()));
        while (required(file->fullText().buildStep()) < 1) {
        }
        const auto found =
            required(file->fullText().find({base::searchTerms(QStringLiteral("quince")), {}, 5}));
        REQUIRE(found.size() == 1);
        REQUIRE(found.first().id == sheet.id.uuid);
        const qint64 day = QDate(2026, 10, 21).startOfDay(Qt::UTC).toMSecsSinceEpoch();
        REQUIRE(required(file->records().count(record::RecordKind::TherapySheet,
                                               {.state = 1, .beforeMs = day})) == 1);
        REQUIRE(required(file->records().count(record::RecordKind::TherapySheet,
                                               {.state = 1, .beforeMs = day - 86'400'000})) == 0);
    }
    auto again = earlier.open();
    REQUIRE(required(again->records().find<record::TherapySheet>(sheet.id)) == sheet);
    const auto report =
        required(storage::verifyPractice(earlier.path, again->key(), storage::VerifyDepth::Deep));
    REQUIRE(report.findings.isEmpty());
}

TEST_CASE("A file of schema 11 opens, keeps its journal, takes a safety plan and finds it",
          "[storage][migration]") {
    const EarlierFile earlier(QStringLiteral("schema-11.kairos"));
    record::TherapySheet plan;
    {
        auto file = earlier.open();
        REQUIRE(file->schemaVersion() == storage::kSchemaVersion);
        REQUIRE(required(file->head()).count == 6);
        REQUIRE(required(file->head()).hash.toHex() ==
                QStringLiteral("106e0e56c4b52304998d9e045171009d63b0c4975d8b24623c4c593a47a0b097"));
        const auto author = required(file->records().list<record::Clinician>()).records.first();
        plan.patient = required(file->records().list<record::Patient>()).records.first().id;
        plan.id = record::TherapySheetId{plan.patient.uuid};
        plan.form = QStringLiteral("safety-plan");
        plan.parts = {{QStringLiteral("warning-signs"), QStringLiteral("I stop answering the phone")}};
        plan.date = QDate(2026, 11, 2);
        plan.reviewOn = QDate(2026, 11, 30);
        plan.by = author.id;
        storage::Commit commit{record::Actor{author.id, author.name}, base::Instant{2, 0}, {}, {}};
        commit.changes = {{record::Action::Created, plan, {}}};
        required(file->commit(commit));
        // The fields that are searched are others than those of schema 11: the index is made anew.
        REQUIRE(!required(file->fullText().isComplete()));
        while (required(file->fullText().buildStep()) < 1) {
        }
        REQUIRE(required(file->fullText().find({base::searchTerms(QStringLiteral("phone")), {}, 5})).size() ==
                1);
    }
    auto again = earlier.open();
    REQUIRE(required(again->records().find<record::TherapySheet>(plan.id)) == plan);
    REQUIRE(required(storage::verifyPractice(earlier.path, again->key(), storage::VerifyDepth::Deep))
                .findings.isEmpty());
}

TEST_CASE("A file of schema 12 opens, keeps its journal, takes an amendment and finds why",
          "[storage][migration]") {
    const EarlierFile earlier(QStringLiteral("schema-12.kairos"));
    base::ManualClock clock(1'793'606'400'000);
    base::SeededRandom random(12);
    base::IdSource ids(clock, random);
    record::Note amendment;
    {
        auto file = earlier.open();
        REQUIRE(file->schemaVersion() == storage::kSchemaVersion);
        REQUIRE(required(file->head()).count == 6);
        REQUIRE(required(file->head()).hash.toHex() ==
                QStringLiteral("dbf6630016d21134f6ebc91dff4116dcac61b0c923e74405c6582d9f26921aa5"));
        REQUIRE(required(file->records().count(record::RecordKind::Rating)) == 2);
        const auto author = required(file->records().list<record::Clinician>()).records.first();
        amendment.patient = required(file->records().list<record::Patient>()).records.first().id;
        amendment.id = ids.next<record::NoteId>();
        amendment.author = author.id;
        amendment.sections = {{QStringLiteral("text"), QStringLiteral("Slept badly.")}};
        amendment.amends = ids.next<record::NoteId>();
        amendment.amendReason = QStringLiteral("misheard her on the phone");
        storage::Commit commit{record::Actor{author.id, author.name}, base::Instant{2, 0}, {}, {}};
        commit.changes = {{record::Action::Created, amendment, {}}};
        required(file->commit(commit));
        // The fields that are searched are others than those of schema 12: the index is made anew.
        REQUIRE(!required(file->fullText().isComplete()));
        while (required(file->fullText().buildStep()) < 1) {
        }
        REQUIRE(
            required(file->fullText().find({base::searchTerms(QStringLiteral("misheard")), {}, 5})).size() ==
            1);
    }
    auto again = earlier.open();
    REQUIRE(required(again->records().find<record::Note>(amendment.id)) == amendment);
    REQUIRE(required(again->fullText().isComplete()));
    REQUIRE(required(storage::verifyPractice(earlier.path, again->key(), storage::VerifyDepth::Deep))
                .findings.isEmpty());
}

} // namespace test_therapy_migrations
