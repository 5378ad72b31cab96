// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/adverse_events.h"
#include "tests/support/demo_desk.h"
#include "tests/support/page_stage.h"
#include "tests/support/poppler.h"

#include "ui/printing/adverse_sheet_page.h"
#include "ui/printing/adverse_sheet_painter.h"
#include "ui/printing/dose_sheet_painter.h"
#include "ui/printing/paper_pdf.h"
#include "ui/printing/paper_view.h"

#include "core/workflow/adverse_sheet_query.h"
#include "core/workflow/dose_sheet_query.h"

#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_adverse_sheet {
using namespace kairos;
using namespace kairos::ui;
using support::required;

namespace {

const QLocale kLocale(QLocale::English, QLocale::UnitedKingdom);

/// The print as text with its layout; where KAIROS_PICTURES names a folder the PDF stays there.
QString textOf(PaperPainter& painter, const QString& name, const QTemporaryDir& folder) {
    const QString kept = qEnvironmentVariable("KAIROS_PICTURES");
    const QString path =
        (kept.isEmpty() ? folder.path() : kept) + QLatin1Char('/') + name +
        (painter.paper() == PaperSize::A4 ? QStringLiteral("-a4.pdf") : QStringLiteral("-letter.pdf"));
    REQUIRE(writePdf(painter, path).has_value());
    const QString info = test::poppler(QStringLiteral("pdfinfo"), {path});
    REQUIRE(info.contains(painter.paper() == PaperSize::A4 ? QStringLiteral("(A4)")
                                                           : QStringLiteral("(letter)")));
    return test::poppler(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
}

/// So many events of one dose.
void fill(test::PageStage& stage, int events) {
    test::AdverseDesk desk(stage.fixture());
    const auto dose = desk.dose(stage.patient(), 3, QDate(2026, 10, 12));
    for (int i = 0; i < events; ++i) {
        desk.event(dose, QStringLiteral("Nausea"), i % 60, 1 + i % 5);
    }
}

} // namespace

TEST_CASE("The register prints each event under its filter, on either paper", "[printing][adverse]") {
    test::PageStage stage;
    const QTemporaryDir folder;
    const auto paper = GENERATE(PaperSize::A4, PaperSize::Letter);
    fill(stage, 2);
    workflow::AdverseFilter filter;
    filter.gradeAtLeast = 2;
    AdverseSheetPainter painter(
        required(workflow::AdverseSheetQuery(stage.practice()).sheet(filter, kLocale)), paper);
    const QString text = textOf(painter, QStringLiteral("adverse"), folder).simplified();
    for (const char* part :
         {"Adverse events", "Only: grade 2 or more", "1 of 2 events on record", "Elena Marsh", "Nausea",
          "2 moderate", "goes on", "Alder House", "page 1 of 1", "journal of", "Ruth Adeyemi"}) {
        INFO(part << "\n" << text.toStdString());
        REQUIRE(text.contains(QString::fromLatin1(part)));
    }
    REQUIRE_FALSE(text.contains(QStringLiteral("1 mild")));
}

TEST_CASE("A long register repeats filter and heads on every page and loses no event",
          "[printing][adverse][many]") {
    test::PageStage stage;
    const QTemporaryDir folder;
    fill(stage, 120);
    const auto paper = GENERATE(PaperSize::A4, PaperSize::Letter);
    AdverseSheetPainter painter(required(workflow::AdverseSheetQuery(stage.practice()).sheet({}, kLocale)),
                                paper);
    const QString text = textOf(painter, QStringLiteral("adverse-long"), folder);
    const auto pages = text.count(QLatin1Char('\f'));
    REQUIRE(pages > 2);
    REQUIRE(text.count(QStringLiteral("Nausea")) == 120);
    REQUIRE(text.count(QStringLiteral("Patient")) >= pages);
    REQUIRE(text.count(QStringLiteral("All events")) >= pages);
    REQUIRE(text.contains(QStringLiteral("page %1 of %1").arg(pages)));
}

TEST_CASE("An empty register prints that nothing stands there", "[printing][adverse]") {
    test::PageStage stage;
    const QTemporaryDir folder;
    AdverseSheetPainter painter(required(workflow::AdverseSheetQuery(stage.practice()).sheet({}, kLocale)),
                                PaperSize::A4);
    REQUIRE(textOf(painter, QStringLiteral("adverse-empty"), folder)
                .contains(QStringLiteral("No adverse event stands here.")));
}

TEST_CASE("Damage is said on the printed register", "[printing][adverse]") {
    test::PageStage stage;
    const QTemporaryDir folder;
    fill(stage, 2);
    test::AdverseDesk(stage.fixture()).tamper("UPDATE patient SET content = CAST(content || x'00' AS BLOB)");
    AdverseSheetPainter painter(required(workflow::AdverseSheetQuery(stage.practice()).sheet({}, kLocale)),
                                PaperSize::A4);
    const QString text = textOf(painter, QStringLiteral("adverse-damaged"), folder);
    REQUIRE(text.contains(QStringLiteral("Not complete")));
    REQUIRE(text.count(QStringLiteral("Nausea")) == 2);
}

TEST_CASE("The demo's register and doses say on every page that nobody is real", "[printing][adverse]") {
    test::DemoDesk desk;
    const QTemporaryDir folder;
    const auto paper = GENERATE(PaperSize::A4, PaperSize::Letter);
    AdverseSheetPainter events(required(workflow::AdverseSheetQuery(desk.practice()).sheet({}, kLocale)),
                               paper);
    const QString text = textOf(events, QStringLiteral("adverse-demo"), folder);
    REQUIRE(text.contains(QStringLiteral("synthetic practice")));
    REQUIRE(text.contains(QStringLiteral("nobody on this page is real")));
    DoseSheetPainter doses(
        required(
            workflow::DoseSheetQuery(desk.practice()).sheet(desk.patient(QStringLiteral("K-0147")), kLocale)),
        paper);
    const QString printed = textOf(doses, QStringLiteral("doses-demo"), folder);
    REQUIRE(printed.contains(QStringLiteral("nobody on this page is real")));
    REQUIRE(printed.contains(QStringLiteral("Elena")));
    REQUIRE(printed.contains(QStringLiteral("MRN K-0147")));
    REQUIRE(printed.contains(QStringLiteral("CADSS")));
    REQUIRE(printed.simplified().contains(QStringLiteral("in the last 30 days")));
}

TEST_CASE("A patient without a dose prints that none was given", "[printing][adverse]") {
    test::PageStage stage;
    const QTemporaryDir folder;
    DoseSheetPainter painter(
        required(workflow::DoseSheetQuery(stage.practice()).sheet(stage.patient(), kLocale)), PaperSize::A4);
    REQUIRE(textOf(painter, QStringLiteral("doses-none"), folder)
                .contains(QStringLiteral("No dose was given yet.")));
}

TEST_CASE("The preview of the register stands in the program", "[printing][adverse]") {
    test::PageStage stage;
    fill(stage, 3);
    AdverseSheetPage page(AdverseSheetPlace{}, stage.context());
    REQUIRE(test::present(page, QSize(1200, 700)));
    REQUIRE(page.title() == QStringLiteral("Adverse events"));
    REQUIRE(page.findChild<PaperView*>()->isVisible());
}

} // namespace test_adverse_sheet
