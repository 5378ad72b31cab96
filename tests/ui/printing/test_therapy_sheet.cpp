// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/paper_pdf.h"
#include "ui/printing/therapy_sheet_painter.h"

#include "ui/shared/theme_manager.h"

#include "core/therapy/sheet_forms.h"
#include "core/workflow/sheet_query.h"

#include "tests/support/demo_desk.h"
#include "tests/support/poppler.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_therapy_sheet {
using namespace kairos;
using namespace kairos::ui;

namespace {

const QLocale kEnglish(QLocale::English, QLocale::UnitedKingdom);

QString printed(const reports::TherapySheetReport& sheet, PaperSize paper) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sheet.pdf"));
    TherapySheetPainter painter(sheet, paper);
    REQUIRE(writePdf(painter, path).has_value());
    if (qEnvironmentVariableIsSet("KAIROS_PICTURES")) {
        QFile::copy(path, QStringLiteral("%1/%2-%3.pdf")
                              .arg(qEnvironmentVariable("KAIROS_PICTURES"), sheet.form,
                                   paper == PaperSize::A4 ? QStringLiteral("a4") : QStringLiteral("letter")));
    }
    // The font joins letters ("ffi"); what is compared are the letters.
    return test::poppler(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")})
        .normalized(QString::NormalizationForm_KC)
        .simplified();
}

reports::TherapySheetReport sheetOf(const QString& text) {
    reports::TherapySheetReport sheet;
    sheet.title = QStringLiteral("Thought record");
    sheet.subtitle = QStringLiteral("Elena Marsh · born 12 Mar 1984 · MRN AH-0412");
    sheet.practice = QStringLiteral("Alder House");
    sheet.purpose = QStringLiteral("One situation");
    sheet.parts = {{QStringLiteral("What happened"), QStringLiteral("When, where"), text},
                   {QStringLiteral("What I felt"), QStringLiteral("How strong each"), {}}};
    return sheet;
}

} // namespace

TEST_CASE("A safety plan prints on each paper with whose it is, its words and the crisis text",
          "[printing][sheets]") {
    const ThemeManager themes(*qApp);
    test::DemoDesk desk;
    workflow::SheetQuery query(desk.practice());
    const auto plan = query.latest(desk.patient(QStringLiteral("K-0147")), therapy::kSafetyPlan).value();
    REQUIRE(plan.has_value());
    const auto paper = GENERATE(PaperSize::A4, PaperSize::Letter);
    const QString text = printed(query.report(plan->id, kEnglish).value(), paper);
    for (const char* part :
         {"Safety plan", "Elena Marsh", "K-0147", "page 1 of", "1. How I notice that it gets worse",
          "Cold water on my wrists.", "7. What I live for", "The garden in May.", "We go through it again by",
          "In a crisis", "nobody on this page is real"}) {
        INFO(part << "\n" << text.toStdString());
        REQUIRE(text.contains(QString::fromLatin1(part)));
    }
}

TEST_CASE("A part that is empty leaves room for a pen and says what belongs there", "[printing][sheets]") {
    const ThemeManager themes(*qApp);
    const QString text = printed(sheetOf(QStringLiteral("Sunday")), PaperSize::A4);
    REQUIRE(text.contains(QStringLiteral("2. What I felt How strong each")));
    REQUIRE_FALSE(text.contains(QStringLiteral("When, where")));
    REQUIRE_FALSE(text.contains(QStringLiteral("In a crisis")));
    REQUIRE(text.contains(QStringLiteral("page 1 of 1")));
}

TEST_CASE("A long sheet runs on from page to page and loses no word", "[printing][sheets]") {
    const ThemeManager themes(*qApp);
    QString long4000;
    for (int i = 0; i < 500; ++i) {
        long4000 += QStringLiteral("word%1 ").arg(i);
    }
    auto sheet = sheetOf(long4000 + QStringLiteral("\n\n") + QString(700, QLatin1Char('x')));
    for (int i = 0; i < 4; ++i) {
        sheet.parts.append({QStringLiteral("Part"), {}, long4000});
    }
    const QString text = printed(sheet, PaperSize::Letter);
    REQUIRE(text.contains(QStringLiteral("page 2 of ")));
    REQUIRE(text.count(QStringLiteral("Elena Marsh")) >= 4); // head and foot of each page
    const QStringList words = text.split(QLatin1Char(' '));
    for (int i = 0; i < 500; ++i) {
        INFO(i);
        REQUIRE(words.count(QStringLiteral("word%1").arg(i)) == 5);
    }
    REQUIRE(text.count(QLatin1Char('x')) >= 700);
}

TEST_CASE("A week prints as a grid with each cell in its day", "[printing][sheets]") {
    const ThemeManager themes(*qApp);
    auto sheet = sheetOf(QStringLiteral("more water"));
    sheet.columns = {QStringLiteral("Morning"), QStringLiteral("Afternoon"), QStringLiteral("Evening")};
    sheet.rows = {{QStringLiteral("Monday"), {QStringLiteral("walk, 5"), {}, QStringLiteral("read, 6")}},
                  {QStringLiteral("Tuesday"), {{}, QString(300, QLatin1Char('w')), {}}}};
    const QString text = printed(sheet, PaperSize::A4);
    REQUIRE(text.contains(QStringLiteral("Morning Afternoon Evening")));
    REQUIRE(text.contains(QStringLiteral("Monday walk, 5 read, 6")));
    REQUIRE(text.count(QLatin1Char('w')) >= 300);
}

} // namespace test_therapy_sheet
