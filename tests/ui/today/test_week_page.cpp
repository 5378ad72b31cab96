// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/booked_course.h"
#include "tests/support/demo_desk.h"
#include "tests/support/dialog.h"
#include "tests/support/keyboard.h"
#include "tests/support/label_fit.h"
#include "tests/support/page_stage.h"

#include "ui/shared/password_field.h"
#include "ui/shared/theme_manager.h"
#include "ui/today/week_grid.h"
#include "ui/today/week_page.h"
#include "ui/today/week_panel.h"
#include "ui/today/week_words.h"

#include "core/demo/demo_practice.h"
#include "core/workflow/history_query.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/week_query.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace test_week_page {
using namespace kairos;
using support::required;

namespace {

/// The demo practice's week, shown, with the keyboard.
struct Week {
    ui::ThemeManager themes{*qApp};
    test::DemoDesk desk;
    std::unique_ptr<ui::WeekPage> page;

    Week() {
        page = std::make_unique<ui::WeekPage>(ui::WeekPlace{}, desk.context());
        REQUIRE(test::present(*page, {1290, 742}));
        grid().setFocus();
    }
    ui::WeekGrid& grid() { return *page->findChild<ui::WeekGrid*>(); }
    ui::WeekPanel& panel() { return *page->findChild<ui::WeekPanel*>(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&grid(), key, modifiers);
    }
    /// Walks to the first planned session after the story's day.
    void toTomorrow() {
        for (int i = 0; i < 7 && grid().current()->booked.date < QDate(2026, 11, 3); ++i) {
            key(Qt::Key_Right);
        }
        for (int i = 0; i < 10; ++i) {
            key(Qt::Key_Up);
        }
        REQUIRE(grid().current()->isPlanned());
    }
};

} // namespace

TEST_CASE("The week shows seven days and walks through them by arrows", "[today][week]") {
    Week week;
    REQUIRE(week.grid().week().monday == QDate(2026, 11, 2));
    REQUIRE(week.grid().week().days.size() == 7);
    const auto first = *week.grid().current();
    week.key(Qt::Key_Down);
    REQUIRE(week.grid().current()->booked.time >= first.booked.time);
    REQUIRE(week.grid().current()->booked.date == first.booked.date);
    week.key(Qt::Key_Right);
    REQUIRE(week.grid().current()->booked.date > first.booked.date);
    REQUIRE(week.grid().accessibleDescription() == ui::appointmentSentence(*week.grid().current()));
}

TEST_CASE("Enter on an appointment opens its sheet", "[today][week]") {
    Week week;
    const auto chosen = *week.grid().current();
    week.key(Qt::Key_Return);
    const auto& place = week.desk.navigator().opened().last();
    REQUIRE(ui::patientOf(place) == chosen.patient.id);
    REQUIRE(place.is<ui::DosingPlace>() == chosen.isDosing);
}

TEST_CASE("Alt and arrows try a move, the effect is shown, and Esc leaves it", "[today][week]") {
    Week week;
    week.toTomorrow();
    const auto before = week.grid().current()->booked;
    week.key(Qt::Key_Down, Qt::AltModifier);
    REQUIRE(week.grid().trial().has_value());
    REQUIRE(week.grid().trial()->time == before.time.addSecs(15 * 60));
    REQUIRE(week.panel().said().contains(QStringLiteral("Enter moves it")));
    week.key(Qt::Key_Right, Qt::AltModifier);
    REQUIRE(week.grid().trial()->date == before.date.addDays(1));
    week.key(Qt::Key_Escape);
    REQUIRE_FALSE(week.grid().trial().has_value());
    REQUIRE(week.grid().current()->booked == before);
}

TEST_CASE("Enter accepts a move within the day, and the session stands at its new time", "[today][week]") {
    Week week;
    week.toTomorrow();
    const auto before = *week.grid().current();
    week.key(Qt::Key_Down, Qt::AltModifier);
    week.key(Qt::Key_Return);
    REQUIRE_FALSE(week.grid().trial().has_value());
    REQUIRE(week.grid().current()->session == before.session);
    REQUIRE(week.grid().current()->booked.time == before.booked.time.addSecs(15 * 60));
    REQUIRE(week.desk.navigator().opened().isEmpty());
}

TEST_CASE("Enter on a move to another day asks for the reason and revises the plan", "[today][week]") {
    Week week;
    week.toTomorrow();
    for (int i = 0; i < 9 && week.grid().current()->stepKey.isEmpty(); ++i) {
        week.key(Qt::Key_Down);
    }
    const auto before = *week.grid().current();
    REQUIRE_FALSE(before.stepKey.isEmpty());
    workflow::PlanCare plans(week.desk.practice());
    const int revision = plans.plan(*before.plan)->revision;
    week.key(Qt::Key_Right, Qt::AltModifier);
    REQUIRE(week.panel().said().contains(QStringLiteral("revises the plan")));
    week.desk.questions().leaveNext();
    week.key(Qt::Key_Return);
    REQUIRE(plans.plan(*before.plan)->revision == revision);
    week.desk.questions().answerNext({QStringLiteral("The room is taken"), demo::demoPassword()});
    week.key(Qt::Key_Return);
    REQUIRE(week.desk.questions().asked().size() == 2);
    REQUIRE(week.desk.questions().lastOutcome()->has_value());
    REQUIRE(plans.plan(*before.plan)->revision == revision + 1);
    const auto after =
        workflow::WeekQuery(week.desk.practice()).appointmentsOn(before.booked.date.addDays(1)).value();
    REQUIRE(std::any_of(after.begin(), after.end(),
                        [&](const auto& one) { return one.session == before.session; }));
}

TEST_CASE("A move into the past is refused with a sentence", "[today][week]") {
    Week week;
    week.toTomorrow();
    const auto before = week.grid().current()->booked;
    for (int i = 0; i < 4; ++i) {
        week.key(Qt::Key_Left, Qt::AltModifier);
    }
    REQUIRE(week.panel().said().contains(QStringLiteral("that time lies in the past")));
    week.key(Qt::Key_Escape);
    REQUIRE(week.grid().current()->booked == before);
}

TEST_CASE("A room is typed beside the week, and a clash is said", "[today][week]") {
    Week week;
    week.toTomorrow();
    const auto session = week.grid().current()->session;
    week.panel().roomEdit().setFocus();
    QTest::keyClicks(&week.panel().roomEdit(), QStringLiteral("Room 1"));
    QTest::keyClick(&week.panel().roomEdit(), Qt::Key_Return);
    REQUIRE(week.grid().current()->session == session);
    REQUIRE(week.grid().current()->room == QStringLiteral("Room 1"));
    REQUIRE(QApplication::focusWidget() == &week.grid());
}

TEST_CASE("A move against a rule asks who and why, and both stay in the record", "[today][week]") {
    support::BookedCourse course;
    test::FakeNavigator navigator;
    test::ScriptedFileDialogs files;
    ui::DialogQuestions questions;
    ui::ThemeManager themes(*qApp);
    const ui::PageContext context{course.practice(), navigator, questions, files};
    record::DosingSession second;
    second.patient = course.patient;
    second.step = course.step("dose-2").id;
    second.booked = {QDate(2026, 11, 12), QTime(10, 0), course.practice().practice().zone};
    required(workflow::DosingCare(course.practice()).book(second));
    ui::WeekPage page(ui::WeekPlace{QDate(2026, 11, 9)}, context);
    REQUIRE(test::present(page, {1290, 742}));
    auto& grid = *page.findChild<ui::WeekGrid*>();
    auto& panel = *page.findChild<ui::WeekPanel*>();
    grid.setFocus();
    REQUIRE(grid.current() != nullptr);
    // The second dose, to the day after the first: the gap between doses holds.
    test::Keyboard::press(Qt::Key_Right);
    const auto before = grid.current()->booked;
    REQUIRE(before == second.booked);
    test::Keyboard::press(Qt::Key_Left, Qt::AltModifier);
    test::Keyboard::press(Qt::Key_Left, Qt::AltModifier);
    INFO(panel.said().toStdString());
    REQUIRE(grid.trial().has_value());
    const auto to = *grid.trial();
    test::Keyboard::press(Qt::Key_Return);
    auto& dialog = test::openDialog();
    REQUIRE(test::saidBy(dialog).contains(QStringLiteral("A prescriber overrides this")));
    REQUIRE(QApplication::focusWidget() == dialog.reasonEdit());
    test::Keyboard::type(QStringLiteral("the only day on which she is brought"));
    test::Keyboard::press(Qt::Key_Tab);
    REQUIRE(QApplication::focusWidget() == static_cast<QWidget*>(dialog.passwordEdit()));
    // A wrong password moves nothing, and what was typed stays.
    test::Keyboard::enter(QStringLiteral("wrong"));
    REQUIRE(test::isDialogOpen());
    REQUIRE(dialog.shownError().contains(QStringLiteral("password")));
    REQUIRE(dialog.reasonEdit()->toPlainText() == QStringLiteral("the only day on which she is brought"));
    REQUIRE(course.step("dose-2").booked == before);
    test::Keyboard::enter(support::OpenPracticeFixture::password());
    REQUIRE(QTest::qWaitFor([] { return !test::isDialogOpen(); }));
    REQUIRE(course.step("dose-2").booked == to);
    const auto lines = required(workflow::HistoryQuery(course.practice()).of(course.patient, 20, QLocale()));
    int kept = 0;
    for (const workflow::HistoryLine& line : lines) {
        if (line.reason == QStringLiteral("the only day on which she is brought")) {
            REQUIRE(line.who == course.practice().clinicianName(course.practice().signedIn()->id));
            ++kept;
        }
    }
    REQUIRE(kept >= 1);
    // The keyboard is where it was before the question. Here no window manager hands it back.
    page.activateWindow();
    REQUIRE(QTest::qWaitFor([&] { return QApplication::focusWidget() == &grid; }));
}

TEST_CASE("A move that takes a long course along names the first steps and counts the rest",
          "[today][week]") {
    workflow::AppointmentMove move;
    const auto follow = [&move](int step) {
        planning::CourseChange change;
        change.step = QString::number(step);
        change.title = QStringLiteral("Session %1").arg(step);
        move.changes.append(change);
    };
    for (int step = 1; step <= 8; ++step) {
        follow(step);
    }
    REQUIRE(ui::moveLines(move).size() == 8);
    REQUIRE(ui::moveLines(move).last().startsWith(QStringLiteral("Session 8")));
    follow(9);
    REQUIRE(ui::moveLines(move).size() == 8);
    REQUIRE(ui::moveLines(move).at(6).startsWith(QStringLiteral("Session 7")));
    REQUIRE(ui::moveLines(move).last().startsWith(QStringLiteral("and 2 steps more, the last: Session 9")));
}

TEST_CASE("Page Down turns to the next week, and an empty week says so", "[today][week]") {
    Week week;
    QTest::keyClick(week.page.get(), Qt::Key_PageDown);
    REQUIRE(QTest::qWaitFor([&] { return week.grid().week().monday == QDate(2026, 11, 9); }));
    week.page.reset();
    test::PageStage stage;
    ui::WeekPage empty(ui::WeekPlace{QDate(2027, 6, 1)}, stage.context());
    REQUIRE(empty.findChild<ui::WeekGrid*>()->current() == nullptr);
    REQUIRE(empty.findChild<ui::WeekPanel*>()->said().contains(QStringLiteral("Nothing is booked")));
}

TEST_CASE("Every word beside the week fits its place in both themes", "[today][week]") {
    Week week;
    for (const auto theme : {ui::ThemeId::Light, ui::ThemeId::Dark}) {
        week.themes.setTheme(theme);
        QCoreApplication::processEvents();
        const auto clipped = test::clippedTexts(*week.page);
        INFO(clipped.join(QLatin1Char('\n')).toStdString());
        REQUIRE(clipped.isEmpty());
    }
}

} // namespace test_week_page
