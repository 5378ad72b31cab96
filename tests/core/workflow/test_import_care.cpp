// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/catalog.h"
#include "core/workflow/import_care.h"

#include "core/outcomes/trend.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/risk_lane.h"

#include "tests/support/open_practice_fixture.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <limits>

namespace test_import_care {
using namespace kairos;
using namespace record;
using base::ErrorCode;
using support::OpenPracticeFixture;
using support::required;
using workflow::ImportCare;
using workflow::ImportReport;

namespace {

const QByteArray kHeader = "mrn,name,birth_date,instrument,at,total\n";
const QByteArray kPhq9Header = "mrn,name,birth_date,instrument,at,item_1,item_2,item_3,item_4,item_5,item_6,"
                               "item_7,item_8,item_9\n";

ImportReport imported(OpenPracticeFixture& fixture, const QByteArray& csv) {
    return required(ImportCare(fixture.practice()).importScores(csv));
}

/// The only reason of a file of which one row was rejected.
QString onlyReason(const ImportReport& report) {
    REQUIRE(report.rejected.size() == 1);
    return report.rejected.first().reason;
}

QList<Rating> ratingsOf(OpenPracticeFixture& fixture, const QString& mrn) {
    const auto id = required(fixture.practice().file().search().byMrn(mrn));
    REQUIRE(id.has_value());
    storage::RowFilter filter;
    filter.patient = *id;
    return required(fixture.practice().file().records().list<Rating>(filter)).records;
}

qint64 count(OpenPracticeFixture& fixture, RecordKind kind) {
    return required(fixture.practice().file().records().count(kind));
}

} // namespace

TEST_CASE("A file of scores registers the patients it brings", "[workflow][import]") {
    OpenPracticeFixture fixture;
    const auto report = imported(fixture, kHeader + "S-1,Elena Marsh,1984-03-12,phq-9,2026-09-01,21\n"
                                                    "S-1,Elena Marsh,1984-03-12,phq-9,2026-10-01,9\n"
                                                    "S-2,Tom Field,,bdi-ii,2026-10-01T14:30,30\n");
    REQUIRE(report.accepted == 3);
    REQUIRE(report.rejected.isEmpty());
    REQUIRE(report.unchanged == 0);
    REQUIRE(report.patientsNew == 2);
    REQUIRE(report.patientsMatched == 0);
    const auto elena = ratingsOf(fixture, QStringLiteral("S-1"));
    REQUIRE(elena.size() == 2);
    REQUIRE(elena.first().total == 21.0);
    REQUIRE(elena.first().band == QStringLiteral("severe"));
    REQUIRE(elena.first().mode == RatingMode::TotalOnly);
    REQUIRE_FALSE(elena.first().timeKnown);
    const auto tom = ratingsOf(fixture, QStringLiteral("S-2"));
    REQUIRE(tom.first().timeKnown);
    REQUIRE(tom.first().assessedAt == fixture.at(QDate(2026, 10, 1), QTime(14, 30)));
    const auto draft = required(workflow::PatientCare(fixture.practice()).load(elena.first().patient));
    REQUIRE(draft.patient.givenName == QStringLiteral("Elena"));
    REQUIRE(draft.patient.familyName == QStringLiteral("Marsh"));
    REQUIRE(draft.patient.birthDate == QDate(1984, 3, 12));
}

TEST_CASE("Importing the same file again changes nothing", "[workflow][import]") {
    OpenPracticeFixture fixture;
    const QByteArray csv = kHeader + "S-1,Elena Marsh,,phq-9,2026-09-01,21\n"
                                     "S-1,Elena Marsh,,phq-9,2026-10-01,9\n";
    (void)imported(fixture, csv);
    const auto head = required(fixture.practice().file().head());
    const auto again = imported(fixture, csv);
    REQUIRE(again.accepted == 0);
    REQUIRE(again.unchanged == 2);
    REQUIRE(again.patientsNew == 0);
    REQUIRE(again.patientsMatched == 1);
    REQUIRE(required(fixture.practice().file().head()) == head);
}

TEST_CASE("Rows find the patient of the practice by MRN", "[workflow][import]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto report =
        imported(fixture, kHeader + "ah-0412,\"Marsh, Elena\",1984-03-12,phq-9,2026-10-01,9\n");
    REQUIRE(report.patientsMatched == 1);
    REQUIRE(report.patientsNew == 0);
    REQUIRE(count(fixture, RecordKind::Patient) == 1);
    REQUIRE(ratingsOf(fixture, QStringLiteral("AH-0412")).first().patient == elena);
}

TEST_CASE("An MRN of another person rejects the row", "[workflow][import]") {
    OpenPracticeFixture fixture;
    (void)fixture.addElena();
    const auto birth = imported(fixture, kHeader + "AH-0412,Elena Marsh,1985-03-12,phq-9,2026-10-01,9\n");
    REQUIRE(onlyReason(birth).contains(QStringLiteral("birth date")));
    const auto name = imported(fixture, kHeader + "AH-0412,Tom Field,,phq-9,2026-10-01,9\n");
    REQUIRE(onlyReason(name).contains(QStringLiteral("name")));
    REQUIRE(name.rejected.first().line == 2);
    REQUIRE(name.rejected.first().cells.contains(QStringLiteral("Tom Field")));
    const auto unborn = imported(fixture, kHeader + "AH-0412,Elena Marsh,,phq-9,1984-03-11,9\n");
    REQUIRE(onlyReason(unborn).contains(QStringLiteral("birth")));
    REQUIRE(count(fixture, RecordKind::Rating) == 0);
    REQUIRE(imported(fixture, kHeader + "AH-0412,Elena Marsh,,phq-9,1984-03-12,9\n").accepted == 1);
}

TEST_CASE("A missing birth date is filled in, with the import as the reason", "[workflow][import]") {
    OpenPracticeFixture fixture;
    (void)imported(fixture, kHeader + "S-1,Elena Marsh,,phq-9,2026-09-01,21\n");
    (void)imported(fixture, kHeader + "S-1,Elena Marsh,1984-03-12,phq-9,2026-10-01,9\n");
    const auto id = ratingsOf(fixture, QStringLiteral("S-1")).first().patient;
    REQUIRE(required(workflow::PatientCare(fixture.practice()).load(id)).patient.birthDate ==
            QDate(1984, 3, 12));
    const auto history = required(fixture.practice().file().historyOf(id.uuid, id));
    REQUIRE(history.size() == 2);
    REQUIRE(history.last().reason.contains(QStringLiteral("import")));
}

TEST_CASE("The chart's own score is not overwritten by a file", "[workflow][import]") {
    OpenPracticeFixture fixture;
    (void)imported(fixture, kHeader + "S-1,Elena Marsh,,phq-9,2026-09-01,21\n");
    const auto report = imported(fixture, kHeader + "S-1,Elena Marsh,,phq-9,2026-09-01,20\n"
                                                    "S-1,Elena Marsh,,gad-7,2026-09-01,11\n");
    REQUIRE(report.accepted == 1);
    REQUIRE(onlyReason(report).contains(QStringLiteral("another score")));
    const auto ratings = ratingsOf(fixture, QStringLiteral("S-1"));
    REQUIRE(ratings.size() == 2);
    for (const Rating& rating : ratings) {
        REQUIRE(rating.total == (rating.instrument == QStringLiteral("phq-9") ? 21.0 : 11.0));
    }
}

TEST_CASE("Bad rows are rejected in the order of the file and good ones land", "[workflow][import]") {
    OpenPracticeFixture fixture;
    const auto report = imported(fixture, kHeader + "S-1,Elena Marsh,,phq-9,2026-09-01,21\n" // line 2
                                                    "S-1,Elena Marsh,,phq-99,2026-09-01,21\n"
                                                    "S-1,Elena Marsh,,phq-9,2026-11-03,21\n"
                                                    "S-1,Elena Marsh,,phq-9\n"
                                                    "S-1,Elena Marsh,,phq-9,2026-09-02,28\n"
                                                    "S-1,Elena Marsh,,phq-9,2026-09-03,20\n");
    REQUIRE(report.accepted == 2);
    QList<qint64> lines;
    for (const auto& row : report.rejected) {
        REQUIRE_FALSE(row.reason.isEmpty());
        lines.append(row.line);
    }
    REQUIRE(lines == QList<qint64>{3, 4, 5, 6});
    REQUIRE(count(fixture, RecordKind::Rating) == 2);
}

TEST_CASE("A patient whose only rows are rejected is not registered", "[workflow][import]") {
    OpenPracticeFixture fixture;
    const auto report = imported(fixture, kHeader + "S-9,Elena Marsh,,phq-9,2026-11-03,21\n");
    REQUIRE(report.rejected.size() == 1);
    REQUIRE(report.patientsNew == 0);
    REQUIRE(count(fixture, RecordKind::Patient) == 0);
}

TEST_CASE("An imported answer that shows danger opens a risk item", "[workflow][import][risk]") {
    OpenPracticeFixture fixture;
    const auto report =
        imported(fixture, kPhq9Header + "S-1,Elena Marsh,,phq-9,2026-09-01,1,1,1,1,1,1,1,0,1\n"
                                        "S-1,Elena Marsh,,phq-9,2026-09-08,1,1,1,1,1,1,1,0,2\n"
                                        "S-2,Tom Field,,phq-9,2026-09-08,1,1,1,1,1,1,1,0,1\n"
                                        "S-3,Ann Wood,,phq-9,2026-09-08,1,1,1,1,1,1,1,0,0\n"
                                        "S-4,Ida Lake,,phq-9,2026-09-08,1,1,1,1,1,1,1,0,-\n");
    REQUIRE(report.accepted == 5);
    REQUIRE(report.riskItems == 2);
    const auto items = required(workflow::RiskLane(fixture.practice()).openItems());
    REQUIRE(items.size() == 2);
    QList<int> numbers;
    qsizetype evidence = 0;
    for (const auto& item : items) {
        numbers.append(item.number);
        evidence += item.evidence.size();
    }
    std::sort(numbers.begin(), numbers.end());
    REQUIRE(numbers == QList<int>{1, 2});
    REQUIRE(evidence == 3);
    REQUIRE(ratingsOf(fixture, QStringLiteral("S-1")).first().answers.size() == 9);
    REQUIRE(ratingsOf(fixture, QStringLiteral("S-1")).first().mode == RatingMode::Paper);
}

TEST_CASE("An imported danger adds to the item that is open", "[workflow][import][risk]") {
    OpenPracticeFixture fixture;
    workflow::RiskLane lane(fixture.practice());
    const auto elena = fixture.addElena();
    const auto id = required(lane.open(elena, RiskLevel::Note, QStringLiteral("restless")));
    const auto report =
        imported(fixture, kPhq9Header + "AH-0412,Elena Marsh,,phq-9,2026-09-01,1,1,1,1,1,1,1,0,1\n");
    REQUIRE(report.riskItems == 1);
    const auto item = required(lane.openItem(elena));
    REQUIRE(item->id == id);
    REQUIRE(item->evidence.size() == 2);
    REQUIRE(item->level == RiskLevel::Assess);
}

TEST_CASE("A typed total says nothing of the suicide question and opens no risk item",
          "[workflow][import][risk]") {
    OpenPracticeFixture fixture;
    const auto report = imported(fixture, kHeader + "S-1,Elena Marsh,,bdi-ii,2026-09-01,40\n");
    REQUIRE(report.riskItems == 0);
    REQUIRE(required(workflow::RiskLane(fixture.practice()).openItems()).isEmpty());
}

TEST_CASE("A large file lands in batches, each row once", "[workflow][import]") {
    OpenPracticeFixture fixture;
    QByteArray csv = kHeader;
    constexpr int kPatients = 90;
    constexpr int kDays = 60;
    for (int patient = 0; patient < kPatients; ++patient) {
        for (int day = 0; day < kDays; ++day) {
            csv += QStringLiteral("L-%1,Subject %1,,phq-9,%2,%3\n")
                       .arg(patient)
                       .arg(QDate(2026, 1, 1).addDays(day).toString(Qt::ISODate))
                       .arg(day % 28)
                       .toUtf8();
        }
    }
    const auto report = imported(fixture, csv);
    REQUIRE(report.accepted == kPatients * kDays);
    REQUIRE(report.patientsNew == kPatients);
    REQUIRE(count(fixture, RecordKind::Rating) == kPatients * kDays);
    REQUIRE(count(fixture, RecordKind::Patient) == kPatients);
    REQUIRE(imported(fixture, csv).unchanged == kPatients * kDays);
}

TEST_CASE("A program may import, a therapist alone may not", "[workflow][import]") {
    OpenPracticeFixture fixture;
    const QByteArray csv = kHeader + "S-1,Elena Marsh,,phq-9,2026-09-01,21\n";
    fixture.signInAs(QStringLiteral("Priya Nair"), Role::Therapist);
    REQUIRE(ImportCare(fixture.practice()).importScores(csv).error().code == ErrorCode::Refused);
    fixture.practice().actAsProgram(QStringLiteral("kairos-cli, ruth"));
    REQUIRE(imported(fixture, csv).accepted == 1);
    const auto rating = ratingsOf(fixture, QStringLiteral("S-1")).first();
    REQUIRE_FALSE(rating.rater.has_value());
    const auto history = required(fixture.practice().file().historyOf(rating.id.uuid, rating.patient));
    REQUIRE(history.first().actor == Actor{std::nullopt, QStringLiteral("kairos-cli, ruth")});
}

TEST_CASE("A file that is no table of scores is refused as a whole", "[workflow][import]") {
    OpenPracticeFixture fixture;
    ImportCare care(fixture.practice());
    REQUIRE(care.importScores(QByteArray()).error().code == ErrorCode::InvalidInput);
    REQUIRE(care.importScores("a,b\n1,2\n").error().code == ErrorCode::InvalidInput);
    REQUIRE(care.importScores(kHeader + "S-1,M\xE5rsh,,phq-9,2026-09-01,21\n").error().code ==
            ErrorCode::InvalidInput);
    REQUIRE(count(fixture, RecordKind::Patient) == 0);
}

TEST_CASE("Every row of the public score files lands", "[workflow][import][shared]") {
    struct Known {
        QString file;
        qint64 subjects;
        qint64 rows;
    };
    const QList<Known> files{{QStringLiteral("antidepressant_trial_hamd17.csv"), 172, 780},
                             {QStringLiteral("beat_the_blues_bdi2.csv"), 100, 380}};
    OpenPracticeFixture fixture;
    for (const Known& known : files) {
        QFile file(QStringLiteral(KAIROS_SHARED_DATA "/scores/") + known.file);
        if (!file.open(QIODevice::ReadOnly)) {
            SKIP("the folder shared/data/scores is not there");
        }
        const QByteArray csv = file.readAll();
        const auto report = imported(fixture, csv);
        REQUIRE(report.rejected.isEmpty());
        REQUIRE(report.accepted == known.rows);
        REQUIRE(report.patientsNew == known.subjects);
        REQUIRE(imported(fixture, csv).unchanged == known.rows);
    }
    REQUIRE(count(fixture, RecordKind::Patient) == 272);
    REQUIRE(count(fixture, RecordKind::Rating) == 1160);
    REQUIRE(count(fixture, RecordKind::RiskItem) == 0);
}

TEST_CASE("The responders of the public trial come out as its authors counted them",
          "[workflow][import][shared]") {
    QFile file(QStringLiteral(KAIROS_SHARED_DATA "/scores/antidepressant_trial_hamd17.csv"));
    if (!file.open(QIODevice::ReadOnly)) {
        SKIP("the folder shared/data/scores is not there");
    }
    OpenPracticeFixture fixture;
    (void)imported(fixture, file.readAll());
    const auto* instrument = fixture.practice().catalog().instruments.find(QStringLiteral("hamd-17"));
    outcomes::Course course;
    course.zone = fixture.practice().zone();
    int completers = 0;
    int responders = 0;
    for (const auto& id :
         required(fixture.practice().file().search().find(QString(), std::numeric_limits<int>::max()))) {
        storage::RowFilter filter;
        filter.patient = id;
        const auto ratings = required(fixture.practice().file().records().list<Rating>(filter)).records;
        if (ratings.size() < 5) {
            continue;
        }
        ++completers;
        responders += outcomes::trendOf(*instrument, ratings, course).response.value() ? 1 : 0;
    }
    // Observed at week 6: 29 of 64 with the drug and 20 of 65 with placebo, one of whom had missed a visit.
    REQUIRE(completers == 128);
    REQUIRE(responders == 49);
}

} // namespace test_import_care
