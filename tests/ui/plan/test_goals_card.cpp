// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/goals_card.h"

#include "ui/plan/goal_form.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/goal_level_form.h"
#include "ui/shared/goal_table.h"
#include "ui/shared/segments.h"
#include "ui/shared/table_view.h"
#include "ui/shared/theme_manager.h"

#include "tests/ui/plan/goal_bench.h"

#include "tests/support/demo_desk.h"
#include "tests/support/keyboard.h"
#include "tests/support/label_fit.h"
#include "tests/support/page_stage.h"

#include "core/workflow/plan_care.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace test_goals_card {
using namespace kairos;
using support::required;
using test::GoalBench;
using test::Keyboard;

TEST_CASE("Without a goal the card says what to do, and a goal is written by keyboard", "[plan][goals]") {
    GoalBench bench({});
    const auto* empty = bench.page.findChild<ui::EmptyState*>();
    REQUIRE(empty->isVisible());
    REQUIRE_FALSE(bench.page.card().table().isVisible());
    bench.press(QStringLiteral("Add a goal"));
    Keyboard::type(QStringLiteral("Swim weekly"));
    Keyboard::press(Qt::Key_Tab);
    Keyboard::type(QStringLiteral("times a week, 0 to 3"));
    bench.press(QStringLiteral("Save the goal"));
    const auto goals = bench.goals();
    REQUIRE(goals.rows.size() == 1);
    REQUIRE(goals.rows.first().goal.text == QStringLiteral("Swim weekly"));
    REQUIRE(goals.rows.first().goal.measure == QStringLiteral("times a week, 0 to 3"));
    REQUIRE(bench.page.card().table().hasFocus());
    REQUIRE_FALSE(empty->isVisible());
    bench.undo();
    REQUIRE(bench.goals().rows.isEmpty());
    REQUIRE(empty->isVisible());
}

TEST_CASE("A goal is worked out by keyboard alone, rated, scored, and the level taken back",
          "[plan][goals]") {
    GoalBench bench({QStringLiteral("Swim weekly")});
    bench.page.card().table().setFocus();
    // L does nothing before the levels have words.
    Keyboard::press(Qt::Key_L);
    REQUIRE_FALSE(bench.page.card().levelForm().isVisible());
    Keyboard::press(Qt::Key_Return);
    REQUIRE(bench.page.card().form().isVisible());
    bench.passSmart();
    bench.typeScale();
    bench.press(QStringLiteral("Save the goal"));
    auto goal = bench.goals().rows.first().goal;
    REQUIRE(goal.levels.value(4) == QStringLiteral("three times a week"));
    REQUIRE(goal.weight == 2);
    REQUIRE(goal.baseline == -1);
    REQUIRE(goal.baselineOn == bench.stage.practice().today());
    REQUIRE(bench.page.card().table().hasFocus());
    Keyboard::press(Qt::Key_L);
    REQUIRE(bench.page.card().levelForm().isVisible());
    Keyboard::press(Qt::Key_Right);
    Keyboard::press(Qt::Key_Right);
    bench.press(QStringLiteral("Save the level"));
    auto view = bench.goals();
    REQUIRE(view.rows.first().latest()->level == 1);
    REQUIRE(qAbs(*view.summary.score - 60) < 1e-9);
    REQUIRE(ui::attainmentText(view.summary) ==
            QStringLiteral("T-score 60.0 of 1 goal, 40.0 at baseline, change +20.0"));
    bench.undo();
    REQUIRE(bench.goals().rows.first().attained.isEmpty());
    REQUIRE(ui::attainmentText(bench.goals().summary) == QStringLiteral("no score: no goal is rated yet"));
}

TEST_CASE("A changed goal is taken back to how it stood", "[plan][goals]") {
    GoalBench bench({QStringLiteral("Swim weekly")});
    bench.page.card().table().setFocus();
    Keyboard::press(Qt::Key_Return);
    Keyboard::press(Qt::Key_End);
    Keyboard::type(QStringLiteral(", in the lake"));
    bench.press(QStringLiteral("Save the goal"));
    REQUIRE(bench.goals().rows.first().goal.text == QStringLiteral("Swim weekly, in the lake"));
    bench.undo();
    REQUIRE(bench.goals().rows.first().goal.text == QStringLiteral("Swim weekly"));
}

TEST_CASE("A goal without words and levels half described are refused in the form", "[plan][goals]") {
    GoalBench bench({QStringLiteral("Swim weekly")});
    bench.page.card().table().setFocus();
    Keyboard::press(Qt::Key_Return);
    Keyboard::press(Qt::Key_A, Qt::ControlModifier);
    Keyboard::press(Qt::Key_Delete);
    bench.press(QStringLiteral("Save the goal"));
    REQUIRE(bench.page.card().form().isVisible());
    bench.page.findChild<QLineEdit*>()->setFocus();
    bench.press(QStringLiteral("Not now"));
    bench.page.card().table().setFocus();
    Keyboard::press(Qt::Key_Return);
    bench.stage.questions().answerNext({});
    bench.press(QStringLiteral("Start afresh"));
    bench.passSmart();
    Keyboard::press(Qt::Key_Tab);
    Keyboard::type(QStringLiteral("never"));
    bench.press(QStringLiteral("Save the goal"));
    REQUIRE(bench.page.card().form().trouble().contains(QStringLiteral("no words")));
    REQUIRE(bench.goals().rows.first().goal.text == QStringLiteral("Swim weekly"));
}

TEST_CASE("The goals of the demo read their score, and every word fits in both themes", "[plan][goals]") {
    ui::ThemeManager themes(*qApp);
    test::DemoDesk desk;
    const auto patient = desk.patient(QStringLiteral("K-0147"));
    const auto plan = required(workflow::PlanCare(desk.practice()).current(patient));
    REQUIRE(plan.has_value());
    test::CardPage<ui::GoalsCard> page(desk.context());
    page.card().showGoals(plan->id, patient);
    REQUIRE(test::present(page, {1290, 690}));
    const auto& goals = page.card().goals();
    REQUIRE(goals.rows.size() == 3);
    REQUIRE(goals.summary.rated == 2);
    REQUIRE(goals.summary.change.has_value());
    for (const auto theme : {ui::ThemeId::Light, ui::ThemeId::Dark}) {
        themes.setTheme(theme);
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_L}) {
            page.card().table().setFocus();
            Keyboard::press(key);
            QCoreApplication::processEvents();
            const auto clipped = test::clippedTexts(page);
            INFO(clipped.join(QLatin1Char('\n')).toStdString());
            REQUIRE(clipped.isEmpty());
            if (qEnvironmentVariableIsSet("KAIROS_PICTURES")) {
                page.grab().save(qEnvironmentVariable("KAIROS_PICTURES") +
                                 QStringLiteral("/goals-%1-%2.png")
                                     .arg(ui::themeName(theme), key == Qt::Key_L ? QStringLiteral("level")
                                                                                 : QStringLiteral("form")));
            }
        }
    }
}

} // namespace test_goals_card
