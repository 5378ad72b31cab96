// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demo_desk.h"
#include "tests/support/poppler.h"
#include "tests/support/running_dose.h"

#include "ui/printing/monitoring_painter.h"
#include "ui/printing/paper_pdf.h"

#include "core/workflow/monitoring_query.h"
#include "core/workflow/session_desk.h"

#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_monitoring_paper {
using namespace kairos;
using namespace kairos::ui;

namespace {

QString pathIn(const QTemporaryDir& folder, PaperSize paper) {
    const QString kept = qEnvironmentVariable("KAIROS_PICTURES");
    const QString name = paper == PaperSize::A4 ? QStringLiteral("/monitoring-a4.pdf")
                                                : QStringLiteral("/monitoring-letter.pdf");
    return (kept.isEmpty() ? folder.path() : kept) + name;
}

} // namespace

TEST_CASE("The worksheet prints every datum, what is missing and that it is not the form",
          "[printing][monitoring]") {
    const QTemporaryDir folder;
    const auto paper = GENERATE(PaperSize::A4, PaperSize::Letter);
    support::RunningDose dose({.protocol = QStringLiteral("esketamine-trd")});
    support::required(dose.run().takeSprays(dose.id, {2, dose.fixture.practice().now()}));
    dose.clockOn(5);
    support::required(dose.run().takeSprays(dose.id, {2, dose.fixture.practice().now()}));
    const auto sheet =
        support::required(workflow::MonitoringQuery(dose.fixture.practice())
                              .sheet(dose.id, QLocale(QLocale::English, QLocale::UnitedKingdom)));
    const QString path = pathIn(folder, paper);
    MonitoringPainter painter(sheet, paper);
    REQUIRE(writePdf(painter, path).has_value());
    const QString text =
        test::poppler(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    const QString flat = text.simplified();
    REQUIRE(flat.contains(QStringLiteral("It is not the form of the risk programme")));
    REQUIRE(flat.contains(QStringLiteral("DRAFT")));
    REQUIRE(flat.contains(QStringLiteral("56 mg")));
    REQUIRE(flat.contains(QStringLiteral("! missing")));
    for (const auto& section : sheet.sections) {
        REQUIRE(flat.contains(section.title));
    }
    for (const QString& word :
         {QStringLiteral("Lot"), QStringLiteral("Sedation"), QStringLiteral("Dissociation"),
          QStringLiteral("Benzodiazepines"), QStringLiteral("Serious adverse events")}) {
        REQUIRE(flat.contains(word));
    }
}

TEST_CASE("The nasal session of the demo practice fills its worksheet", "[printing][monitoring]") {
    test::DemoDesk desk;
    const auto doses = support::required(
        workflow::SessionDesk(desk.practice()).dosingOf(desk.patient(QStringLiteral("K-0179"))));
    REQUIRE(doses.size() == 1);
    const auto sheet =
        support::required(workflow::MonitoringQuery(desk.practice())
                              .sheet(doses.first().id, QLocale(QLocale::English, QLocale::UnitedKingdom)));
    for (const auto& section : sheet.sections) {
        for (const auto& line : section.lines) {
            INFO(line.label.toStdString()
                 << ": " << line.value.toStdString() << ", " << line.detail.toStdString());
            // Kairos keeps neither the enrolment nor when the patient could have left.
            const bool isByHand =
                line.id == QLatin1String("enrolment") || line.id == QLatin1String("could-leave");
            REQUIRE(line.isMissing == isByHand);
        }
    }
    REQUIRE(sheet.line(QStringLiteral("dose"))->value == QStringLiteral("56 mg"));
    REQUIRE(sheet.line(QStringLiteral("two-hours"))->value == QStringLiteral("yes"));
    REQUIRE_FALSE(sheet.identity.isDraft);
    if (qEnvironmentVariableIsSet("KAIROS_PICTURES")) {
        MonitoringPainter painter(sheet, PaperSize::A4);
        REQUIRE(writePdf(painter,
                         qEnvironmentVariable("KAIROS_PICTURES") + QStringLiteral("/monitoring-demo.pdf"))
                    .has_value());
    }
}

} // namespace test_monitoring_paper
