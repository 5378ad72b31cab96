// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/goal_words.h"

#include <catch2/catch_test_macros.hpp>

namespace test_goal_words {
using namespace kairos;
using therapy::goalLevelText;
using therapy::goalLevelWords;

TEST_CASE("Levels are written with their sign", "[therapy][goals]") {
    REQUIRE(goalLevelText(-2) == QStringLiteral("−2"));
    REQUIRE(goalLevelText(0) == QStringLiteral("0"));
    REQUIRE(goalLevelText(1) == QStringLiteral("+1"));
}

TEST_CASE("Each level has a meaning of the scale and the goal's own words", "[therapy][goals]") {
    record::Goal goal;
    REQUIRE(goalLevelWords(goal, 0).isEmpty());
    goal.levels = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"),
                   QStringLiteral("e")};
    REQUIRE(goalLevelWords(goal, -2) == QStringLiteral("a"));
    REQUIRE(goalLevelWords(goal, 2) == QStringLiteral("e"));
    for (int level = -2; level <= 2; ++level) {
        REQUIRE_FALSE(therapy::goalLevelMeaning(level).isEmpty());
    }
    REQUIRE(therapy::goalLevelMeaning(3).isEmpty());
}

TEST_CASE("Each domain of life has a word of its own", "[therapy][goals]") {
    QStringList words;
    for (int domain = 1; domain <= 8; ++domain) {
        words.append(therapy::goalDomainText(static_cast<record::GoalDomain>(domain)));
    }
    REQUIRE(words.removeDuplicates() == 0);
    REQUIRE_FALSE(words.contains(QString()));
}

} // namespace test_goal_words
