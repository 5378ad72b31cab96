// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/axis_layout.h"

#include "ui/shared/theme_manager.h"

#include <QApplication>

#include <catch2/catch_test_macros.hpp>

namespace test_axis_layout {
using namespace kairos;

namespace {

ui::AxisItem itemOn(int day, const QString& label) {
    const QDate date = QDate(2026, 11, 2).addDays(day);
    ui::AxisItem item;
    item.key = label;
    item.label = label;
    item.shortLabel = QString::number(day);
    item.lane = ui::AxisLane::Dosing;
    item.from = QDateTime(date.addDays(-2), QTime(0, 0), Qt::UTC);
    item.target = QDateTime(date, QTime(12, 0), Qt::UTC);
    item.to = QDateTime(date.addDays(2), QTime(23, 59), Qt::UTC);
    return item;
}

const ui::AxisScale kWeeks{QDate(2026, 11, 2), 49, 158, 980};

QRectF body(const ui::PlacedItem& placed) {
    const QRectF glyph(placed.glyph.x() - 6, placed.glyph.y() - 6, 12, 12);
    return placed.bar.isNull() ? glyph : placed.bar.united(glyph);
}

} // namespace

TEST_CASE("A day stands where the scale says", "[plan][axis]") {
    REQUIRE(qAbs(kWeeks.xOf(QDate(2026, 11, 2)) - 158) < 0.001);
    REQUIRE(qAbs(kWeeks.xOf(QDate(2026, 11, 9)) - (158 + 140)) < 0.001);
    REQUIRE(qAbs(kWeeks.xOf(QDateTime(QDate(2026, 11, 2), QTime(12, 0), Qt::UTC)) - 168) < 0.001);
}

TEST_CASE("Labels of the axis cover no label, no bar and no glyph", "[plan][axis]") {
    ui::ThemeManager themes(*qApp);
    QList<ui::AxisItem> items;
    for (int day = 3; day < 46; day += 3) {
        items.append(itemOn(day, QStringLiteral("dose with a rather long name %1").arg(day)));
    }
    for (const int current : {-1, 0, 7}) {
        const auto layout = ui::layoutAxis({items, kWeeks, 90, current});
        REQUIRE(layout.items.size() == items.size());
        int labels = 0;
        for (const auto& one : layout.items) {
            labels += one.text.isEmpty() ? 0 : 1;
            for (const auto& other : layout.items) {
                if (one.index == other.index) {
                    continue;
                }
                REQUIRE_FALSE(body(one).intersects(body(other)));
                if (!one.text.isEmpty()) {
                    REQUIRE_FALSE(one.label.intersects(body(other)));
                    REQUIRE((other.text.isEmpty() || !one.label.intersects(other.label)));
                }
            }
        }
        REQUIRE(labels > 0);
    }
}

TEST_CASE("A held dose is its glyph, a held integration keeps its window", "[plan][axis]") {
    ui::ThemeManager themes(*qApp);
    auto dose = itemOn(10, QStringLiteral("dose"));
    dose.isHeld = true;
    dose.at = dose.target;
    auto integration = dose;
    integration.lane = ui::AxisLane::Integration;
    const QList<ui::AxisItem> items{dose, integration};
    const auto layout = ui::layoutAxis({items, kWeeks, 0, -1});
    REQUIRE(layout.items.size() == 2);
    REQUIRE(layout.items.at(0).bar.isNull());
    REQUIRE_FALSE(layout.items.at(1).bar.isNull());
    REQUIRE(layout.lanes.size() == ui::kAxisLaneCount);
}

TEST_CASE("What lies outside the stretch is not placed", "[plan][axis]") {
    ui::ThemeManager themes(*qApp);
    const QList<ui::AxisItem> items{itemOn(-30, QStringLiteral("before")),
                                    itemOn(80, QStringLiteral("after")),
                                    itemOn(20, QStringLiteral("inside"))};
    const auto layout = ui::layoutAxis({items, kWeeks, 0, -1});
    REQUIRE(layout.items.size() == 1);
    REQUIRE(layout.items.first().index == 2);
}

TEST_CASE("No label covers where a tried move puts a step", "[plan][axis]") {
    auto items = QList<ui::AxisItem>();
    for (int number = 1; number <= 3; ++number) {
        ui::AxisItem item;
        item.key = QStringLiteral("dose-%1").arg(number);
        item.lane = ui::AxisLane::Dosing;
        item.label = QStringLiteral("dose %1").arg(number);
        item.shortLabel = QString::number(number);
        item.target = QDateTime(kWeeks.start.addDays(7 * number), QTime(12, 0));
        items.append(item);
    }
    const QDateTime to(kWeeks.start.addDays(9), QTime(12, 0));
    const auto free = ui::layoutAxis({items, kWeeks, 0, 0});
    const auto tried = ui::layoutAxis({items, kWeeks, 0, 0, {{QStringLiteral("dose-1"), to}}});
    const qreal ghost = kWeeks.xOf(to);
    const auto covers = [ghost](const ui::AxisLayout& layout) {
        return std::any_of(layout.items.begin(), layout.items.end(), [ghost](const ui::PlacedItem& placed) {
            return !placed.text.isEmpty() && placed.label.left() < ghost && placed.label.right() > ghost;
        });
    };
    REQUIRE(covers(free)); // otherwise this proves nothing
    REQUIRE_FALSE(covers(tried));
    REQUIRE(tried.items.first().text == QStringLiteral("dose 1"));
}

} // namespace test_axis_layout
