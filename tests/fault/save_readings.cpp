// SPDX-License-Identifier: GPL-3.0-or-later
/// Opens a practice and saves one reading after the other into its session, each numbered in its remark,
/// until it is killed. A number on standard output means: this reading is saved.
///
///     fault_save_readings FILE PASSPHRASE FIRST-NUMBER
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/storage/practice_file.h"

#include <QCoreApplication>

#include <cstdio>

using namespace kairos;

namespace {

int refuse(const base::Error& error) {
    std::fprintf(stderr, "%s\n", error.sentence().toUtf8().constData());
    return 1;
}

record::Reading numbered(base::IdSource& ids, const record::DosingSession& session, qint64 number) {
    record::Reading reading;
    reading.id = ids.next<record::ReadingId>();
    reading.session = session.id;
    reading.patient = session.patient;
    reading.measuredAt = base::Instant{base::SystemClock().nowMs(), 0};
    reading.enteredAt = reading.measuredAt;
    reading.systolic = 130;
    reading.diastolic = 80;
    reading.remark = QString::number(number);
    return reading;
}

} // namespace

int main(int argc, char* argv[]) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4) {
        return 2;
    }
    auto practice = storage::PracticeFile::open(arguments.at(1), arguments.at(2));
    if (!practice) {
        return refuse(practice.error());
    }
    const auto sessions = (*practice)->records().list<record::DosingSession>();
    if (!sessions || sessions->records.isEmpty()) {
        return 2;
    }
    const base::SystemClock clock;
    base::SystemRandom random;
    base::IdSource ids(clock, random);
    for (qint64 number = arguments.at(3).toLongLong();; ++number) {
        const auto reading = numbered(ids, sessions->records.first(), number);
        storage::Commit commit{{std::nullopt, QStringLiteral("save_readings")}, reading.measuredAt, {}, {}};
        commit.changes.append({record::Action::Created, reading, {}});
        const auto saved = (*practice)->commit(commit);
        if (!saved) {
            return refuse(saved.error());
        }
        std::printf("%lld\n", static_cast<long long>(number));
        std::fflush(stdout);
    }
}
