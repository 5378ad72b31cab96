// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/support/page_stage.h"

#include "ui/shared/segments.h"
#include "ui/shared/table_view.h"
#include "ui/shared/theme_manager.h"
#include "ui/trends/heat_map.h"
#include "ui/trends/rating_table.h"
#include "ui/trends/ratings_tab.h"
#include "ui/trends/trend_stack.h"
#include "ui/trends/trend_tools.h"
#include "ui/trends/trends_pages.h"

#include "core/workflow/catalog.h"
#include "core/workflow/rating_care.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <cmath>

namespace test_ratings_tab {
using namespace kairos;
using record::Answer;
using support::required;

namespace {

void rate(test::PageStage& stage, const char* id, int daysAgo, int points) {
    workflow::RatingDraft draft;
    draft.patient = stage.patient();
    draft.instrument = QString::fromLatin1(id);
    draft.assessedAt = stage.practice().now().plusMinutes(-qint64{24} * 60 * daysAgo);
    const auto* instrument = stage.practice().catalog().instruments.find(draft.instrument);
    for (std::size_t i = 0; i < instrument->items.size(); ++i) {
        draft.answers.append(Answer::given(instrument->items.at(i).critical ? 0 : points));
    }
    required(workflow::RatingCare(stage.practice()).save(draft));
}

std::unique_ptr<ui::RatingsTab> openTab(test::PageStage& stage) {
    std::unique_ptr<ui::RatingsTab> tab(
        qobject_cast<ui::RatingsTab*>(ui::makeRatingsTab(stage.patient(), stage.context(), nullptr)));
    REQUIRE(tab != nullptr);
    REQUIRE(test::present(*tab, {1290, 654}));
    return tab;
}

QPushButton* button(const QWidget& page, const QString& text) {
    const auto buttons = page.findChildren<QPushButton*>();
    for (QPushButton* candidate : buttons) {
        if (candidate->text() == text && candidate->isVisibleTo(&page)) {
            return candidate;
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("Whether a rating counts is said of outcomes alone, not of a discharge score", "[trends][table]") {
    test::PageStage stage;
    rate(stage, "phq-9", 3, 1);
    rate(stage, "padss", 2, 1);
    rate(stage, "cadss-6", 1, 1);
    const auto tab = openTab(stage);
    const auto counted = [&](int row) {
        return tab->table()
            .data(tab->table().index(row, ui::RatingTable::Counted), Qt::DisplayRole)
            .toString();
    };
    REQUIRE(tab->table().rowCount() == 3);
    REQUIRE(counted(0) == QStringLiteral("not an outcome"));
    REQUIRE(counted(1) == QStringLiteral("not an outcome"));
    REQUIRE(counted(2) == QStringLiteral("yes"));
}

TEST_CASE("Without a rating the tab offers the first one", "[trends][tab]") {
    test::PageStage stage;
    const auto tab = openTab(stage);
    REQUIRE(tab->table().rowCount() == 0);
    REQUIRE(tab->shownSeries() == nullptr);
    auto* add = button(*tab, QStringLiteral("Add a rating"));
    REQUIRE(add != nullptr);
    add->click();
    REQUIRE(stage.navigator().opened() == QList<ui::Place>{ui::RatingPlace{stage.patient(), {}}});
    REQUIRE(test::clippedTexts(*tab).isEmpty());
}

TEST_CASE("One rating stands in chart, map and table", "[trends][tab]") {
    test::PageStage stage;
    rate(stage, "phq-9", 3, 2);
    const auto tab = openTab(stage);
    REQUIRE(tab->charts().shownCharts() == 1);
    REQUIRE(tab->charts().chart(0).model().points.size() == 1);
    REQUIRE(tab->heatMap().shownColumns() == 1);
    REQUIRE(tab->table().rowCount() == 1);
    REQUIRE(tab->table().data(tab->table().index(0, ui::RatingTable::Total), Qt::DisplayRole).toString() ==
            QStringLiteral("16"));
}

TEST_CASE("Five hundred ratings are shown whole", "[trends][tab]") {
    test::PageStage stage;
    for (int i = 0; i < 500; ++i) {
        rate(stage, "phq-9", 500 - i, i % 4);
    }
    const auto tab = openTab(stage);
    REQUIRE(tab->charts().chart(0).model().points.size() == 500);
    REQUIRE(tab->table().rowCount() == 500);
    REQUIRE(tab->heatMap().shownColumns() > 5);
    REQUIRE(tab->heatMap().shownColumns() < 20);
    REQUIRE(test::clippedTexts(*tab).isEmpty());
    REQUIRE_FALSE(tab->grab().isNull());
}

TEST_CASE("Instruments are compared on one axis of time", "[trends][tab]") {
    test::PageStage stage;
    rate(stage, "phq-9", 30, 2);
    rate(stage, "phq-9", 3, 1);
    rate(stage, "gad-7", 20, 1);
    rate(stage, "qids-sr16", 10, 1);
    rate(stage, "wsas", 10, 4);
    const auto tab = openTab(stage);
    auto* view = tab->findChild<ui::Segments*>();
    REQUIRE(view != nullptr);
    const auto choices = view->findChildren<QToolButton*>();
    choices.at(1)->click();
    REQUIRE(tab->charts().shownCharts() == 3);
    const auto first = tab->charts().chart(0).options().range;
    REQUIRE(first.has_value());
    REQUIRE(tab->charts().chart(2).options().range->first == first->first);
    REQUIRE(tab->charts().chart(2).options().range->last == first->last);
}

TEST_CASE("Ctrl+T turns the chart into its table and back", "[trends][tab]") {
    test::PageStage stage;
    rate(stage, "phq-9", 3, 1);
    const auto tab = openTab(stage);
    auto* table = tab->findChild<ui::TableView*>();
    REQUIRE_FALSE(table->isVisibleTo(tab.get()));
    QTest::keyClick(tab.get(), Qt::Key_T, Qt::ControlModifier);
    REQUIRE(table->isVisibleTo(tab.get()));
    QTest::keyClick(tab.get(), Qt::Key_T, Qt::ControlModifier);
    REQUIRE_FALSE(table->isVisibleTo(tab.get()));
}

TEST_CASE("The table is copied as text with its heads", "[trends][tab]") {
    test::PageStage stage;
    rate(stage, "phq-9", 3, 1);
    const auto tab = openTab(stage);
    tab->copyTable();
    const QStringList lines =
        QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    REQUIRE(lines.size() == 2);
    REQUIRE(lines.first().startsWith(QStringLiteral("Assessed\tDay\tInstrument\tTotal")));
    REQUIRE(lines.last().contains(QStringLiteral("\tPHQ-9\t8\tmild\t")));
}

TEST_CASE("A rating of the list opens, and is withdrawn with a reason", "[trends][tab]") {
    test::PageStage stage;
    rate(stage, "phq-9", 3, 1);
    rate(stage, "phq-9", 2, 2);
    const auto tab = openTab(stage);
    QTest::keyClick(tab.get(), Qt::Key_T, Qt::ControlModifier);
    button(*tab, QStringLiteral("Open or correct"))->click();
    REQUIRE(stage.navigator().opened().size() == 1);
    const auto place = stage.navigator().opened().first().get<ui::RatingPlace>();
    REQUIRE(place.rating == tab->table().rowAt(0).rating.id);
    stage.questions().answerNext({QStringLiteral("typed twice"), {}});
    button(*tab, QStringLiteral("Entered in error"))->click();
    REQUIRE(tab->table().rowCount() == 1);
}

TEST_CASE("The chart is exported through the file dialog", "[trends][tab]") {
    test::PageStage stage;
    rate(stage, "phq-9", 10, 2);
    rate(stage, "phq-9", 2, 1);
    const auto tab = openTab(stage);
    const QString ending = GENERATE(QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf"));
    const QString path = QStringLiteral("%1/trend.%2").arg(stage.fixture().folder(), ending);
    stage.files().chooseNext(path);
    const auto actions = button(*tab, QStringLiteral("Export"))->menu()->actions();
    for (QAction* action : actions) {
        if (action->text().endsWith(ending.toUpper())) {
            action->trigger();
        }
    }
    REQUIRE(stage.files().asked().size() == 1);
    REQUIRE(QFileInfo(path).size() > 500);
}

TEST_CASE("Nothing on the ratings tab is clipped", "[trends][tab][look]") {
    test::PageStage stage;
    rate(stage, "phq-9", 60, 3);
    rate(stage, "phq-9", 30, 2);
    rate(stage, "phq-9", 3, 1);
    rate(stage, "gad-7", 20, 1);
    const auto theme = GENERATE(ui::ThemeId::Light, ui::ThemeId::Dark);
    const ui::ThemeManager manager(*qApp, theme);
    const auto tab = openTab(stage);
    INFO(test::clippedTexts(*tab).join(QLatin1Char('\n')).toStdString());
    REQUIRE(test::clippedTexts(*tab).isEmpty());
}

TEST_CASE("Four charts under each other are whole, and their plots alike", "[trends][tab][look]") {
    test::PageStage stage;
    for (const char* id : {"phq-9", "gad-7", "isi", "wsas"}) {
        rate(stage, id, 20, 2);
        rate(stage, id, 3, 1);
    }
    const auto tab = openTab(stage);
    tab->findChild<ui::Segments*>()->findChildren<QToolButton*>().at(ui::TrendTools::Compare)->click();
    const auto actions = button(*tab, QStringLiteral("Instruments: 3 of 4"))->menu()->actions();
    actions.last()->trigger();
    REQUIRE(tab->charts().shownCharts() == 4);
    const auto plotHeight = [&](int place) {
        return tab->charts().chart(place).geometryOfTrend().plot.height();
    };
    for (int place = 0; place < 4; ++place) {
        CAPTURE(place, plotHeight(0), plotHeight(place));
        REQUIRE(QTest::qWaitFor([&] { return std::abs(plotHeight(place) - plotHeight(0)) < 4; }));
        const auto& chart = tab->charts().chart(place);
        REQUIRE(chart.geometryOfTrend().bottom <= chart.height() + 1);
        // Each says its own change beside its name: a list above would take the height.
        REQUIRE(chart.model().subtitle.contains(QStringLiteral("2 ratings")));
    }
}

} // namespace test_ratings_tab
