// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/paper_pdf.h"
#include "ui/printing/take_home_painter.h"

#include "ui/shared/theme_manager.h"

#include "core/workflow/take_home_query.h"

#include "tests/support/demo_desk.h"
#include "tests/support/poppler.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_take_home {
using namespace kairos;
using namespace kairos::ui;

namespace {

const QLocale kEnglish(QLocale::English, QLocale::UnitedKingdom);

QString textOf(const reports::TakeHome& page, PaperSize paper) {
    const QTemporaryDir folder;
    TakeHomePainter painter(page, paper);
    const QString path = folder.filePath(QStringLiteral("take-home.pdf"));
    REQUIRE(writePdf(painter, path).has_value());
    if (qEnvironmentVariableIsSet("KAIROS_PICTURES")) {
        QFile::copy(path, qEnvironmentVariable("KAIROS_PICTURES") +
                              (paper == PaperSize::A4 ? QStringLiteral("/take-home-a4.pdf")
                                                      : QStringLiteral("/take-home-letter.pdf")));
    }
    // The font joins letters ("ffi"); what is compared are the letters.
    return test::poppler(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")})
        .normalized(QString::NormalizationForm_KC)
        .simplified();
}

} // namespace

TEST_CASE("A patient takes home intention, commitments and appointments on one page of each paper",
          "[printing][take-home]") {
    const ThemeManager themes(*qApp);
    test::DemoDesk desk;
    const auto page = workflow::TakeHomeQuery(desk.practice())
                          .page(desk.patient(QStringLiteral("K-0147")), kEnglish)
                          .value();
    const auto paper = GENERATE(PaperSize::A4, PaperSize::Letter);
    const QString text = textOf(page, paper);
    for (const char* part :
         {"Elena Marsh", "K-0147", "page 1 of 1", "Your intention", "Meet the week without bracing.",
          "Leave the office at five on two days", "Pack the swimming bag", "Your next appointments",
          "Tue 3 Nov 2026, 15:00: integration", "The next days", "Call the clinic", "Emergency now",
          "In a crisis", "nobody on this page is real"}) {
        INFO(part << "\n" << text.toStdString());
        REQUIRE(text.contains(QString::fromLatin1(part)));
    }
}

TEST_CASE("No score, no risk, no kept commitment and nothing of a note goes home", "[printing][take-home]") {
    const ThemeManager themes(*qApp);
    test::DemoDesk desk;
    const auto page = workflow::TakeHomeQuery(desk.practice())
                          .page(desk.patient(QStringLiteral("K-0147")), kEnglish)
                          .value();
    const QString text = textOf(page, PaperSize::A4);
    for (const char* part : {"PHQ", "MADRS", "C-SSRS", "CADSS", "ideation", "moderate", "Walk to the lake",
                             "the pool was closed", "A long corridor"}) {
        INFO(part);
        REQUIRE_FALSE(text.contains(QString::fromLatin1(part)));
    }
}

TEST_CASE("A patient without thread and appointments gets an honest page", "[printing][take-home]") {
    const ThemeManager themes(*qApp);
    reports::TakeHome page;
    page.title = QStringLiteral("For you to take home");
    const QString text = textOf(page, PaperSize::A4);
    REQUIRE(text.contains(QStringLiteral("You have not written one down yet.")));
    REQUIRE(text.contains(QStringLiteral("Nothing is open.")));
    REQUIRE(text.contains(QStringLiteral("None is booked: call the clinic.")));
    REQUIRE_FALSE(text.contains(QStringLiteral("In a crisis")));
    test::DemoDesk desk;
    const auto nobody = workflow::TakeHomeQuery(desk.practice()).page(record::PatientId(), kEnglish);
    REQUIRE(nobody.error().code == base::ErrorCode::NotFound);
}

} // namespace test_take_home
