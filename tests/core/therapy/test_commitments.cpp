// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/commitments.h"

#include "core/therapy/thread_words.h"

#include <catch2/catch_test_macros.hpp>

namespace test_commitments {
using namespace kairos;
using namespace record;

namespace {

const QDate kDue(2026, 11, 6);

Commitment dueOn(QDate day) {
    Commitment commitment;
    commitment.words = QStringLiteral("walk to the lake");
    commitment.due = day;
    return commitment;
}

CommitmentReview saying(CommitmentState outcome, QDate movedTo = {}) {
    CommitmentReview review;
    review.outcome = outcome;
    review.movedTo = movedTo;
    return review;
}

} // namespace

TEST_CASE("A commitment stands as its latest review left it", "[therapy][commitments]") {
    const Commitment fresh = dueOn(kDue);
    REQUIRE(therapy::settled(fresh, {}).state == CommitmentState::Open);
    REQUIRE(therapy::settled(fresh, {}).dueNow() == kDue);
    const QDate later(2026, 11, 13);
    const auto partly = therapy::settled(fresh, {saying(CommitmentState::Partly, later)});
    REQUIRE(partly.state == CommitmentState::Partly);
    REQUIRE(partly.isOpen());
    REQUIRE(partly.dueNow() == later);
    REQUIRE(partly.due == kDue);
    // A review that moves nothing leaves the moved day.
    const auto kept =
        therapy::settled(fresh, {saying(CommitmentState::Not, later), saying(CommitmentState::Kept)});
    REQUIRE_FALSE(kept.isOpen());
    REQUIRE(kept.dueNow() == later);
    // Taken back, the one before counts again.
    REQUIRE(therapy::settled(kept, {}) == fresh);
    REQUIRE_FALSE(therapy::settled(fresh, {saying(CommitmentState::Dropped)}).isOpen());
    REQUIRE(therapy::settled(fresh, {saying(CommitmentState::Not)}).isOpen());
}

TEST_CASE("An open commitment is asked about from the day after its own", "[therapy][commitments]") {
    const auto& rules = therapy::ThreadRules::builtIn();
    REQUIRE(therapy::commitmentFindings(dueOn(kDue), kDue, rules).isEmpty());
    const auto next = therapy::commitmentFindings(dueOn(kDue), kDue.addDays(1), rules);
    REQUIRE(next.size() == 1);
    REQUIRE(next.first().level == base::FindingLevel::Information);
    REQUIRE(next.first().source == QStringLiteral("convention"));
    REQUIRE(next.first().confidence == base::Confidence::Check);
    REQUIRE(next.first().text.contains(QStringLiteral("6 Nov 2026")));
    Commitment kept = dueOn(kDue);
    kept.state = CommitmentState::Kept;
    REQUIRE(therapy::commitmentFindings(kept, kDue.addDays(40), rules).isEmpty());
}

TEST_CASE("It waits for a person from seven days after its day", "[therapy][commitments]") {
    const auto& rules = therapy::ThreadRules::builtIn();
    REQUIRE_FALSE(therapy::isOverdue(dueOn(kDue), kDue.addDays(6), rules));
    REQUIRE(therapy::isOverdue(dueOn(kDue), kDue.addDays(7), rules));
    REQUIRE(therapy::commitmentFindings(dueOn(kDue), kDue.addDays(7), rules).first().level ==
            base::FindingLevel::Caution);
    Commitment moved = dueOn(kDue);
    moved.movedTo = kDue.addDays(1);
    REQUIRE_FALSE(therapy::isOverdue(moved, kDue.addDays(7), rules));
    moved.state = CommitmentState::Dropped;
    REQUIRE_FALSE(therapy::isOverdue(moved, kDue.addDays(70), rules));
}

TEST_CASE("Each state and each part of the thread has a word of its own", "[therapy][commitments]") {
    QStringList words;
    for (int state = 1; state <= 5; ++state) {
        words.append(therapy::commitmentStateText(static_cast<CommitmentState>(state)));
    }
    for (int part = 1; part <= 3; ++part) {
        words.append(therapy::threadPartText(static_cast<ThreadPart>(part)));
    }
    REQUIRE(words.removeDuplicates() == 0);
    REQUIRE_FALSE(words.contains(QString()));
}

} // namespace test_commitments
