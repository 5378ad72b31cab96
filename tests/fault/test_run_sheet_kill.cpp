// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/killed_typist.h"
#include "tests/fault/numbered_line.h"
#include "tests/support/running_dose.h"

#include "core/storage/verify.h"

#include <QSet>

#include <catch2/catch_test_macros.hpp>

#include <cstdio>

namespace test_run_sheet_kill {
using namespace kairos;
using support::OpenPracticeFixture;
using support::required;
using support::RunningDose;

namespace {

constexpr int kMostLines = 7;      ///< before a kill: the sheet stands, and six readings
constexpr int kKillsASession = 50; ///< then the next practice, so that the sheet stays as long as in life

/// What a child said before it was killed.
struct Said {
    std::optional<qint64> minuteClockMs; ///< of the sheet as it opened; none when it was killed before
    int rows = 0;
    QList<qint64> acknowledged;
};

Said saidBy(const QByteArray& output) {
    Said said;
    for (const QByteArray& line : output.first(output.lastIndexOf('\n') + 1).split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.first() == "open") {
            said.minuteClockMs = words.at(1).toLongLong();
            said.rows = words.at(2).toInt();
        } else if (!line.isEmpty()) {
            said.acknowledged.append(line.toLongLong());
        }
    }
    return said;
}

Said typeAndKill(RunningDose& run, qint64 nowMs, qint64 first, base::RandomSource& random) {
    return saidBy(test::typeAndKill(
        {run.fixture.path(), OpenPracticeFixture::passphrase(), OpenPracticeFixture::password(),
         run.id.toString(), QStringLiteral("readings"), QString::number(nowMs), QString::number(first)},
        kMostLines, random));
}

/// The readings that were typed, each once.
QSet<qint64> storedNumbers(const workflow::DosingView& view) {
    QSet<qint64> numbers;
    for (const auto& reading : view.content.readings) {
        const auto number = test::numberOf(reading);
        if (number && numbers.contains(*number)) {
            throw std::runtime_error("a reading stands twice");
        }
        if (number) {
            numbers.insert(*number);
        }
    }
    return numbers;
}

struct Tally {
    int kills = 0;
    qsizetype acknowledged = 0;
    qsizetype lost = 0;
    int beforeOpen = 0;
    int unacknowledged = 0; ///< on disk already, when the kill came before the screen could say so
};

/// Kills one running dose again and again.
void killOften(RunningDose& run, int kills, base::RandomSource& random, Tally& tally) {
    QSet<qint64> known;
    qint64 nowMs = run.startedAt.utcMs + 60'000;
    for (int kill = 0; kill < kills; ++kill) {
        run.fixture.close();
        const Said said = typeAndKill(run, nowMs, known.size(), random);
        ++tally.kills;
        tally.acknowledged += said.acknowledged.size();
        if (said.minuteClockMs) {
            // The sheet came back with the clock of the stored start and every reading so far.
            const qint64 late = *said.minuteClockMs - (nowMs - run.startedAt.utcMs);
            CAPTURE(late);
            REQUIRE(late >= 0);
            REQUIRE(late < test::kTypistWaitMs);
            REQUIRE(said.rows == known.size());
        } else {
            ++tally.beforeOpen;
        }
        // Longer than any child lives: a reading is never measured in the future of the next.
        nowMs += test::kTypistWaitMs + random.between(0, 30'000);
        run.fixture.clock().set(nowMs);
        run.fixture.reopen();
        const auto view = run.view();
        REQUIRE(view.session().state == record::SessionState::InProgress);
        REQUIRE(view.session().startedAt == run.startedAt);
        const QSet<qint64> stored = storedNumbers(view);
        known += QSet<qint64>(said.acknowledged.begin(), said.acknowledged.end());
        tally.lost += (known - stored).size();
        REQUIRE((known - stored).isEmpty());
        REQUIRE((stored - known).size() <= 1);
        tally.unacknowledged += static_cast<int>((stored - known).size());
        known = stored;
    }
    const auto report = required(storage::verifyPractice(
        run.fixture.path(), run.fixture.practice().file().key(), storage::VerifyDepth::Deep));
    REQUIRE(report.findings == QList<storage::VerifyFinding>());
}

} // namespace

TEST_CASE("A kill at any instant loses no reading that the run sheet acknowledged", "[fault][kill]") {
    base::SeededRandom random(200);
    Tally tally;
    const int wanted = test::killsWanted(100);
    while (tally.kills < wanted) {
        RunningDose run;
        killOften(run, std::min(kKillsASession, wanted - tally.kills), random, tally);
    }
    std::printf("run sheet: %d kills (%d before it stood), %lld readings acknowledged, %lld lost, %d on disk "
                "before the screen said so\n",
                tally.kills, tally.beforeOpen, static_cast<long long>(tally.acknowledged),
                static_cast<long long>(tally.lost), tally.unacknowledged);
    REQUIRE(tally.lost == 0);
    REQUIRE(tally.acknowledged > tally.kills);
}

} // namespace test_run_sheet_kill
