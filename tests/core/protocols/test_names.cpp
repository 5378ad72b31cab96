// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/names.h"

#include <catch2/catch_test_macros.hpp>

namespace test_names {
using namespace kairos;
using namespace kairos::protocols;

TEST_CASE("Routes and their words are one to one", "[protocols][names]") {
    for (const char* id : {"iv", "im", "sc", "sl", "po", "in"}) {
        const auto route = routeFromId(QString::fromLatin1(id));
        REQUIRE(route.has_value());
        REQUIRE(routeId(*route) == QString::fromLatin1(id));
        REQUIRE_FALSE(routeWords(*route).isEmpty());
    }
    REQUIRE_FALSE(routeFromId(u"rectal").has_value());
}

TEST_CASE("Step kinds and their words are one to one", "[protocols][names]") {
    for (int kind = 1; kind <= 9; ++kind) {
        const auto value = static_cast<record::StepKind>(kind);
        REQUIRE(stepKindFromId(stepKindId(value)) == value);
    }
    REQUIRE_FALSE(stepKindFromId(u"dose").has_value());
}

TEST_CASE("Weekdays are named from mon to sun", "[protocols][names]") {
    REQUIRE(weekdayFromId(u"mon") == 1);
    REQUIRE(weekdayFromId(u"Sun") == 7);
    REQUIRE_FALSE(weekdayFromId(u"monday").has_value());
    REQUIRE(weekdayId(4) == QStringLiteral("thu"));
}

} // namespace test_names
