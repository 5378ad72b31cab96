// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dialog.h"
#include "tests/support/keyboard.h"
#include "tests/ui/plan/plan_stage.h"

#include "core/workflow/plan_care.h"

#include <QPlainTextEdit>

namespace test_state_dialogs {
using namespace kairos;
using record::PlanState;
using support::required;
using test::Keyboard;

namespace {

/// A running course, with the dialogs that a person sees.
struct AskedChart {
    ui::ThemeManager themes{*qApp};
    test::DemoDesk desk;
    ui::DialogQuestions questions;
    test::ScriptedFileDialogs files;
    record::PatientId patient = desk.patient(QStringLiteral("K-0163"));
    std::unique_ptr<ui::Page> page;

    AskedChart() {
        ui::PageContext context{desk.practice(), desk.navigator(), questions, files};
        page.reset(ui::makePlanTab(patient, context, nullptr));
        test::showPage(*page);
    }
    record::TreatmentPlan plan() {
        return required(workflow::PlanCare(desk.practice()).all(patient)).first();
    }
    /// Reaches the button by Tab and presses it; gives what the dialog says.
    QString ask(const QString& verb) {
        page->activateWindow(); // No window manager does it after a dialog.
        REQUIRE(QTest::qWaitForWindowActive(page.get()));
        Keyboard::tabTo(test::button(*page, verb));
        Keyboard::press(Qt::Key_Space);
        return test::saidBy(test::openDialog());
    }
    void giveReason(const QString& reason) {
        REQUIRE(QApplication::focusWidget() == test::openDialog().reasonEdit());
        Keyboard::type(reason);
        const auto& dialog = test::openDialog();
        Keyboard::press(Qt::Key_Return, Qt::ControlModifier);
        const auto isOver = [&] { return !test::isDialogOpen() || !dialog.shownError().isEmpty(); };
        REQUIRE(QTest::qWaitFor(isOver));
        REQUIRE((test::isDialogOpen() ? dialog.shownError().toStdString() : "") == "");
    }
};

} // namespace

TEST_CASE("Pausing says that the appointments stay and the windows run on, and keeps the reason",
          "[plan][state]") {
    AskedChart chart;
    const auto booked = required(workflow::PlanCare(chart.desk.practice()).bookedSteps(chart.plan().id));
    REQUIRE(booked.size() == 2);
    const QString said = chart.ask(QStringLiteral("Pause the plan"));
    REQUIRE(said.contains(QStringLiteral("Pause the plan?")));
    REQUIRE(said.contains(QStringLiteral("No rating falls due")));
    REQUIRE(said.contains(QStringLiteral("2 appointments stay booked")));
    for (const record::PlanStep& step : booked) {
        REQUIRE(said.contains(step.title));
    }
    // Without a reason nothing happens, and the dialog says what is missing.
    Keyboard::press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(test::isDialogOpen());
    REQUIRE(test::saidBy(test::openDialog()).contains(QStringLiteral("Say why")));
    REQUIRE(chart.plan().state == PlanState::Active);
    chart.giveReason(QStringLiteral("three weeks in Crete"));
    REQUIRE(chart.plan().state == PlanState::Paused);
    REQUIRE(chart.plan().stateReason == QStringLiteral("three weeks in Crete"));
    REQUIRE(required(workflow::PlanCare(chart.desk.practice()).bookedSteps(chart.plan().id)).size() == 2);
}

TEST_CASE("Stopping names the appointments it cancels; Enter and Escape stop nothing", "[plan][state]") {
    AskedChart chart;
    const QString said = chart.ask(QStringLiteral("Stop the plan"));
    REQUIRE(said.contains(QStringLiteral("The course ends here")));
    REQUIRE(said.contains(QStringLiteral("2 appointments are cancelled with this reason")));
    Keyboard::type(QStringLiteral("moves"));
    Keyboard::press(Qt::Key_Return);
    REQUIRE(test::isDialogOpen());
    Keyboard::press(Qt::Key_Escape);
    REQUIRE(QTest::qWaitFor([] { return !test::isDialogOpen(); }));
    REQUIRE(chart.plan().state == PlanState::Active);
    static_cast<void>(chart.ask(QStringLiteral("Stop the plan")));
    chart.giveReason(QStringLiteral("moves to another town"));
    REQUIRE(chart.plan().state == PlanState::Stopped);
    REQUIRE(chart.plan().stateReason == QStringLiteral("moves to another town"));
    const workflow::SessionDesk sessions(chart.desk.practice());
    for (const auto& dose : required(sessions.dosingOf(chart.patient))) {
        REQUIRE(dose.state != record::SessionState::Planned);
        if (dose.state == record::SessionState::Cancelled) {
            REQUIRE(dose.endReason == QStringLiteral("moves to another town"));
        }
    }
}

TEST_CASE("Completing says how many steps stay undone, and asks for the reason", "[plan][state]") {
    AskedChart chart;
    const auto steps = required(workflow::PlanCare(chart.desk.practice()).steps(chart.plan().id));
    const auto open = std::count_if(steps.begin(), steps.end(), [](const record::PlanStep& step) {
        return !step.doneBy && !step.waivedBy;
    });
    REQUIRE(open > 1);
    // With an appointment still to come it cannot be completed, and the page says so before it is tried.
    REQUIRE_FALSE(test::button(*chart.page, QStringLiteral("Complete the plan")).isEnabled());
    REQUIRE(test::saidBy(*chart.page).contains(QStringLiteral("first hold or cancel what is booked: ")));
    workflow::SessionDesk sessions(chart.desk.practice());
    const auto cancelAll = [&](const auto& list) {
        for (const auto& session : list) {
            if (session.state == record::SessionState::Planned) {
                required(sessions.cancel(session.id, QStringLiteral("patient: well again")));
            }
        }
    };
    cancelAll(required(sessions.dosingOf(chart.patient)));
    cancelAll(required(sessions.therapyOf(chart.patient)));
    chart.page->refresh();
    const QString said = chart.ask(QStringLiteral("Complete the plan"));
    REQUIRE(said.contains(QStringLiteral("The course is over as planned")));
    REQUIRE(said.contains(QStringLiteral("%1 steps were not done").arg(open)));
    chart.giveReason(QStringLiteral("well after three doses"));
    REQUIRE(chart.plan().state == PlanState::Completed);
    REQUIRE(chart.plan().stateReason == QStringLiteral("well after three doses"));
    REQUIRE_NOTHROW(test::button(*chart.page, QStringLiteral("Fit a protocol")));
}

} // namespace test_state_dialogs
