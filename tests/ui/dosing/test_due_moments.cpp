// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/due_moments.h"

#include <catch2/catch_test_macros.hpp>

namespace test_due_moments {
using namespace kairos;
using namespace kairos::ui;

namespace {

const base::Instant kStart{1'793'606'400'000, 3600};

protocols::MonitoringMoment at(int minute, const QStringList& more = {}) {
    return {minute, QStringList{QStringLiteral("vitals"), QStringLiteral("moaas")} + more};
}

QList<protocols::MonitoringMoment> schedule() {
    return {at(-15),
            at(0),
            at(10),
            at(20),
            at(40, {QStringLiteral("cadss")}),
            {std::nullopt, {QStringLiteral("padss")}}};
}

record::Reading readingAt(double minute) {
    record::Reading reading;
    reading.measuredAt = kStart.plusMs(static_cast<qint64>(minute * 60'000));
    reading.systolic = 124;
    return reading;
}

DueView viewAt(double minute, const QList<record::Reading>& readings = {}) {
    return dueView(schedule(), {kStart, readings, {}, kStart.plusMs(static_cast<qint64>(minute * 60'000))});
}

} // namespace

TEST_CASE("A moment is due from its minute on and late after the grace", "[dosing][due]") {
    const QList<record::Reading> first = {readingAt(0)};
    REQUIRE_FALSE(viewAt(9.99, first).now);
    REQUIRE(viewAt(9.99, first).next->minute == 10);
    REQUIRE(viewAt(10, first).now->minute == 10);
    REQUIRE(viewAt(10, first).now->state == DueState::Due);
    REQUIRE(viewAt(10 + kGraceMinutes, first).now->state == DueState::Due);
    const auto late = viewAt(10 + kGraceMinutes + 0.5, first).now;
    REQUIRE(late->state == DueState::Late);
    REQUIRE(late->lateMinutes == kGraceMinutes);
}

TEST_CASE("A reading counts for the moment it lies nearest to", "[dosing][due]") {
    REQUIRE_FALSE(viewAt(10, {readingAt(0), readingAt(5)}).now);
    REQUIRE(viewAt(10, {readingAt(0), readingAt(4.99)}).now->minute == 10);
    REQUIRE_FALSE(viewAt(16, {readingAt(0), readingAt(14.99)}).now);
    REQUIRE(viewAt(20, {readingAt(0), readingAt(10), readingAt(14.99)}).now->minute == 20);
}

TEST_CASE("A moment that passes without a reading is counted as missed", "[dosing][due]") {
    const DueView view = viewAt(15, {readingAt(0)});
    REQUIRE_FALSE(view.now);
    REQUIRE(view.missed == 1);
    REQUIRE(view.next->minute == 20);
    REQUIRE(viewAt(14.99, {readingAt(0)}).missed == 0);
}

TEST_CASE("The last moment stays late until it is read", "[dosing][due]") {
    const QList<record::Reading> read = {readingAt(0), readingAt(10), readingAt(20)};
    REQUIRE(viewAt(300, read).now->minute == 40);
    REQUIRE(viewAt(300, read).now->state == DueState::Late);
    REQUIRE_FALSE(viewAt(300, read + QList{readingAt(299)}).now);
}

TEST_CASE("A level of sedation alone does not stand for a blood pressure that is due", "[dosing][due]") {
    record::Reading asleep;
    asleep.measuredAt = kStart.plusMinutes(10);
    asleep.sedation = 4;
    const DueView view = viewAt(10, {readingAt(0), asleep});
    REQUIRE(view.now->minute == 10);
    REQUIRE(view.now->checks == QStringList{QStringLiteral("vitals")});
    REQUIRE_FALSE(viewAt(10, {readingAt(0), asleep, readingAt(10)}).now);
}

TEST_CASE("Without a schedule nothing is due", "[dosing][due]") {
    const DueView view = dueView({}, {kStart, {}, {}, kStart.plusMinutes(10)});
    REQUIRE_FALSE(view.hasSchedule);
    REQUIRE_FALSE(view.now);
}

TEST_CASE("A rating that was taken is no longer asked for", "[dosing][due]") {
    record::Rating rating;
    rating.instrument = QStringLiteral("cadss");
    rating.assessedAt = kStart.plusMinutes(41);
    const DueFacts facts{kStart, {}, {rating}, kStart.plusMinutes(42)};
    REQUIRE(ratingWords(dueView(schedule(), facts).now->checks).isEmpty());
    REQUIRE(ratingWords(viewAt(42).now->checks) == QStringLiteral("CADSS"));
}

} // namespace test_due_moments
