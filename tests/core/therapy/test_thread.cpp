// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/thread.h"

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/random.h"

#include <catch2/catch_test_macros.hpp>

namespace test_thread {
using namespace kairos;
using namespace record;
using therapy::Thread;
using therapy::ThreadDose;
using therapy::ThreadStep;
using therapy::ThreadStepKind;

namespace {

/// A course of days: what happened on day n happened at noon of n November.
struct Course {
    base::ManualClock clock{1'793'606'400'000};
    base::SeededRandom random{6};
    base::IdSource ids{clock, random};
    therapy::ThreadFacts facts;

    Course() { facts.zone = QTimeZone::utc(); }

    static base::Instant noonOf(int day) {
        return base::Instant::fromLocal(QDate(2026, 11, day), QTime(12, 0), QTimeZone::utc());
    }
    SessionId dose(int day, int number, const QString& intention = {},
                   SessionState state = SessionState::Signed) {
        DosingSession dose;
        dose.id = ids.next<SessionId>();
        dose.number = number;
        dose.state = state;
        dose.intention = intention;
        dose.booked = {QDate(2026, 11, day), QTime(12, 0), QStringLiteral("UTC")};
        if (state == SessionState::Signed) {
            dose.startedAt = noonOf(day);
        }
        facts.doses.append(dose);
        return dose.id;
    }
    SessionId session(int day, TherapyType type) {
        TherapySession session;
        session.id = ids.next<SessionId>();
        session.type = type;
        session.startedAt = noonOf(day);
        facts.sessions.append(session);
        return session.id;
    }
    void line(const SessionId& session, ThreadPart part, const QString& words) {
        ThreadLine line;
        line.id = ids.next<ThreadLineId>();
        line.session = session;
        line.part = part;
        line.words = words;
        facts.lines.append(line);
    }
    CommitmentId commitment(const SessionId& session, const QString& words) {
        Commitment commitment;
        commitment.id = ids.next<CommitmentId>();
        commitment.session = session;
        commitment.words = words;
        commitment.due = QDate(2026, 11, 20);
        facts.commitments.append(commitment);
        return commitment.id;
    }
    void review(const CommitmentId& commitment, const SessionId& session, CommitmentState outcome) {
        CommitmentReview review;
        review.id = ids.next<CommitmentReviewId>();
        review.commitment = commitment;
        review.session = session;
        review.outcome = outcome;
        facts.reviews.append(review);
    }
    void theme(const SessionId& session, const QString& words) {
        Theme theme;
        theme.id = ids.next<ThemeId>();
        theme.session = session;
        theme.words = words;
        facts.themes.append(theme);
    }
    [[nodiscard]] Thread thread() const { return Thread(facts); }
};

QStringList wordsOf(const ThreadDose& dose) {
    QStringList words;
    for (const ThreadStep& step : dose.steps) {
        words.append(step.words);
    }
    return words;
}

} // namespace

TEST_CASE("A patient without sessions has no thread", "[therapy][thread]") {
    const Thread thread = Course().thread();
    REQUIRE(thread.isEmpty());
    REQUIRE(thread.themes().isEmpty());
    REQUIRE(thread.intentionFor(SessionId()).isEmpty());
}

TEST_CASE("The thread runs from intention to what became of the commitment, dose by dose",
          "[therapy][thread]") {
    Course course;
    const auto preparation = course.session(2, TherapyType::Preparation);
    const auto first = course.dose(3, 1);
    const auto integration = course.session(4, TherapyType::Integration);
    const auto second = course.dose(6, 2);
    const auto later = course.session(7, TherapyType::Therapy);
    course.line(integration, ThreadPart::Meaning, QStringLiteral("I may rest"));
    course.line(integration, ThreadPart::Arose, QStringLiteral("a warm room"));
    course.line(preparation, ThreadPart::Intention, QStringLiteral("to put it down"));
    const auto walk = course.commitment(integration, QStringLiteral("walk on Tuesdays"));
    course.review(walk, later, CommitmentState::Kept);
    course.line(later, ThreadPart::Arose, QStringLiteral("the sea"));

    const auto doses = course.thread().doses();
    REQUIRE(doses.size() == 2);
    REQUIRE(doses.first().dose == first);
    REQUIRE(doses.first().number == 1);
    REQUIRE(doses.first().on == QDate(2026, 11, 3));
    REQUIRE(wordsOf(doses.first()) == QStringList{QStringLiteral("to put it down"),
                                                  QStringLiteral("a warm room"), QStringLiteral("I may rest"),
                                                  QStringLiteral("walk on Tuesdays"), QString()});
    const ThreadStep& review = doses.first().steps.last();
    REQUIRE(review.kind == ThreadStepKind::Review);
    REQUIRE(review.state == CommitmentState::Kept);
    REQUIRE(review.session == later);
    REQUIRE(doses.first().steps.at(3).due == QDate(2026, 11, 20)); // as it was made
    REQUIRE(doses.last().dose == second);
    REQUIRE(wordsOf(doses.last()) == QStringList{QStringLiteral("the sea")});
}

TEST_CASE("What was said before the first dose, and for one not booked yet, stands apart",
          "[therapy][thread]") {
    Course course;
    const auto preparation = course.session(2, TherapyType::Preparation);
    course.commitment(preparation, QStringLiteral("sleep by eleven"));
    course.line(preparation, ThreadPart::Intention, QStringLiteral("to look"));
    auto doses = course.thread().doses();
    REQUIRE(doses.size() == 2);
    REQUIRE(doses.first().number == 0);
    REQUIRE(wordsOf(doses.first()) == QStringList{QStringLiteral("sleep by eleven")});
    REQUIRE(doses.last().number == 1);
    REQUIRE_FALSE(doses.last().dose.has_value());
    REQUIRE_FALSE(doses.last().on.isValid());
    course.dose(3, 1);
    const auto next = course.session(5, TherapyType::Preparation);
    course.line(next, ThreadPart::Intention, QStringLiteral("to stay"));
    doses = course.thread().doses();
    REQUIRE(doses.size() == 3);
    REQUIRE(doses.last().number == 2);
    REQUIRE_FALSE(doses.last().dose.has_value());
}

TEST_CASE("A dose that was cancelled or to which nobody came takes nothing of the thread",
          "[therapy][thread]") {
    Course course;
    const auto preparation = course.session(2, TherapyType::Preparation);
    course.line(preparation, ThreadPart::Intention, QStringLiteral("to look"));
    const auto off = course.dose(3, 1, {}, SessionState::Cancelled);
    const auto missed = course.dose(4, 1, {}, SessionState::NoShow);
    const auto booked = course.dose(5, 1, {}, SessionState::Planned);
    const Thread thread = course.thread();
    REQUIRE(thread.intentionFor(off).isEmpty());
    REQUIRE(thread.intentionFor(missed).isEmpty());
    REQUIRE(thread.intentionFor(booked) == QStringLiteral("to look"));
}

TEST_CASE("An intention that a dose took over stands once, another one beside it", "[therapy][thread]") {
    Course course;
    const auto preparation = course.session(2, TherapyType::Preparation);
    course.line(preparation, ThreadPart::Intention, QStringLiteral("to look"));
    course.line(preparation, ThreadPart::Intention, QStringLiteral("to breathe"));
    const auto dose = course.dose(3, 1, QStringLiteral("to look; to breathe"));
    REQUIRE(course.thread().intentionFor(dose) == QStringLiteral("to look; to breathe"));
    REQUIRE(course.thread().doses().first().steps.size() == 2);
    course.facts.doses.first().intention = QStringLiteral("to let go");
    REQUIRE(wordsOf(course.thread().doses().first()) == QStringList{QStringLiteral("to look"),
                                                                    QStringLiteral("to breathe"),
                                                                    QStringLiteral("to let go")});
    // Its own words are not offered to itself.
    REQUIRE(course.thread().intentionFor(dose) == QStringLiteral("to look; to breathe"));
}

TEST_CASE("A theme is one whatever its case and accents, and filters what was said",
          "[therapy][thread][themes]") {
    Course course;
    course.dose(3, 1);
    const auto first = course.session(4, TherapyType::Integration);
    course.dose(6, 2);
    const auto second = course.session(7, TherapyType::Integration);
    const auto third = course.session(8, TherapyType::Therapy);
    course.theme(first, QStringLiteral("Café mornings"));
    course.theme(second, QStringLiteral("cafe  Mornings"));
    course.theme(third, QStringLiteral("Anger"));
    course.theme(third, QStringLiteral("CAFÉ MORNINGS"));
    course.line(first, ThreadPart::Arose, QStringLiteral("the smell of coffee"));
    course.line(second, ThreadPart::Meaning, QStringLiteral("I can sit still"));
    const auto kept = course.commitment(second, QStringLiteral("sit ten minutes"));
    course.review(kept, third, CommitmentState::Partly);
    const Thread thread = course.thread();
    REQUIRE(thread.themes() ==
            QList<therapy::ThemeCount>{{QStringLiteral("Café mornings"), 3}, {QStringLiteral("Anger"), 1}});
    const auto cafe = thread.withTheme(QStringLiteral("CAFE mornings"));
    REQUIRE(cafe.size() == 2);
    REQUIRE(cafe.last().steps.size() == 3);
    const auto anger = thread.withTheme(QStringLiteral("anger"));
    REQUIRE(anger.size() == 1);
    REQUIRE(anger.first().steps.isEmpty()); // said in another session
    REQUIRE(thread.withTheme(QStringLiteral("grief")).isEmpty());
    REQUIRE(therapy::isSameTheme(u"Über mich", u"uber  MICH"));
    REQUIRE_FALSE(therapy::isSameTheme(u"grief", u"griefs"));
}

TEST_CASE("A theme of a preparation stands with the dose to come", "[therapy][thread][themes]") {
    Course course;
    course.dose(3, 1);
    const auto preparation = course.session(5, TherapyType::Preparation);
    const auto second = course.dose(6, 2);
    course.theme(preparation, QStringLiteral("trust"));
    const auto doses = course.thread().doses();
    REQUIRE(doses.size() == 1);
    REQUIRE(doses.first().dose == second);
    REQUIRE(doses.first().themes.first().words == QStringLiteral("trust"));
}

} // namespace test_thread
