// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/numbered_scan.h"
#include "tests/support/temp_practice.h"

#include "core/storage/verify.h"

#include <QProcess>

#include <catch2/catch_test_macros.hpp>

#include <atomic>

namespace test_scan_kill {
using namespace kairos;
using support::required;
using support::TempPractice;

namespace {

constexpr int kKills = 12;
constexpr int kWaitMs = 60'000;       ///< for a child that hangs; never reached when all is well
constexpr int kMostTurns = 4'000'000; ///< of idling, to spread the kills over the stages of a transaction

/// Runs the saver from `first` on, kills it somewhere behind its first scan and gives how many it
/// acknowledged.
qint64 saveAndKill(TempPractice& practice, qint64 first, base::RandomSource& random) {
    QProcess saver;
    saver.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    saver.start(QStringLiteral(KAIROS_SAVE_SCANS),
                {practice.path(), TempPractice::passphrase(), QString::number(first)});
    REQUIRE(saver.waitForStarted(kWaitMs));
    QByteArray output;
    while (!output.contains('\n') && saver.waitForReadyRead(kWaitMs)) {
        output += saver.readAllStandardOutput();
    }
    const int turns = random.between(0, kMostTurns);
    for (std::atomic<int> turn = 0; turn < turns; ++turn) {
    }
    saver.kill();
    saver.waitForFinished(kWaitMs);
    output += saver.readAllStandardOutput();
    return output.count('\n');
}

} // namespace

TEST_CASE("a kill while scans are added leaves each whole or not at all", "[fault][kill]") {
    TempPractice practice;
    practice.save(support::elenaMarsh(practice));
    base::SeededRandom random(31);
    qint64 saved = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        practice.close();
        const qint64 acknowledged = saveAndKill(practice, saved + 1, random);
        REQUIRE(acknowledged >= 1);
        practice.reopen();
        const auto documents = required(practice.file().records().list<record::Document>());
        REQUIRE(documents.damaged.isEmpty());
        // At most the scan under way when the kill came is there without having been acknowledged.
        REQUIRE(documents.records.size() >= saved + acknowledged);
        REQUIRE(documents.records.size() <= saved + acknowledged + 1);
        saved = documents.records.size();
        for (const record::Document& document : documents.records) {
            const QByteArray bytes = required(practice.file().attachments().read(*document.scan));
            REQUIRE(bytes == fault::numberedScan(document.title.toLongLong()));
        }
        // The check names bytes that belong to no document, too.
        const auto report =
            required(storage::verifyPractice(practice.path(), practice.key(), storage::VerifyDepth::Journal));
        REQUIRE(report.findings == QList<storage::VerifyFinding>());
    }
}

} // namespace test_scan_kill
