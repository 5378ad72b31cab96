// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/letter_sheet_page.h"
#include "ui/printing/letter_sheet_painter.h"
#include "ui/printing/paper_pdf.h"

#include "ui/shared/theme_manager.h"

#include "tests/support/poppler.h"

#include <QApplication>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_letter_sheet {
using namespace kairos;
using namespace kairos::ui;

namespace {

reports::LetterSheet letter(const QStringList& lines) {
    reports::LetterSheet sheet;
    sheet.title = QStringLiteral("To the surgery");
    sheet.subtitle = QStringLiteral("Elena Marsh · born 12 Mar 1984 · MRN AH-0412");
    sheet.practice = QStringLiteral("Alder House");
    sheet.mrn = QStringLiteral("AH-0412");
    sheet.lines = lines;
    return sheet;
}

QString printed(const reports::LetterSheet& sheet, PaperSize paper) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("letter.pdf"));
    LetterSheetPainter painter(sheet, paper);
    REQUIRE(writePdf(painter, path).has_value());
    return test::poppler(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
}

} // namespace

TEST_CASE("A letter prints with whose it is and page x of y", "[printing][letter]") {
    const ThemeManager themes(*qApp);
    const auto paper = GENERATE(PaperSize::A4, PaperSize::Letter);
    const QString text =
        printed(letter({QStringLiteral("Dear colleague,"), {}, QStringLiteral("she does well.")}), paper);
    REQUIRE(text.contains(QStringLiteral("Elena Marsh · born 12 Mar 1984 · MRN AH-0412")));
    REQUIRE(text.contains(QStringLiteral("page 1 of 1")));
    REQUIRE(text.indexOf(QStringLiteral("Dear colleague,")) < text.indexOf(QStringLiteral("she does well.")));
}

TEST_CASE("A long letter runs on from page to page and loses no word", "[printing][letter]") {
    const ThemeManager themes(*qApp);
    QString paragraph;
    for (int i = 0; i < 3000; ++i) {
        paragraph += QStringLiteral("word%1 ").arg(i);
    }
    const QString text =
        printed(letter({paragraph.trimmed(), QString(2500, QLatin1Char('x'))}), PaperSize::A4);
    REQUIRE(text.contains(QStringLiteral("page 2 of ")));
    const QStringList words = text.simplified().split(QLatin1Char(' '));
    for (int i = 0; i < 3000; ++i) {
        INFO(i);
        REQUIRE(words.contains(QStringLiteral("word%1").arg(i)));
    }
    REQUIRE(text.count(QLatin1Char('x')) >= 2500);
}

} // namespace test_letter_sheet
