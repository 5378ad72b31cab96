// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/verify.h"

#include "tests/support/temp_practice.h"

#include <QProcess>
#include <QSet>

#include <catch2/catch_test_macros.hpp>

#include <atomic>

namespace test_kill {
using namespace kairos;
using support::required;
using support::TempPractice;

namespace {

constexpr int kKills = 30;
constexpr int kMostSaved = 8;       ///< readings before a kill
constexpr int kWaitMs = 60'000;     ///< for a child that hangs; never reached when all is well
constexpr int kMostTurns = 400'000; ///< of idling, to spread the kills over the stages of a transaction

void idle(int turns) {
    for (std::atomic<int> turn = 0; turn < turns; ++turn) {
    }
}

/// Runs the saver from `first` on, kills it after a few readings and gives the numbers it acknowledged.
QList<qint64> saveAndKill(TempPractice& practice, qint64 first, base::RandomSource& random) {
    QProcess saver;
    saver.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    saver.start(QStringLiteral(KAIROS_SAVE_READINGS),
                {practice.path(), TempPractice::passphrase(), QString::number(first)});
    if (!saver.waitForStarted(kWaitMs)) {
        throw std::runtime_error("the saver did not start");
    }
    const int wanted = random.between(0, kMostSaved);
    QByteArray output;
    while (output.count('\n') < wanted && saver.waitForReadyRead(kWaitMs)) {
        output += saver.readAllStandardOutput();
    }
    idle(random.between(0, kMostTurns));
    saver.kill();
    saver.waitForFinished(kWaitMs);
    output += saver.readAllStandardOutput();
    QList<qint64> numbers;
    for (const QByteArray& line : output.first(output.lastIndexOf('\n') + 1).split('\n')) {
        if (!line.isEmpty()) {
            numbers.append(line.toLongLong());
        }
    }
    return numbers;
}

QSet<qint64> savedNumbers(TempPractice& practice) {
    const auto loaded = required(practice.file().records().list<record::Reading>());
    if (!loaded.damaged.isEmpty()) {
        throw std::runtime_error("a reading is damaged");
    }
    QSet<qint64> numbers;
    for (const auto& reading : loaded.records) {
        numbers.insert(reading.remark.toLongLong());
    }
    return numbers;
}

} // namespace

TEST_CASE("what was acknowledged outlives a kill at any moment", "[fault][kill]") {
    TempPractice practice;
    const auto patient = support::elenaMarsh(practice);
    practice.save(patient, support::dosingSession(practice, patient.id));
    base::SeededRandom random(30);
    QSet<qint64> acknowledged;
    qint64 next = 1;
    int killedWhileSaving = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        practice.close();
        const auto numbers = saveAndKill(practice, next, random);
        acknowledged += QSet<qint64>(numbers.begin(), numbers.end());
        killedWhileSaving += numbers.isEmpty() ? 0 : 1;
        practice.reopen();
        const auto saved = savedNumbers(practice);
        REQUIRE(saved.contains(acknowledged));
        // At most the reading under way when the kill came is there without having been acknowledged.
        const auto more = saved - acknowledged;
        REQUIRE(more.size() <= 1);
        acknowledged += more;
        next = 1 + acknowledged.size();
        const auto report =
            required(storage::verifyPractice(practice.path(), practice.key(), storage::VerifyDepth::Journal));
        REQUIRE(report.findings == QList<storage::VerifyFinding>());
        REQUIRE(report.head.count == 4 + saved.size());
    }
    REQUIRE(killedWhileSaving > kKills / 2);
    const auto deep =
        required(storage::verifyPractice(practice.path(), practice.key(), storage::VerifyDepth::Deep));
    REQUIRE(deep.findings == QList<storage::VerifyFinding>());
}

} // namespace test_kill
