// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dosing/dosing_stage.h"

#include "ui/dosing/room_marks.h"
#include "ui/dosing/room_view.h"
#include "ui/dosing/run_keys.h"

#include "core/workflow/session_clock.h"
#include "core/workflow/writing_door.h"

#include <QLabel>

#include <ctime>

#include <catch2/catch_test_macros.hpp>

namespace test_dosing_rooms {
using namespace kairos;
using test::DosingStage;

namespace {

/// Elena's dose runs, and that of Daniel Okafor in another room.
struct TwoRooms {
    DosingStage desk;
    record::PatientId daniel;
    record::SessionId other;

    TwoRooms() {
        desk.startByUseCases();
        desk.clockOn(4);
        daniel = desk.stage().fixture().addPatient(QStringLiteral("AH-0500"), QStringLiteral("Daniel"),
                                                   QStringLiteral("Okafor"));
        record::DosingSession session;
        session.id = desk.practice().ids().next<record::SessionId>();
        session.patient = daniel;
        session.number = 3;
        session.state = record::SessionState::InProgress;
        session.arrivedAt = desk.practice().now();
        session.startedAt = desk.practice().now();
        session.room = QStringLiteral("Room 2");
        session.booked = {QDate(2026, 11, 2), QTime(9, 0), desk.practice().practice().zone};
        other = session.id;
        support::required(
            workflow::WritingDoor(desk.practice()).save({{record::Action::Created, session, {}}}));
        desk.open();
    }
    [[nodiscard]] const ui::DosingPlace& lastPlace() {
        return desk.stage().navigator().opened().last().get<ui::DosingPlace>();
    }
};

QString allWords(const QWidget& widget) {
    QStringList words;
    for (const auto* label : widget.findChildren<QLabel*>()) {
        words.append(label->text());
    }
    return words.join(QLatin1Char('\n'));
}

} // namespace

TEST_CASE("With two doses each has a mark without colour, and its patient's name stands beside it",
          "[dosing][rooms]") {
    TwoRooms now;
    auto& page = now.desk.page();
    REQUIRE(ui::ownMark(page.controller()) == QStringLiteral("● A"));
    REQUIRE(allWords(page).contains(QStringLiteral("● A  Elena Marsh")));
    REQUIRE(allWords(page).contains(QStringLiteral("F6: ■ B Daniel Okafor")));
    DosingStage::press(Qt::Key_F11);
    REQUIRE(QTest::qWaitFor([&] { return QApplication::activeWindow() == page.room(); }));
    REQUIRE(allWords(*page.room()).contains(QStringLiteral("● A  Elena Marsh")));
    REQUIRE(allWords(*page.room()).contains(QStringLiteral("F6: ■ B Daniel Okafor")));
}

TEST_CASE("F6 goes to the other dose, from the room view into its room view", "[dosing][rooms]") {
    TwoRooms now;
    DosingStage::press(Qt::Key_F6);
    REQUIRE(now.lastPlace() == ui::DosingPlace{now.daniel, now.other, false});
    DosingStage::press(Qt::Key_F11);
    REQUIRE(QTest::qWaitFor([&] { return QApplication::activeWindow() == now.desk.page().room(); }));
    DosingStage::press(Qt::Key_F6);
    REQUIRE(now.lastPlace() == ui::DosingPlace{now.daniel, now.other, true});
}

TEST_CASE("A place in the room opens the room view by itself", "[dosing][rooms]") {
    DosingStage desk;
    desk.startByUseCases();
    const std::unique_ptr<ui::Page> page(
        ui::makeDosingPage({desk.stage().patient(), desk.session, true}, desk.stage().context()));
    REQUIRE(test::present(*page, QSize(1290, 640)));
    auto* dosing = dynamic_cast<ui::DosingPage*>(page.get());
    REQUIRE(QTest::qWaitFor([&] { return dosing->room() != nullptr; }));
}

TEST_CASE("A reading goes to the dose whose name is in sight, and to no other", "[dosing][rooms]") {
    TwoRooms now;
    DosingStage::enter(QStringLiteral("142/88 72 96"));
    const auto elena = now.desk.view().content.readings.size();
    REQUIRE(elena == 2);
    const auto daniel =
        support::required(workflow::DosingQuery(now.desk.practice()).view(now.other)).content.readings;
    REQUIRE(daniel.isEmpty());
}

TEST_CASE("While one dose runs there is no mark and F6 goes nowhere", "[dosing][rooms]") {
    DosingStage desk;
    desk.startByUseCases();
    auto& page = desk.open();
    REQUIRE(ui::ownMark(page.controller()).isEmpty());
    REQUIRE(ui::nextRoomWords(page.controller()).isEmpty());
    DosingStage::press(Qt::Key_F6);
    REQUIRE(desk.stage().navigator().opened().isEmpty());
}

TEST_CASE("A PC clock that is set is said at once, and the minute goes on", "[dosing][rooms]") {
    DosingStage desk;
    desk.startByUseCases();
    auto& fixture = desk.stage().fixture();
    auto& pc = fixture.clock();
    fixture.close();
    workflow::SessionClock clock(pc, fixture.folder() + QStringLiteral("/clock.json"));
    const auto environment = fixture.environment();
    const auto practice = support::required(
        workflow::OpenPractice::open(fixture.path(), support::OpenPracticeFixture::passphrase(),
                                     {.clock = clock,
                                      .random = environment.random,
                                      .catalog = environment.catalog,
                                      .practiceCost = environment.practiceCost,
                                      .passwordCost = environment.passwordCost,
                                      .seenHeadsPath = environment.seenHeadsPath,
                                      .sessionClock = &clock}));
    support::required(practice->signIn(fixture.clinician(), DosingStage::password()));
    auto& stage = desk.stage();
    {
        ui::DosingPage page(desk.session, {*practice, stage.navigator(), stage.questions(), stage.files(),
                                           nullptr, nullptr, &stage.undo()});
        REQUIRE(test::present(page, QSize(1290, 640)));
        pc.advanceMs(10 * 60'000);
        page.controller().tick();
        REQUIRE(page.controller().clockNotice().isEmpty());
        pc.setPcClock(pc.nowMs() - 3'600'000);
        page.controller().tick();
        REQUIRE(page.controller().elapsedMs() == 10 * 60'000);
        REQUIRE(page.controller().clockNotice() ==
                QStringLiteral(
                    "The clock of this PC was put back by 60 minutes. The session keeps its own time."));
    }
}

TEST_CASE("Another zone of the PC changes no time of the session", "[dosing][rooms]") {
    DosingStage desk;
    desk.startByUseCases();
    auto& page = desk.open();
    const QString before = page.controller().timeOf(*desk.stored().startedAt);
    qputenv("TZ", "Pacific/Auckland");
    tzset();
    page.controller().tick();
    REQUIRE(page.controller().timeOf(*desk.stored().startedAt) == before);
    REQUIRE(before == QStringLiteral("09:01"));
    qunsetenv("TZ");
    tzset();
}

} // namespace test_dosing_rooms
