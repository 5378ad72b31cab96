// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include "tests/support/poppler.h"
#include "tests/support/private_wall.h"
#include "tests/support/sheet_course.h"

#include "core/storage/connection.h"
#include "core/storage/practice_file.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_sheet_pictures {
using namespace kairos;
using support::OpenPracticeFixture;
using support::required;
using tests::CliRun;
using tests::PracticeBench;

namespace {

/// Elena Marsh with a safety plan, and the file that it is printed into.
struct PrintBench {
    record::TherapySheetId plan;
    PracticeBench practice{[this](OpenPracticeFixture& fixture) {
        const auto day = support::kSheetDay.addDays(7);
        plan = required(
            workflow::SheetCare(fixture.practice()).save(support::safetyPlan(fixture.addElena(), day)));
    }};
    QString pdf = practice.bench().path(QStringLiteral("plan.pdf"));

    QStringList print(const QString& id) const {
        return {QStringLiteral("--sheet"), id, QStringLiteral("--pdf"), pdf};
    }
    QStringList paper(const QString& size) const {
        return print(plan.toString()) + QStringList{QStringLiteral("--paper"), size};
    }
    CliRun run(const QStringList& rest) const { return practice.run(QStringLiteral("sheets"), rest); }
};

/// Qt itself may say before the one line that it has no runtime folder.
void requireRefusal(const CliRun& run, int exit, const char* why) {
    INFO(run.error.toStdString());
    REQUIRE(run.exit == exit);
    REQUIRE(run.out.isEmpty());
    REQUIRE(run.error.contains("kairos-cli: "));
    REQUIRE(run.error.contains(why));
}

} // namespace

TEST_CASE("sheets prints one sheet with its words on each paper", "[cli][sheets][pictures]") {
    const PrintBench bench;
    struct Paper {
        QString name;
        QString size;
    };
    const auto paper = GENERATE(Paper{QStringLiteral("a4"), QStringLiteral("(A4)")},
                                Paper{QStringLiteral("Letter"), QStringLiteral("(letter)")});
    const auto run = bench.run(bench.paper(paper.name));
    INFO(run.error.toStdString());
    REQUIRE(run.exit == 0);
    REQUIRE(run.out == "Wrote " + bench.pdf.toUtf8() + " (Safety plan)\n");
    REQUIRE(test::poppler(QStringLiteral("pdfinfo"), {bench.pdf}).contains(paper.size));
    const QString text = test::poppler(QStringLiteral("pdftotext"),
                                       {QStringLiteral("-layout"), bench.pdf, QStringLiteral("-")})
                             .normalized(QString::NormalizationForm_KC);
    for (const char* part : {"Safety plan", "Elena Marsh", "AH-0412", "awake at four", "the garden in May",
                             "We go through it again by 9 Nov 2026", "page 1 of"}) {
        INFO(part << "\n" << text.toStdString());
        REQUIRE(text.contains(QString::fromLatin1(part)));
    }
}

TEST_CASE("A printed sheet is told in JSON by its form and file, on A4 unless told otherwise",
          "[cli][sheets][pictures]") {
    const PrintBench bench;
    const auto json =
        bench.practice.runJson(QStringLiteral("sheets"), bench.print(bench.plan.toString())).json();
    REQUIRE(json.value(QLatin1String("pdf")).toString() == bench.pdf);
    REQUIRE(json.value(QLatin1String("form")).toString() == QStringLiteral("safety-plan"));
    REQUIRE(json.value(QLatin1String("title")).toString() == QStringLiteral("Safety plan"));
    REQUIRE(test::poppler(QStringLiteral("pdfinfo"), {bench.pdf}).contains(QStringLiteral("(A4)")));
}

TEST_CASE("A sheet that cannot be printed as it was asked for is a usage error", "[cli][sheets][pictures]") {
    const PrintBench bench;
    const QString id = bench.plan.toString();
    requireRefusal(bench.run({}), 2, "sheets needs --patient, or a sheet to print; give ");
    requireRefusal(
        bench.run(bench.print(id) + QStringList{QStringLiteral("--patient"), QStringLiteral("AH-0412")}), 2,
        "sheets lists the sheets of a patient or prints one; give ");
    requireRefusal(bench.run({QStringLiteral("--sheet"), id}), 2, "; give both --sheet and --pdf");
    requireRefusal(bench.run({QStringLiteral("--pdf"), bench.pdf}), 2, "; give both --sheet and --pdf");
    requireRefusal(bench.run({QStringLiteral("--paper"), QStringLiteral("a4")}), 2,
                   "; give both --sheet and --pdf");
    requireRefusal(bench.run(bench.paper(QStringLiteral("a5"))), 2,
                   "\"a5\" is no paper; choose a4 or letter");
    requireRefusal(bench.run(bench.print(QStringLiteral("plan"))), 2, "\"plan\" is no sheet id; ");
    requireRefusal(bench.run(bench.print(bench.plan.toString().replace(0, 4, QStringLiteral("ffff")))), 2,
                   "there is none with this id; ");
    REQUIRE_FALSE(QFile::exists(bench.pdf));
}

TEST_CASE("A damaged sheet is refused with exit 4 and nothing is written", "[cli][sheets][pictures]") {
    PrintBench bench;
    bench.practice.fixture().reopen();
    const auto key = bench.practice.fixture().practice().file().key().clone();
    bench.practice.fixture().close();
    storage::Connection(bench.practice.file(), storage::OpenMode::Write, &key)
        .execute("UPDATE therapy_sheet SET mac = randomblob(32)");
    requireRefusal(bench.run(bench.print(bench.plan.toString())), 4, "; ");
    REQUIRE_FALSE(QFile::exists(bench.pdf));
}

TEST_CASE("A folder that takes no file is refused with exit 5", "[cli][sheets][pictures]") {
    PrintBench bench;
    bench.pdf = bench.practice.bench().path(QStringLiteral("none/plan.pdf"));
    requireRefusal(bench.run(bench.print(bench.plan.toString())), 5, "; ");
}

TEST_CASE("A printed sheet holds no word of a private note", "[cli][sheets][private][wall]") {
    record::TherapySheetId sheet;
    const PracticeBench alder([&](OpenPracticeFixture& fixture) {
        const support::WalledCourse course(fixture);
        sheet = required(workflow::SheetCare(fixture.practice()).save(support::thoughtRecord(course.elena)));
    });
    const QString pdf = alder.bench().path(QStringLiteral("sheet.pdf"));
    const auto run = alder.run(QStringLiteral("sheets"),
                               {QStringLiteral("--sheet"), sheet.toString(), QStringLiteral("--pdf"), pdf});
    REQUIRE(run.exit == 0);
    const QString text = test::poppler(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")});
    REQUIRE(text.contains(QStringLiteral("Sunday evening, alone")));
    REQUIRE(!support::hasMarker(text.toUtf8()));
    REQUIRE(!support::hasMarker(support::fileBytes(pdf)));
    REQUIRE(!support::hasMarker(run.out + run.error));
}

} // namespace test_sheet_pictures
