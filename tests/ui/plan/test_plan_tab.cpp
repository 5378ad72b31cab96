// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plan/plan_stage.h"

#include "tests/support/both_themes.h"
#include "tests/support/label_fit.h"

namespace test_plan_tab {
using namespace kairos;
using namespace kairos::test;

TEST_CASE("Fitting a protocol previews its steps and saves a draft", "[plan]") {
    EmptyChart chart;
    chart.fit();
    const auto view = chart.view();
    REQUIRE(view.plan.protocol == QStringLiteral("iv-cbt"));
    REQUIRE(view.plan.state == record::PlanState::Draft);
    REQUIRE(view.steps.size() > 30);
    REQUIRE(chart.page->findChild<ui::PlanAxis*>()->items().size() > 30);
}

TEST_CASE("A draft is signed by the personal password", "[plan]") {
    EmptyChart chart;
    chart.fit();
    chart.questions.answerNext({{}, QStringLiteral("not the password")});
    chart.pressSign();
    REQUIRE(chart.questions.lastOutcome().has_value());
    REQUIRE_FALSE(chart.questions.lastOutcome()->has_value());
    REQUIRE(chart.view().plan.state == record::PlanState::Draft);
    chart.answer();
    chart.pressSign();
    REQUIRE(chart.view().plan.state == record::PlanState::Active);
    REQUIRE(chart.view().signatures.size() == 1);
    REQUIRE_THROWS(button(*chart.page, QStringLiteral("Sign")));
}

TEST_CASE("The proposed order is signed and then valid", "[plan]") {
    EmptyChart chart;
    chart.fit();
    chart.answer();
    press(*chart.page, QStringLiteral("Sign"));
    REQUIRE(chart.view().validOrder(chart.fixture.practice().today()) == nullptr);
    press(*chart.page, QStringLiteral("Propose an order"));
    chart.answer();
    press(*chart.page, QStringLiteral("Sign the order"));
    const auto view = chart.view();
    const auto* order = view.validOrder(chart.fixture.practice().today());
    REQUIRE(order != nullptr);
    REQUIRE(order->order.mgPerKg.has_value());
    REQUIRE(qAbs(order->order.mgPerKg->value - 0.5) < 1e-9);
    REQUIRE(order->isSigned());
}

TEST_CASE("The arrow keys walk the steps in time and name each one", "[plan][axis]") {
    DemoChart chart(QStringLiteral("K-0163"));
    auto& axis = chart.axis();
    axis.setFocus();
    QTest::keyClick(&axis, Qt::Key_Home);
    QStringList walked{axis.currentKey()};
    for (qsizetype i = 1; i < axis.items().size(); ++i) {
        QTest::keyClick(&axis, Qt::Key_Right);
        walked.append(axis.currentKey());
        REQUIRE(axis.accessibleDescription() == axis.items().at(i).sentence);
        REQUIRE_FALSE(axis.accessibleDescription().isEmpty());
    }
    walked.removeDuplicates();
    REQUIRE(walked.size() == axis.items().size());
    const auto lane = axis.items().last().lane;
    QTest::keyClick(&axis, Qt::Key_Up);
    const auto& moved = *std::find_if(axis.items().begin(), axis.items().end(),
                                      [&](const auto& item) { return item.key == axis.currentKey(); });
    REQUIRE((moved.lane != lane || lane == ui::AxisLane::Dosing));
}

TEST_CASE("A step is waived with a reason, and not without", "[plan]") {
    EmptyChart chart;
    chart.fit();
    chart.walkTo(QStringLiteral("follow-up-2"));
    chart.questions.answerNext({QStringLiteral("  "), {}});
    press(*chart.page, QStringLiteral("Waive"));
    REQUIRE_FALSE(chart.questions.lastOutcome()->has_value());
    REQUIRE_FALSE(chart.step(QStringLiteral("follow-up-2")).waivedBy.has_value());
    chart.questions.answerNext({QStringLiteral("moves away"), {}});
    press(*chart.page, QStringLiteral("Waive"));
    REQUIRE(chart.step(QStringLiteral("follow-up-2")).waivedReason == QStringLiteral("moves away"));
}

TEST_CASE("A dose and a review are booked from the step at hand", "[plan]") {
    EmptyChart chart;
    chart.fit();
    for (const auto& key : {QStringLiteral("dose-5"), QStringLiteral("review-1")}) {
        chart.walkTo(key);
        auto* panel = chart.page->findChild<ui::StepPanel*>();
        auto* time = panel->findChild<ui::TimeField*>();
        time->setFocus();
        time->selectAll();
        QTest::keyClicks(time, QStringLiteral("0930"));
        QTest::keyClick(time, Qt::Key_Return);
        REQUIRE(chart.step(key).booked.has_value());
        REQUIRE(chart.step(key).booked->time == QTime(9, 30));
    }
    const auto sessions = workflow::SessionDesk(chart.fixture.practice()).dosingOf(chart.patient);
    REQUIRE(sessions.has_value());
    const auto step = chart.step(QStringLiteral("dose-5")).id;
    const auto booked = std::count_if(sessions->begin(), sessions->end(),
                                      [&](const auto& session) { return session.step == step; });
    REQUIRE(booked == 1);
}

TEST_CASE("Enter on a booked step opens its session", "[plan][axis]") {
    DemoChart chart(QStringLiteral("K-0163"));
    chart.walkTo(QStringLiteral("dose-3"));
    QTest::keyClick(&chart.axis(), Qt::Key_Return);
    REQUIRE(chart.desk.navigator().opened().size() == 1);
    const auto* place = chart.desk.navigator().opened().first().as<ui::DosingPlace>();
    REQUIRE(place != nullptr);
    REQUIRE(place->patient == chart.patient);
}

TEST_CASE("Another start shows what would move before anything is saved", "[plan]") {
    EmptyChart chart;
    chart.fit();
    const QDate start = chart.view().plan.start;
    press(*chart.page, QStringLiteral("What if, revise"));
    auto* card = chart.page->findChild<ui::ReviseCard*>();
    REQUIRE(card->isVisible());
    auto* day = card->findChild<ui::DateField*>();
    REQUIRE(QApplication::focusWidget() == day);
    day->selectAll();
    QTest::keyClicks(day, start.addDays(1).toString(Qt::ISODate));
    REQUIRE(card->findChild<ui::TableView*>()->model()->rowCount() > 0);
    REQUIRE(chart.view().plan.revision == 1);
    chart.questions.answerNext({QStringLiteral("she asked for Tuesdays"), {}});
    press(*card, QStringLiteral("Revise the plan"));
    REQUIRE(chart.view().plan.revision == 2);
    REQUIRE(chart.view().plan.start == start.addDays(1));
    REQUIRE_FALSE(card->isVisible());
}

TEST_CASE("A plan is paused, resumed and stopped with a reason", "[plan]") {
    DemoChart chart(QStringLiteral("K-0163"));
    const auto state = [&] {
        return workflow::PlanCare(chart.desk.practice()).all(chart.patient).value().first().state;
    };
    const auto run = [&](const QString& verb) {
        chart.desk.questions().answerNext({QStringLiteral("on holiday"), {}});
        press(*chart.page, verb);
    };
    run(QStringLiteral("Pause the plan"));
    REQUIRE(state() == record::PlanState::Paused);
    run(QStringLiteral("Resume the plan"));
    REQUIRE(state() == record::PlanState::Active);
    run(QStringLiteral("Stop the plan"));
    REQUIRE(state() == record::PlanState::Stopped);
    REQUIRE_NOTHROW(button(*chart.page, QStringLiteral("Fit a protocol")));
}

TEST_CASE("Every word of the plan fits its place in both themes", "[plan]") {
    DemoChart chart(QStringLiteral("K-0163"));
    REQUIRE(test::clippedInBothThemes(chart.themes, *chart.page, QStringLiteral("plan")) == "");
}

TEST_CASE("Every word of the fitting fits its place", "[plan]") {
    EmptyChart chart;
    press(*chart.page, QStringLiteral("Fit a protocol"));
    QCoreApplication::processEvents();
    const auto clipped = clippedTexts(*chart.page);
    INFO(clipped.join(QLatin1Char('\n')).toStdString());
    REQUIRE(clipped.isEmpty());
    if (qEnvironmentVariableIsSet("KAIROS_PICTURES")) {
        chart.page->grab().save(qEnvironmentVariable("KAIROS_PICTURES") + QStringLiteral("/fit.png"));
    }
}

} // namespace test_plan_tab
