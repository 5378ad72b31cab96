// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/zone_box.h"

#include <QLineEdit>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_zone_box {
using namespace kairos;

TEST_CASE("A city that is typed is its zone", "[settings][zone]") {
    const auto [typed, zone] = GENERATE(table<const char*, const char*>({{"oslo", "Europe/Oslo"},
                                                                         {"Europe/Oslo", "Europe/Oslo"},
                                                                         {"new york", "America/New_York"},
                                                                         {"utc", "UTC"}}));
    ui::ZoneBox box;
    box.lineEdit()->selectAll();
    QTest::keyClicks(box.lineEdit(), QString::fromLatin1(typed));
    REQUIRE(box.zone() == QString::fromLatin1(zone));
    QTest::keyClick(box.lineEdit(), Qt::Key_Return);
    REQUIRE(box.currentText() == QString::fromLatin1(zone));
}

TEST_CASE("What is no place is no zone and stays as it was typed", "[settings][zone]") {
    ui::ZoneBox box;
    box.lineEdit()->selectAll();
    QTest::keyClicks(box.lineEdit(), QStringLiteral("Nowhere"));
    QTest::keyClick(box.lineEdit(), Qt::Key_Return);
    REQUIRE(box.zone().isEmpty());
    REQUIRE(box.currentText() == QStringLiteral("Nowhere"));
}

} // namespace test_zone_box
