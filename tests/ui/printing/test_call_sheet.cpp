// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/booked_course.h"
#include "tests/support/demo_desk.h"
#include "tests/support/page_stage.h"
#include "tests/support/poppler.h"

#include "ui/printing/call_sheet_page.h"
#include "ui/printing/call_sheet_painter.h"
#include "ui/printing/paper_pdf.h"
#include "ui/printing/paper_view.h"
#include "ui/shared/theme_manager.h"

#include "core/workflow/call_sheet_query.h"

#include <QApplication>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_call_sheet {
using namespace kairos;
using namespace kairos::ui;

namespace {

const QDate kTomorrow(2026, 11, 3);

reports::CallSheet sheetOf(test::DemoDesk& desk) {
    return support::required(workflow::CallSheetQuery(desk.practice())
                                 .sheet(kTomorrow, QLocale(QLocale::English, QLocale::UnitedKingdom)));
}

QString textOf(reports::CallSheet sheet, PaperSize paper, const QString& path) {
    CallSheetPainter painter(std::move(sheet), paper);
    REQUIRE(writePdf(painter, path).has_value());
    return test::poppler(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
}

QString pathIn(const QTemporaryDir& folder) {
    const QString kept = qEnvironmentVariable("KAIROS_PICTURES");
    return kept.isEmpty() ? folder.filePath(QStringLiteral("sheet.pdf"))
                          : kept + QStringLiteral("/sheet.pdf");
}

} // namespace

TEST_CASE("The call sheet names each patient with what to call by, on either paper", "[printing][call]") {
    test::DemoDesk desk;
    const QTemporaryDir folder;
    const auto paper = GENERATE(PaperSize::A4, PaperSize::Letter);
    const auto sheet = sheetOf(desk);
    REQUIRE(sheet.doses.size() == 3);
    const QString path = pathIn(folder);
    const QString text = textOf(sheet, paper, path);
    for (const reports::CallEntry& dose : sheet.doses) {
        for (const QString& part : {dose.time, dose.patient, dose.born, dose.mrn, dose.phone, dose.dose}) {
            INFO(part.toStdString());
            REQUIRE(text.contains(part));
        }
    }
    REQUIRE(text.contains(QStringLiteral("page 1 of 1")));
    REQUIRE(text.contains(sheet.fingerprint));
    REQUIRE(text.contains(QStringLiteral("Printed Mon 2 Nov 2026")));
    REQUIRE(text.contains(QStringLiteral("Synthetic practice")));
    REQUIRE_FALSE(text.contains(QChar(0x2026)));
    const QString info = test::poppler(QStringLiteral("pdfinfo"), {path});
    REQUIRE(info.contains(paper == PaperSize::A4 ? QStringLiteral("(A4)") : QStringLiteral("(letter)")));
    REQUIRE(test::poppler(QStringLiteral("pdfimages"), {QStringLiteral("-list"), path})
                .count(QLatin1Char('\n')) <= 2);
}

TEST_CASE("What holds a dose is said in letters, not by a box alone", "[printing][call]") {
    test::DemoDesk desk;
    const QTemporaryDir folder;
    const QString text = textOf(sheetOf(desk), PaperSize::A4, pathIn(folder));
    REQUIRE(text.contains(QStringLiteral("!! nobody, holds the dose")));
    REQUIRE(text.contains(QStringLiteral("! not told")));
}

TEST_CASE("Forty doses flow over pages that each say what they are", "[printing][call]") {
    test::DemoDesk desk;
    const QTemporaryDir folder;
    auto sheet = sheetOf(desk);
    while (sheet.doses.size() < 40) {
        sheet.doses.append(sheet.doses.first());
    }
    const QString path = folder.filePath(QStringLiteral("many.pdf"));
    const QString text = textOf(sheet, PaperSize::Letter, path);
    const QString info = test::poppler(QStringLiteral("pdfinfo"), {path});
    const int pages =
        info.section(QStringLiteral("Pages:"), 1).section(QLatin1Char('\n'), 0, 0).trimmed().toInt();
    REQUIRE(pages > 5);
    for (int page = 1; page <= pages; ++page) {
        REQUIRE(text.contains(QStringLiteral("page %1 of %2").arg(page).arg(pages)));
    }
}

TEST_CASE("A day without a dose prints a sheet that says so", "[printing][call]") {
    test::DemoDesk desk;
    const QTemporaryDir folder;
    auto sheet = sheetOf(desk);
    sheet.doses.clear();
    REQUIRE(textOf(sheet, PaperSize::A4, folder.filePath(QStringLiteral("none.pdf")))
                .contains(QStringLiteral("No dose is booked for this day.")));
}

TEST_CASE("The sheet is seen in the program before it is printed", "[printing][call]") {
    const ThemeManager themes{*qApp};
    test::DemoDesk desk;
    CallSheetPage page(CallSheetPlace{kTomorrow}, desk.context());
    REQUIRE(test::present(page, {1290, 742}));
    REQUIRE(page.title() == QStringLiteral("Call sheet"));
    REQUIRE(page.findChild<PaperView*>()->pageCount() == 1);
}

} // namespace test_call_sheet
