// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include "core/workflow/ledger_care.h"
#include "core/workflow/ledger_query.h"

#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>

namespace test_ledger_command {
using namespace kairos;
using support::OpenPracticeFixture;
using support::required;
using tests::PracticeBench;

namespace {

/// One lot of three vials, of which a count found a millilitre less.
void fillStock(OpenPracticeFixture& fixture) {
    record::Vial vial;
    vial.drug = QStringLiteral("ketamine (racemic)");
    vial.strength.value = 50;
    vial.volume.value = 10;
    vial.lot = QStringLiteral("K-2211");
    vial.expiry = QDate(2027, 6, 30);
    vial.received = 3;
    workflow::LedgerCare care(fixture.practice());
    const auto id = required(care.receive(vial));
    required(care.count(id, base::Millilitres{29}, QStringLiteral("one vial leaks")));
}

} // namespace

TEST_CASE("ledger lists each lot with its register", "[cli][ledger]") {
    const PracticeBench practice(fillStock);
    const auto run = practice.runJson(QStringLiteral("ledger"));
    REQUIRE(run.exit == 0);
    const auto lots = run.json().value(QLatin1String("lots")).toArray();
    REQUIRE(lots.size() == 1);
    const auto lot = lots.first().toObject();
    REQUIRE(lot.value(QLatin1String("lot")).toString() == QStringLiteral("K-2211"));
    REQUIRE(lot.value(QLatin1String("expiry")).toString() == QStringLiteral("2027-06-30"));
    REQUIRE(lot.value(QLatin1String("balance_ml")).toDouble() == 29);
    REQUIRE(lot.value(QLatin1String("balance_mg")).toDouble() == 1450);
    const auto lines = lot.value(QLatin1String("lines")).toArray();
    REQUIRE(lines.size() == 2);
    const auto counted = lines.last().toObject();
    REQUIRE(counted.value(QLatin1String("kind")).toString() == QStringLiteral("counted"));
    REQUIRE(counted.value(QLatin1String("change_ml")).toDouble() == -1);
    REQUIRE(counted.value(QLatin1String("by")).toString() == QStringLiteral("Ruth Adeyemi"));
    REQUIRE(counted.value(QLatin1String("reason")).toString() == QStringLiteral("one vial leaks"));
    REQUIRE(counted.value(QLatin1String("witness")).isNull());
    const auto text = practice.run(QStringLiteral("ledger"));
    REQUIRE(text.exit == 0);
    REQUIRE(text.out.contains("K-2211"));
    REQUIRE(text.out.contains("29.00 mL"));
}

TEST_CASE("ledger counts devices", "[cli][ledger]") {
    const PracticeBench practice([](OpenPracticeFixture& fixture) {
        auto vial =
            *workflow::LedgerQuery(fixture.practice()).deviceLabel(QStringLiteral("esketamine nasal spray"));
        vial.lot = QStringLiteral("ES-31");
        vial.expiry = QDate(2027, 6, 30);
        vial.received = 3;
        workflow::LedgerCare care(fixture.practice());
        const auto id = required(care.receive(vial));
        required(care.count(id, vial.volume, QStringLiteral("two are missing")));
    });
    const auto text = practice.run(QStringLiteral("ledger"));
    REQUIRE(text.exit == 0);
    REQUIRE(text.out.contains("+3 devices"));
    REQUIRE(text.out.contains("\u22122 devices"));
    REQUIRE(text.out.contains("1 device "));
    REQUIRE_FALSE(text.out.contains(" mL"));
    const auto lot = practice.runJson(QStringLiteral("ledger"))
                         .json()
                         .value(QLatin1String("lots"))
                         .toArray()
                         .first()
                         .toObject();
    REQUIRE(lot.value(QLatin1String("balance_devices")).toInt() == 1);
}

TEST_CASE("ledger of a practice without stock is an empty list", "[cli][ledger]") {
    const PracticeBench practice([](OpenPracticeFixture&) {});
    const auto run = practice.runJson(QStringLiteral("ledger"));
    REQUIRE(run.exit == 0);
    REQUIRE(run.json().value(QLatin1String("lots")).toArray().isEmpty());
}

} // namespace test_ledger_command
