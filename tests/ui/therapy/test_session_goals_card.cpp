// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/therapy/therapy_stage.h"

#include "tests/support/label_fit.h"

#include "ui/shared/goal_level_form.h"
#include "ui/shared/table_view.h"
#include "ui/therapy/session_goals_card.h"

#include "core/workflow/goal_care.h"

#include <catch2/catch_test_macros.hpp>

namespace test_session_goals_card {
using namespace kairos;
using support::required;
using test::TherapyStage;

namespace {

record::Goal goalOf(TherapyStage& desk, const QString& text) {
    record::Goal goal;
    goal.patient = desk.stage().patient();
    goal.plan = desk.plan;
    goal.text = text;
    return goal;
}

void addGoal(TherapyStage& desk, const QString& text) {
    record::Goal goal = goalOf(desk, text);
    goal.levels = {QStringLiteral("never"), QStringLiteral("once a month"), QStringLiteral("weekly"),
                   QStringLiteral("twice a week"), QStringLiteral("three times a week")};
    goal.weight = 1;
    goal.baseline = -1;
    required(workflow::GoalCare(desk.practice()).save(goal));
}

} // namespace

TEST_CASE("Without a goal nothing of goals stands beside the note", "[therapy][goals]") {
    TherapyStage desk;
    auto& page = desk.open(desk.book(record::TherapyType::Integration));
    REQUIRE_FALSE(page.findChild<ui::SessionGoalsCard*>()->isVisible());
}

TEST_CASE("A level is set in a session by keyboard and belongs to it", "[therapy][goals]") {
    TherapyStage desk;
    addGoal(desk, QStringLiteral("Swim weekly"));
    const auto id = desk.book(record::TherapyType::Integration);
    auto& page = desk.open(id);
    auto* card = page.findChild<ui::SessionGoalsCard*>();
    REQUIRE(card->isVisible());
    TherapyStage::tabTo(card->table());
    TherapyStage::press(Qt::Key_Return);
    REQUIRE(card->levelForm().isVisible());
    TherapyStage::press(Qt::Key_Right);
    TherapyStage::press(Qt::Key_Tab);
    TherapyStage::enter(QStringLiteral("twice at the lake"));
    REQUIRE_FALSE(card->levelForm().isVisible());
    const auto rows = required(workflow::GoalCare(desk.practice()).view(desk.plan)).rows;
    REQUIRE(rows.first().latest() != nullptr);
    REQUIRE(rows.first().latest()->level == 0);
    REQUIRE(rows.first().latest()->session == id);
    REQUIRE(rows.first().latest()->remark == QStringLiteral("twice at the lake"));
    REQUIRE(desk.stage().undo().offers().size() == 1);
}

TEST_CASE("A goal that is not worked out is not rated in a session", "[therapy][goals]") {
    TherapyStage desk;
    required(workflow::GoalCare(desk.practice()).save(goalOf(desk, QStringLiteral("Feel better"))));
    auto& page = desk.open(desk.book(record::TherapyType::Preparation));
    auto* card = page.findChild<ui::SessionGoalsCard*>();
    TherapyStage::tabTo(card->table());
    TherapyStage::press(Qt::Key_Return);
    REQUIRE_FALSE(card->levelForm().isVisible());
}

TEST_CASE("Every word of the goals beside a note fits in both themes", "[therapy][goals]") {
    for (const auto theme : {ui::ThemeId::Light, ui::ThemeId::Dark}) {
        TherapyStage desk;
        addGoal(desk, QStringLiteral("Swim weekly"));
        addGoal(desk, QStringLiteral("Call my sister on Sundays"));
        auto& page = desk.open(desk.book(record::TherapyType::Integration));
        ui::ThemeManager themes(*qApp, theme);
        auto* card = page.findChild<ui::SessionGoalsCard*>();
        TherapyStage::tabTo(card->table());
        TherapyStage::press(Qt::Key_Return);
        QCoreApplication::processEvents();
        REQUIRE(test::clippedTexts(page).join(QLatin1Char('\n')).toStdString() == "");
        if (qEnvironmentVariableIsSet("KAIROS_PICTURES")) {
            page.grab().save(qEnvironmentVariable("KAIROS_PICTURES") +
                             QStringLiteral("/session-goals-%1.png").arg(ui::themeName(theme)));
        }
    }
}

} // namespace test_session_goals_card
