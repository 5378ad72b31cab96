// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/score_csv.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <catch2/catch_test_macros.hpp>

namespace test_score_csv {
using namespace kairos;
using namespace kairos::exchange;

namespace {

const QByteArray kHeader = "mrn,name,birth_date,instrument,at,total\n";

const scales::InstrumentLibrary& library() {
    static const auto kLibrary = scales::InstrumentLibrary::builtIn();
    return kLibrary;
}

ScoreReading reading() {
    const QTimeZone zone("Europe/Oslo");
    return {zone, base::Instant::fromLocal(QDate(2026, 11, 2), QTime(9, 0), zone)};
}

ScoreFile scoresOf(const QByteArray& bytes) {
    auto file = readScores(bytes, library(), reading());
    if (!file) {
        throw std::runtime_error(file.error().sentence().toStdString());
    }
    return *file;
}

/// The reason for which the only row of a file is rejected; empty when it is taken.
QString reasonOf(const QByteArray& row, const QByteArray& header = kHeader) {
    const auto file = scoresOf(header + row + "\n");
    if (file.rows.size() + file.rejected.size() != 1) {
        throw std::runtime_error("not one row");
    }
    return file.rejected.isEmpty() ? QString() : file.rejected.first().reason;
}

} // namespace

TEST_CASE("a row of totals is read whole", "[exchange][scores]") {
    const auto file = scoresOf(kHeader + "AH-0412,Elena  Marsh,1984-03-12,PHQ-9,2026-10-01T09:24,14\n"
                                         "AH-0413,Jonas Holm,,bdi-ii,2026-10-02,29\n");
    REQUIRE(file.rejected.isEmpty());
    REQUIRE(file.rows.size() == 2);
    const auto& first = file.rows.first();
    REQUIRE(first.line == 2);
    REQUIRE(first.mrn == QStringLiteral("AH-0412"));
    REQUIRE(first.name == QStringLiteral("Elena Marsh"));
    REQUIRE(first.birthDate == QDate(1984, 3, 12));
    REQUIRE(first.instrument == QStringLiteral("phq-9"));
    REQUIRE(first.at.toIso() == QStringLiteral("2026-10-01T09:24:00+02:00"));
    REQUIRE(first.timeKnown);
    REQUIRE(first.total == 14.0);
    REQUIRE(first.answers.isEmpty());
    REQUIRE(file.rows.last().birthDate == std::nullopt);
    REQUIRE(!file.rows.last().timeKnown);
}

TEST_CASE("a row of answers is read, and a total beside them must agree", "[exchange][scores]") {
    const QByteArray header = "mrn,name,birth_date,instrument,at,total,item_1,item_2,item_3,item_4,item_5,"
                              "item_6,item_7,item_8,item_9\n";
    const QByteArray who = "AH-0412,Elena Marsh,,phq-9,2026-10-01,";
    const auto file = scoresOf(header + who + "13,2,2,1,2,1,2,2,0,1\n");
    REQUIRE(file.rejected.isEmpty());
    REQUIRE(file.rows.first().answers.size() == 9);
    REQUIRE(file.rows.first().total == 13.0);
    REQUIRE(reasonOf(who + ",2,2,1,2,1,2,2,0,1", header).isEmpty());
    REQUIRE(reasonOf(who + "13,,,,,,,,,", header).isEmpty());
    REQUIRE(reasonOf(who + "12,2,2,1,2,1,2,2,0,1", header) ==
            QStringLiteral("the answers give 13 and not 12"));
    REQUIRE(reasonOf(who + "12,2,2,1,-,-,-,-,-,-", header) == QStringLiteral("the answers give no total"));
    REQUIRE(reasonOf(who + ",2,2,1,2,1,2,2,0,4", header).contains(QStringLiteral("item 9 is 4")));
    REQUIRE(reasonOf(who + ",,,,,,,,,", header) == QStringLiteral("there is neither a total nor an answer"));
    REQUIRE(reasonOf("AH-1,A B,,gad-7,2026-10-01,,1,1,1,1,1,1,1,1,1", header)
                .contains(QStringLiteral("9 answers")));
}

TEST_CASE("each thing that cannot be is a reason of its own", "[exchange][scores]") {
    REQUIRE(reasonOf("AH-1,A B,,phq-9,2026-10-01,27").isEmpty());
    REQUIRE(reasonOf("AH-1,A B,,phq-9,2026-10-01,28").contains(QStringLiteral("28 is outside 0 to 27")));
    REQUIRE(reasonOf("AH-1,A B,,phq-9,2026-10-01,-1").contains(QStringLiteral("outside")));
    REQUIRE(reasonOf("AH-1,A B,,phq-9,2026-10-01,1.5").contains(QStringLiteral("whole numbers")));
    REQUIRE(reasonOf("AH-1,A B,,phq-9,2026-10-01,x").contains(QStringLiteral("is no number")));
    REQUIRE(reasonOf("AH-1,A B,,phq-9,2026-10-01,").contains(QStringLiteral("neither a total")));
    REQUIRE(reasonOf("AH-1,A B,,phq9,2026-10-01,5") == QStringLiteral("no instrument \"phq9\" is installed"));
    REQUIRE(reasonOf("AH-1,A B,,phq-9@2,2026-10-01,5") ==
            QStringLiteral("PHQ-9 is installed in version 1.0.0, not in version 2"));
    REQUIRE(reasonOf("AH-1,A B,,,2026-10-01,5") == QStringLiteral("the instrument is missing"));
    REQUIRE(reasonOf("AH-1,A B,,phq-9,2026-02-30,5").contains(QStringLiteral("is no date")));
    REQUIRE(reasonOf("AH-1,A B,,phq-9,2026-11-03,5").contains(QStringLiteral("future")));
    REQUIRE(
        reasonOf("AH-1,A B,2026-10-02,phq-9,2026-10-01,5").contains(QStringLiteral("before the birth date")));
    REQUIRE(reasonOf("AH-1,A B,1984-02-30,phq-9,2026-10-01,5").contains(QStringLiteral("birth date")));
    REQUIRE(reasonOf(",A B,,phq-9,2026-10-01,5") == QStringLiteral("the MRN is missing"));
    REQUIRE(reasonOf("AH-1, ,,phq-9,2026-10-01,5") == QStringLiteral("the name is missing"));
    REQUIRE(reasonOf(QByteArray(65, 'A') + ",A B,,phq-9,2026-10-01,5").contains(QStringLiteral("too long")));
    REQUIRE(reasonOf("AH-1,A\x01"
                     "B,,phq-9,2026-10-01,5")
                .contains(QStringLiteral("no text")));
    REQUIRE(reasonOf("AH-1,A B,phq-9,2026-10-01,5").contains(QStringLiteral("5 cells")));
    REQUIRE(reasonOf("AH-1,A B,,c-ssrs,2026-10-01,5").size() > 10);
}

TEST_CASE("one MRN is one person in a file", "[exchange][scores]") {
    const auto file = scoresOf(kHeader + "AH-1,A B,,phq-9,2026-10-01,5\n"
                                         "ah-1,a b,1984-03-12,phq-9,2026-10-02,5\n"
                                         "AH-1,A C,,phq-9,2026-10-03,5\n"
                                         "AH-1,A B,1985-03-12,phq-9,2026-10-04,5\n"
                                         "AH-1,A B,1984-03-12,phq-9,2026-10-05,5\n");
    REQUIRE(file.rows.size() == 3);
    REQUIRE(file.rejected.size() == 2);
    REQUIRE(file.rejected.first().line == 4);
    REQUIRE(file.rejected.first().reason.contains(QStringLiteral("line 3")));
    REQUIRE(file.rejected.last().line == 5);
    // A reason goes into lists and messages: it names no person.
    REQUIRE(!file.rejected.first().reason.contains(QStringLiteral("A C")));
}

TEST_CASE("two different scores of one moment are told, the same one twice is not", "[exchange][scores]") {
    const auto file = scoresOf(kHeader + "AH-1,A B,,phq-9,2026-10-01,5\n"
                                         "AH-1,A B,,phq-9,2026-10-01,5\n"
                                         "AH-1,A B,,phq-9,2026-10-01,6\n"
                                         "AH-1,A B,,gad-7,2026-10-01,6\n"
                                         "AH-2,C D,,phq-9,2026-10-01,6\n");
    REQUIRE(file.rows.size() == 4);
    REQUIRE(file.rejected.size() == 1);
    REQUIRE(file.rejected.first().line == 4);
    REQUIRE(file.rejected.first().reason == QStringLiteral("line 2 gives another score for the same moment"));
}

TEST_CASE("rejected rows are written with line and reason and read again once mended", "[exchange][scores]") {
    const auto file = scoresOf(kHeader + "AH-1,\"B, A\",,phq-9,2026-10-01,28\n"
                                         "AH-2,C D,,phq-9,2026-10-01\n"
                                         "AH-3,\"E F,,phq-9,2026-10-01,3\n");
    REQUIRE(file.rejected.size() == 3);
    QByteArray written = rejectedCsv(file.header, file.rejected);
    REQUIRE(written.startsWith("line,reason,mrn,name,birth_date,instrument,at,total\r\n2,"));
    REQUIRE(written.contains("\"B, A\",,phq-9,2026-10-01,28\r\n"));
    REQUIRE(written.contains("\r\n3,it has 5 cells and the header has 6,AH-2,C D,"));
    REQUIRE(written.contains("\"AH-3,\"\"E F,,phq-9,2026-10-01,3\"\r\n"));
    const auto mended = scoresOf(written.replace(",28\r\n", ",27\r\n"));
    REQUIRE(mended.rows.size() == 1);
    REQUIRE(mended.rows.first().name == QStringLiteral("B, A"));
    REQUIRE(mended.rejected.size() == 2);
    // Rejected a second time, the columns of the first time do not pile up.
    REQUIRE(rejectedCsv(mended.header, mended.rejected)
                .startsWith("line,reason,mrn,name,birth_date,instrument,at,total\r\n"));
}

TEST_CASE("a file that is no file of scores is refused as a whole", "[exchange][scores]") {
    for (const QByteArray& bytes : {QByteArray(), QByteArray("a,b\n1,2\n"), kHeader + "\xFF\n",
                                    QByteArray("mrn,name,birth_date,instrument,at,total,sex\n")}) {
        const auto refused = readScores(bytes, library(), reading());
        REQUIRE(!refused.has_value());
        REQUIRE(refused.error().code == base::ErrorCode::InvalidInput);
    }
    REQUIRE(scoresOf(kHeader).rows.isEmpty());
}

TEST_CASE("every row of the published score files is taken", "[exchange][scores]") {
    struct Published {
        const char* name;
        qsizetype rows;
        qsizetype people;
    };
    const QString folder = QStringLiteral(KAIROS_SHARED_DATA "/scores/");
    if (!QFileInfo::exists(folder)) {
        SKIP("the folder of published data is not here");
    }
    for (const Published& each : {Published{"antidepressant_trial_hamd17.csv", 780, 172},
                                  Published{"beat_the_blues_bdi2.csv", 380, 100}}) {
        QFile data(folder + QLatin1String(each.name));
        REQUIRE(data.open(QIODevice::ReadOnly));
        const auto file = scoresOf(data.readAll());
        REQUIRE(file.rejected.isEmpty());
        REQUIRE(file.rows.size() == each.rows);
        QSet<QString> people;
        for (const auto& row : file.rows) {
            people.insert(row.mrn);
        }
        REQUIRE(people.size() == each.people);
    }
}

} // namespace test_score_csv
