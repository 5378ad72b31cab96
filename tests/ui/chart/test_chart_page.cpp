// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/support/page_stage.h"

#include "ui/chart/chart_page.h"
#include "ui/chart/chart_pages.h"
#include "ui/shared/page_factory.h"

#include <QTabBar>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace test_chart_page {
using namespace kairos;

namespace {

/// The chart's own tabs, as the shell registers them.
class ChartTabs final : public ui::PageFactory {
public:
    bool has(const ui::Place& place) const override {
        Q_UNUSED(place)
        return false;
    }
    ui::Page* make(const ui::Place& place, ui::PageContext& context, QWidget* parent) override {
        Q_UNUSED(place)
        Q_UNUSED(context)
        Q_UNUSED(parent)
        return nullptr;
    }
    QList<ui::ChartTab> chartTabs() const override {
        return {{ui::kTabOverview, QStringLiteral("Overview")},
                {ui::kTabSessions, QStringLiteral("Sessions")},
                {ui::kTabHistory, QStringLiteral("History")}};
    }
    ui::Page* makeChartTab(const QString& tab, const record::PatientId& patient, ui::PageContext& context,
                           QWidget* parent) override {
        return tab == ui::kTabSessions  ? ui::makeSessionsTab(patient, context, parent)
               : tab == ui::kTabHistory ? ui::makeHistoryTab(patient, context, parent)
                                        : ui::makeOverviewTab(patient, context, parent);
    }
};

} // namespace

TEST_CASE("The chart opens the tab its place names, the overview where it names none", "[chart][page]") {
    test::PageStage stage;
    ChartTabs tabs;
    auto context = stage.context();
    context.pages = &tabs;
    const ui::ChartPage overview({stage.patient(), {}}, context);
    REQUIRE(overview.title() == QStringLiteral("Overview"));
    const ui::ChartPage history({stage.patient(), ui::kTabHistory}, context);
    REQUIRE(history.title() == QStringLiteral("History"));
    REQUIRE(history.findChild<QTabBar*>()->currentIndex() == 2);
}

TEST_CASE("Ctrl and a number go to a tab by the way of the navigator", "[chart][page]") {
    test::PageStage stage;
    ChartTabs tabs;
    auto context = stage.context();
    context.pages = &tabs;
    ui::ChartPage page({stage.patient(), {}}, context);
    REQUIRE(test::present(page, {1290, 690}));
    QTest::keyClick(&page, Qt::Key_2, Qt::ControlModifier);
    REQUIRE(stage.navigator().opened() ==
            QList<ui::Place>{ui::ChartPlace{stage.patient(), ui::kTabSessions}});
    REQUIRE(page.findChild<QTabBar*>()->currentIndex() == 0);
    QTest::keyClick(&page, Qt::Key_F6);
    REQUIRE(stage.navigator().opened().last() == ui::Place(ui::RiskPlace{stage.patient()}));
}

} // namespace test_chart_page
