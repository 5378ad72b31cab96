// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/mark_passage.h"

#include <catch2/catch_test_macros.hpp>

namespace test_mark_passage {
using kairos::ui::whereNow;

TEST_CASE("A passage is found where it was, else at the nearest place, else nowhere", "[passage]") {
    const QString text = QStringLiteral("garden and garden and a third garden");
    const QString garden = QStringLiteral("garden");
    REQUIRE(whereNow(text, garden, 11) == 11);
    REQUIRE(whereNow(text, garden, 0) == 0);
    REQUIRE(whereNow(text, garden, 10) == 11);
    REQUIRE(whereNow(text, garden, 13) == 11);
    REQUIRE(whereNow(text, garden, 27) == 30);
    REQUIRE(whereNow(text, garden, 5000) == 30);
    REQUIRE(whereNow(text, garden, -3) == 0);
    REQUIRE_FALSE(whereNow(text, QStringLiteral("orchid"), 0).has_value());
    REQUIRE_FALSE(whereNow(QString(), garden, 0).has_value());
}

TEST_CASE("A place without words stays within the text", "[passage]") {
    REQUIRE(whereNow(QStringLiteral("abc"), {}, 2) == 2);
    REQUIRE(whereNow(QStringLiteral("abc"), {}, 9) == 3);
}

} // namespace test_mark_passage
