// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plan/plan_stage.h"

namespace test_plan_moves {
using namespace kairos;
using namespace kairos::test;

TEST_CASE("A step is tried by keyboard, Escape leaves everything", "[plan][move]") {
    EmptyChart chart;
    chart.fit();
    chart.walkTo(QStringLiteral("dose-2"));
    auto& axis = *chart.page->findChild<ui::PlanAxis*>();
    auto* card = chart.page->findChild<ui::ReviseCard*>();
    const QDate before = chart.step(QStringLiteral("dose-2")).window->target.date;
    QTest::keyClick(&axis, Qt::Key_Right, Qt::AltModifier);
    REQUIRE(card->isVisible());
    REQUIRE(card->triedStep() == QStringLiteral("dose-2"));
    REQUIRE(axis.ghosts().value(QStringLiteral("dose-2")).date() == before.addDays(1));
    QTest::keyClick(&axis, Qt::Key_Right, Qt::AltModifier);
    REQUIRE(axis.ghosts().value(QStringLiteral("dose-2")).date() == before.addDays(2));
    QTest::keyClick(&axis, Qt::Key_Escape);
    REQUIRE_FALSE(card->isVisible());
    REQUIRE(axis.ghosts().isEmpty());
    REQUIRE(chart.view().plan.revision == 1);
    REQUIRE(chart.step(QStringLiteral("dose-2")).window->target.date == before);
    REQUIRE(chart.questions.asked().isEmpty());
}

TEST_CASE("Enter accepts a tried step with a reason", "[plan][move]") {
    EmptyChart chart;
    chart.fit();
    const QString key = QStringLiteral("follow-up-2");
    chart.walkTo(key);
    auto& axis = *chart.page->findChild<ui::PlanAxis*>();
    const QDate before = chart.step(key).window->target.date;
    const int by = before.dayOfWeek() == Qt::Friday ? 3 : 1;
    for (int i = 0; i < by; ++i) {
        QTest::keyClick(&axis, Qt::Key_Right, Qt::AltModifier);
    }
    chart.questions.answerNext({QStringLiteral("she is away"), {}});
    QTest::keyClick(&axis, Qt::Key_Return);
    REQUIRE(chart.step(key).window->target.date == before.addDays(by));
    REQUIRE(chart.view().plan.revision == 2);
    REQUIRE(axis.ghosts().isEmpty());
}

TEST_CASE("A move that breaks a rule says which, with its source, and asks for an override", "[plan][move]") {
    EmptyChart chart;
    chart.fit();
    const QString key = QStringLiteral("dose-2");
    chart.walkTo(key);
    auto* card = chart.page->findChild<ui::ReviseCard*>();
    press(*chart.page, QStringLiteral("Move the step"));
    auto* day = card->findChild<ui::DateField*>();
    REQUIRE(QApplication::focusWidget() == day);
    const QDate first = chart.step(QStringLiteral("dose-1")).window->target.date;
    day->selectAll();
    QTest::keyClicks(day, first.addDays(1).toString(Qt::ISODate));
    REQUIRE(card->effect()->needsOverride());
    bool isSaid = false;
    for (const auto* label : card->findChildren<QLabel*>()) {
        isSaid = isSaid || (label->isVisible() && label->text().contains(QStringLiteral("gap of 1")));
    }
    REQUIRE(isSaid);
    chart.questions.answerNext({QStringLiteral("ward round"), support::OpenPracticeFixture::password()});
    QTest::keyClick(day, Qt::Key_Return);
    REQUIRE(chart.step(key).window->target.date == first.addDays(1));
}

TEST_CASE("A step is dragged on the axis and stands as a ghost until it is accepted", "[plan][move]") {
    EmptyChart chart;
    chart.fit();
    const QString key = QStringLiteral("dose-2");
    chart.walkTo(key);
    auto& axis = *chart.page->findChild<ui::PlanAxis*>();
    const auto layout = axis.arranged();
    const ui::PlacedItem* placed = nullptr;
    for (const auto& item : layout.items) {
        placed = axis.items().at(item.index).key == key ? &item : placed;
    }
    REQUIRE(placed != nullptr);
    const QPoint from = placed->glyph.toPoint();
    const QPoint to = from + QPoint(90, 0);
    QTest::mousePress(axis.viewport(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, to, axis.viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QApplication::sendEvent(axis.viewport(), &move);
    QTest::mouseRelease(axis.viewport(), Qt::LeftButton, {}, to);
    const QDate before = chart.step(key).window->target.date;
    REQUIRE(axis.ghosts().value(key).date() > before);
    REQUIRE(chart.step(key).window->target.date == before);
    axis.setFocus();
    QTest::keyClick(&axis, Qt::Key_Escape);
    REQUIRE(axis.ghosts().isEmpty());
}

TEST_CASE("A cancelled dose is answered on the page with the day to move to", "[plan][cancel]") {
    EmptyChart chart;
    chart.fit();
    const QString key = QStringLiteral("dose-1");
    chart.walkTo(key);
    auto* time = chart.page->findChild<ui::StepPanel*>()->findChild<ui::TimeField*>();
    time->setFocus();
    time->selectAll();
    QTest::keyClicks(time, QStringLiteral("0930"));
    QTest::keyClick(time, Qt::Key_Return);
    const auto sessions = workflow::SessionDesk(chart.fixture.practice()).dosingOf(chart.patient).value();
    REQUIRE(sessions.size() == 1);
    REQUIRE(workflow::SessionDesk(chart.fixture.practice())
                .cancel(sessions.first().id, QStringLiteral("patient: a cold"))
                .has_value());
    chart.page->refresh();
    const QDate before = chart.step(key).window->target.date;
    press(*chart.page, QStringLiteral("Show the move"));
    auto& axis = *chart.page->findChild<ui::PlanAxis*>();
    REQUIRE(axis.ghosts().value(key).date() == before.addDays(1));
    REQUIRE(chart.step(key).window->target.date == before);
    chart.questions.answerNext({QStringLiteral("a cold"), {}});
    QTest::keyClick(&axis, Qt::Key_Return);
    REQUIRE(chart.step(key).window->target.date == before.addDays(1));
    REQUIRE_THROWS(button(*chart.page, QStringLiteral("Show the move")));
}

TEST_CASE("A plan that was stopped is read again beside a new one, and changes no more", "[plan][former]") {
    EmptyChart chart;
    chart.fit();
    const auto first = chart.view().plan.id;
    chart.questions.answerNext({QStringLiteral("moves away"), {}});
    press(*chart.page, QStringLiteral("Stop the plan"));
    chart.fit();
    REQUIRE(chart.view().plan.id != first);
    auto* chooser = chart.page->findChild<ui::PlanChooser*>();
    auto* plans = chooser->findChild<QComboBox*>();
    REQUIRE(plans->isVisible());
    plans->setFocus();
    QTest::keyClick(plans, Qt::Key_Down);
    REQUIRE(plans->currentIndex() == 1);
    for (const auto& verb : {QStringLiteral("Sign"), QStringLiteral("Book"), QStringLiteral("Waive"),
                             QStringLiteral("Stop the plan"), QStringLiteral("What if, revise"),
                             QStringLiteral("Move the step")}) {
        REQUIRE_THROWS(button(*chart.page, verb));
    }
    press(*chart.page, QStringLiteral("Back to the current plan"));
    REQUIRE_NOTHROW(button(*chart.page, QStringLiteral("Sign")));
}

TEST_CASE("Revisions tell what changed, why and who, and which are signed", "[plan][revisions]") {
    EmptyChart chart;
    chart.fit();
    chart.answer();
    press(*chart.page, QStringLiteral("Sign"));
    press(*chart.page, QStringLiteral("What if, revise"));
    auto* day = chart.page->findChild<ui::ReviseCard*>()->findChild<ui::DateField*>();
    day->selectAll();
    QTest::keyClicks(day, chart.view().plan.start.addDays(7).toString(Qt::ISODate));
    chart.questions.answerNext({QStringLiteral("she starts a job"), {}});
    QTest::keyClick(day, Qt::Key_Return);
    auto* table = chart.page->findChild<ui::RevisionCard*>()->findChild<ui::TableView*>();
    const auto cell = [&](int row, int column) {
        return table->model()->index(row, column).data().toString();
    };
    REQUIRE(cell(0, ui::HistoryModel::What) == QStringLiteral("revision 2"));
    REQUIRE(cell(0, ui::HistoryModel::Why) == QStringLiteral("she starts a job"));
    REQUIRE(cell(0, ui::HistoryModel::By) == QStringLiteral("Ruth Adeyemi"));
    REQUIRE(cell(0, ui::HistoryModel::Signed) == QStringLiteral("not signed"));
    const int last = table->model()->rowCount() - 1;
    REQUIRE(cell(last, ui::HistoryModel::What) == QStringLiteral("revision 1"));
    REQUIRE(cell(last, ui::HistoryModel::Signed).contains(QStringLiteral("Ruth Adeyemi")));
    bool isSaid = false;
    for (const auto* label : chart.page->findChild<ui::RevisionCard*>()->findChildren<QLabel*>()) {
        isSaid = isSaid || label->text().contains(QStringLiteral("moved from"));
    }
    REQUIRE(isSaid);
}

TEST_CASE("Days on which the patient cannot come move the plan once that is accepted", "[plan][calendar]") {
    EmptyChart chart;
    chart.fit();
    const QString key = QStringLiteral("dose-1");
    const QDate first = chart.step(key).window->target.date;
    ui::DateField* day = nullptr;
    for (auto* away : chart.page->findChildren<ui::AbsenceList*>()) {
        day = away->isVisibleTo(chart.page.get()) ? away->findChild<ui::DateField*>() : day;
    }
    REQUIRE(day != nullptr);
    day->setFocus();
    QTest::keyClicks(day, first.toString(Qt::ISODate));
    QTest::keyClick(day, Qt::Key_Return);
    REQUIRE(chart.step(key).window->target.date == first);
    press(*chart.page, QStringLiteral("Show what would move"));
    auto& axis = *chart.page->findChild<ui::PlanAxis*>();
    REQUIRE(axis.ghosts().value(key).date() == first.addDays(1));
    chart.questions.answerNext({QStringLiteral("a wedding"), {}});
    press(*chart.page, QStringLiteral("Revise the plan"));
    REQUIRE(chart.step(key).window->target.date == first.addDays(1));
}

TEST_CASE("The step panel tells the hours since the dose and until the window closes",
          "[plan][integration]") {
    DemoChart chart(QStringLiteral("K-0163"));
    chart.walkTo(QStringLiteral("integration-3"));
    bool isSaid = false;
    for (const auto* label : chart.page->findChild<ui::StepPanel*>()->findChildren<QLabel*>()) {
        isSaid =
            isSaid || (label->isVisible() && label->text().contains(QStringLiteral("h since dose 3 ended")));
    }
    REQUIRE(isSaid);
}

} // namespace test_plan_moves
