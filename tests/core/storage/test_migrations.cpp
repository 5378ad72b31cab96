// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrations.h"

#include "core/storage/practice_file.h"
#include "core/storage/projection.h"
#include "core/storage/verify.h"

#include "core/base/clock.h"

#include "tests/core/storage/earlier_file.h"
#include "tests/support/temp_practice.h"

#include <catch2/catch_test_macros.hpp>

namespace test_migrations {
using namespace kairos;
using support::required;
using test::EarlierFile;

TEST_CASE("A file of schema 1 opens, keeps its journal and holds", "[storage][migration]") {
    const EarlierFile earlier(QStringLiteral("schema-1.kairos"));
    auto file = earlier.open();
    REQUIRE(file->schemaVersion() == storage::kSchemaVersion);
    REQUIRE(required(file->head()).count == 6);
    REQUIRE(required(file->head()).hash.toHex() ==
            QStringLiteral("ca3ec6ca2ebdaec147bfc9a51cbe79fee02740fe0508e2225ee65112b347d8b0"));
    REQUIRE(required(file->records().count(record::RecordKind::Patient)) == 1);
    REQUIRE(required(file->records().count(record::RecordKind::Rating)) == 2);
    const auto report =
        required(storage::verifyPractice(earlier.path, file->key(), storage::VerifyDepth::Deep));
    REQUIRE(report.findings.isEmpty());
}

TEST_CASE("A file of schema 1 takes the records that screening adds", "[storage][migration]") {
    const EarlierFile earlier(QStringLiteral("schema-1.kairos"));
    base::ManualClock clock(1'793'606'400'000);
    base::SeededRandom random(7);
    base::IdSource ids(clock, random);
    {
        auto file = earlier.open();
        const auto patient = required(file->records().list<record::Patient>()).records.first().id;
        const auto clinician = required(file->records().list<record::Clinician>()).records.first();
        record::ScreeningFinding finding;
        finding.id = ids.next<record::ScreeningFindingId>();
        finding.patient = patient;
        finding.condition = QStringLiteral("mania");
        finding.state = record::ScreeningState::Clear;
        record::AntidepressantTrial trial;
        trial.id = ids.next<record::AntidepressantTrialId>();
        trial.patient = patient;
        trial.drug = QStringLiteral("Sertraline");
        record::ScreeningOverride given;
        given.id = ids.next<record::ScreeningOverrideId>();
        given.patient = patient;
        given.covers = {QStringLiteral("cystitis:present")};
        storage::Commit commit{
            record::Actor{clinician.id, clinician.name}, base::Instant{clock.nowMs(), 0}, {}, {}};
        commit.changes = {{record::Action::Created, finding, {}},
                          {record::Action::Created, trial, {}},
                          {record::Action::Created, given, {}}};
        required(file->commit(commit));
    }
    auto again = earlier.open();
    REQUIRE(required(again->records().list<record::ScreeningFinding>()).records.first().condition ==
            QStringLiteral("mania"));
    REQUIRE(required(again->records().list<record::AntidepressantTrial>()).records.first().drug ==
            QStringLiteral("Sertraline"));
    REQUIRE(required(again->records().list<record::ScreeningOverride>()).records.first().covers ==
            QStringList{QStringLiteral("cystitis:present")});
    const auto report =
        required(storage::verifyPractice(earlier.path, again->key(), storage::VerifyDepth::Deep));
    REQUIRE(report.findings.isEmpty());
}

TEST_CASE("A file of schema 2 opens, keeps its journal and takes days away", "[storage][migration]") {
    const EarlierFile earlier(QStringLiteral("schema-2.kairos"));
    base::ManualClock clock(1'793'606'400'000);
    base::SeededRandom random(8);
    base::IdSource ids(clock, random);
    {
        auto file = earlier.open();
        REQUIRE(file->schemaVersion() == storage::kSchemaVersion);
        REQUIRE(required(file->head()).count == 6);
        REQUIRE(required(file->head()).hash.toHex() ==
                QStringLiteral("52dc5ec59f5a8e2e64be4a22fc7373ffded6d545b9f599e8119fc2c9eb2479da"));
        const auto clinician = required(file->records().list<record::Clinician>()).records.first();
        record::Absence absence;
        absence.id = ids.next<record::AbsenceId>();
        absence.clinician = clinician.id;
        absence.first = QDate(2026, 12, 21);
        absence.last = QDate(2026, 12, 31);
        storage::Commit commit{
            record::Actor{clinician.id, clinician.name}, base::Instant{clock.nowMs(), 0}, {}, {}};
        commit.changes = {{record::Action::Created, absence, {}}};
        required(file->commit(commit));
    }
    auto again = earlier.open();
    REQUIRE(required(again->records().list<record::Absence>()).records.first().last == QDate(2026, 12, 31));
    const auto report =
        required(storage::verifyPractice(earlier.path, again->key(), storage::VerifyDepth::Deep));
    REQUIRE(report.findings.isEmpty());
}

TEST_CASE("A file of schema 2 opens, keeps its journal and takes goals", "[storage][migration]") {
    const EarlierFile earlier(QStringLiteral("schema-2-goals.kairos"));
    base::ManualClock clock(1'793'606'400'000);
    base::SeededRandom random(7);
    base::IdSource ids(clock, random);
    record::Goal goal;
    record::GoalAttainment attained;
    {
        auto file = earlier.open();
        REQUIRE(file->schemaVersion() == storage::kSchemaVersion);
        REQUIRE(required(file->head()).count == 5);
        REQUIRE(required(file->head()).hash.toHex() ==
                QStringLiteral("12c1e4c97b1429b06b0a5998199bb78f132011cf732f8e99600bfef88ab7dc3d"));
        const auto plan = required(file->records().list<record::TreatmentPlan>()).records.first();
        const auto clinician = required(file->records().list<record::Clinician>()).records.first();
        goal.id = ids.next<record::GoalId>();
        goal.patient = plan.patient;
        goal.plan = plan.id;
        goal.text = plan.goals.first();
        goal.planLine = 0;
        attained.id = ids.next<record::GoalAttainmentId>();
        attained.goal = goal.id;
        attained.patient = plan.patient;
        attained.level = -2;
        attained.on = QDate(2026, 11, 2);
        storage::Commit commit{
            record::Actor{clinician.id, clinician.name}, base::Instant{clock.nowMs(), 0}, {}, {}};
        commit.changes = {{record::Action::Created, goal, {}}, {record::Action::Created, attained, {}}};
        required(file->commit(commit));
    }
    auto again = earlier.open();
    REQUIRE(required(again->records().list<record::Goal>()).records == QList{goal});
    REQUIRE(required(again->records().list<record::GoalAttainment>()).records == QList{attained});
    const auto report =
        required(storage::verifyPractice(earlier.path, again->key(), storage::VerifyDepth::Deep));
    REQUIRE(report.findings.isEmpty());
}

TEST_CASE("A file of schema 4 opens, keeps its journal and takes a drug ledger", "[storage][migration]") {
    const EarlierFile earlier(QStringLiteral("schema-4.kairos"));
    base::ManualClock clock(1'793'606'400'000);
    base::SeededRandom random(9);
    base::IdSource ids(clock, random);
    record::Vial vial;
    record::LedgerEntry received;
    {
        auto file = earlier.open();
        REQUIRE(file->schemaVersion() == storage::kSchemaVersion);
        REQUIRE(required(file->head()).count == 6);
        REQUIRE(required(file->head()).hash.toHex() ==
                QStringLiteral("dd25c66282016a73012d674444b4b78b3c7f84033587bb9cc54bcabc9b7905e0"));
        const auto clinician = required(file->records().list<record::Clinician>()).records.first();
        vial.id = ids.next<record::VialId>();
        vial.drug = QStringLiteral("ketamine");
        vial.strength.value = 50;
        vial.volume.value = 10;
        vial.lot = QStringLiteral("K-2211");
        vial.expiry = QDate(2027, 6, 30);
        vial.received = 3;
        received.id = ids.next<record::LedgerEntryId>();
        received.vial = vial.id;
        received.by = clinician.id;
        received.volume.value = 30;
        received.amount.value = 1500;
        storage::Commit commit{
            record::Actor{clinician.id, clinician.name}, base::Instant{clock.nowMs(), 0}, {}, {}};
        commit.changes = {{record::Action::Created, vial, {}}, {record::Action::Created, received, {}}};
        required(file->commit(commit));
    }
    auto again = earlier.open();
    REQUIRE(required(again->records().list<record::Vial>()).records == QList{vial});
    storage::RowFilter filter;
    filter.parent = vial.id.uuid;
    REQUIRE(required(again->records().list<record::LedgerEntry>(filter)).records == QList{received});
    const auto report =
        required(storage::verifyPractice(earlier.path, again->key(), storage::VerifyDepth::Deep));
    REQUIRE(report.findings.isEmpty());
}

TEST_CASE("A file of schema 5 opens, keeps its journal, takes follow-ups and counts the sessions of a day",
          "[storage][migration]") {
    const EarlierFile earlier(QStringLiteral("schema-5.kairos"));
    base::ManualClock clock(1'793'606'400'000);
    base::SeededRandom random(10);
    base::IdSource ids(clock, random);
    record::AdverseFollowUp line;
    storage::RowFilter day;
    day.fromMs = clock.nowMs();
    day.beforeMs = clock.nowMs() + 86'400'000;
    {
        auto file = earlier.open();
        REQUIRE(file->schemaVersion() == storage::kSchemaVersion);
        REQUIRE(required(file->head()).count == 6);
        REQUIRE(required(file->head()).hash.toHex() ==
                QStringLiteral("d09047174e4c1f803c741906d53deef13b91f3ad8731dda3873ab88ed953ba8e"));
        const auto clinician = required(file->records().list<record::Clinician>()).records.first();
        line.id = ids.next<record::AdverseFollowUpId>();
        line.event = ids.next<record::AdverseEventId>();
        line.patient = required(file->records().list<record::Patient>()).records.first().id;
        line.by = clinician.id;
        line.course = record::AdverseCourse::Over;
        line.resolvedAt = base::Instant{clock.nowMs(), 0};
        line.outcome = QStringLiteral("recovered");
        record::DosingSession session;
        session.id = ids.next<record::SessionId>();
        session.patient = line.patient;
        session.startedAt = base::Instant{clock.nowMs(), 0};
        REQUIRE(required(file->records().count(record::RecordKind::DosingSession, day)) == 0);
        storage::Commit commit{
            record::Actor{clinician.id, clinician.name}, base::Instant{clock.nowMs(), 0}, {}, {}};
        commit.changes = {{record::Action::Created, line, {}}, {record::Action::Created, session, {}}};
        required(file->commit(commit));
    }
    auto again = earlier.open();
    storage::RowFilter filter;
    filter.parent = line.event.uuid;
    REQUIRE(required(again->records().list<record::AdverseFollowUp>(filter)).records == QList{line});
    REQUIRE(required(again->records().count(record::RecordKind::DosingSession, day)) == 1);
    const auto report =
        required(storage::verifyPractice(earlier.path, again->key(), storage::VerifyDepth::Deep));
    REQUIRE(report.findings.isEmpty());
}

TEST_CASE("A file of schema 7 opens, keeps its journal and is searched once its index is made",
          "[storage][migration]") {
    const EarlierFile earlier(QStringLiteral("schema-7.kairos"));
    auto file = earlier.open();
    REQUIRE(file->schemaVersion() == storage::kSchemaVersion);
    REQUIRE(required(file->head()).count == 8);
    REQUIRE(required(file->head()).hash.toHex() ==
            QStringLiteral("348f5a241c45a711674ab6d3313e1116efb744bae8ecea9169e44ed814f43c9f"));
    auto& index = file->fullText();
    REQUIRE(!required(index.isComplete()));
    const auto verified = [&] {
        return required(storage::verifyPractice(earlier.path, file->key(), storage::VerifyDepth::Deep))
            .findings;
    };
    REQUIRE(verified().isEmpty());
    while (required(index.buildStep()) < 1.0) {
    }
    const auto found = [&](QStringView typed) {
        return required(index.find({base::searchTerms(typed), std::nullopt})).size();
    };
    REQUIRE(found(u"strasse slept") == 1);
    REQUIRE(found(u"garden") == 3); // the note, the intention and the goal; not the note entered in error
    REQUIRE(found(u"elena") == 1);
    REQUIRE(found(u"another patient") == 0);
    REQUIRE(verified().isEmpty());
    REQUIRE(required(file->head()).count == 8);
}

} // namespace test_migrations
