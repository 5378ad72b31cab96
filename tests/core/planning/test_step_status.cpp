// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/step_status.h"
#include "core/planning/step_time.h"

#include "tests/core/planning/planning_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_step_status {
using namespace kairos;
using namespace kairos::planning;
using namespace kairos::planning::fixture;
using record::StepState;

namespace {

/// The combined course with everything before the first dose done.
struct Prepared {
    PlannedCourse course = plan(protocol("iv-cbt"), fromMonday());
    Facts facts;
    Bookings bookings;

    Prepared() {
        for (const char* key : {"screening-1", "consent-1", "preparation-1", "preparation-2",
                                "rating-baseline", "rating-dose-1"}) {
            hold(key, "2026-02-27T10:00");
        }
    }
    void hold(const char* key, const char* utc) { facts.insert(QString::fromLatin1(key), heldAt(utc)); }
    void waive(const char* key) {
        facts.insert(QString::fromLatin1(key), {FactKind::Waived, heldAt("2026-03-01T10:00").at, {}});
    }
    StepStatus at(const char* key, const char* iso, int hour, QHash<QString, QStringList> gates = {}) const {
        return statusOf(*course.find(QString::fromLatin1(key)), context(iso, hour, std::move(gates)));
    }
    StatusContext context(const char* iso, int hour, QHash<QString, QStringList> gates = {}) const {
        return {course, facts, std::move(gates), wallTime(day(iso), QTime(hour, 0)), bookings};
    }
};

QStringList keysOf(const QList<StepStatus>& statuses) {
    QStringList keys;
    for (const StepStatus& status : statuses) {
        keys.append(status.key);
    }
    return keys;
}

} // namespace

TEST_CASE("A dose is open before its day, due on it and late after its latest", "[planning][status]") {
    const Prepared prepared;
    REQUIRE(prepared.at("dose-1", "2026-03-01", 23).state == StepState::Open);
    REQUIRE(prepared.at("dose-1", "2026-03-02", 0).state == StepState::Due);
    REQUIRE(prepared.at("dose-1", "2026-03-06", 23).state == StepState::Due);
    REQUIRE(prepared.at("dose-1", "2026-03-07", 0).state == StepState::Late);
}

TEST_CASE("A dose is blocked by what is not done, in words", "[planning][status]") {
    Prepared prepared;
    prepared.facts.remove(QStringLiteral("preparation-2"));
    const auto status = prepared.at("dose-1", "2026-03-02", 9);
    REQUIRE(status.state == StepState::Blocked);
    REQUIRE(status.waitsFor == QStringList{QStringLiteral("preparation-2")});
    REQUIRE(status.blockedBy == QStringList{QStringLiteral("Preparation 2 is not done")});
    prepared.waive("preparation-2");
    REQUIRE(prepared.at("dose-1", "2026-03-02", 9).state == StepState::Due);
}

TEST_CASE("A gate blocks with its own words", "[planning][status]") {
    const Prepared prepared;
    const auto status =
        prepared.at("dose-1", "2026-03-02", 9, {{QStringLiteral("dose-1"), {QStringLiteral("no escort")}}});
    REQUIRE(status.state == StepState::Blocked);
    REQUIRE(status.blockedBy == QStringList{QStringLiteral("no escort")});
    REQUIRE(status.waitsFor.isEmpty());
}

TEST_CASE("Integration is due from 24 hours and late after 72", "[planning][status][integration]") {
    Prepared prepared;
    prepared.hold("dose-1", "2026-03-02T10:00");
    prepared.course = replan(protocol("iv-cbt"), prepared.course, prepared.facts, fromMonday());
    REQUIRE(prepared.at("integration-1", "2026-03-03", 9).state == StepState::Open);
    REQUIRE(prepared.at("integration-1", "2026-03-03", 10).state == StepState::Due);
    REQUIRE(prepared.at("integration-1", "2026-03-05", 10).state == StepState::Due);
    REQUIRE(prepared.at("integration-1", "2026-03-05", 11).state == StepState::Late);
    prepared.hold("integration-1", "2026-03-05T12:00");
    REQUIRE(prepared.at("integration-1", "2026-03-05", 13).state == StepState::Done);
}

TEST_CASE("An integration that never came is missed once the next dose was given", "[planning][status]") {
    Prepared prepared;
    prepared.hold("dose-1", "2026-03-02T10:00");
    prepared.hold("dose-2", "2026-03-05T10:00");
    REQUIRE(prepared.at("integration-1", "2026-03-06", 12).state == StepState::Missed);
}

TEST_CASE("What still stands in the calendar is not missed before its day is over", "[planning][status]") {
    Prepared prepared;
    prepared.hold("dose-1", "2026-03-02T10:00");
    prepared.hold("dose-2", "2026-03-05T10:00");
    prepared.bookings.insert(QStringLiteral("integration-1"), wallTime(day("2026-03-06"), QTime(14, 30)));
    REQUIRE(prepared.at("integration-1", "2026-03-06", 12).state == StepState::Late);
    REQUIRE(prepared.at("integration-1", "2026-03-06", 23).state == StepState::Late);
    REQUIRE(prepared.at("integration-1", "2026-03-07", 0).state == StepState::Missed);
}

TEST_CASE("The integration of a waived dose is waived with it", "[planning][status]") {
    Prepared prepared;
    prepared.hold("dose-1", "2026-03-02T10:00");
    prepared.hold("integration-1", "2026-03-03T10:00");
    prepared.waive("dose-2");
    REQUIRE(prepared.at("dose-2", "2026-03-05", 12).state == StepState::Waived);
    REQUIRE(prepared.at("integration-2", "2026-03-05", 12).state == StepState::Waived);
    prepared.hold("rating-dose-3", "2026-03-09T08:00");
    REQUIRE(prepared.at("dose-3", "2026-03-09", 9).state == StepState::Due);
}

TEST_CASE("A weekly rating is missed when the next week's is open", "[planning][status]") {
    const Prepared prepared;
    REQUIRE(prepared.at("rating-week-4", "2026-03-29", 23).state == StepState::Due);
    REQUIRE(prepared.at("rating-week-4", "2026-03-30", 0).state == StepState::Missed);
}

TEST_CASE("A step no date fits is blocked and says so", "[planning][status]") {
    Prepared prepared;
    prepared.course.steps.clear();
    PlannedStep step;
    step.key = QStringLiteral("alone");
    REQUIRE(statusOf(step, prepared.context("2026-03-02", 9)).blockedBy ==
            QStringList{QStringLiteral("no date fits")});
}

TEST_CASE("What is next, late and blocked stands by urgency", "[planning][status]") {
    Prepared prepared;
    prepared.hold("dose-1", "2026-03-02T09:40");
    const auto lists = whatIsNext(prepared.context("2026-03-06", 12));
    REQUIRE(keysOf(lists.late) ==
            QStringList{QStringLiteral("integration-1"), QStringLiteral("rating-dose-2")});
    REQUIRE(keysOf(lists.blocked) == QStringList{QStringLiteral("dose-2"), QStringLiteral("integration-2")});
    REQUIRE(keysOf(lists.next).mid(0, 2) ==
            QStringList{QStringLiteral("rating-dose-3"), QStringLiteral("rating-dose-4")});
    const auto early = whatIsNext(prepared.context("2026-03-03", 12));
    REQUIRE(early.late.isEmpty());
    REQUIRE(keysOf(early.next).first() == QStringLiteral("integration-1"));
}

} // namespace test_step_status
