// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bare_rows.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include "tests/support/temp_practice.h"

namespace kairos::bench {
namespace {

constexpr int kRuns = 400;

/// A practice with a session that readings may be saved into.
struct Course {
    support::TempPractice practice;
    record::Patient patient = support::elenaMarsh(practice);
    record::DosingSession session = support::dosingSession(practice, patient.id);

    Course() { practice.save(patient, session); }
};

} // namespace

int benchSave() {
    Course ours;
    Course bare;
    const auto key = bare.practice.key();
    const qint64 count = support::required(bare.practice.file().head()).count;
    bare.practice.close();
    storage::Connection connection(bare.practice.path(), storage::OpenMode::Write, &key);
    connection.enterWal();
    BareRows rows(connection, bare.practice.actor(), count);
    const auto pair = measure(
        kRuns, [&] { ours.practice.save(support::reading(ours.practice, ours.session)); },
        [&] { rows.save(support::reading(bare.practice, bare.session)); });
    return report("save a reading / transaction of the same rows", pair, 1.5);
}

} // namespace kairos::bench
