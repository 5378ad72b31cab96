// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/page_stage.h"
#include "tests/support/poppler.h"

#include "ui/printing/ledger_sheet_painter.h"
#include "ui/printing/paper_pdf.h"

#include "core/workflow/ledger_care.h"
#include "core/workflow/ledger_query.h"
#include "core/workflow/ledger_sheet_query.h"

#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_ledger_sheet {
using namespace kairos;
using namespace kairos::ui;
using support::required;

namespace {

/// One lot that was counted so many times.
record::VialId receive(workflow::OpenPractice& practice, int counts) {
    record::Vial vial;
    vial.drug = QStringLiteral("ketamine (racemic)");
    vial.strength.value = 50;
    vial.volume.value = 10;
    vial.lot = QStringLiteral("K-2211");
    vial.expiry = QDate(2027, 6, 30);
    vial.received = 3;
    workflow::LedgerCare care(practice);
    const auto id = required(care.receive(vial));
    for (int i = 0; i < counts; ++i) {
        required(care.count(id, base::Millilitres{30}, {}));
    }
    return id;
}

QString textOf(workflow::OpenPractice& practice, PaperSize paper, const QTemporaryDir& folder) {
    auto sheet = required(
        workflow::LedgerSheetQuery(practice).sheet(QLocale(QLocale::English, QLocale::UnitedKingdom)));
    LedgerSheetPainter painter(std::move(sheet), paper);
    const QString path = folder.filePath(QStringLiteral("ledger.pdf"));
    REQUIRE(writePdf(painter, path).has_value());
    return test::poppler(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
}

} // namespace

TEST_CASE("The inspection print shows each line with its balance, on either paper", "[printing][ledger]") {
    test::PageStage stage;
    const QTemporaryDir folder;
    const auto paper = GENERATE(PaperSize::A4, PaperSize::Letter);
    const auto id = receive(stage.practice(), 0);
    workflow::LedgerCare care(stage.practice());
    required(care.count(id, base::Millilitres{29}, QStringLiteral("one vial leaks")));
    const auto wrong =
        required(workflow::LedgerQuery(stage.practice()).lot(id)).standing.lines.last().entry.id;
    required(care.takeBack(id, wrong, QStringLiteral("counted the wrong box")));
    const QString text = textOf(stage.practice(), paper, folder);
    for (const char* part : {"ketamine (racemic), lot K-2211", "expires 30 Jun 2027", "balance 30.00 mL",
                             "+30.00", "29.00", "+1.00", "Checked against the stock by", "one vial leaks",
                             "counted the wrong box", "Ruth Adeyemi", "page 1 of 1"}) {
        INFO(part << "\n" << text.toStdString());
        REQUIRE(text.contains(QString::fromLatin1(part)));
    }
    REQUIRE(text.contains(QStringLiteral("\u22121.00")));
    REQUIRE(text.simplified().contains(QStringLiteral("1500.0 mg")));
    const QString info =
        test::poppler(QStringLiteral("pdfinfo"), {folder.filePath(QStringLiteral("ledger.pdf"))});
    REQUIRE(info.contains(paper == PaperSize::A4 ? QStringLiteral("(A4)") : QStringLiteral("(letter)")));
}

TEST_CASE("The inspection print moves devices in devices, on either paper", "[printing][ledger]") {
    test::PageStage stage;
    const QTemporaryDir folder;
    const auto paper = GENERATE(PaperSize::A4, PaperSize::Letter);
    auto vial =
        *workflow::LedgerQuery(stage.practice()).deviceLabel(QStringLiteral("esketamine nasal spray"));
    vial.lot = QStringLiteral("ES-31");
    vial.expiry = QDate(2027, 6, 30);
    vial.received = 3;
    workflow::LedgerCare care(stage.practice());
    const auto id = required(care.receive(vial));
    required(care.count(id, vial.volume, QStringLiteral("two are missing")));
    const QString text = textOf(stage.practice(), paper, folder).simplified();
    for (const char16_t* part : {u"28 mg a device", u"balance 1 device, 28.0 mg", u"+3 devices 3 devices",
                                 u"\u22122 devices", u"1 device"}) {
        INFO(QString::fromUtf16(part).toStdString() << "\n" << text.toStdString());
        REQUIRE(text.contains(QString::fromUtf16(part)));
    }
    REQUIRE_FALSE(text.contains(QStringLiteral(" mL")));
}

TEST_CASE("A long register runs on over pages and loses no line", "[printing][ledger]") {
    test::PageStage stage;
    const QTemporaryDir folder;
    (void)receive(stage.practice(), 99);
    const QString text = textOf(stage.practice(), PaperSize::A4, folder);
    REQUIRE(text.count(QStringLiteral("counted")) == 99);
    REQUIRE(text.contains(QStringLiteral("lot K-2211, continued")));
    REQUIRE(text.contains(QStringLiteral("page 2 of")));
}

TEST_CASE("An empty ledger prints that nothing is in stock", "[printing][ledger]") {
    test::PageStage stage;
    const QTemporaryDir folder;
    REQUIRE(
        textOf(stage.practice(), PaperSize::Letter, folder).contains(QStringLiteral("No drug is in stock")));
}

} // namespace test_ledger_sheet
