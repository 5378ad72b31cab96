// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/ui/trends/trend_stage.h"

#include "ui/trends/trend_stack.h"

#include <QAction>
#include <QMenu>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_trend_compare {
using namespace kairos;
using test::chooseView;
using test::openTab;
using test::rate;
using test::trajectory;
using ui::TrendTools;

TEST_CASE("Compared instruments share one plot as percent of baseline", "[trends][tab]") {
    test::PageStage stage;
    trajectory(stage);
    rate(stage, "gad-7", 15, 14);
    rate(stage, "gad-7", 1, 7);
    const auto tab = openTab(stage);
    chooseView(*tab, TrendTools::Compare);
    REQUIRE(tab->charts().shownCharts() == 2);
    const auto segments = tab->findChildren<ui::Segments*>();
    const auto scale = std::ranges::find(segments, QStringLiteral("Scale"), &QWidget::accessibleName);
    REQUIRE(scale != segments.end());
    REQUIRE((*scale)->isVisibleTo(tab.get()));
    (*scale)->findChildren<QToolButton*>().first()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    REQUIRE(tab->charts().shownCharts() == 1);
    const auto& model = tab->charts().chart(0).model();
    REQUIRE(model.names.size() == 2);
    REQUIRE(model.points.size() == 9);
    REQUIRE(model.points.last().y == Catch::Approx(100.0 * 9 / 21));
    REQUIRE(model.points.at(7).y == Catch::Approx(50)); // GAD-7, the day before
    REQUIRE(test::clippedTexts(*tab).isEmpty());
}

TEST_CASE("Stacked charts put one day at one place, and fit the smallest window", "[trends][tab]") {
    test::PageStage stage;
    trajectory(stage);
    for (const char* id : {"gad-7", "qids-sr16"}) {
        rate(stage, id, 15, 14);
        rate(stage, id, 1, 7);
    }
    const auto tab = openTab(stage);
    for (const auto view : {TrendTools::Compare, TrendTools::Expected}) {
        chooseView(*tab, view);
        const auto& first = tab->charts().chart(0).geometryOfTrend();
        for (int place = 1; place < tab->charts().shownCharts(); ++place) {
            const auto& other = tab->charts().chart(place).geometryOfTrend();
            REQUIRE(other.mapX(0) == Catch::Approx(first.mapX(0)));
            REQUIRE(other.mapX(14) == Catch::Approx(first.mapX(14)));
        }
        REQUIRE(tab->width() == 1290);
        REQUIRE(tab->minimumSizeHint().width() <= 1290);
    }
}

TEST_CASE("Before the first dose, too, stacked charts put one day at one place", "[trends][tab]") {
    test::PageStage stage;
    rate(stage, "phq-9", 12, 19);
    rate(stage, "phq-9", 5, 21);
    rate(stage, "gad-7", 20, 14);
    rate(stage, "who-5", 1, 40);
    const auto tab = openTab(stage);
    chooseView(*tab, TrendTools::Compare);
    REQUIRE(tab->charts().shownCharts() == 3);
    const auto placeOfToday = [&](int place) {
        const auto& chart = tab->charts().chart(place);
        return chart.geometryOfTrend().mapX(chart.model().todayX.value());
    };
    for (int place = 1; place < 3; ++place) {
        REQUIRE(tab->charts().chart(place).model().origin == tab->charts().chart(0).model().origin);
        REQUIRE(placeOfToday(place) == Catch::Approx(placeOfToday(0)));
    }
}

TEST_CASE("The table offers nothing that it does not heed", "[trends][tab]") {
    test::PageStage stage;
    trajectory(stage);
    const auto tab = openTab(stage);
    const auto axis = [&] {
        const auto segments = tab->findChildren<ui::Segments*>();
        return *std::ranges::find(segments, QStringLiteral("Axis"), &QWidget::accessibleName);
    };
    REQUIRE(axis()->isVisible());
    chooseView(*tab, TrendTools::List);
    REQUIRE_FALSE(axis()->isVisible());
    REQUIRE(tab->width() == 1290);
    chooseView(*tab, TrendTools::One);
    REQUIRE(axis()->isVisible());
}

TEST_CASE("At most four instruments are compared, at least one", "[trends][tab]") {
    test::PageStage stage;
    for (const char* id : {"phq-9", "gad-7", "qids-sr16", "isi", "wsas", "bdi-ii"}) {
        rate(stage, id, 20, 15);
        rate(stage, id, 3, 9);
    }
    const auto tab = openTab(stage);
    chooseView(*tab, TrendTools::Compare);
    REQUIRE(tab->tools().compared().size() == 3);
    const auto menus = tab->tools().findChildren<QMenu*>();
    const auto menu =
        std::ranges::find_if(menus, [](const QMenu* each) { return each->actions().size() == 6; });
    REQUIRE(menu != menus.end());
    const auto actions = (*menu)->actions();
    actions.at(3)->trigger();
    REQUIRE(tab->charts().shownCharts() == 4);
    REQUIRE_FALSE(actions.at(4)->isEnabled());
    for (int i = 0; i < 3; ++i) {
        actions.at(i)->trigger();
    }
    REQUIRE(tab->charts().shownCharts() == 1);
    REQUIRE_FALSE(actions.at(3)->isEnabled());
    REQUIRE(actions.at(4)->isEnabled());
}

} // namespace test_trend_compare
