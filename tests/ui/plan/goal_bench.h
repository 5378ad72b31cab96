// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plan/goal_form.h"
#include "ui/plan/goals_card.h"
#include "ui/shared/goal_level_form.h"
#include "ui/shared/table_view.h"
#include "ui/shared/theme_manager.h"

#include "tests/ui/plan/card_page.h"

#include "tests/support/keyboard.h"
#include "tests/support/page_stage.h"

#include "core/workflow/goal_care.h"
#include "core/workflow/plan_care.h"

#include <QApplication>
#include <QPushButton>

#include <catch2/catch_test_macros.hpp>

namespace kairos::test {

using support::required;

/// The card over a fresh plan that names these goals.
struct GoalBench {
    ui::ThemeManager themes{*qApp};
    test::PageStage stage;
    record::PlanId plan;
    test::CardPage<ui::GoalsCard> page{stage.context()};

    explicit GoalBench(const QStringList& goals) {
        workflow::PlanWish wish;
        wish.patient = stage.patient();
        wish.protocol = QStringLiteral("iv-cbt");
        wish.start = stage.practice().today().addDays(21);
        wish.goals = goals;
        plan = required(workflow::PlanCare(stage.practice()).start(wish));
        page.card().showGoals(plan, stage.patient());
        REQUIRE(test::present(page, {1290, 690}));
    }
    workflow::GoalsView goals() { return required(workflow::GoalCare(stage.practice()).view(plan)); }
    QPushButton& button(const QString& text) {
        for (auto* candidate : page.findChildren<QPushButton*>()) {
            if (candidate->text() == text && candidate->isVisibleTo(&page)) {
                return *candidate;
            }
        }
        throw std::runtime_error("no such button: " + text.toStdString());
    }
    void press(const QString& text) {
        button(text).setFocus();
        Keyboard::press(Qt::Key_Space);
    }
    void undo() {
        REQUIRE_FALSE(stage.undo().offers().isEmpty());
        required(stage.undo().offers().last().undo());
        page.card().showGoals(plan, stage.patient());
    }
    /// Types the five levels, weight and baseline of the open form, from its first level on.
    void typeScale() {
        for (const char* words : {"never", "once a month", "weekly", "twice a week", "three times a week"}) {
            Keyboard::press(Qt::Key_Tab);
            Keyboard::type(QLatin1String(words));
        }
        Keyboard::press(Qt::Key_Tab);
        Keyboard::type(QStringLiteral("2"));
        Keyboard::press(Qt::Key_Tab);
        Keyboard::press(Qt::Key_Down);
        Keyboard::press(Qt::Key_Down);
    }
    /// From the goal's own words over the other six fields to the last one before the levels.
    void passSmart() {
        for (int i = 0; i < 6; ++i) {
            Keyboard::press(Qt::Key_Tab);
        }
    }
};

} // namespace kairos::test
