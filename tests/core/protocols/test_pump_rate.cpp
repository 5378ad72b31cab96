// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/pump_rate.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_pump_rate {
using namespace kairos;
using namespace kairos::protocols;
using Catch::Approx;

namespace {

/// 35 mg filled to 50 mL.
const base::MilligramsPerMillilitre kBag{0.7};

} // namespace

TEST_CASE("75 mL/h of 0.7 mg/mL are 0.875 mg/min, and back", "[protocols][rate]") {
    REQUIRE(givenRate(base::MillilitresPerHour{75}, kBag).value == Approx(0.875));
    REQUIRE(pumpRate(base::MilligramsPerMinute{0.875}, kBag).value == Approx(75));
    // 0.690335 mg/mL at 76.05 mL/h are the same 35 mg in 40 minutes.
    REQUIRE(givenRate(base::MillilitresPerHour{76.05}, base::MilligramsPerMillilitre{35.0 / 50.7}).value ==
            Approx(0.875));
}

TEST_CASE("A rate reads in both units and shows the other", "[protocols][rate]") {
    const QString text =
        QString::fromLatin1(GENERATE("60", "60 mL/h", "60ml/h", " 60 ML/H ", "0.7 mg/min", "0,7mg/min"));
    const auto rate = readRate(text, kBag);
    REQUIRE(rate.has_value());
    REQUIRE(rate->mgPerMin.value == Approx(0.7));
    REQUIRE(rate->mlPerH->value == Approx(60));
    REQUIRE(rate->reason.isEmpty());
}

TEST_CASE("Words after a rate are its reason", "[protocols][rate]") {
    REQUIRE(readRate(QStringLiteral("60 mL/h blood pressure"), kBag)->reason ==
            QStringLiteral("blood pressure"));
    REQUIRE(readRate(QStringLiteral("60: nausea"), kBag)->reason == QStringLiteral("nausea"));
    REQUIRE(readRate(QStringLiteral("60 nausea"), kBag)->mlPerH->value == Approx(60));
}

TEST_CASE("Without the bag a bare figure is mg/min and mL/h is refused", "[protocols][rate]") {
    const auto rate = readRate(QStringLiteral("0.7"), std::nullopt);
    REQUIRE(rate->mgPerMin.value == Approx(0.7));
    REQUIRE_FALSE(rate->mlPerH.has_value());
    REQUIRE(readRate(QStringLiteral("60 mL/h"), std::nullopt).error().why ==
            QStringLiteral("the concentration of the bag is not known"));
}

TEST_CASE("What is no rate is refused in a sentence", "[protocols][rate]") {
    const QString text = QString::fromLatin1(
        GENERATE("", "0", "-5", "0.0 mg/min", "fast", "mL/h 60", "60x", "nan", "inf", "1e3"));
    const auto refused = readRate(text, kBag);
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().code == base::ErrorCode::InvalidInput);
    REQUIRE_FALSE(refused.error().remedy.isEmpty());
}

TEST_CASE("A booster is milligrams, with a reason if wanted", "[protocols][rate]") {
    REQUIRE(readBooster(QStringLiteral("5"))->mg == base::Milligrams{5});
    REQUIRE(readBooster(QStringLiteral("7.5 mg"))->mg == base::Milligrams{7.5});
    REQUIRE(readBooster(QStringLiteral("5 mg awake early"))->reason == QStringLiteral("awake early"));
    for (const char* text : {"", "0", "mg", "-3 mg", "5 mL", "5 mL/h", "5 mg/min"}) {
        REQUIRE_FALSE(readBooster(QString::fromLatin1(text)).has_value());
    }
}

} // namespace test_pump_rate
