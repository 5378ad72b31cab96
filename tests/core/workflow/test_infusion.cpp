// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/infusion.h"

#include <QFile>
#include <QMap>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_infusion {
using namespace kairos;
using Catch::Approx;
using record::EventType;

namespace {

const base::Instant kStart{1'793'610'000'000, 3600};

base::Instant minute(double minutes) {
    return kStart.plusMs(qRound64(minutes * 60'000));
}

/// An infusion of so many mg over so many minutes, and what was pressed.
struct Run {
    workflow::SessionContent content;

    Run(double mg, double minutes) {
        record::DosingSession session;
        session.dose = base::Milligrams{mg};
        session.minutes = base::Minutes{minutes};
        session.startedAt = kStart;
        session.state = record::SessionState::InProgress;
        content.dosing = session;
    }
    Run& press(double at, EventType type, std::optional<double> amount = {}) {
        record::SessionEvent event;
        event.type = type;
        event.at = minute(at);
        event.amount = amount;
        content.events.append(event);
        return *this;
    }
    [[nodiscard]] protocols::GivenDose given(double at) const {
        return *protocols::givenDose(workflow::infusionOf(content, minute(at)));
    }
    [[nodiscard]] double end(double at) const {
        return static_cast<double>(workflow::expectedEnd(content, minute(at))->msSince(kStart)) / 60'000.0;
    }
};

} // namespace

TEST_CASE("One segment gives the dose by elapsed over planned", "[workflow][infusion]") {
    const Run run(35, 40);
    REQUIRE(run.given(12).given.value == Approx(10.5));
    REQUIRE(run.given(12).notGiven.value == Approx(24.5));
    REQUIRE(run.given(25).given.value == Approx(21.875));
    REQUIRE(run.given(0).given.value == 0);
    REQUIRE(run.given(41).given.value == Approx(35));
    REQUIRE(run.end(12) == Approx(40));
    REQUIRE(run.end(50) == Approx(40));
}

TEST_CASE("A pause gives nothing and moves the end", "[workflow][infusion]") {
    Run run(35, 40);
    run.press(10, EventType::Pause);
    REQUIRE(run.given(15).given.value == Approx(8.75));
    REQUIRE(run.end(15) == Approx(45));
    run.press(16, EventType::Resume);
    REQUIRE(run.given(20).given.value == Approx(12.25));
    REQUIRE(run.end(20) == Approx(46));
    REQUIRE_FALSE(workflow::pumpState(run.content, minute(20))->isPaused);
}

TEST_CASE("Another rate counts from its minute and moves the end", "[workflow][infusion]") {
    Run run(35, 40);
    run.press(20, EventType::RateChange, 0.4375);
    REQUIRE(run.given(30).given.value == Approx(17.5 + 4.375));
    // 17.5 mg are left at half the rate.
    REQUIRE(run.end(30) == Approx(60));
    REQUIRE(workflow::pumpState(run.content, minute(30))->rate.value == Approx(0.4375));
    run.press(40, EventType::RateChange, 1.75);
    REQUIRE(run.end(40) == Approx(45));
    REQUIRE(run.given(50).given.value == Approx(35));
}

TEST_CASE("A rate that is set during a pause holds from going on", "[workflow][infusion]") {
    Run run(35, 40);
    run.press(10, EventType::Pause).press(12, EventType::RateChange, 1.75);
    REQUIRE(run.given(20).given.value == Approx(8.75));
    REQUIRE(workflow::pumpState(run.content, minute(20))->isPaused);
    run.press(20, EventType::Resume);
    REQUIRE(run.given(25).given.value == Approx(8.75 + 8.75));
}

TEST_CASE("Boosters count beside the planned dose", "[workflow][infusion]") {
    Run run(35, 40);
    run.press(30, EventType::Booster, 7.5);
    REQUIRE(run.given(40).given.value == Approx(42.5));
    REQUIRE(run.given(40).notGiven.value == Approx(0).margin(1e-9));
}

TEST_CASE("What is pressed after the stop gives nothing", "[workflow][infusion]") {
    Run run(35, 40);
    run.content.dosing->stoppedAt = minute(12);
    run.press(20, EventType::RateChange, 5);
    REQUIRE(run.given(60).given.value == Approx(10.5));
}

TEST_CASE("A single administration is whole at minute 0", "[workflow][infusion]") {
    Run run(56, 0);
    REQUIRE(run.given(0).given.value == Approx(56));
    REQUIRE_FALSE(workflow::pumpState(run.content, minute(5)).has_value());
    REQUIRE(run.end(5) == Approx(0));
}

TEST_CASE("Public infusions with changing rates give the sum of their amounts", "[workflow][infusion]") {
    QFile file(QStringLiteral(KAIROS_SHARED_DATA "/dosing/nlme_Remifentanil_iv_infusion.csv"));
    if (!file.open(QIODevice::ReadOnly)) {
        SKIP("the public infusions are not beside the project");
    }
    struct Row {
        double minutes;
        double rate;
        double amount;
    };
    QMap<int, QList<Row>> subjects;
    file.readLine();
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().trimmed().split(',');
        subjects[cells.at(1).toInt()].append(
            {cells.at(3).toDouble(), cells.at(5).toDouble(), cells.at(6).toDouble()});
    }
    REQUIRE(subjects.size() == 65);
    for (const QList<Row>& rows : std::as_const(subjects)) {
        double amount = 0;
        for (const Row& row : rows) {
            amount += row.amount;
        }
        // The bag holds more than was given, so that it is the rates that count.
        Run run(amount * 2, 1);
        for (const Row& row : rows) {
            run.press(row.minutes, EventType::RateChange, row.rate);
        }
        const double given = run.given(rows.last().minutes).given.value;
        CAPTURE(given, amount);
        REQUIRE(given == Approx(amount).epsilon(0.01));
    }
}

} // namespace test_infusion
