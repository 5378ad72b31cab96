// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plan/plan_stage.h"

#include "ui/plan/goals_card.h"

#include "core/workflow/goal_care.h"

namespace test_plan_parts {
using namespace kairos;
using namespace kairos::test;
using support::required;

namespace {

/// A plan with two goals.
struct Goals {
    support::OpenPracticeFixture fixture;
    FakeNavigator navigator;
    ScriptedQuestions questions;
    ScriptedFileDialogs files;
    record::PatientId patient{fixture.addElena()};
    ui::PageContext context{fixture.practice(), navigator, questions, files};
    record::PlanId plan;
    QList<workflow::GoalRow> rows;
    std::unique_ptr<ui::Page> page;

    Goals() {
        workflow::PlanWish wish;
        wish.patient = patient;
        wish.protocol = QStringLiteral("iv-cbt");
        wish.start = fixture.practice().today().addDays(21);
        wish.goals = QStringList{QStringLiteral("swim again"), QStringLiteral("sleep through")};
        plan = required(workflow::PlanCare(fixture.practice()).start(wish));
        rows = required(workflow::GoalCare(fixture.practice()).view(plan)).rows;
        page.reset(ui::makePlanTab(patient, context, nullptr));
        showPage(*page);
    }
    ui::GoalsCard& card() { return *page->findChild<ui::GoalsCard*>(); }
    void goTo(const QString& part) {
        page->showPart(part);
        page->setFocus(Qt::OtherFocusReason); // as the chart does when it shows a tab
    }
};

} // namespace

TEST_CASE("A goal is reached by its id, and a plan's goals by the plan's", "[plan][find]") {
    Goals stage;
    REQUIRE(stage.rows.size() == 2);
    stage.goTo(stage.rows.at(1).goal.id.toString());
    auto& table = stage.card().table();
    REQUIRE(QApplication::focusWidget() == &table);
    REQUIRE(table.currentIndex().row() == 1);
    stage.goTo(stage.plan.toString());
    REQUIRE(QApplication::focusWidget() == &table);
}

TEST_CASE("A goal of a former plan opens that plan", "[plan][find]") {
    Goals stage;
    workflow::PlanCare plans(stage.fixture.practice());
    required(plans.sign(stage.plan, support::OpenPracticeFixture::password()));
    required(plans.setState(stage.plan, record::PlanState::Stopped, QStringLiteral("moved away")));
    stage.page->refresh();
    stage.goTo(stage.rows.first().goal.id.toString());
    REQUIRE(stage.card().isVisible());
    REQUIRE(stage.card().goals().rows.first().goal.id == stage.rows.first().goal.id);
    REQUIRE(stage.card().table().currentIndex().row() == 0);
}

TEST_CASE("An id that no plan has leaves the tab where it begins", "[plan][find]") {
    Goals stage;
    stage.goTo(stage.patient.toString());
    REQUIRE(QApplication::focusWidget() == stage.page->findChild<ui::PlanAxis*>());
}

} // namespace test_plan_parts
