// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/packing.h"
#include "core/storage/practice_file.h"

#include "core/storage/verify.h"

#include "tests/support/temp_practice.h"

#include <catch2/catch_test_macros.hpp>

namespace test_commit {
using namespace kairos;
using base::ErrorCode;
using record::Action;
using storage::RowFilter;
using support::required;
using support::TempPractice;

TEST_CASE("a duplicate MRN is refused and nothing of its batch is saved", "[storage][commit]") {
    TempPractice practice;
    const auto first = support::elenaMarsh(practice);
    practice.save(first);
    const auto before = required(practice.file().head());
    const auto other = support::elenaMarsh(practice, QStringLiteral("AH-0500"));
    for (const auto& mrn : {QStringLiteral("AH-0412"), QStringLiteral("ah-0412")}) {
        const auto twin = support::elenaMarsh(practice, mrn);
        const auto refused = practice.tryCommit({{Action::Created, other, {}}, {Action::Created, twin, {}}});
        REQUIRE(!refused.has_value());
        REQUIRE(refused.error().code == ErrorCode::Refused);
        REQUIRE(refused.error().why == QStringLiteral("another patient has this MRN"));
        REQUIRE(!refused.error().sentence().contains(mrn));
        REQUIRE(required(practice.file().head()) == before);
        REQUIRE(required(practice.file().records().list<record::Patient>()).records ==
                QList<record::Patient>{first});
    }
    practice.save(other);
    REQUIRE(required(practice.file().records().list<record::Patient>()).records.size() == 2);
}

TEST_CASE("an MRN is free again when its patient was entered in error", "[storage][commit]") {
    TempPractice practice;
    const auto wrong = support::elenaMarsh(practice);
    practice.save(wrong);
    practice.commit({{Action::EnteredInError, wrong, QStringLiteral("wrong person")}});
    const auto right = support::elenaMarsh(practice);
    practice.save(right);
    REQUIRE(required(practice.file().search().byMrn(right.mrn)) == right.id);
    // The former one cannot come back while its number is taken.
    REQUIRE(!practice.tryCommit({{Action::Changed, wrong, {}}}).has_value());
}

TEST_CASE("a batch is one transaction with one entry a record", "[storage][commit]") {
    TempPractice practice;
    const auto patient = support::elenaMarsh(practice);
    const auto session = support::dosingSession(practice, patient.id);
    const auto reading = support::reading(practice, session);
    const auto head = required(practice.tryCommit(
        {{Action::Created, patient, {}}, {Action::Created, session, {}}, {Action::Created, reading, {}}}));
    REQUIRE(head.count == 5);
    REQUIRE(required(practice.file().head()) == head);
    REQUIRE(required(practice.file().records().entryOf(record::RecordKind::Reading, reading.id.uuid)) == 5);
    practice.reopen();
    REQUIRE(required(practice.file().head()) == head);
    auto& records = practice.file().records();
    REQUIRE(required(records.find<record::Patient>(patient.id)) == patient);
    REQUIRE(required(records.find<record::DosingSession>(session.id)) == session);
    REQUIRE(required(records.find<record::Reading>(reading.id)) == reading);
}

TEST_CASE("a change replaces the row and the history keeps both versions", "[storage][commit]") {
    TempPractice practice;
    const auto before = support::elenaMarsh(practice);
    practice.save(before);
    auto after = before;
    after.stage = record::Stage::Paused;
    practice.clock().advanceMs(60'000);
    practice.commit({{Action::Amended, after, QStringLiteral("on holiday")}});
    REQUIRE(required(practice.file().records().find<record::Patient>(before.id)) == after);
    const auto history = required(practice.file().historyOf(before.id.uuid, before.id));
    REQUIRE(history.size() == 2);
    REQUIRE(record::unpack<record::Patient>(history.at(0).content) == before);
    REQUIRE(record::unpack<record::Patient>(history.at(1).content) == after);
    REQUIRE(history.at(1).action == Action::Amended);
    REQUIRE(history.at(1).reason == QStringLiteral("on holiday"));
    REQUIRE(history.at(1).actor == practice.actor());
    REQUIRE(history.at(1).at == practice.now());
    REQUIRE(history.at(1).at.msSince(history.at(0).at) == 60'000);
}

TEST_CASE("history is by patient, newest first, and by record where there is no patient",
          "[storage][commit]") {
    TempPractice practice;
    const auto patient = support::elenaMarsh(practice);
    const auto other = support::elenaMarsh(practice, QStringLiteral("AH-0500"));
    const auto rating = support::phq9(practice, patient.id);
    practice.save(patient, other, rating);
    const auto entries = required(practice.file().historyOfPatient(patient.id, 10));
    REQUIRE(entries.size() == 2);
    REQUIRE(entries.first().record == rating.id.uuid);
    REQUIRE(entries.last().record == patient.id.uuid);
    REQUIRE(required(practice.file().historyOfPatient(patient.id, 1)).size() == 1);
    const auto own = required(practice.file().historyOf(practice.clinician().id.uuid, std::nullopt));
    REQUIRE(own.size() == 1);
    REQUIRE(own.first().count == 2);
}

TEST_CASE("what was entered in error leaves the lists and stays in the history", "[storage][commit]") {
    TempPractice practice;
    const auto patient = support::elenaMarsh(practice);
    const auto good = support::phq9(practice, patient.id);
    const auto wrong = support::phq9(practice, patient.id);
    practice.save(patient, good, wrong);
    practice.commit({{Action::EnteredInError, wrong, QStringLiteral("other patient's sheet")}});
    auto& records = practice.file().records();
    const RowFilter ofPatient{.patient = patient.id};
    REQUIRE(required(records.list<record::Rating>(ofPatient)).records == QList<record::Rating>{good});
    REQUIRE(required(records.count(record::RecordKind::Rating, ofPatient)) == 1);
    REQUIRE(required(records.find<record::Rating>(wrong.id)) == std::nullopt);
    REQUIRE(required(practice.file().historyOf(wrong.id.uuid, patient.id)).size() == 2);
    practice.commit({{Action::Changed, wrong, QStringLiteral("it was hers after all")}});
    REQUIRE(required(records.find<record::Rating>(wrong.id)) == wrong);
}

TEST_CASE("lists narrow by patient, parent, code, state and time", "[storage][reader]") {
    TempPractice practice;
    const auto patient = support::elenaMarsh(practice);
    auto session = support::dosingSession(practice, patient.id);
    practice.save(patient, session);
    QList<record::Reading> readings;
    for (int i = 0; i < 4; ++i) {
        readings.append(support::reading(practice, session));
        practice.save(readings.last());
        practice.clock().advanceMs(15 * 60'000);
    }
    auto& records = practice.file().records();
    const auto list = [&](const RowFilter& filter) {
        return required(records.list<record::Reading>(filter)).records;
    };
    RowFilter filter{.parent = session.id.uuid};
    REQUIRE(list(filter) == readings);
    filter.order = RowFilter::Order::NewestFirst;
    filter.limit = 1;
    REQUIRE(list(filter) == QList<record::Reading>{readings.last()});
    filter = {.fromMs = readings.at(1).measuredAt.utcMs, .beforeMs = readings.at(3).measuredAt.utcMs};
    REQUIRE(list(filter) == readings.mid(1, 2));
    filter = {.parent = practice.ids().nextUuid()};
    REQUIRE(list(filter).isEmpty());
    filter = {.state = static_cast<qint64>(record::SessionState::InProgress)};
    REQUIRE(required(records.list<record::DosingSession>(filter)).records.size() == 1);
    REQUIRE(required(records.patientsWith(record::RecordKind::DosingSession, filter)) ==
            QList<record::PatientId>{patient.id});
    filter = {.state = static_cast<qint64>(record::SessionState::Held)};
    REQUIRE(required(records.patientsWith(record::RecordKind::DosingSession, filter)).isEmpty());
    filter = {.code = patient.mrn};
    REQUIRE(required(records.list<record::Patient>(filter)).records == QList<record::Patient>{patient});
}

TEST_CASE("a walk page by page meets each record once, also within one moment", "[storage][reader]") {
    TempPractice practice;
    const auto patient = support::elenaMarsh(practice);
    auto session = support::dosingSession(practice, patient.id);
    practice.save(patient, session);
    QList<record::Reading> readings;
    for (int i = 0; i < 7; ++i) {
        readings.append(support::reading(practice, session));
        practice.save(readings.last());
        practice.clock().advanceMs(i == 4 ? 60'000 : 0); // five at one moment, then two at the next
    }
    RowFilter filter{
        .fromMs = readings.first().measuredAt.utcMs, .limit = 3, .order = RowFilter::Order::AsTheyLie};
    QList<record::Reading> walked;
    for (int pages = 0; pages < 4; ++pages) {
        const auto page = required(practice.file().records().list<record::Reading>(filter)).records;
        walked += page;
        if (!page.isEmpty()) {
            filter.fromMs = page.last().measuredAt.utcMs;
            filter.after = page.last().id.uuid;
        }
    }
    REQUIRE(walked == readings);
}

TEST_CASE("records of the same moment keep the order in which they were made", "[storage][reader]") {
    TempPractice practice;
    const auto patient = support::elenaMarsh(practice);
    practice.save(patient);
    QList<record::Rating> ratings;
    const auto moment = practice.now();
    for (int i = 0; i < 5; ++i) {
        practice.clock().advanceMs(1);
        ratings.append(support::phq9(practice, patient.id));
        ratings.last().assessedAt = moment;
    }
    for (qsizetype i = ratings.size(); i > 0; --i) {
        practice.save(ratings.at(i - 1));
    }
    REQUIRE(required(practice.file().records().list<record::Rating>()).records == ratings);
}

TEST_CASE("a draft is kept, found, replaced and dropped", "[storage][drafts]") {
    TempPractice practice;
    const storage::DraftKey key{QStringLiteral("note"), practice.ids().nextUuid(), practice.clinician().id};
    auto& drafts = practice.file().drafts();
    REQUIRE(required(drafts.find(key)) == std::nullopt);
    required(drafts.keep({key, 1000, "first"}));
    required(drafts.keep({key, 2000, "second"}));
    const auto found = required(drafts.find(key));
    REQUIRE(found.has_value());
    REQUIRE(found->content == "second");
    REQUIRE(found->savedMs == 2000);
    REQUIRE(found->key == key);
    storage::DraftKey older = key;
    older.form = QStringLiteral("rating.phq-9");
    required(drafts.keep({older, 500, QByteArray()}));
    const auto mine = required(drafts.of(practice.clinician().id));
    REQUIRE(mine.size() == 2);
    REQUIRE(mine.first().key == key);
    REQUIRE(required(drafts.of(practice.ids().next<record::ClinicianId>())).isEmpty());
    required(drafts.drop(key));
    REQUIRE(required(drafts.find(key)) == std::nullopt);
    REQUIRE(required(drafts.of(practice.clinician().id)).size() == 1);
}

TEST_CASE("a draft outlives the program and leaves no trace in the journal", "[storage][drafts]") {
    TempPractice practice;
    const storage::DraftKey key{QStringLiteral("note"), practice.ids().nextUuid(), practice.clinician().id};
    const auto head = required(practice.file().head());
    required(practice.file().drafts().keep({key, 1000, "half a sentence"}));
    practice.reopen();
    REQUIRE(required(practice.file().head()) == head);
    REQUIRE(required(practice.file().drafts().find(key))->content == "half a sentence");
}

TEST_CASE("saving drops the draft in the same transaction, a refusal keeps it", "[storage][drafts]") {
    TempPractice practice;
    const auto patient = support::elenaMarsh(practice);
    practice.save(patient);
    const storage::DraftKey key{QStringLiteral("patient"), patient.id.uuid, practice.clinician().id};
    required(practice.file().drafts().keep({key, 1000, "draft"}));
    storage::Commit commit{practice.actor(), practice.now(), {}, {key}};
    commit.changes.append({Action::Created, support::elenaMarsh(practice), {}});
    REQUIRE(!practice.file().commit(commit).has_value());
    REQUIRE(required(practice.file().drafts().find(key)).has_value());
    commit.changes = {{Action::Created, support::elenaMarsh(practice, QStringLiteral("AH-0500")), {}}};
    required(practice.file().commit(commit));
    REQUIRE(required(practice.file().drafts().find(key)) == std::nullopt);
}

TEST_CASE("two connections to one file never tear the journal", "[storage][commit]") {
    TempPractice practice;
    const auto patient = support::elenaMarsh(practice);
    practice.save(patient);
    const auto key = practice.key();
    storage::Connection other(practice.path(), storage::OpenMode::Write, &key);
    other.execute("BEGIN IMMEDIATE");
    const auto busy = practice.tryCommit({{Action::Created, support::phq9(practice, patient.id), {}}});
    REQUIRE(!busy.has_value());
    REQUIRE(busy.error().code == ErrorCode::Refused);
    REQUIRE(busy.error().why == QStringLiteral("another program holds the practice file"));
    other.execute("ROLLBACK");
    practice.save(support::phq9(practice, patient.id));
    const auto report = required(storage::verifyPractice(practice.path(), key, storage::VerifyDepth::Deep));
    REQUIRE(report.findings == QList<storage::VerifyFinding>());
    REQUIRE(report.head == required(practice.file().head()));
}

} // namespace test_commit
