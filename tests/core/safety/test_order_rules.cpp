// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/order_rules.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_order_rules {
using namespace kairos;
using safety::OrderRules;

namespace {

const QByteArray kFigure = R"({"value": 5, "source": "s", "confidence": "C", "text": "t"})";

QByteArray fileWith(const QByteArray& hours) {
    return R"({"givenPercent": )" + kFigure + R"(, "givenMinutes": )" + kFigure + R"(, "verbalDays": )" +
           kFigure + R"(, "countersignHours": )" + hours + "}";
}

} // namespace

TEST_CASE("The rules for orders are conventions and say so", "[safety][order]") {
    const auto& rules = OrderRules::builtIn();
    for (const auto* figure :
         {&rules.countersignHours, &rules.verbalDays, &rules.givenPercent, &rules.givenMinutes}) {
        REQUIRE(figure->value >= 1);
        REQUIRE_FALSE(figure->source.isEmpty());
        REQUIRE(figure->confidence == base::Confidence::Check);
    }
}

TEST_CASE("A rule for orders without a figure between 1 and 168 is refused with its place",
          "[safety][order]") {
    REQUIRE(OrderRules::read(fileWith(kFigure)).has_value());
    REQUIRE(OrderRules::read(fileWith(R"({"value": 168, "source": "s", "confidence": "C", "text": "t"})"))
                .has_value());
    const QByteArray wrong =
        GENERATE(QByteArray(R"({"value": 0, "source": "s", "confidence": "C", "text": "t"})"),
                 QByteArray(R"({"value": 169, "source": "s", "confidence": "C", "text": "t"})"),
                 QByteArray(R"({"value": 3, "confidence": "C", "text": "t"})"), QByteArray("7"));
    const auto refused = OrderRules::read(fileWith(wrong));
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().why.contains(QStringLiteral("countersignHours")));
}

} // namespace test_order_rules
