// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plan/goal_bench.h"
#include "tests/ui/plan/plan_stage.h"

#include "ui/shared/text_label.h"

#include "core/workflow/draft_desk.h"

#include <QLineEdit>

#include <catch2/catch_test_macros.hpp>

namespace test_goal_drafts {
using namespace kairos;
using support::required;
using test::GoalBench;
using test::Keyboard;

namespace {

qsizetype draftCount(GoalBench& bench) {
    return required(workflow::DraftDesk(bench.stage.practice()).mine()).size();
}

/// The same plan as a program sees it that was started anew: nothing is known but what lies in the file.
struct LaterCard {
    test::CardPage<ui::GoalsCard> page;

    explicit LaterCard(GoalBench& bench) : page(bench.stage.context()) {
        page.card().showGoals(bench.plan, bench.stage.patient());
        REQUIRE(test::present(page, {1290, 690}));
    }
};

QStringList texts(const QWidget& form) {
    QStringList found;
    for (const auto* edit : form.findChildren<QLineEdit*>()) {
        found.append(edit->text());
    }
    return found;
}

bool isShown(const QWidget& page, const QString& words) {
    for (const auto* label : page.findChildren<ui::TextLabel*>()) {
        if (label->isVisible() && label->text().contains(words)) {
            return true;
        }
    }
    return false;
}

} // namespace

TEST_CASE("Escape leaves a new goal as a draft, and the card leads back to it", "[plan][goals][draft]") {
    GoalBench bench({});
    bench.press(QStringLiteral("Add a goal"));
    Keyboard::type(QStringLiteral("Swim weekly"));
    Keyboard::press(Qt::Key_Tab);
    Keyboard::type(QStringLiteral("times a week"));
    Keyboard::press(Qt::Key_Escape);
    REQUIRE_FALSE(bench.page.card().form().isVisible());
    REQUIRE(bench.goals().rows.isEmpty());
    REQUIRE(draftCount(bench) == 1);
    REQUIRE(isShown(bench.page, QStringLiteral("\"Swim weekly\" was not saved")));
    bench.press(QStringLiteral("Go on with it"));
    REQUIRE(bench.page.card().form().isVisible());
    REQUIRE(texts(bench.page.card().form()).contains(QStringLiteral("times a week")));
    REQUIRE(isShown(bench.page, QStringLiteral("Restored from your draft")));
    REQUIRE_FALSE(isShown(bench.page, QStringLiteral("was not saved")));
    bench.press(QStringLiteral("Save the goal"));
    REQUIRE(bench.goals().rows.size() == 1);
    REQUIRE(draftCount(bench) == 0);
    REQUIRE_FALSE(isShown(bench.page, QStringLiteral("was not saved")));
    // The next goal begins empty.
    bench.press(QStringLiteral("Add a goal"));
    REQUIRE_FALSE(texts(bench.page.card().form()).contains(QStringLiteral("times a week")));
    REQUIRE_FALSE(isShown(bench.page, QStringLiteral("Restored from your draft")));
}

TEST_CASE("A crash costs no more than a second of a goal's words", "[plan][goals][draft]") {
    GoalBench bench({QStringLiteral("Swim weekly")});
    bench.page.card().table().setFocus();
    Keyboard::press(Qt::Key_Return);
    Keyboard::press(Qt::Key_End);
    Keyboard::type(QStringLiteral(", in the lake"));
    REQUIRE(QTest::qWaitFor([&] { return draftCount(bench) == 1; }, 1000));
    LaterCard later(bench);
    REQUIRE(isShown(later.page, QStringLiteral("\"Swim weekly, in the lake\" was not saved")));
    later.page.card().table().setFocus();
    Keyboard::press(Qt::Key_Return);
    REQUIRE(texts(later.page.card().form()).contains(QStringLiteral("Swim weekly, in the lake")));
    REQUIRE(isShown(later.page, QStringLiteral("Nothing is lost")));
}

TEST_CASE("A date that is typed by half comes back as it was typed", "[plan][goals][draft]") {
    GoalBench bench({QStringLiteral("Swim weekly")});
    bench.page.card().table().setFocus();
    Keyboard::press(Qt::Key_Return);
    bench.page.card().form().findChild<ui::DateField*>()->setFocus();
    Keyboard::type(QStringLiteral("22 No"));
    Keyboard::press(Qt::Key_Escape);
    LaterCard later(bench);
    later.page.card().table().setFocus();
    Keyboard::press(Qt::Key_Return);
    REQUIRE(later.page.card().form().findChild<ui::DateField*>()->text() == QStringLiteral("22 No"));
}

TEST_CASE("A goal that was opened and not changed leaves no draft", "[plan][goals][draft]") {
    GoalBench bench({QStringLiteral("Swim weekly")});
    bench.page.card().table().setFocus();
    Keyboard::press(Qt::Key_Return);
    Keyboard::press(Qt::Key_End);
    Keyboard::type(QStringLiteral("x"));
    REQUIRE(QTest::qWaitFor([&] { return draftCount(bench) == 1; }, 1000));
    Keyboard::press(Qt::Key_Backspace);
    Keyboard::press(Qt::Key_Escape);
    REQUIRE(draftCount(bench) == 0);
    REQUIRE_FALSE(isShown(bench.page, QStringLiteral("was not saved")));
}

TEST_CASE("Starting afresh throws a goal's draft away only when it is confirmed", "[plan][goals][draft]") {
    GoalBench bench({QStringLiteral("Swim weekly")});
    bench.page.card().table().setFocus();
    Keyboard::press(Qt::Key_Return);
    Keyboard::press(Qt::Key_End);
    Keyboard::type(QStringLiteral(" alone"));
    Keyboard::press(Qt::Key_Escape);
    Keyboard::press(Qt::Key_Return);
    bench.press(QStringLiteral("Start afresh"));
    REQUIRE(texts(bench.page.card().form()).contains(QStringLiteral("Swim weekly alone")));
    bench.stage.questions().answerNext({});
    bench.press(QStringLiteral("Start afresh"));
    REQUIRE(texts(bench.page.card().form()).contains(QStringLiteral("Swim weekly")));
    REQUIRE(draftCount(bench) == 0);
}

TEST_CASE("A draft says when the goal was changed since", "[plan][goals][draft]") {
    GoalBench bench({QStringLiteral("Swim weekly")});
    bench.page.card().table().setFocus();
    Keyboard::press(Qt::Key_Return);
    Keyboard::press(Qt::Key_End);
    Keyboard::type(QStringLiteral(" alone"));
    Keyboard::press(Qt::Key_Escape);
    auto goal = bench.goals().rows.first().goal;
    goal.measure = QStringLiteral("lengths");
    required(workflow::GoalCare(bench.stage.practice()).save(goal));
    LaterCard later(bench);
    later.page.card().table().setFocus();
    Keyboard::press(Qt::Key_Return);
    REQUIRE(isShown(later.page, QStringLiteral("look at every field before saving")));
}

TEST_CASE("Going over to another goal keeps what was typed about the first", "[plan][goals][draft]") {
    GoalBench bench({QStringLiteral("Swim weekly"), QStringLiteral("Call my sister")});
    bench.page.card().table().setFocus();
    Keyboard::press(Qt::Key_Return);
    Keyboard::press(Qt::Key_End);
    Keyboard::type(QStringLiteral(" alone"));
    bench.press(QStringLiteral("Add a goal"));
    Keyboard::type(QStringLiteral("Sleep"));
    bench.stage.fixture().clock().advanceMs(2000);
    REQUIRE_FALSE(texts(bench.page.card().form()).contains(QStringLiteral("Swim weekly alone")));
    Keyboard::press(Qt::Key_Escape);
    REQUIRE(draftCount(bench) == 2);
    REQUIRE(isShown(bench.page, QStringLiteral("\"Sleep\" was not saved")));
    REQUIRE(isShown(bench.page, QStringLiteral("1 more")));
}

TEST_CASE("The plan page keeps an open goal when it is left", "[plan][goals][draft]") {
    test::EmptyChart chart;
    chart.fit();
    auto* card = chart.page->findChild<ui::GoalsCard*>();
    test::press(*chart.page, QStringLiteral("Add a goal"));
    Keyboard::type(QStringLiteral("Swim weekly"));
    REQUIRE(chart.page->mayLeave());
    const auto drafts = required(workflow::DraftDesk(chart.fixture.practice()).mine());
    REQUIRE(drafts.size() == 1);
    REQUIRE(drafts.first().content.contains("Swim weekly"));
    // What changes elsewhere does not take the typing away.
    chart.page->refresh();
    REQUIRE(card->form().isVisible());
    REQUIRE(texts(card->form()).contains(QStringLiteral("Swim weekly")));
}

TEST_CASE("A level and its remark survive Escape, and saving ends the draft", "[plan][goals][draft]") {
    GoalBench bench({QStringLiteral("Swim weekly")});
    bench.page.card().table().setFocus();
    Keyboard::press(Qt::Key_Return);
    bench.passSmart();
    bench.typeScale();
    bench.press(QStringLiteral("Save the goal"));
    Keyboard::press(Qt::Key_L);
    Keyboard::press(Qt::Key_Right);
    auto* remark = bench.page.card().levelForm().findChildren<QLineEdit*>().last();
    Keyboard::tabTo(*remark);
    Keyboard::type(QStringLiteral("twice at the lake"));
    Keyboard::press(Qt::Key_Escape);
    REQUIRE_FALSE(bench.page.card().levelForm().isVisible());
    REQUIRE(isShown(bench.page, QStringLiteral("The level of \"Swim weekly\" was not saved")));
    LaterCard later(bench);
    later.page.card().table().setFocus();
    Keyboard::press(Qt::Key_L);
    REQUIRE(texts(later.page.card().levelForm()).contains(QStringLiteral("twice at the lake")));
    Keyboard::tabTo(*later.page.card().levelForm().findChildren<QLineEdit*>().last());
    Keyboard::press(Qt::Key_Return);
    const auto rows = bench.goals().rows;
    REQUIRE(rows.first().latest() != nullptr);
    REQUIRE(rows.first().latest()->level == 0);
    REQUIRE(rows.first().latest()->remark == QStringLiteral("twice at the lake"));
    REQUIRE(draftCount(bench) == 0);
}

} // namespace test_goal_drafts
