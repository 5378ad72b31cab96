// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/paper_pdf.h"
#include "ui/printing/paper_view.h"
#include "ui/printing/plan_sheet_page.h"
#include "ui/printing/plan_sheet_painter.h"

#include "ui/shared/theme_manager.h"

#include "core/workflow/plan_care.h"
#include "core/workflow/plan_sheet_query.h"

#include "tests/support/demo_desk.h"
#include "tests/support/poppler.h"

#include <QApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_plan_sheet {
using namespace kairos;
using namespace kairos::ui;

namespace {

/// The printed plan of a demo patient.
struct PlanDesk {
    ThemeManager themes{*qApp};
    test::DemoDesk desk;
    record::PatientId patient{desk.patient(QStringLiteral("K-0147"))};
    QTemporaryDir folder;

    [[nodiscard]] record::PlanId plan() {
        return workflow::PlanCare(desk.practice()).all(patient).value().first().id;
    }
    [[nodiscard]] reports::PlanSheet sheet() {
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        return workflow::PlanSheetQuery(desk.practice(), english).sheet(plan()).value();
    }
    [[nodiscard]] QString pdf(const reports::PlanSheet& sheet, PaperSize paper) {
        PlanSheetPainter painter(sheet, paper);
        const QString path = folder.filePath(QStringLiteral("plan.pdf"));
        REQUIRE(writePdf(painter, path).has_value());
        return path;
    }
};

QString textOf(const QString& path) {
    return test::poppler(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
}

int pagesOf(const QString& path) {
    const QString info = test::poppler(QStringLiteral("pdfinfo"), {path});
    return info.section(QStringLiteral("Pages:"), 1).section(QLatin1Char('\n'), 0, 0).trimmed().toInt();
}

} // namespace

TEST_CASE("A plan prints what is next, its steps and sources, on pages that say whose they are",
          "[printing][plan]") {
    PlanDesk desk;
    const auto paper = GENERATE(PaperSize::A4, PaperSize::Letter);
    const auto sheet = desk.sheet();
    const QString path = desk.pdf(sheet, paper);
    if (qEnvironmentVariableIsSet("KAIROS_PICTURES")) {
        QFile::copy(path, qEnvironmentVariable("KAIROS_PICTURES") +
                              (paper == PaperSize::A4 ? QStringLiteral("/plan-a4.pdf")
                                                      : QStringLiteral("/plan-letter.pdf")));
    }
    const QString text = textOf(path);
    const int pages = pagesOf(path);
    for (int page = 1; page <= pages; ++page) {
        REQUIRE(text.contains(QStringLiteral("MRN K-0147 · page %1 of %2").arg(page).arg(pages)));
    }
    REQUIRE(text.contains(QStringLiteral("Elena Marsh")));
    REQUIRE(text.contains(QStringLiteral("Next, late, blocked")));
    REQUIRE(text.contains(QStringLiteral("Plan against actual")));
    REQUIRE(text.contains(QStringLiteral("Sources, with H, M or C")));
    const QString raw =
        test::poppler(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")});
    for (const auto& strand : sheet.strands) {
        for (const auto& step : strand.steps) {
            INFO(step.title.toStdString());
            // A long title goes on in the next line of its cell.
            REQUIRE(raw.contains(step.title.section(QLatin1Char(' '), 0, 1)));
        }
    }
    REQUIRE_FALSE(raw.contains(QChar(0x2026))); // nothing is shortened
    const QString images = test::poppler(QStringLiteral("pdfimages"), {QStringLiteral("-list"), path});
    REQUIRE(images.count(QLatin1Char('\n')) <= 2);
}

TEST_CASE("An unsigned plan prints as a draft", "[printing][plan]") {
    PlanDesk desk;
    auto sheet = desk.sheet();
    REQUIRE_FALSE(textOf(desk.pdf(sheet, PaperSize::A4)).contains(QStringLiteral("DRAFT")));
    sheet.identity.isDraft = true;
    REQUIRE(textOf(desk.pdf(sheet, PaperSize::A4)).contains(QStringLiteral("DRAFT, not signed")));
}

TEST_CASE("Five hundred steps flow over pages with the head repeated", "[printing][plan]") {
    PlanDesk desk;
    auto sheet = desk.sheet();
    auto& steps = sheet.strands.first().steps;
    const auto first = steps.first();
    while (steps.size() < 500) {
        steps.append(first);
        steps.last().title = QStringLiteral("Step %1").arg(steps.size());
    }
    const QString path = desk.pdf(sheet, PaperSize::A4);
    REQUIRE(pagesOf(path) > 8);
    const QString text = textOf(path);
    REQUIRE(text.contains(QStringLiteral("Step 500")));
    REQUIRE(text.count(QStringLiteral("continued")) > 7);
}

TEST_CASE("The preview of a plan opens on the screen", "[printing][plan]") {
    PlanDesk desk;
    auto context = desk.desk.context();
    const std::unique_ptr<Page> page(makePlanSheetPage({desk.patient, desk.plan()}, context, nullptr));
    REQUIRE(page->title() == QStringLiteral("Treatment plan"));
    REQUIRE(page->findChild<PaperView*>()->pageCount() > 1);
}

TEST_CASE("The strands of a printed plan begin their columns at the same place", "[printing][plan]") {
    PlanDesk desk;
    const auto paper = GENERATE(PaperSize::A4, PaperSize::Letter);
    const QString words =
        test::poppler(QStringLiteral("pdftotext"),
                      {QStringLiteral("-bbox"), desk.pdf(desk.sheet(), paper), QStringLiteral("-")});
    static const QRegularExpression kWord(
        QStringLiteral("xMin=\"([0-9.]+)\"[^>]*>(Window|State|late|missed|held)<"));
    QHash<QString, QSet<QString>> lefts;
    auto found = kWord.globalMatch(words);
    while (found.hasNext()) {
        const auto match = found.next();
        lefts[match.captured(2)].insert(match.captured(1));
    }
    REQUIRE(lefts.value(QStringLiteral("Window")).size() == 1);
    REQUIRE(lefts.value(QStringLiteral("State")).size() == 1);
    // A mark stands under its head, not at the edge of the page.
    REQUIRE(lefts.value(QStringLiteral("missed")).size() == 1);
    const double state = lefts.value(QStringLiteral("State")).values().first().toDouble();
    const double missed = lefts.value(QStringLiteral("missed")).values().first().toDouble();
    REQUIRE(missed > state);
    REQUIRE(missed < state + 20);
}

} // namespace test_plan_sheet
