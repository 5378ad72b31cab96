// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/ui/trends/trend_stage.h"

#include "ui/shared/segments.h"
#include "ui/shared/theme_manager.h"
#include "ui/trends/checkpoint_card.h"
#include "ui/trends/heat_map.h"
#include "ui/trends/rating_table.h"
#include "ui/trends/ratings_tab.h"
#include "ui/trends/trend_pane.h"
#include "ui/trends/trend_stack.h"
#include "ui/trends/trends_pages.h"

#include "core/workflow/rating_care.h"
#include "core/workflow/writing_door.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_trend_views {
using namespace kairos;
using support::required;
using test::chooseView;
using test::dose;
using test::openTab;
using test::rate;
using test::trajectory;
using ui::TrendTools;

TEST_CASE("The page says where the patient stands and why", "[trends][tab]") {
    test::PageStage stage;
    trajectory(stage);
    const auto tab = openTab(stage);
    REQUIRE(tab->pane().words().startsWith(QStringLiteral(
        "PHQ-9 21 → 9 since 19 October: response, not remission; reliable improvement, rule: ")));
    REQUIRE(tab->pane().reasons().contains(QStringLiteral("Baseline 21 on 19 Oct")));
    REQUIRE(tab->pane().reasons().contains(QStringLiteral("remission ≤ 4")));
    REQUIRE(tab->pane().reasons().contains(QStringLiteral("2 ratings are not counted")));
    REQUIRE(test::clippedTexts(*tab).isEmpty());
}

TEST_CASE("The rule for mixed recall windows is switched off on the page", "[trends][tab]") {
    test::PageStage stage;
    trajectory(stage);
    const auto tab = openTab(stage);
    auto* rule = tab->findChild<QCheckBox*>();
    REQUIRE(rule->isVisibleTo(tab.get()));
    REQUIRE(rule->isChecked());
    REQUIRE(rule->text().contains(QStringLiteral("50 %")));
    REQUIRE(rule->text().contains(QStringLiteral("local default, C")));
    REQUIRE(tab->shownSeries()->trend.excludedPoints() == 2);
    rule->setFocus();
    QTest::keyClick(rule, Qt::Key_Space);
    REQUIRE(tab->shownSeries()->trend.excludedPoints() == 0);
    REQUIRE(tab->pane().words().contains(QStringLiteral("all ratings counted")));
    // They stay hollow: the window is as mixed as before.
    REQUIRE(tab->charts().chart(0).model().points.at(1).hollow);
    QTest::keyClick(rule, Qt::Key_Space);
    REQUIRE(tab->shownSeries()->trend.excludedPoints() == 2);
}

TEST_CASE("Without a mixed recall window there is no rule to switch", "[trends][tab]") {
    test::PageStage stage;
    rate(stage, "phq-9", 20, 15);
    const auto tab = openTab(stage);
    REQUIRE_FALSE(tab->findChild<QCheckBox*>()->isVisibleTo(tab.get()));
}

TEST_CASE("The expected view shows cited figures and how many own courses there are",
          "[trends][tab][expected]") {
    test::PageStage stage;
    trajectory(stage);
    const auto tab = openTab(stage);
    chooseView(*tab, TrendTools::Expected);
    REQUIRE(tab->charts().shownCharts() == 2);
    REQUIRE(tab->charts().chart(1).model().published.size() == 4);
    REQUIRE(tab->charts().chart(1).model().points.isEmpty());
    REQUIRE(tab->charts().chart(0).options().range->last >= 31);
    REQUIRE(tab->pane().expectations().contains(QStringLiteral("McInnes 2022")));
    REQUIRE(tab->pane().expectations().contains(QStringLiteral("0 other judged courses with PHQ-9")));
    REQUIRE(tab->pane().checkpoint().isVisibleTo(tab.get()));
    REQUIRE(tab->pane().checkpoint().words().contains(QStringLiteral("After dose 4")));
    INFO(test::clippedTexts(*tab).join(QLatin1Char('\n')).toStdString());
    REQUIRE(test::clippedTexts(*tab).isEmpty());
}

TEST_CASE("An instrument without published figures says so", "[trends][tab][expected]") {
    test::PageStage stage;
    rate(stage, "wsas", 20, 20);
    const auto tab = openTab(stage);
    chooseView(*tab, TrendTools::Expected);
    REQUIRE(tab->pane().expectations().contains(QStringLiteral("No published figure for WSAS is on file.")));
    REQUIRE(tab->charts().chart(1).model().isEmpty());
    REQUIRE(tab->charts().chart(1).model().emptyWords.contains(QStringLiteral("dose 1")));
    REQUIRE_FALSE(tab->pane().checkpoint().isVisibleTo(tab.get()));
    REQUIRE_FALSE(tab->grab().isNull());
}

TEST_CASE("The checkpoint card stands beside the chart after doses 3 and 4 alone",
          "[trends][tab][checkpoint]") {
    test::PageStage stage;
    rate(stage, "phq-9", 20, 20);
    dose(stage, {20, 17, 13});
    rate(stage, "phq-9", 1, 12);
    const auto tab = openTab(stage);
    REQUIRE(tab->pane().checkpoint().isVisibleTo(tab.get()));
    test::PageStage early;
    rate(early, "phq-9", 20, 20);
    dose(early, {20, 17});
    const auto before = openTab(early);
    REQUIRE_FALSE(before->pane().checkpoint().isVisibleTo(before.get()));
}

TEST_CASE("Zoomed charts of a stack move together and come back with 0", "[trends][tab][zoom]") {
    test::PageStage stage;
    trajectory(stage);
    rate(stage, "gad-7", 15, 14);
    rate(stage, "gad-7", 1, 7);
    const auto tab = openTab(stage);
    chooseView(*tab, TrendTools::Compare);
    auto& top = tab->charts().chart(0);
    auto& below = tab->charts().chart(1);
    top.setFocus();
    QTest::keyClick(&top, Qt::Key_Plus);
    QTest::keyClick(&top, Qt::Key_Plus);
    REQUIRE(tab->charts().isZoomed());
    REQUIRE(below.zoomWindow()->first == top.zoomWindow()->first);
    REQUIRE(below.zoomWindow()->last == top.zoomWindow()->last);
    QTest::keyClick(&below, Qt::Key_Left, Qt::ShiftModifier);
    REQUIRE(below.zoomWindow()->first == top.zoomWindow()->first);
    QTest::keyClick(&top, Qt::Key_0);
    REQUIRE_FALSE(below.zoomWindow().has_value());
    REQUIRE_FALSE(tab->charts().isZoomed());
}

TEST_CASE("The crosshair walks the heat map, and the heat map the crosshair", "[trends][tab]") {
    test::PageStage stage;
    for (int i = 0; i < 30; ++i) {
        workflow::RatingDraft draft;
        draft.patient = stage.patient();
        draft.instrument = QStringLiteral("phq-9");
        draft.assessedAt = stage.practice().now().plusMinutes(-qint64{24} * 60 * (40 - i));
        draft.answers = QList<record::Answer>(9, record::Answer::given(i % 3));
        required(workflow::RatingCare(stage.practice()).save(draft));
    }
    const auto tab = openTab(stage);
    auto& chart = tab->charts().chart(0);
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Home);
    // The framed rating is older than the newest that fit: the map goes back to it and describes it alone.
    REQUIRE(tab->heatMap().accessibleDescription().startsWith(
        QLocale().toString(QDate(2026, 9, 23), QStringLiteral("ddd d MMM yyyy"))));
    tab->heatMap().setFocus();
    // The chart lets go of its crosshair: the map walks from the newest.
    QTest::keyClick(&tab->heatMap(), Qt::Key_Left);
    REQUIRE(chart.current() == 29);
    QTest::keyClick(&tab->heatMap(), Qt::Key_Left);
    REQUIRE(chart.current() == 28);
    QTest::keyClick(&tab->heatMap(), Qt::Key_Right);
    REQUIRE(chart.current() == 29);
}

TEST_CASE("A correction is marked on the chart and named in the table's text", "[trends][tab]") {
    test::PageStage stage;
    rate(stage, "bdi-ii", 20, 30);
    const auto mended = rate(stage, "bdi-ii", 2, 15);
    workflow::RatingDraft draft;
    draft.patient = stage.patient();
    draft.instrument = QStringLiteral("bdi-ii");
    draft.assessedAt = stage.practice().now().plusMinutes(-qint64{24} * 60 * 2);
    draft.total = 25;
    required(workflow::RatingCare(stage.practice()).correct(mended, draft, QStringLiteral("digits swapped")));
    const auto tab = openTab(stage);
    const auto& points = tab->charts().chart(0).model().points;
    REQUIRE(points.last().corrected);
    REQUIRE(points.last().readOut.contains(QStringLiteral("before 15: digits swapped")));
    tab->copyTable();
    REQUIRE(QGuiApplication::clipboard()->text().contains(QStringLiteral("before 15: digits swapped")));
}

TEST_CASE("Ctrl+C in the table copies it, parted by tabs", "[trends][tab]") {
    test::PageStage stage;
    rate(stage, "phq-9", 3, 9);
    const auto tab = openTab(stage);
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(tab.get(), Qt::Key_T, Qt::ControlModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::ControlModifier);
    REQUIRE(QGuiApplication::clipboard()->text().count(QLatin1Char('\t')) >= 16);
}

TEST_CASE("Ctrl+E opens the export, in black and white unless another look is chosen",
          "[trends][tab][export]") {
    test::PageStage stage;
    trajectory(stage);
    const auto tab = openTab(stage);
    REQUIRE(tab->tools().exportTheme() == ui::ThemeId::Print);
    QTest::keyClick(tab.get(), Qt::Key_E, Qt::ControlModifier);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    REQUIRE(menu != nullptr);
    const QString path = stage.fixture().folder() + QStringLiteral("/trend.svg");
    stage.files().chooseNext(path);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    REQUIRE(QFileInfo(path).size() > 500);
}

TEST_CASE("Every view is exported as what it shows", "[trends][tab][export]") {
    test::PageStage stage;
    trajectory(stage);
    rate(stage, "gad-7", 15, 14);
    rate(stage, "gad-7", 1, 7);
    const auto tab = openTab(stage);
    const auto view = GENERATE(TrendTools::One, TrendTools::Compare, TrendTools::Expected);
    chooseView(*tab, view);
    const auto file = tab->pane().chartFile();
    REQUIRE(file.has_value());
    REQUIRE(file->below.size() == (view == TrendTools::One ? 0 : 1));
    const QString path = stage.fixture().folder() + QStringLiteral("/view.svg");
    required(ui::exportChart(*file, path));
    QFile written(path);
    REQUIRE(written.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(written.readAll());
    REQUIRE(text.contains(QStringLiteral("PHQ-9")));
    REQUIRE(text.contains(QStringLiteral("GAD-7")) == (view == TrendTools::Compare));
    REQUIRE_FALSE(text.contains(QStringLiteral("<image")));
}

TEST_CASE("Ratings without a total and of unknown instruments break nothing", "[trends][tab]") {
    test::PageStage stage;
    record::Rating foreign;
    foreign.id = stage.practice().ids().next<record::RatingId>();
    foreign.patient = stage.patient();
    foreign.instrument = QStringLiteral("no-such-scale");
    foreign.assessedAt = stage.practice().now();
    foreign.total = 4;
    record::Rating blank = foreign;
    blank.id = stage.practice().ids().next<record::RatingId>();
    blank.instrument = QStringLiteral("phq-9");
    blank.total.reset();
    const bool withBlank = GENERATE(false, true);
    QList<storage::Change> changes{{record::Action::Created, foreign, {}}};
    if (withBlank) {
        changes.append({record::Action::Created, blank, {}});
    }
    required(workflow::WritingDoor(stage.practice()).save(changes));
    const auto tab = openTab(stage);
    REQUIRE(tab->table().rowCount() == (withBlank ? 2 : 1));
    for (const auto view : {TrendTools::Compare, TrendTools::Expected, TrendTools::List, TrendTools::One}) {
        tab->tools().setView(view);
        QTest::keyClick(tab.get(), Qt::Key_T, Qt::ControlModifier);
        QTest::keyClick(tab.get(), Qt::Key_T, Qt::ControlModifier);
        REQUIRE_FALSE(tab->grab().isNull());
    }
    if (withBlank) {
        REQUIRE(tab->pane().words() == QStringLiteral("PHQ-9: no rating with a total yet"));
    }
}

} // namespace test_trend_views
