// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrations.h"

#include "core/storage/projection.h"

#include "tests/support/temp_practice.h"

#include <QVersionNumber>

#include <catch2/catch_test_macros.hpp>

#include <functional>
#include <map>

namespace test_schema {
using namespace kairos;
using storage::Connection;
using storage::OpenMode;
using storage::RowFilter;
using support::required;
using support::TempPractice;

namespace {

QStringList namesOf(Connection& connection, const QByteArray& type) {
    auto& query = connection.statement("SELECT name FROM sqlite_master WHERE type = '" + type +
                                       "' AND name NOT LIKE 'sqlite_%' ORDER BY name");
    QStringList names;
    while (query.step()) {
        names.append(query.text(0));
    }
    query.reset();
    return names;
}

/// The plans of every statement that `work` left in the connection.
QString plansAfter(Connection& connection, const std::function<void(Connection&)>& work) {
    work(connection);
    QString plans;
    for (const QByteArray& sql : connection.keptSql()) {
        auto& plan = connection.statement("EXPLAIN QUERY PLAN " + sql);
        while (plan.step()) {
            plans += plan.text(3) + QLatin1Char('\n');
        }
        plan.reset();
    }
    return plans;
}

} // namespace

TEST_CASE("a fresh practice has the tables of every record kind and its own", "[storage][schema]") {
    Connection scratch({}, OpenMode::Scratch, nullptr);
    REQUIRE(storage::migrate(scratch) == storage::MigrationOutcome::Created);
    QStringList expected{QStringLiteral("meta"), QStringLiteral("journal"), QStringLiteral("draft"),
                         QStringLiteral("patient_search")};
    expected.append(QStringLiteral("search_row"));
    for (const char* walled : {"private_key", "private_note", "private_release", "private_draft"}) {
        expected.append(QLatin1String(walled));
    }
    expected.append(QStringLiteral("attachment"));
    for (const char* words : {"search_name", "search_text"}) {
        for (const char* part : {"", "_config", "_data", "_docsize", "_idx"}) {
            expected.append(QLatin1String(words) + QLatin1String(part));
        }
    }
    for (const auto kind : record::kAllKinds) {
        expected.append(QString::fromLatin1(storage::tableOf(kind)));
    }
    expected.sort();
    REQUIRE(namesOf(scratch, "table") == expected);
    REQUIRE(scratch.integer("PRAGMA user_version") == storage::kSchemaVersion);
    REQUIRE(scratch.integer("PRAGMA application_id") == storage::kApplicationId);
    REQUIRE(storage::migrate(scratch) == storage::MigrationOutcome::Current);
    scratch.execute("PRAGMA user_version = 99");
    REQUIRE(storage::migrate(scratch) == storage::MigrationOutcome::Newer);
    scratch.execute("PRAGMA application_id = 7");
    REQUIRE(storage::migrate(scratch) == storage::MigrationOutcome::Foreign);
}

TEST_CASE("every index is used by the query it is for", "[storage][schema]") {
    TempPractice practice;
    const auto key = practice.key();
    const auto patient = practice.ids().next<record::PatientId>();
    const auto id = practice.ids().nextUuid();
    const auto& recordKey = practice.file().recordKey();
    const auto listing = [&](record::RecordKind kind, const RowFilter& filter) {
        return [&recordKey, kind, filter](Connection& connection) {
            storage::RecordReader reader(connection, recordKey);
            record::withRecordType(kind, [&]<class Record>() { required(reader.list<Record>(filter)); });
        };
    };
    using enum record::RecordKind;
    const RowFilter ofPatient{.patient = patient};
    const RowFilter ofParent{.parent = id};
    const RowFilter inState{.state = 1};
    const RowFilter onDay{.fromMs = 0, .beforeMs = 86'400'000};
    const RowFilter dueBy{.state = 0, .beforeMs = 86'400'000};
    const auto practiceId = practice.practice().id;
    const std::map<QString, std::function<void(Connection&)>> uses{
        {QStringLiteral("journal_patient"),
         [&](Connection& c) { (void)storage::Journal(c, practiceId).positionsOfPatient(patient, 50); }},
        {QStringLiteral("journal_practice"),
         [&](Connection& c) { (void)storage::Journal(c, practiceId).positionsOf(id, std::nullopt); }},
        {QStringLiteral("patient_search_mrn"),
         [](Connection& c) { required(storage::PatientSearch(c).byMrn(QStringLiteral("AH-0412"))); }},
        {QStringLiteral("private_note_author"),
         [&](Connection& c) { required(storage::PrivateNotes(c).notes(practice.clinician().id, patient)); }},
        {QStringLiteral("patient_stage"), listing(Patient, inState)},
        {QStringLiteral("absence_patient"), listing(Absence, ofPatient)},
        {QStringLiteral("absence_state"), listing(Absence, inState)},
        {QStringLiteral("allergy_patient"), listing(Allergy, ofPatient)},
        {QStringLiteral("diagnosis_patient"), listing(Diagnosis, ofPatient)},
        {QStringLiteral("medication_patient"), listing(Medication, ofPatient)},
        {QStringLiteral("weight_patient"), listing(Weight, ofPatient)},
        {QStringLiteral("consent_patient"), listing(Consent, ofPatient)},
        {QStringLiteral("screening_finding_patient"), listing(ScreeningFinding, ofPatient)},
        {QStringLiteral("antidepressant_trial_patient"), listing(AntidepressantTrial, ofPatient)},
        {QStringLiteral("screening_override_patient"), listing(ScreeningOverride, ofPatient)},
        {QStringLiteral("treatment_plan_patient"), listing(TreatmentPlan, ofPatient)},
        {QStringLiteral("plan_step_patient"), listing(PlanStep, ofPatient)},
        {QStringLiteral("plan_step_parent"), listing(PlanStep, ofParent)},
        {QStringLiteral("plan_step_state"), listing(PlanStep, dueBy)},
        {QStringLiteral("treatment_order_patient"), listing(Order, ofPatient)},
        {QStringLiteral("treatment_order_state"), listing(Order, inState)},
        {QStringLiteral("goal_patient"), listing(Goal, ofPatient)},
        {QStringLiteral("goal_parent"), listing(Goal, ofParent)},
        {QStringLiteral("goal_attainment_patient"), listing(GoalAttainment, ofPatient)},
        {QStringLiteral("goal_attainment_parent"), listing(GoalAttainment, ofParent)},
        {QStringLiteral("dosing_session_patient"), listing(DosingSession, ofPatient)},
        {QStringLiteral("dosing_session_at"), listing(DosingSession, onDay)},
        {QStringLiteral("dosing_session_state"), listing(DosingSession, inState)},
        {QStringLiteral("reading_patient"), listing(Reading, ofPatient)},
        {QStringLiteral("reading_parent"), listing(Reading, ofParent)},
        {QStringLiteral("session_event_parent"), listing(SessionEvent, ofParent)},
        {QStringLiteral("adverse_event_patient"), listing(AdverseEvent, ofPatient)},
        {QStringLiteral("adverse_event_parent"), listing(AdverseEvent, ofParent)},
        {QStringLiteral("adverse_follow_up_patient"), listing(AdverseFollowUp, ofPatient)},
        {QStringLiteral("adverse_follow_up_parent"), listing(AdverseFollowUp, ofParent)},
        {QStringLiteral("gate_check_parent"), listing(GateCheck, ofParent)},
        {QStringLiteral("ledger_entry_patient"), listing(LedgerEntry, ofPatient)},
        {QStringLiteral("ledger_entry_parent"), listing(LedgerEntry, ofParent)},
        {QStringLiteral("therapy_session_patient"), listing(TherapySession, ofPatient)},
        {QStringLiteral("therapy_session_at"), listing(TherapySession, onDay)},
        {QStringLiteral("therapy_session_state"), listing(TherapySession, inState)},
        {QStringLiteral("document_patient"), listing(Document, ofPatient)},
        {QStringLiteral("note_patient"), listing(Note, ofPatient)},
        {QStringLiteral("note_parent"), listing(Note, ofParent)},
        {QStringLiteral("commitment_patient"), listing(Commitment, ofPatient)},
        {QStringLiteral("commitment_parent"), listing(Commitment, ofParent)},
        {QStringLiteral("commitment_state"), listing(Commitment, dueBy)},
        {QStringLiteral("commitment_review_patient"), listing(CommitmentReview, ofPatient)},
        {QStringLiteral("commitment_review_parent"), listing(CommitmentReview, ofParent)},
        {QStringLiteral("thread_line_patient"), listing(ThreadLine, ofPatient)},
        {QStringLiteral("thread_line_parent"), listing(ThreadLine, ofParent)},
        {QStringLiteral("theme_patient"), listing(Theme, ofPatient)},
        {QStringLiteral("theme_parent"), listing(Theme, ofParent)},
        {QStringLiteral("theme_at"), listing(Theme, onDay)},
        {QStringLiteral("therapy_sheet_patient"), listing(TherapySheet, ofPatient)},
        {QStringLiteral("therapy_sheet_state"), listing(TherapySheet, dueBy)},
        {QStringLiteral("rating_patient"), listing(Rating, ofPatient)},
        {QStringLiteral("rating_parent"), listing(Rating, ofParent)},
        {QStringLiteral("risk_item_patient"), listing(RiskItem, ofPatient)},
        {QStringLiteral("risk_item_state"), listing(RiskItem, inState)},
        {QStringLiteral("signature_patient"), listing(Signature, ofPatient)},
        {QStringLiteral("signature_parent"), listing(Signature, ofParent)}};
    QStringList tested;
    for (const auto& [index, use] : uses) {
        Connection connection(practice.path(), OpenMode::ReadOnly, &key);
        const QString plans = plansAfter(connection, use);
        INFO(index.toStdString() << "\n" << plans.toStdString());
        REQUIRE(plans.contains(QStringLiteral("INDEX ") + index + QLatin1Char(' ')));
        tested.append(index);
    }
    Connection connection(practice.path(), OpenMode::ReadOnly, &key);
    REQUIRE(namesOf(connection, "index") == tested);
}

TEST_CASE("counting the sessions of a day reads the index alone", "[storage][schema]") {
    TempPractice practice;
    const auto key = practice.key();
    for (const auto kind : {record::RecordKind::DosingSession, record::RecordKind::TherapySession}) {
        Connection connection(practice.path(), OpenMode::ReadOnly, &key);
        const QString plans = plansAfter(connection, [&](Connection& c) {
            required(storage::RecordReader(c, practice.file().recordKey())
                         .count(kind, {.fromMs = 0, .beforeMs = 86'400'000}));
        });
        INFO(plans.toStdString());
        REQUIRE(plans.contains(
            QStringLiteral("COVERING INDEX %1_at ").arg(QString::fromLatin1(storage::tableOf(kind)))));
    }
}

TEST_CASE("the settings of the engine are in force", "[storage][schema]") {
    TempPractice practice;
    const auto key = practice.key();
    Connection writer(practice.path(), OpenMode::Write, &key);
    REQUIRE(writer.text("PRAGMA journal_mode") == QStringLiteral("wal"));
    REQUIRE(writer.integer("PRAGMA synchronous") == 2);
    REQUIRE(writer.integer("PRAGMA foreign_keys") == 1);
    REQUIRE(writer.integer("PRAGMA temp_store") == 2);
    REQUIRE(writer.integer("PRAGMA cache_size") == -65536);
    REQUIRE(writer.integer("PRAGMA trusted_schema") == 0);
    Connection reader(practice.path(), OpenMode::ReadOnly, &key);
    REQUIRE(reader.integer("PRAGMA query_only") == 1);
    REQUIRE(reader.integer("PRAGMA cache_size") == -65536);
    REQUIRE_THROWS(reader.execute("DELETE FROM draft"));
}

TEST_CASE("the file is encrypted from its first page to its log", "[storage][schema]") {
    TempPractice practice;
    auto patient = support::elenaMarsh(practice);
    patient.familyName = QStringLiteral("Needleinahaystack");
    practice.save(patient);
    for (const char* part : {"", "-wal"}) {
        QFile file(practice.path() + QLatin1String(part));
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        REQUIRE(bytes.size() > 4096);
        REQUIRE(!bytes.contains("SQLite format 3"));
        REQUIRE(!bytes.toLower().contains("needleinahaystack"));
        REQUIRE(!bytes.contains("CREATE TABLE"));
    }
}

TEST_CASE("the engine in this process is new enough and named", "[storage][engine]") {
    const auto engine = required(storage::checkEngine());
    REQUIRE(QVersionNumber::fromString(engine.cipher) >= QVersionNumber(4, 5, 6));
    REQUIRE(QVersionNumber::fromString(engine.sqlite) >= QVersionNumber(3, 44));
}

} // namespace test_schema
