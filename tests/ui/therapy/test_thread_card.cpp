// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/therapy/therapy_stage.h"

#include "tests/support/label_fit.h"

#include "ui/shared/table_view.h"
#include "ui/therapy/open_commitments.h"
#include "ui/therapy/theme_box.h"
#include "ui/therapy/thread_card.h"
#include "ui/therapy/thread_lines.h"

#include "core/workflow/thread_care.h"
#include "core/workflow/thread_query.h"

#include <catch2/catch_test_macros.hpp>

namespace test_thread_card {
using namespace kairos;
using record::CommitmentState;
using record::ThreadPart;
using support::required;
using test::TherapyStage;

namespace {

void moveTo(TherapyStage& desk, QDate day) {
    auto& fixture = desk.stage().fixture();
    fixture.clock().advanceMs(fixture.at(day, QTime(10, 0)).msSince(desk.practice().now()));
}

workflow::SessionThread threadOf(TherapyStage& desk, const record::SessionId& session) {
    return required(workflow::ThreadQuery(desk.practice()).ofSession(*desk.content(session).therapy));
}

record::CommitmentId promise(TherapyStage& desk, const record::SessionId& session, QDate due) {
    record::Commitment commitment;
    commitment.session = session;
    commitment.words = QStringLiteral("Walk to the lake before work");
    commitment.due = due;
    return required(workflow::ThreadCare(desk.practice()).commit(commitment));
}

} // namespace

TEST_CASE("One commitment is followed over four sessions by keyboard", "[therapy][thread]") {
    TherapyStage desk;
    desk.giveDose(24);
    const auto first = desk.book(record::TherapyType::Integration);
    {
        auto& card = desk.open(first).thread();
        REQUIRE_FALSE(card.open().isVisible());
        TherapyStage::press(Qt::Key_T, Qt::AltModifier);
        TherapyStage::type(QStringLiteral("a warm room"));
        TherapyStage::tabTo(card.lines().commitmentEdit());
        TherapyStage::type(QStringLiteral("Walk to the lake before work"));
        TherapyStage::tabTo(card.lines().dueEdit());
        TherapyStage::enter(QStringLiteral("6.11.2026"));
        REQUIRE(card.shownProblem().toStdString() == "");
        const auto thread = threadOf(desk, first);
        REQUIRE(thread.lines.first().words == QStringLiteral("a warm room"));
        REQUIRE(thread.made.first().due == QDate(2026, 11, 6));
    }
    desk.close();

    moveTo(desk, QDate(2026, 11, 9));
    const auto second = desk.book(record::TherapyType::Therapy);
    {
        auto& card = desk.open(second).thread();
        TherapyStage::press(Qt::Key_T, Qt::AltModifier);
        REQUIRE(card.open().table().hasFocus());
        TherapyStage::tabTo(card.open().remarkEdit());
        TherapyStage::type(QStringLiteral("once, on Thursday"));
        TherapyStage::tabTo(card.open().movedEdit());
        TherapyStage::type(QStringLiteral("13.11.2026"));
        TherapyStage::press(Qt::Key_T, Qt::AltModifier);
        TherapyStage::press(Qt::Key_P);
        const auto here = threadOf(desk, second).open.first().here;
        REQUIRE(here->outcome == CommitmentState::Partly);
        REQUIRE(here->remark == QStringLiteral("once, on Thursday"));
        REQUIRE(here->movedTo == QDate(2026, 11, 13));
    }
    desk.close();

    moveTo(desk, QDate(2026, 11, 16));
    const auto third = desk.book(record::TherapyType::Preparation);
    {
        static_cast<void>(desk.open(third));
        TherapyStage::press(Qt::Key_T, Qt::AltModifier);
        TherapyStage::press(Qt::Key_N);
        REQUIRE(threadOf(desk, third).open.first().here->outcome == CommitmentState::Not);
    }
    desk.close();

    moveTo(desk, QDate(2026, 11, 23));
    const auto fourth = desk.book(record::TherapyType::Other);
    {
        static_cast<void>(desk.open(fourth));
        TherapyStage::press(Qt::Key_T, Qt::AltModifier);
        TherapyStage::press(Qt::Key_K);
        REQUIRE(threadOf(desk, fourth).open.first().earlier.size() == 2);
        REQUIRE(threadOf(desk, fourth).open.first().here->outcome == CommitmentState::Kept);
    }
    desk.close();
    const auto fifth = desk.book(record::TherapyType::Therapy, QTime(11, 0));
    REQUIRE_FALSE(desk.open(fifth).thread().open().isVisible());
}

TEST_CASE("A commitment is dropped with a reason, and every answer can be taken back", "[therapy][thread]") {
    TherapyStage desk;
    promise(desk, desk.book(record::TherapyType::Integration), QDate(2026, 11, 2));
    moveTo(desk, QDate(2026, 11, 9));
    const auto session = desk.book(record::TherapyType::Therapy);
    auto& page = desk.open(session);
    auto& card = page.thread();
    TherapyStage::press(Qt::Key_T, Qt::AltModifier);
    TherapyStage::press(Qt::Key_D);
    REQUIRE(card.shownProblem().contains(QStringLiteral("reason")));
    REQUIRE(card.open().remarkEdit().hasFocus());
    TherapyStage::type(QStringLiteral("the lake is frozen"));
    TherapyStage::press(Qt::Key_T, Qt::AltModifier);
    TherapyStage::press(Qt::Key_D);
    REQUIRE(card.shownProblem().toStdString() == "");
    REQUIRE(threadOf(desk, session).open.first().here->outcome == CommitmentState::Dropped);
    const auto offers = desk.stage().undo().offers();
    REQUIRE(offers.size() == 1);
    required(offers.first().undo());
    page.refresh();
    REQUIRE_FALSE(threadOf(desk, session).open.first().here.has_value());
    REQUIRE(card.open().remarkEdit().isVisible());
}

TEST_CASE("A commitment without words or day is refused, and the hand goes where it is missing",
          "[therapy][thread]") {
    TherapyStage desk;
    const auto session = desk.book(record::TherapyType::Integration);
    auto& card = desk.open(session).thread();
    TherapyStage::tabTo(card.lines().commitmentEdit());
    TherapyStage::press(Qt::Key_Return);
    REQUIRE(card.shownProblem().contains(QStringLiteral("words")));
    TherapyStage::enter(QStringLiteral("Ring my sister"));
    REQUIRE(card.lines().dueEdit().hasFocus());
    TherapyStage::enter(QStringLiteral("1.11.2026"));
    REQUIRE(card.shownProblem().contains(QStringLiteral("before the session")));
    REQUIRE(card.lines().commitmentEdit().text() == QStringLiteral("Ring my sister"));
    REQUIRE(threadOf(desk, session).made.isEmpty());
}

TEST_CASE("A preparation asks for the intention; an emptied line is removed", "[therapy][thread]") {
    TherapyStage desk;
    const auto session = desk.book(record::TherapyType::Preparation);
    auto& card = desk.open(session).thread();
    REQUIRE_FALSE(card.lines().lineEdit(ThreadPart::Arose).isVisible());
    auto& intention = card.lines().lineEdit(ThreadPart::Intention);
    TherapyStage::tabTo(intention);
    TherapyStage::type(QStringLiteral("to put it down"));
    TherapyStage::press(Qt::Key_Tab);
    REQUIRE(threadOf(desk, session).lines.first().words == QStringLiteral("to put it down"));
    TherapyStage::tabTo(intention);
    intention.selectAll();
    TherapyStage::press(Qt::Key_Delete);
    TherapyStage::press(Qt::Key_Tab);
    REQUIRE(threadOf(desk, session).lines.isEmpty());
    required(desk.stage().undo().offers().last().undo());
    REQUIRE(threadOf(desk, session).lines.size() == 1);
}

TEST_CASE("Themes are typed, offered and removed", "[therapy][thread][themes]") {
    TherapyStage desk;
    const auto session = desk.book(record::TherapyType::Integration);
    auto& card = desk.open(session).thread();
    TherapyStage::tabTo(card.themes().edit());
    TherapyStage::enter(QStringLiteral("Solitude"));
    TherapyStage::enter(QStringLiteral("solitude"));
    REQUIRE(card.shownProblem().contains(QStringLiteral("already")));
    REQUIRE(threadOf(desk, session).themes.size() == 1);
    auto* chip = card.themes().findChild<QPushButton*>();
    REQUIRE(chip->accessibleName().contains(QStringLiteral("Solitude")));
    chip->setFocus();
    TherapyStage::press(Qt::Key_Space);
    REQUIRE(threadOf(desk, session).themes.isEmpty());
    REQUIRE(threadOf(desk, session).suggestions.isEmpty());
}

TEST_CASE("What was typed and not saved comes back with the page", "[therapy][thread]") {
    TherapyStage desk;
    promise(desk, desk.book(record::TherapyType::Integration), QDate(2026, 11, 2));
    moveTo(desk, QDate(2026, 11, 9));
    const auto session = desk.book(record::TherapyType::Integration);
    {
        auto& card = desk.open(session).thread();
        TherapyStage::tabTo(card.open().remarkEdit());
        TherapyStage::type(QStringLiteral("half"));
        TherapyStage::tabTo(card.lines().commitmentEdit());
        TherapyStage::type(QStringLiteral("Ring my"));
    }
    desk.close();
    auto& card = desk.open(session).thread();
    REQUIRE(card.open().remarkEdit().text() == QStringLiteral("half"));
    REQUIRE(card.lines().commitmentEdit().text() == QStringLiteral("Ring my"));
}

TEST_CASE("Nothing of the thread is written into a session that is still to come", "[therapy][thread]") {
    TherapyStage desk;
    promise(desk, desk.book(record::TherapyType::Integration), QDate(2026, 11, 2));
    moveTo(desk, QDate(2026, 11, 9));
    const auto session = desk.book(record::TherapyType::Therapy);
    moveTo(desk, QDate(2026, 11, 8));
    auto& card = desk.open(session).thread();
    REQUIRE_FALSE(card.lines().commitmentEdit().isEnabled());
    REQUIRE_FALSE(card.open().remarkEdit().isEnabled());
}

TEST_CASE("Every word of the thread beside a note fits in both themes", "[therapy][thread][look]") {
    for (const auto theme : {ui::ThemeId::Light, ui::ThemeId::Dark}) {
        TherapyStage desk;
        desk.giveDose(24);
        const auto first = desk.book(record::TherapyType::Integration);
        promise(desk, first, QDate(2026, 11, 6));
        promise(desk, first, QDate(2026, 11, 12));
        moveTo(desk, QDate(2026, 11, 9));
        auto& page = desk.open(desk.book(record::TherapyType::Integration));
        ui::ThemeManager themes(*qApp, theme);
        TherapyStage::press(Qt::Key_T, Qt::AltModifier);
        QCoreApplication::processEvents();
        REQUIRE(test::clippedTexts(page).join(QLatin1Char('\n')).toStdString() == "");
        if (qEnvironmentVariableIsSet("KAIROS_PICTURES")) {
            page.grab().save(qEnvironmentVariable("KAIROS_PICTURES") +
                             QStringLiteral("/thread-card-%1.png").arg(ui::themeName(theme)));
        }
    }
}

} // namespace test_thread_card
