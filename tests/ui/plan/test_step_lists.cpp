// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/plan_room.h"
#include "ui/plan/step_lists.h"

#include "ui/shared/empty_state.h"
#include "ui/shared/table_view.h"
#include "ui/shared/theme_manager.h"

#include "tests/support/page_stage.h"
#include "tests/ui/plan/plan_stage.h"

#include "core/planning/step_time.h"

#include <QPushButton>
#include <QScrollBar>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_step_lists {
using namespace kairos;
using support::required;

TEST_CASE("A patient without a plan is told so and offered to fit one", "[plan][many]") {
    test::PageStage stage;
    auto context = stage.context();
    const std::unique_ptr<ui::Page> page(ui::makePlanTab(stage.patient(), context, nullptr));
    REQUIRE(test::present(*page, {1290, 690}));
    const ui::EmptyState* empty = nullptr;
    for (const auto* state : page->findChildren<ui::EmptyState*>()) {
        empty = state->isVisible() ? state : empty;
    }
    REQUIRE(empty != nullptr);
    REQUIRE(empty->accessibleName() == QStringLiteral("No plan yet"));
    auto* fit = empty->findChild<QPushButton*>();
    REQUIRE(fit->text() == QStringLiteral("Fit a protocol"));
    REQUIRE(fit->isEnabled());
}

TEST_CASE("A course of 1 and of 500 steps is listed, and the last step is reached by keyboard",
          "[plan][many]") {
    const ui::ThemeManager themes(*qApp);
    const int count = GENERATE(1, 500);
    ui::CourseModel model(ui::CourseColumns::NewCourse);
    QList<ui::CourseLine> lines;
    for (int i = 1; i <= count; ++i) {
        lines.append({QStringLiteral("Step %1").arg(i), {}, {}});
    }
    model.setRows(lines);
    ui::TableView table(ui::RowHeight::Dense);
    table.setModel(&model);
    table.setStretchColumns({0});
    table.resize(600, 400);
    table.show();
    table.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&table));
    REQUIRE((table.verticalScrollBar()->maximum() > 0) == (count > 1));
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_End, Qt::ControlModifier);
    REQUIRE(table.currentIndex().row() == count - 1);
    REQUIRE(table.viewport()->rect().contains(table.visualRect(table.currentIndex()).center()));
    REQUIRE(table.currentIndex().siblingAtColumn(1).data().toString() == QStringLiteral("no date fits"));
}

TEST_CASE("A missed step is struck through on the axis and says so, a day is not said twice",
          "[plan][lists]") {
    test::DemoChart chart(QStringLiteral("K-0163"));
    int missed = 0;
    for (const ui::AxisItem& item : chart.axis().items()) {
        if (item.mark == ui::AxisMark::Missed) {
            REQUIRE(item.label.endsWith(QStringLiteral(", missed")));
            REQUIRE(item.sentence.contains(QStringLiteral("missed")));
            ++missed;
        }
    }
    REQUIRE(missed == 3);
    const auto view = required(workflow::PlanQuery(chart.desk.practice()).current(chart.patient));
    const auto lines =
        ui::nextLines(*view, planning::wallTime(chart.desk.practice().now(), chart.desk.practice().zone()));
    int onOneDay = 0;
    for (const ui::NextLine& line : lines) {
        INFO(line.lead.toStdString() << " / " << line.rest.toStdString());
        REQUIRE_FALSE(line.lead.endsWith(line.rest));
        onOneDay += line.rest == QStringLiteral("on this day only") ? 1 : 0;
    }
    REQUIRE(onOneDay > 0);
}

} // namespace test_step_lists
