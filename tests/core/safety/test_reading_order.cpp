// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/reading_line.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_reading_order {
using namespace kairos;
using namespace kairos::safety;

TEST_CASE("An empty order is blood pressure, pulse, oxygen, sedation", "[safety][line]") {
    const auto order = ReadingOrder::read({});
    REQUIRE(order.has_value());
    REQUIRE(*order == ReadingOrder{});
    REQUIRE(order->toText() == QStringLiteral("bp hr spo2 s"));
    REQUIRE(order->placeholder() == QStringLiteral("BP  HR  SpO₂  sedation"));
    REQUIRE(order->example() == QStringLiteral("142/88 72 96 5"));
}

TEST_CASE("An order reads names in any case and with any gap, and writes them back", "[safety][line]") {
    const QString text = QString::fromLatin1(GENERATE("bp spo2 hr", "BP, SpO2, pulse", "  bp;o2;p "));
    const auto order = ReadingOrder::read(text);
    REQUIRE(order.has_value());
    REQUIRE(order->toText() == QStringLiteral("bp spo2 hr"));
    REQUIRE(ReadingOrder::read(order->toText()) == *order);
}

TEST_CASE("The example of every order reads in that order", "[safety][line]") {
    const QString text = QString::fromLatin1(GENERATE("bp hr spo2 s", "spo2 bp t hr", "bp rr s spo2 hr t"));
    const auto order = ReadingOrder::read(text);
    REQUIRE(order.has_value());
    const auto reading = parseReadingLine(order->example(), SafetyRules::builtIn(), *order);
    REQUIRE(reading.has_value());
    REQUIRE(reading->systolic == 142);
    REQUIRE(reading->pulse == 72);
    REQUIRE(reading->spo2 == 96);
}

TEST_CASE("An order that cannot be is refused in a sentence", "[safety][line]") {
    const QString text =
        QString::fromLatin1(GENERATE("bp hr hr", "bp pulse hr", "hr spo2", "bp weight", "142/88"));
    const auto refused = ReadingOrder::read(text);
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().code == base::ErrorCode::InvalidInput);
    REQUIRE_FALSE(refused.error().why.isEmpty());
}

} // namespace test_reading_order
