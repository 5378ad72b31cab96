// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/reading_line.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_reading_line {
using namespace kairos;
using namespace kairos::safety;

namespace {

base::Result<TypedReading> typed(const char* line) {
    return parseReadingLine(QString::fromLatin1(line), SafetyRules::builtIn());
}

} // namespace

TEST_CASE("142/88 72 96 is read and echoed in words", "[safety][line]") {
    const auto reading = typed("142/88 72 96");
    REQUIRE(reading.has_value());
    REQUIRE(reading->systolic == 142);
    REQUIRE(reading->diastolic == 88);
    REQUIRE(reading->pulse == 72);
    REQUIRE(reading->spo2 == 96);
    REQUIRE_FALSE(reading->sedation.has_value());
    REQUIRE(readingInWords(*reading) == QStringLiteral("142 over 88, pulse 72, oxygen 96 %"));
}

TEST_CASE("A fourth figure is the sedation, single signs go by name", "[safety][line]") {
    REQUIRE(typed("142/88 72 96 5")->sedation == 5);
    REQUIRE(typed("  118/76   66  99 ")->pulse == 66);
    REQUIRE(typed("hr 72")->pulse == 72);
    REQUIRE(typed("spo2 96")->spo2 == 96);
    REQUIRE_FALSE(typed("spo2 96")->systolic.has_value());
    REQUIRE(typed("142/88")->diastolic == 88);
    REQUIRE(typed("rr 14 t 36.8")->respiratoryRate == 14);
}

TEST_CASE("What cannot be is refused in a sentence", "[safety][line]") {
    const char* line = GENERATE(
        "", "   ", "142/", "/88", "142/88/70", "88/142", "120/120", "142/88 72 101", "142/88 72 49",
        "142/88 19 96", "142/88 261 96", "301/88 72 96", "142/14 72 96", "142/88 72 96 6", "142/88 72 96 -1",
        "142/88 72 96 5 5", "142/88 seventy 96", "hr", "rr 81", "142/88 nan", "142/88 inf", "142.7/88",
        "142,5/88", "142/88 72.5", "142/88 142/90", "142/88 72 400", "hr 72 hr 74", "142/88 72 96 hr 74");
    const auto refused = typed(line);
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().code == base::ErrorCode::InvalidInput);
    REQUIRE_FALSE(refused.error().why.isEmpty());
    REQUIRE_FALSE(refused.error().remedy.isEmpty());
}

TEST_CASE("A breathing rate of zero can be entered: apnoea is a finding, not a slip", "[safety][line]") {
    REQUIRE(typed("rr 0")->respiratoryRate == 0);
    REQUIRE(typed("t 36,8")->temperature == 36.8);
}

TEST_CASE("A figure that is named leaves the order to the others", "[safety][line]") {
    const auto reading = typed("142/88 hr 72 96 5");
    REQUIRE(reading.has_value());
    REQUIRE(reading->pulse == 72);
    REQUIRE(reading->spo2 == 96);
    REQUIRE(reading->sedation == 5);
}

TEST_CASE("A practice types in its own order", "[safety][line]") {
    const auto order = ReadingOrder::read(QStringLiteral("bp spo2 hr rr"));
    REQUIRE(order.has_value());
    const auto reading = parseReadingLine(QStringLiteral("142/88 96 72 14"), SafetyRules::builtIn(), *order);
    REQUIRE(reading.has_value());
    REQUIRE(reading->spo2 == 96);
    REQUIRE(reading->pulse == 72);
    REQUIRE(reading->respiratoryRate == 14);
    const auto tooMany =
        parseReadingLine(QStringLiteral("142/88 96 72 14 5"), SafetyRules::builtIn(), *order);
    REQUIRE_FALSE(tooMany.has_value());
    REQUIRE(tooMany.error().remedy == QStringLiteral("the order is BP SpO₂ HR RR"));
}

TEST_CASE("Both ends of what can be are taken", "[safety][line]") {
    REQUIRE(typed("300/200 260 100 0").has_value());
    REQUIRE(typed("30/15 20 50 5").has_value());
    REQUIRE(typed("121/120").has_value());
}

} // namespace test_reading_line
