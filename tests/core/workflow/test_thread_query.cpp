// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/thread_query.h"

#include "core/record/session_event.h"
#include "core/workflow/find_query.h"
#include "core/workflow/writing_door.h"

#include "tests/support/thread_course.h"

#include <catch2/catch_test_macros.hpp>

namespace test_thread_query {
using namespace kairos;
using namespace record;
using support::required;
using support::ThreadCourse;

namespace {

DosingSession dose(ThreadCourse& course, QDate day, SessionState state) {
    DosingSession dose;
    dose.id = course.practice().ids().next<SessionId>();
    dose.patient = course.patient;
    dose.number = 1;
    dose.state = state;
    dose.booked = {day, QTime(10, 0), course.practice().practice().zone};
    if (state != SessionState::Planned) {
        dose.startedAt = course.fixture.at(day, QTime(10, 0));
    }
    required(workflow::WritingDoor(course.practice()).save({{Action::Created, dose, {}}}));
    return dose;
}

} // namespace

TEST_CASE("A preparation's intention is offered to the next dose", "[workflow][thread]") {
    ThreadCourse course;
    const auto preparation = course.session(QDate(2026, 11, 2), TherapyType::Preparation);
    const auto next = dose(course, QDate(2026, 11, 5), SessionState::Planned);
    const auto after = dose(course, QDate(2026, 11, 9), SessionState::Planned);
    const workflow::ThreadQuery query(course.practice());
    REQUIRE(required(query.intentionFor(next)).isEmpty());
    required(course.care().saveLine(
        ThreadCourse::lineOf(preparation, ThreadPart::Intention, QStringLiteral("to put it down"))));
    REQUIRE(required(query.intentionFor(next)) == QStringLiteral("to put it down"));
    REQUIRE(required(query.intentionFor(after)).isEmpty());
}

TEST_CASE("An integration is shown what its dose's events say", "[workflow][thread]") {
    ThreadCourse course;
    const auto given = dose(course, QDate(2026, 11, 1), SessionState::Held);
    const auto add = [&](EventType type, const QString& text) {
        SessionEvent event;
        event.id = course.practice().ids().next<EventId>();
        event.session = given.id;
        event.patient = course.patient;
        event.type = type;
        event.at = *given.startedAt;
        event.text = text;
        required(workflow::WritingDoor(course.practice()).save({{Action::Created, event, {}}}));
    };
    add(EventType::Observation, QStringLiteral("crying"));
    add(EventType::RescueDrug, QStringLiteral("for nausea"));
    add(EventType::Observation, QStringLiteral("crying"));
    add(EventType::Observation, QStringLiteral("laughing"));
    const auto session = course.session(QDate(2026, 11, 2), TherapyType::Integration);
    const auto thread = course.seenBy(session);
    REQUIRE(thread.lastDose->id == given.id);
    REQUIRE(thread.arose == QStringList{QStringLiteral("crying"), QStringLiteral("laughing")});
}

TEST_CASE("A session does not see what was promised after it", "[workflow][thread]") {
    ThreadCourse course;
    const auto first = course.session(QDate(2026, 11, 2), TherapyType::Integration);
    course.moveTo(QDate(2026, 11, 9));
    const auto second = course.session(QDate(2026, 11, 9), TherapyType::Therapy);
    course.commit(second, QDate(2026, 11, 13));
    REQUIRE(course.seenBy(first).open.isEmpty());
    const auto third = course.session(QDate(2026, 11, 9), TherapyType::Therapy);
    REQUIRE(course.seenBy(third).open.size() == 1);
}

TEST_CASE("Words of the thread and themes are found, with their session", "[workflow][thread][search]") {
    ThreadCourse course;
    const auto session = course.session(QDate(2026, 11, 2), TherapyType::Integration);
    course.commit(session, QDate(2026, 11, 6));
    required(course.care().saveLine(
        ThreadCourse::lineOf(session, ThreadPart::Arose, QStringLiteral("an Überfluss of light"))));
    Theme theme;
    theme.session = session;
    theme.words = QStringLiteral("solitude");
    required(course.care().addTheme(theme));
    const auto find = [&](const QString& text) {
        return required(workflow::FindQuery(course.practice()).find({text, std::nullopt, 0, 20})).records;
    };
    REQUIRE(find(QStringLiteral("uberfluss")).size() == 1);
    REQUIRE(find(QStringLiteral("uberfluss")).first().kind == RecordKind::ThreadLine);
    REQUIRE(find(QStringLiteral("lake")).first().kind == RecordKind::Commitment);
    REQUIRE(find(QStringLiteral("solitude")).first().kind == RecordKind::Theme);
}

} // namespace test_thread_query
