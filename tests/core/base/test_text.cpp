// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <catch2/catch_test_macros.hpp>

namespace test_text {
using kairos::base::foldForSearch;

TEST_CASE("Case and accents do not matter when searching", "[base]") {
    REQUIRE(foldForSearch(u"José ÁLVAREZ") == QStringLiteral("jose alvarez"));
    REQUIRE(foldForSearch(u"Søren Łukasz Groß") == QStringLiteral("soren lukasz gross"));
    REQUIRE(foldForSearch(u"  Mei-Lin   Chow ") == QStringLiteral("mei-lin chow"));
}

TEST_CASE("A composed and a decomposed letter fold alike", "[base]") {
    REQUIRE(foldForSearch(u"e\u0301") == foldForSearch(u"\u00e9"));
}

} // namespace test_text
