// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/paper_pdf.h"
#include "ui/printing/summary_painter.h"
#include "ui/shared/theme_manager.h"

#include "tests/support/file_size_limit.h"
#include "tests/support/poppler.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/demo/demo_practice.h"
#include "core/storage/practice_file.h"
#include "core/workflow/catalog.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/summary_query.h"

#include <QApplication>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_summary_pdf {
using namespace kairos;
using namespace kairos::ui;

namespace {

/// The demo practice at the story's now, with one patient's dosing and therapy sessions.
struct Desk {
    QTemporaryDir folder;
    workflow::Catalog catalog = workflow::Catalog::builtIn();
    base::ManualClock clock{*demo::storyNowMs({})};
    base::SeededRandom random{3};
    std::unique_ptr<workflow::OpenPractice> practice;
    QList<record::DosingSession> doses;
    QList<record::TherapySession> therapies;

    Desk() {
        demo::DemoRequest request;
        request.path = folder.filePath(QStringLiteral("demo.kairos"));
        request.passphrase = demo::demoPassword();
        request.practiceCost = security::KeyCost::cheap();
        REQUIRE(demo::makeDemo(request, catalog).has_value());
        const workflow::Environment environment{
            clock, random, catalog, security::KeyCost::cheap(), security::KeyCost::cheap(), {}};
        auto opened = workflow::OpenPractice::open(request.path, request.passphrase, environment);
        REQUIRE(opened.has_value());
        practice = std::move(*opened);
        const auto patient = practice->file().search().byMrn(QStringLiteral("K-0147"));
        doses = *workflow::SessionDesk(*practice).dosingOf(**patient);
        therapies = *workflow::SessionDesk(*practice).therapyOf(**patient);
    }

    workflow::SummaryBundle bundle(const record::SessionId& id) {
        auto read =
            workflow::SummaryQuery(*practice).bundle(id, QLocale(QLocale::English, QLocale::UnitedKingdom));
        REQUIRE(read.has_value());
        return std::move(*read);
    }

    QString pdf(workflow::SummaryBundle bundle, PaperSize paper) {
        SummaryPainter painter(std::move(bundle), catalog, paper);
        const QString path = folder.filePath(QStringLiteral("summary.pdf"));
        const auto written = writePdf(painter, path);
        REQUIRE(written.has_value());
        return path;
    }
};

} // namespace

TEST_CASE("A signed session prints on one page of either paper, as text without images", "[printing]") {
    Desk desk;
    const auto paper = GENERATE(PaperSize::A4, PaperSize::Letter);
    const QString path = desk.pdf(desk.bundle(desk.doses.at(6).id), paper);
    const QString info = test::poppler(QStringLiteral("pdfinfo"), {path});
    REQUIRE(info.contains(QStringLiteral("Pages:           1")));
    REQUIRE(info.contains(paper == PaperSize::A4 ? QStringLiteral("(A4)") : QStringLiteral("(letter)")));
    const QString text =
        test::poppler(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    REQUIRE(text.contains(QStringLiteral("Elena Marsh")));
    REQUIRE(text.contains(QStringLiteral("K-0147")));
    REQUIRE(text.contains(QStringLiteral("14 Mar 1984")));
    REQUIRE(text.contains(QStringLiteral("page 1 of 1")));
    REQUIRE(text.contains(QStringLiteral("152/90")));
    REQUIRE(text.contains(QStringLiteral("Penicillin (rash)")));
    REQUIRE_FALSE(text.contains(QStringLiteral("DRAFT")));
    const QString images = test::poppler(QStringLiteral("pdfimages"), {QStringLiteral("-list"), path});
    REQUIRE(images.count(QLatin1Char('\n')) <= 2);
}

TEST_CASE("On a full disk no part of a PDF is left, and the sentence says so", "[printing]") {
    Desk desk;
    SummaryPainter painter(desk.bundle(desk.doses.at(6).id), desk.catalog, PaperSize::A4);
    const QString path = desk.folder.filePath(QStringLiteral("full.pdf"));
    const auto written = [&] {
        const test::FileSizeLimit full(1000);
        return writePdf(painter, path);
    }();
    REQUIRE_FALSE(written.has_value());
    REQUIRE(written.error().why == QStringLiteral("not all of it could be put on the disk"));
    REQUIRE_FALSE(QFile::exists(path));
}

TEST_CASE("Nothing on a printed summary is shortened", "[printing]") {
    Desk desk;
    const auto paper = GENERATE(PaperSize::A4, PaperSize::Letter);
    const auto session = GENERATE(0, 6);
    const QString path = desk.pdf(desk.bundle(desk.doses.at(session).id), paper);
    const QString text =
        test::poppler(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")});
    REQUIRE_FALSE(text.contains(QChar(0x2026)));
    REQUIRE(text.contains(QStringLiteral("baseline")));
    REQUIRE(text.contains(QStringLiteral("that day")));
    REQUIRE(test::poppler(QStringLiteral("pdfinfo"), {path}).contains(QStringLiteral("Pages:           1")));
}

TEST_CASE("What was learnt after a dose stays on its one page, whole", "[printing]") {
    Desk desk;
    const auto paper = GENERATE(PaperSize::A4, PaperSize::Letter);
    auto bundle = desk.bundle(desk.doses.at(6).id);
    const auto at = bundle.facts.dosing->dischargedAt->plusMinutes(21 * 60);
    bundle.facts.later = {{at, QStringLiteral("Priya Nair"), QStringLiteral("Call after the dose"),
                           QStringLiteral("slept well, no complaints")},
                          {at.plusMinutes(5), QStringLiteral("Priya Nair"),
                           QStringLiteral("Nausea, followed up"), QStringLiteral("over since last evening")}};
    const QString path = desk.pdf(std::move(bundle), paper);
    REQUIRE(test::poppler(QStringLiteral("pdfinfo"), {path}).contains(QStringLiteral("Pages:           1")));
    const QString text =
        test::poppler(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")})
            .simplified();
    REQUIRE(text.contains(
        QStringLiteral("Call after the dose 13 Oct 2026 09:20 by Priya Nair: slept well, no complaints")));
    REQUIRE(text.contains(QStringLiteral("by Priya Nair: over since last evening")));
    REQUIRE_FALSE(text.contains(QChar(0x2026)));
}

TEST_CASE("The call after a dose of the last days is on its summary", "[printing]") {
    Desk desk;
    const auto patient = desk.practice->file().search().byMrn(QStringLiteral("K-0132"));
    const auto doses = *workflow::SessionDesk(*desk.practice).dosingOf(**patient);
    const QString path = desk.pdf(desk.bundle(doses.at(3).id), PaperSize::A4);
    const QString text =
        test::poppler(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")});
    REQUIRE(text.simplified().contains(QStringLiteral("by Priya Nair: slept well, no complaints")));
}

TEST_CASE("An unsigned session prints as a draft and says so in its foot", "[printing]") {
    Desk desk;
    const QString path = desk.pdf(desk.bundle(desk.doses.last().id), PaperSize::A4);
    const QString text =
        test::poppler(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    REQUIRE(text.contains(QStringLiteral("DRAFT, not signed")));
}

TEST_CASE("A therapy session prints its note and its signature", "[printing]") {
    Desk desk;
    const QString path = desk.pdf(desk.bundle(desk.therapies.first().id), PaperSize::Letter);
    const QString text =
        test::poppler(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    REQUIRE(text.contains(QStringLiteral("Assessment")));
    REQUIRE(text.contains(QStringLiteral("Jonas Lindqvist")));
    REQUIRE(text.contains(QStringLiteral("page 1 of 1")));
}

TEST_CASE("Five hundred readings flow over pages that each say whose they are", "[printing]") {
    Desk desk;
    auto bundle = desk.bundle(desk.doses.at(6).id);
    const auto first = bundle.facts.readings.first();
    while (bundle.facts.readings.size() < 500) {
        auto next = first;
        next.measuredAt = bundle.facts.readings.last().measuredAt.plusMinutes(1);
        bundle.facts.readings.append(next);
    }
    const QString path = desk.pdf(std::move(bundle), PaperSize::A4);
    const QString info = test::poppler(QStringLiteral("pdfinfo"), {path});
    const int pages =
        info.section(QStringLiteral("Pages:"), 1).section(QLatin1Char('\n'), 0, 0).trimmed().toInt();
    REQUIRE(pages > 5);
    const QString text =
        test::poppler(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    for (int page = 1; page <= pages; ++page) {
        REQUIRE(text.contains(QStringLiteral("MRN K-0147 · page %1 of %2").arg(page).arg(pages)));
    }
}

TEST_CASE("A summary that cannot be written says so and leaves nothing", "[printing]") {
    Desk desk;
    SummaryPainter painter(desk.bundle(desk.doses.at(6).id), desk.catalog, PaperSize::A4);
    const QString path = desk.folder.filePath(QStringLiteral("no/such/folder/summary.pdf"));
    const auto written = writePdf(painter, path);
    REQUIRE_FALSE(written.has_value());
    REQUIRE(written.error().code == base::ErrorCode::Storage);
    REQUIRE_FALSE(QFile::exists(path));
}

} // namespace test_summary_pdf
