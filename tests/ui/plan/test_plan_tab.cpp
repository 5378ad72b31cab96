// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/plan_axis.h"
#include "ui/plan/plan_room.h"
#include "ui/plan/revise_card.h"
#include "ui/plan/step_lists.h"
#include "ui/plan/step_panel.h"

#include "ui/shared/date_field.h"
#include "ui/shared/table_view.h"
#include "ui/shared/theme_manager.h"
#include "ui/shared/time_field.h"

#include "tests/support/demo_desk.h"
#include "tests/support/label_fit.h"
#include "tests/support/open_practice_fixture.h"

#include "core/workflow/plan_care.h"
#include "core/workflow/session_desk.h"

#include <QApplication>
#include <QComboBox>
#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

using namespace kairos;

namespace {

void showPage(ui::Page& page) {
    page.resize(1290, 690);
    page.show();
    page.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&page));
}

QPushButton& button(const QWidget& page, const QString& text) {
    for (auto* candidate : page.findChildren<QPushButton*>()) {
        if (candidate->text() == text && candidate->isVisibleTo(&page)) {
            return *candidate;
        }
    }
    throw std::runtime_error("no such button: " + text.toStdString());
}

/// Goes to a button by the focus chain's own widget and presses it with the keyboard.
void press(const QWidget& page, const QString& text) {
    QPushButton& found = button(page, text);
    found.setFocus();
    QTest::keyClick(&found, Qt::Key_Space);
}

/// A patient without a plan.
struct EmptyChart {
    ui::ThemeManager themes{*qApp};
    support::OpenPracticeFixture fixture;
    test::FakeNavigator navigator;
    test::ScriptedQuestions questions;
    test::ScriptedFileDialogs files;
    record::PatientId patient{fixture.addElena()};
    ui::PageContext context{fixture.practice(), navigator, questions, files};
    std::unique_ptr<ui::Page> page{ui::makePlanTab(patient, context, nullptr)};

    EmptyChart() { showPage(*page); }
    void fit() {
        press(*page, QStringLiteral("Fit a protocol"));
        auto* protocols = page->findChild<QComboBox*>();
        REQUIRE(QApplication::focusWidget() == protocols);
        QTest::keyClick(protocols, Qt::Key_Home);
        while (protocols->currentData().toString() != QStringLiteral("iv-cbt")) {
            const int before = protocols->currentIndex();
            QTest::keyClick(protocols, Qt::Key_Down);
            REQUIRE(protocols->currentIndex() > before);
        }
        press(*page, QStringLiteral("Save as draft"));
    }
    /// Ctrl+S; a button that is pressed by its key springs back before it clicks.
    void pressSign() {
        const auto asked = questions.asked().size();
        QTest::keyClick(page.get(), Qt::Key_S, Qt::ControlModifier);
        REQUIRE(QTest::qWaitFor([&] { return questions.asked().size() > asked; }));
    }
    void walkTo(const QString& key) {
        auto& axis = *page->findChild<ui::PlanAxis*>();
        axis.setFocus();
        QTest::keyClick(&axis, Qt::Key_Home);
        for (int i = 0; i < axis.items().size() && axis.currentKey() != key; ++i) {
            QTest::keyClick(&axis, Qt::Key_Right);
        }
        REQUIRE(axis.currentKey().toStdString() == key.toStdString());
    }
    record::PlanStep step(const QString& key) {
        const auto found = view();
        const auto* row = found.row(key);
        REQUIRE(row != nullptr);
        return row->step;
    }
    void answer() { questions.answerNext({{}, support::OpenPracticeFixture::password()}); }
    workflow::PlanView view() {
        const auto found = workflow::PlanQuery(fixture.practice()).current(patient);
        REQUIRE(found.has_value());
        REQUIRE(found->has_value());
        return **found;
    }
};

/// The plan of a demo patient.
struct DemoChart {
    ui::ThemeManager themes{*qApp};
    test::DemoDesk desk;
    record::PatientId patient;
    std::unique_ptr<ui::Page> page;

    explicit DemoChart(const QString& mrn) : patient(desk.patient(mrn)) {
        page.reset(ui::makePlanTab(patient, desk.context(), nullptr));
        showPage(*page);
    }
    ui::PlanAxis& axis() { return *page->findChild<ui::PlanAxis*>(); }
    void walkTo(const QString& key) {
        axis().setFocus();
        QTest::keyClick(&axis(), Qt::Key_Home);
        for (int i = 0; i < axis().items().size() && axis().currentKey() != key; ++i) {
            QTest::keyClick(&axis(), Qt::Key_Right);
        }
        REQUIRE(axis().currentKey() == key);
    }
};

} // namespace

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
    const auto* place = std::get_if<ui::DosingPlace>(&chart.desk.navigator().opened().first());
    REQUIRE(place != nullptr);
    REQUIRE(place->patient == chart.patient);
}

TEST_CASE("Another start shows what would move before anything is saved", "[plan]") {
    EmptyChart chart;
    chart.fit();
    auto& axis = *chart.page->findChild<ui::PlanAxis*>();
    const QDate start = chart.view().plan.start;
    QTest::keyClick(&axis, Qt::Key_Right, Qt::AltModifier);
    auto* card = chart.page->findChild<ui::ReviseCard*>();
    REQUIRE(card->isVisible());
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
        if (!chart.page->findChild<ui::ReviseCard*>()->isVisible()) {
            press(*chart.page, QStringLiteral("What if, revise"));
        }
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
    for (const auto theme : {ui::ThemeId::Light, ui::ThemeId::Dark}) {
        chart.themes.setTheme(theme);
        QCoreApplication::processEvents();
        const auto clipped = test::clippedTexts(*chart.page);
        INFO(clipped.join(QLatin1Char('\n')).toStdString());
        REQUIRE(clipped.isEmpty());
        if (qEnvironmentVariableIsSet("KAIROS_PICTURES")) {
            chart.page->grab().save(qEnvironmentVariable("KAIROS_PICTURES") + QStringLiteral("/plan-") +
                                    ui::themeName(theme) + QStringLiteral(".png"));
        }
    }
}

TEST_CASE("Every word of the fitting fits its place", "[plan]") {
    EmptyChart chart;
    press(*chart.page, QStringLiteral("Fit a protocol"));
    QCoreApplication::processEvents();
    const auto clipped = test::clippedTexts(*chart.page);
    INFO(clipped.join(QLatin1Char('\n')).toStdString());
    REQUIRE(clipped.isEmpty());
    if (qEnvironmentVariableIsSet("KAIROS_PICTURES")) {
        chart.page->grab().save(qEnvironmentVariable("KAIROS_PICTURES") + QStringLiteral("/fit.png"));
    }
}
