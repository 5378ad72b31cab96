// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"
#include "tests/support/scan_samples.h"

#include "core/workflow/document_care.h"
#include "core/workflow/scan_file.h"

#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>

namespace test_documents_command {
using namespace kairos;
using support::required;
using tests::PracticeBench;

namespace {

QStringList patient(const QString& id) {
    return {QStringLiteral("--patient"), id};
}

void fillPapers(support::OpenPracticeFixture& fixture) {
    record::Document document;
    document.patient = fixture.addElena();
    document.kind = record::DocumentKind::Referral;
    document.title = QStringLiteral("Referral of the surgery");
    document.dated = QDate(2026, 10, 1);
    workflow::DocumentCare care(fixture.practice());
    required(care.addScan(
        document, required(workflow::ScanFile::of(support::pdfSample(), QStringLiteral("referral.pdf"),
                                                  workflow::DocumentCare::limits()))));
    document.kind = record::DocumentKind::Letter;
    document.title = QStringLiteral("Answer");
    document.text = QStringLiteral("a secret line");
    document.dated = QDate(2026, 10, 2);
    required(care.saveLetter(document));
}

} // namespace

TEST_CASE("documents lists papers without their content, the newest first", "[cli][documents]") {
    const PracticeBench practice(fillPapers);
    const auto run = practice.runJson(QStringLiteral("documents"), patient(QStringLiteral("AH-0412")));
    REQUIRE(run.exit == 0);
    REQUIRE(!run.out.contains("secret"));
    const auto documents = run.json().value(QLatin1String("documents")).toArray();
    REQUIRE(documents.size() == 2);
    const auto letter = documents.first().toObject();
    REQUIRE(letter.value(QLatin1String("title")).toString() == QStringLiteral("Answer"));
    REQUIRE(letter.value(QLatin1String("kind")).toString() == QStringLiteral("letter"));
    REQUIRE(letter.value(QLatin1String("bytes")).isNull());
    const auto scan = documents.last().toObject();
    REQUIRE(scan.value(QLatin1String("day")).toString() == QStringLiteral("2026-10-01"));
    REQUIRE(scan.value(QLatin1String("media_type")).toString() == QStringLiteral("application/pdf"));
    REQUIRE(scan.value(QLatin1String("bytes")).toInteger() == support::pdfSample().size());
    REQUIRE(scan.value(QLatin1String("hash")).toString().size() == 64);
    REQUIRE(scan.value(QLatin1String("consent")).isNull());
    const auto text = practice.run(QStringLiteral("documents"), patient(QStringLiteral("AH-0412")));
    REQUIRE(text.out.count('\n') == 2);
    REQUIRE(text.out.contains("Referral of the surgery"));
    REQUIRE(!text.out.contains("secret"));
    REQUIRE(practice.run(QStringLiteral("verify"), {QStringLiteral("--deep")}).exit == 0);
}

TEST_CASE("documents of nobody are a usage error", "[cli][documents]") {
    const PracticeBench practice(fillPapers);
    const auto run = practice.run(QStringLiteral("documents"), patient(QStringLiteral("AH-9999")));
    REQUIRE(run.exit == 2);
    REQUIRE(run.isOneLineError());
}

} // namespace test_documents_command
