// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/thread_care.h"

#include "core/storage/practice_file.h"
#include "core/storage/verify.h"
#include "core/workflow/history_query.h"
#include "core/workflow/need_query.h"
#include "core/workflow/thread_query.h"

#include "tests/support/thread_course.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_thread_care {
using namespace kairos;
using namespace record;
using base::ErrorCode;
using support::required;
using support::ThreadCourse;

namespace {

bool isNeeded(ThreadCourse& course) {
    const auto needs = required(workflow::NeedQuery(course.practice()).all());
    return std::any_of(needs.begin(), needs.end(), [](const workflow::Need& need) {
        return need.kind == workflow::NeedKind::CommitmentDue;
    });
}

} // namespace

TEST_CASE("One commitment is followed over four sessions", "[workflow][thread]") {
    ThreadCourse course;
    const auto first = course.session(QDate(2026, 11, 2), TherapyType::Integration);
    const auto id = course.commit(first, QDate(2026, 11, 6));
    REQUIRE(course.seenBy(first).open.isEmpty());
    REQUIRE(course.seenBy(first).made.size() == 1);

    course.moveTo(QDate(2026, 11, 9));
    const auto second = course.session(QDate(2026, 11, 9), TherapyType::Therapy);
    const auto open = course.seenBy(second).open;
    REQUIRE(open.size() == 1);
    REQUIRE(open.first().commitment.id == id);
    REQUIRE(open.first().findings.size() == 1);
    required(course.review(id, second, CommitmentState::Partly, QDate(2026, 11, 13)));
    REQUIRE(course.seenBy(second).open.first().here->outcome == CommitmentState::Partly);
    REQUIRE(course.seenBy(second).open.first().findings.isEmpty());

    course.moveTo(QDate(2026, 11, 16));
    const auto third = course.session(QDate(2026, 11, 16), TherapyType::Preparation);
    REQUIRE(course.seenBy(third).open.first().commitment.dueNow() == QDate(2026, 11, 13));
    required(course.review(id, third, CommitmentState::Not));

    course.moveTo(QDate(2026, 11, 23));
    const auto fourth = course.session(QDate(2026, 11, 23), TherapyType::Other);
    REQUIRE(course.seenBy(fourth).open.first().earlier.size() == 2);
    required(course.review(id, fourth, CommitmentState::Kept));

    const auto lines =
        required(workflow::HistoryQuery(course.practice()).of(course.patient, 2, QLocale::c()));
    REQUIRE(lines.first().what == QStringLiteral("walk to the lake, by 13 Nov 2026, kept"));
    const auto fifth = course.session(QDate(2026, 11, 23), TherapyType::Therapy);
    REQUIRE(course.seenBy(fifth).open.isEmpty());
    REQUIRE(course.commitment(id).state == CommitmentState::Kept);
    const auto report = required(storage::verifyPractice(
        course.fixture.path(), course.practice().file().key(), storage::VerifyDepth::Deep));
    REQUIRE(report.findings.isEmpty());
}

TEST_CASE("A commitment needs words and a day that is not before its session", "[workflow][thread]") {
    ThreadCourse course;
    const auto session = course.session(QDate(2026, 11, 2), TherapyType::Integration);
    const auto refused = [&](auto&& spoil) {
        Commitment commitment = ThreadCourse::commitmentOf(session, QDate(2026, 11, 2));
        spoil(commitment);
        const auto saved = course.care().commit(commitment);
        REQUIRE_FALSE(saved.has_value());
        REQUIRE_FALSE(saved.error().remedy.isEmpty());
        return saved.error().code;
    };
    REQUIRE(refused([](Commitment& c) { c.words = QStringLiteral(" \n"); }) == ErrorCode::InvalidInput);
    REQUIRE(refused([](Commitment& c) { c.due = QDate(); }) == ErrorCode::InvalidInput);
    REQUIRE(refused([](Commitment& c) { c.due = QDate(2026, 11, 1); }) == ErrorCode::InvalidInput);
    REQUIRE(refused([](Commitment& c) { c.session = SessionId(); }) == ErrorCode::NotFound);
    const auto id = required(course.care().commit(ThreadCourse::commitmentOf(session, QDate(2026, 11, 2))));
    REQUIRE(course.commitment(id).by == course.fixture.clinician());
    REQUIRE(course.commitment(id).madeOn == QDate(2026, 11, 2));
}

TEST_CASE("A review says an outcome, a reason where it is dropped, and no impossible day",
          "[workflow][thread]") {
    ThreadCourse course;
    const auto first = course.session(QDate(2026, 11, 2), TherapyType::Integration);
    const auto id = course.commit(first, QDate(2026, 11, 6));
    course.moveTo(QDate(2026, 11, 9));
    const auto second = course.session(QDate(2026, 11, 9), TherapyType::Therapy);
    const auto code = [](const auto& answer) { return answer.error().code; };
    REQUIRE(code(course.review(id, second, CommitmentState::Open)) == ErrorCode::InvalidInput);
    REQUIRE(code(course.review(id, second, CommitmentState::Dropped)) == ErrorCode::InvalidInput);
    REQUIRE(code(course.review(id, second, CommitmentState::Kept, QDate(2026, 11, 12))) ==
            ErrorCode::InvalidInput);
    REQUIRE(code(course.review(id, second, CommitmentState::Not, QDate(2026, 11, 8))) ==
            ErrorCode::InvalidInput);
    REQUIRE(code(course.review(CommitmentId(), second, CommitmentState::Kept)) == ErrorCode::NotFound);
    required(course.review(id, second, CommitmentState::Dropped, {}, QStringLiteral("the lake is frozen")));
    REQUIRE(code(course.review(id, second, CommitmentState::Kept)) == ErrorCode::Refused);
}

TEST_CASE("A session looks at a commitment once, and a review is taken back by an entry of its own",
          "[workflow][thread]") {
    ThreadCourse course;
    const auto first = course.session(QDate(2026, 11, 2), TherapyType::Integration);
    const auto id = course.commit(first, QDate(2026, 11, 6));
    course.moveTo(QDate(2026, 11, 9));
    const auto second = course.session(QDate(2026, 11, 9), TherapyType::Therapy);
    const auto review = required(course.review(id, second, CommitmentState::Partly, QDate(2026, 11, 12)));
    REQUIRE(course.review(id, second, CommitmentState::Kept).error().code == ErrorCode::Refused);
    REQUIRE(course.care().withdrawCommitment(id).error().code == ErrorCode::Refused);
    required(course.care().withdrawReview(review));
    REQUIRE(course.commitment(id).state == CommitmentState::Open);
    REQUIRE(course.commitment(id).dueNow() == QDate(2026, 11, 6));
    REQUIRE(course.care().withdrawReview(review).error().code == ErrorCode::NotFound);
    required(course.review(id, second, CommitmentState::Kept));
    REQUIRE(course.commitment(id).state == CommitmentState::Kept);
}

TEST_CASE("A commitment just made, a line and a theme are taken back", "[workflow][thread]") {
    ThreadCourse course;
    const auto session = course.session(QDate(2026, 11, 2), TherapyType::Integration);
    required(course.care().withdrawCommitment(course.commit(session, QDate(2026, 11, 6))));
    REQUIRE(course.seenBy(session).made.isEmpty());
    ThreadLine line = ThreadCourse::lineOf(session, ThreadPart::Arose, QStringLiteral(" a warm room "));
    line.id = required(course.care().saveLine(line));
    const ThreadLine former = course.seenBy(session).lines.first();
    REQUIRE(former.words == QStringLiteral("a warm room"));
    line.words = QStringLiteral("a cold room");
    required(course.care().saveLine(line));
    required(course.care().restoreLine(former));
    REQUIRE(course.seenBy(session).lines == QList{former});
    required(course.care().withdrawLine(line.id));
    REQUIRE(course.seenBy(session).lines.isEmpty());
    REQUIRE(course.care().withdrawLine(line.id).error().code == ErrorCode::NotFound);
    line.words = QStringLiteral("   ");
    REQUIRE(course.care().saveLine(line).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("A session has a theme once, whatever its case and accents", "[workflow][thread][themes]") {
    ThreadCourse course;
    const auto session = course.session(QDate(2026, 11, 2), TherapyType::Integration);
    const auto add = [&](const QString& words) {
        Theme theme;
        theme.session = session;
        theme.words = words;
        return course.care().addTheme(theme);
    };
    const auto id = required(add(QStringLiteral("  Café   mornings ")));
    REQUIRE(course.seenBy(session).themes.first().words == QStringLiteral("Café mornings"));
    REQUIRE(add(QStringLiteral("cafe MORNINGS")).error().code == ErrorCode::InvalidInput);
    REQUIRE(add(QStringLiteral("  ")).error().code == ErrorCode::InvalidInput);
    required(course.care().removeTheme(id));
    REQUIRE(course.seenBy(session).themes.isEmpty());
    required(add(QStringLiteral("cafe mornings")));
    // Another patient's session is offered it.
    const auto other =
        course.fixture.addPatient(QStringLiteral("AH-0500"), QStringLiteral("Jan"), QStringLiteral("Berg"));
    const auto visit = course.session(QDate(2026, 11, 2), TherapyType::Therapy, other);
    REQUIRE(course.seenBy(visit).suggestions == QStringList{QStringLiteral("cafe mornings")});
    REQUIRE(course.seenBy(visit).themes.isEmpty());
}

TEST_CASE("Nothing is written to a session that was not held, and not by a program", "[workflow][thread]") {
    ThreadCourse course;
    const auto session = course.session(QDate(2026, 11, 2), TherapyType::Integration);
    required(workflow::SessionDesk(course.practice()).markNoShow(session));
    const auto line = ThreadCourse::lineOf(session, ThreadPart::Meaning, QStringLiteral("I may rest"));
    REQUIRE(course.care().saveLine(line).error().code == ErrorCode::Refused);
    const auto held = course.session(QDate(2026, 11, 2), TherapyType::Integration);
    course.practice().signOut();
    course.practice().actAsProgram(QStringLiteral("kairos-cli, root"));
    REQUIRE(course.care()
                .saveLine(ThreadCourse::lineOf(held, ThreadPart::Meaning, QStringLiteral("x")))
                .error()
                .code == ErrorCode::Refused);
}

TEST_CASE("Today asks for a commitment seven days past its day, where no session is booked",
          "[workflow][thread][needs]") {
    ThreadCourse course;
    const auto session = course.session(QDate(2026, 11, 2), TherapyType::Integration);
    required(workflow::TherapyCare(course.practice())
                 .hold(session, course.practice().now(), 50, QStringLiteral("CBT")));
    const auto id = course.commit(session, QDate(2026, 11, 6));
    course.moveTo(QDate(2026, 11, 12));
    REQUIRE_FALSE(isNeeded(course));
    course.moveTo(QDate(2026, 11, 13));
    REQUIRE(isNeeded(course));
    const auto next = course.session(QDate(2026, 11, 16), TherapyType::Therapy);
    REQUIRE_FALSE(isNeeded(course));
    required(workflow::SessionDesk(course.practice()).cancel(next, QStringLiteral("ill")));
    REQUIRE(isNeeded(course));
    const auto late = course.session(QDate(2026, 11, 13), TherapyType::Therapy);
    required(course.review(id, late, CommitmentState::Kept));
    required(workflow::SessionDesk(course.practice()).cancel(late, QStringLiteral("by telephone")));
    REQUIRE_FALSE(isNeeded(course));
}

} // namespace test_thread_care
