// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/session_clock.h"

#include "tests/support/running_dose.h"

#include "core/workflow/running_doses.h"

#include <QTemporaryDir>

#include <QFile>

#include <catch2/catch_test_macros.hpp>

namespace test_session_clock {
using namespace kairos;
using workflow::SessionClock;

namespace {

constexpr qint64 kNow = 1'793'606'400'000;
constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 3'600'000;

/// A PC and where it keeps the anchor.
struct Pc {
    QTemporaryDir folder;
    base::ManualClock clock{kNow};
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("kairos/clock.json")); }
};

} // namespace

TEST_CASE("Until a dose runs the clock is the PC's", "[workflow][clock]") {
    Pc pc;
    const SessionClock clock(pc.clock, pc.path());
    pc.clock.setPcClock(kNow + kHour);
    REQUIRE(clock.nowMs() == kNow + kHour);
    REQUIRE_FALSE(clock.pcMovedByMs().has_value());
}

TEST_CASE("While a dose runs a minute is a minute, whoever sets the PC's clock", "[workflow][clock]") {
    Pc pc;
    SessionClock clock(pc.clock, pc.path());
    clock.hold();
    pc.clock.advanceMs(10 * kMinute);
    pc.clock.setPcClock(kNow + kHour);
    pc.clock.advanceMs(5 * kMinute);
    REQUIRE(clock.nowMs() == kNow + 15 * kMinute);
    REQUIRE(clock.pcMovedByMs() == 50 * kMinute);
    pc.clock.setPcClock(kNow - kHour);
    REQUIRE(clock.nowMs() == kNow + 15 * kMinute);
    REQUIRE(clock.pcMovedByMs() == -75 * kMinute);
    // Held once more: the clock does not jump to the PC's.
    clock.hold();
    REQUIRE(clock.nowMs() == kNow + 15 * kMinute);
    clock.release();
    REQUIRE(clock.nowMs() == kNow - kHour);
}

TEST_CASE("A program that comes back goes on with the clock it had", "[workflow][clock]") {
    Pc pc;
    {
        SessionClock clock(pc.clock, pc.path());
        clock.hold();
    }
    pc.clock.advanceMs(7 * kMinute);
    pc.clock.setPcClock(kNow + 2 * kHour);
    const SessionClock again(pc.clock, pc.path());
    REQUIRE(again.isHeld());
    REQUIRE(again.nowMs() == kNow + 7 * kMinute);
    REQUIRE(again.pcMovedByMs() == 113 * kMinute);
}

TEST_CASE("After a restart of the PC, a release or damage the PC's clock counts", "[workflow][clock]") {
    Pc pc;
    {
        SessionClock clock(pc.clock, pc.path());
        clock.hold();
    }
    pc.clock.setBootId(QStringLiteral("next start"));
    REQUIRE_FALSE(SessionClock(pc.clock, pc.path()).isHeld());
    pc.clock.setBootId(base::ManualClock(0).bootId());
    REQUIRE(SessionClock(pc.clock, pc.path()).isHeld());
    SessionClock(pc.clock, pc.path()).release();
    REQUIRE_FALSE(SessionClock(pc.clock, pc.path()).isHeld());
    QFile file(pc.path());
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("{\"boot\": 3");
    file.close();
    REQUIRE_FALSE(SessionClock(pc.clock, pc.path()).isHeld());
}

TEST_CASE("A dose that runs holds the clock over a kill and a set clock, and its end lets it go",
          "[workflow][clock]") {
    support::RunningDose dose;
    auto& pc = dose.fixture.clock();
    const QString path = dose.fixture.folder() + QStringLiteral("/clock.json");
    const auto open = [&](SessionClock& clock) {
        auto environment = dose.fixture.environment();
        const workflow::Environment held{.clock = clock,
                                         .random = environment.random,
                                         .catalog = environment.catalog,
                                         .practiceCost = environment.practiceCost,
                                         .passwordCost = environment.passwordCost,
                                         .seenHeadsPath = environment.seenHeadsPath,
                                         .sessionClock = &clock};
        auto practice = support::required(workflow::OpenPractice::open(
            dose.fixture.path(), support::OpenPracticeFixture::passphrase(), held));
        support::required(
            practice->signIn(dose.fixture.clinician(), support::OpenPracticeFixture::password()));
        return practice;
    };
    dose.fixture.close();
    pc.advanceMs(10 * kMinute);
    {
        SessionClock clock(pc, path);
        const auto practice = open(clock);
        REQUIRE(clock.isHeld());
        pc.setPcClock(pc.nowMs() + 3 * kHour);
        REQUIRE(practice->now().msSince(dose.startedAt) == 10 * kMinute);
    }
    pc.advanceMs(5 * kMinute);
    SessionClock clock(pc, path);
    const auto practice = open(clock);
    REQUIRE(practice->now().msSince(dose.startedAt) == 15 * kMinute);
    REQUIRE(clock.pcMovedByMs() == 3 * kHour);
    safety::TypedReading typed;
    typed.pulse = 70;
    workflow::DosingCare care(*practice);
    support::required(care.addReading(dose.id, typed, practice->now()));
    const auto view = support::required(workflow::DosingQuery(*practice).view(dose.id));
    REQUIRE(view.content.readings.last().measuredAt.msSince(dose.startedAt) == 15 * kMinute);
    REQUIRE(support::required(workflow::runningDoses(*practice)).size() == 1);
    workflow::followRunningDoses(*practice, {});
    REQUIRE_FALSE(clock.isHeld());
}

TEST_CASE("A drift within two seconds is no moved clock", "[workflow][clock]") {
    Pc pc;
    SessionClock clock(pc.clock, {});
    clock.hold();
    pc.clock.setPcClock(kNow + 2'000);
    REQUIRE_FALSE(clock.pcMovedByMs().has_value());
    pc.clock.setPcClock(kNow + 2'001);
    REQUIRE(clock.pcMovedByMs() == 2'001);
}

TEST_CASE("The PC counts its own milliseconds forward and names its start", "[workflow][clock]") {
    const base::SystemClock clock;
    const qint64 before = clock.steadyMs();
    REQUIRE(clock.steadyMs() >= before);
#ifdef Q_OS_LINUX
    REQUIRE_FALSE(clock.bootId().isEmpty());
    REQUIRE(clock.bootId() == base::SystemClock().bootId());
#endif
}

} // namespace test_session_clock
