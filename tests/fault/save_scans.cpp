// SPDX-License-Identifier: GPL-3.0-or-later
/// Opens a practice and adds one scan after the other to its patient, each of other bytes, until it is
/// killed. A number on standard output means: this scan is saved.
///
///     fault_save_scans FILE PASSPHRASE FIRST-NUMBER
#include "tests/fault/numbered_scan.h"

#include "core/base/clock.h"
#include "core/base/random.h"

#include <QCoreApplication>

#include <cstdio>

using namespace kairos;

int main(int argc, char* argv[]) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4) {
        return 2;
    }
    auto practice = storage::PracticeFile::open(arguments.at(1), arguments.at(2));
    if (!practice) {
        return 1;
    }
    const auto patients = (*practice)->records().list<record::Patient>();
    if (!patients || patients->records.isEmpty()) {
        return 2;
    }
    const base::SystemClock clock;
    base::SystemRandom random;
    base::IdSource ids(clock, random);
    for (qint64 number = arguments.at(3).toLongLong();; ++number) {
        const QByteArray bytes = fault::numberedScan(number);
        record::Document document;
        document.id = ids.next<record::DocumentId>();
        document.patient = patients->records.first().id;
        document.title = QString::number(number);
        document.dated = QDate(2026, 10, 30);
        document.scan = record::Scan{QStringLiteral("scan.pdf"), QStringLiteral("application/pdf"),
                                     bytes.size(), security::blake2b256(bytes).toBytes()};
        document.enteredAt = base::Instant{clock.nowMs(), 0};
        const storage::Commit commit{{std::nullopt, QStringLiteral("save_scans")},
                                     document.enteredAt,
                                     {{record::Action::Created, document, {}}},
                                     {},
                                     {},
                                     {bytes}};
        if (!(*practice)->commit(commit)) {
            return 1;
        }
        std::printf("%lld\n", static_cast<long long>(number));
        std::fflush(stdout);
    }
}
