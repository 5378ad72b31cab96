// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include "core/therapy/sheet_forms.h"
#include "core/workflow/sheet_care.h"

#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>

namespace test_sheets_command {
using namespace kairos;
using support::required;
using tests::PracticeBench;

namespace {

QStringList patient(const QString& id) {
    return {QStringLiteral("--patient"), id};
}

void fillSheets(support::OpenPracticeFixture& fixture) {
    record::TherapySheet sheet;
    sheet.patient = fixture.addElena();
    sheet.form = QStringLiteral("thought-record");
    sheet.date = QDate(2026, 11, 2);
    sheet.parts = {{QStringLiteral("thought"), QStringLiteral("a heavy thought")}};
    workflow::SheetCare care(fixture.practice());
    required(care.save(sheet));
    sheet.form = therapy::kSafetyPlan;
    sheet.date = QDate(2026, 10, 20);
    sheet.reviewOn = QDate(2026, 11, 1);
    sheet.parts = {{QStringLiteral("reasons"), QStringLiteral("the garden")}};
    required(care.save(sheet));
}

} // namespace

TEST_CASE("sheets lists the safety plan first, with its review and without its words", "[cli][sheets]") {
    const PracticeBench practice(fillSheets);
    const auto run = practice.runJson(QStringLiteral("sheets"), patient(QStringLiteral("AH-0412")));
    REQUIRE(run.exit == 0);
    const auto sheets = run.json().value(QLatin1String("sheets")).toArray();
    REQUIRE(sheets.size() == 2);
    const auto plan = sheets.first().toObject();
    REQUIRE(plan.value(QLatin1String("form")).toString() == QStringLiteral("safety-plan"));
    REQUIRE(plan.value(QLatin1String("title")).toString() == QStringLiteral("Safety plan"));
    REQUIRE(plan.value(QLatin1String("review")).toString() == QStringLiteral("2026-11-01"));
    REQUIRE(plan.value(QLatin1String("review_due")).isBool());
    REQUIRE(plan.value(QLatin1String("session")).isNull());
    REQUIRE(plan.value(QLatin1String("parts")).toArray() == QJsonArray{QStringLiteral("reasons")});
    REQUIRE(!run.out.contains("garden"));
    const auto thought = sheets.last().toObject();
    REQUIRE(thought.value(QLatin1String("review")).isNull());
    REQUIRE(thought.value(QLatin1String("review_due")).toBool() == false);
    const auto text = practice.run(QStringLiteral("sheets"), patient(QStringLiteral("AH-0412")));
    REQUIRE(text.exit == 0);
    REQUIRE(text.out.count('\n') == 2);
    REQUIRE(text.out.contains("2026-11-01"));
    REQUIRE(text.out.contains("Thought record"));
    REQUIRE(!text.out.contains("garden"));
}

TEST_CASE("sheets of nobody are a usage error", "[cli][sheets]") {
    const PracticeBench practice(fillSheets);
    const auto run = practice.run(QStringLiteral("sheets"), patient(QStringLiteral("AH-9999")));
    REQUIRE(run.exit == 2);
    REQUIRE(run.isOneLineError());
}

} // namespace test_sheets_command
