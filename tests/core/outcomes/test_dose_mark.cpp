// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/dose_mark.h"

#include "tests/support/series.h"

#include <catch2/catch_test_macros.hpp>

namespace test_dose_mark {
using namespace kairos;
using namespace kairos::outcomes;
using kairos::testing::dayAt;

namespace {

record::DosingSession session(record::SessionState state, int day) {
    record::DosingSession made;
    made.state = state;
    made.startedAt = dayAt(day);
    return made;
}

} // namespace

TEST_CASE("Only doses that were given leave a mark", "[outcomes][doses]") {
    using record::SessionState;
    QList<record::DosingSession> sessions;
    for (const SessionState state :
         {SessionState::Planned, SessionState::Arrived, SessionState::Cancelled, SessionState::NoShow}) {
        sessions.append(session(state, 1));
    }
    REQUIRE(doseMarksOf(sessions).isEmpty());
    for (const SessionState state : {SessionState::InProgress, SessionState::Held, SessionState::Signed}) {
        sessions.append(session(state, 2));
    }
    REQUIRE(doseMarksOf(sessions).size() == 3);
}

TEST_CASE("A held session without a start leaves no mark", "[outcomes][doses]") {
    record::DosingSession held = session(record::SessionState::Held, 0);
    held.startedAt.reset();
    REQUIRE(doseMarksOf({held}).isEmpty());
}

TEST_CASE("Doses come oldest first and an unnumbered one takes its place in time", "[outcomes][doses]") {
    record::DosingSession second = session(record::SessionState::Held, 3);
    second.stoppedAt = dayAt(3).plusMinutes(40);
    record::DosingSession first = session(record::SessionState::Signed, 0);
    first.number = 1;
    const QList<DoseMark> marks = doseMarksOf({second, first});
    REQUIRE(marks.at(0).start == dayAt(0));
    REQUIRE(marks.at(0).end == dayAt(0));
    REQUIRE(marks.at(1).number == 2);
    REQUIRE(marks.at(1).end == dayAt(3).plusMinutes(40));
    REQUIRE(firstDose({marks.at(1), marks.at(0)})->start == dayAt(0));
    REQUIRE_FALSE(firstDose({}).has_value());
}

TEST_CASE("Days are counted by the calendar of the practice, across the change of the clocks",
          "[outcomes][doses]") {
    const QTimeZone& zone = kairos::testing::zone();
    const auto before = base::Instant::fromLocal(QDate(2026, 10, 24), QTime(23, 30), zone);
    const auto after = base::Instant::fromLocal(QDate(2026, 10, 26), QTime(0, 30), zone);
    REQUIRE(daysBetween(before, after, zone) == 2);
    REQUIRE(daysBetween(after, before, zone) == -2);
    const auto entered = base::Instant{after.utcMs, 0};
    REQUIRE(daysBetween(before, entered, zone) == 2);
}

} // namespace test_dose_mark
