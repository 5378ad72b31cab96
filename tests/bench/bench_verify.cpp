// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include "tests/support/temp_practice.h"

#include "core/security/hash.h"

#include <stdexcept>

namespace kairos::bench {
namespace {

constexpr int kRuns = 20;
constexpr int kEntries = 17'500;

} // namespace

int benchVerify() {
    support::TempPractice practice;
    const auto patient = support::elenaMarsh(practice);
    const auto session = support::dosingSession(practice, patient.id);
    QList<storage::Change> changes{{record::Action::Created, patient, {}},
                                   {record::Action::Created, session, {}}};
    for (int i = 0; i < kEntries; ++i) {
        practice.clock().advanceMs(1000);
        changes.append({record::Action::Created, support::reading(practice, session), {}});
    }
    practice.commit(changes);
    const auto key = practice.key();
    storage::Connection connection(practice.path(), storage::OpenMode::ReadOnly, &key);
    storage::Journal journal(connection, practice.practice().id);
    const auto pair = measure(
        kRuns,
        [&] {
            auto head = storage::JournalHead{0, storage::genesisHash(practice.practice().id)};
            for (auto chunk = journal.from(1, 500); !chunk.isEmpty();
                 chunk = journal.from(head.count + 1, 500)) {
                for (const auto& entry : chunk) {
                    if (storage::chained(head, entry) != entry) {
                        throw std::runtime_error("the chain does not hold");
                    }
                    head = {entry.count, *security::Digest::fromBytes(entry.hash)};
                }
            }
        },
        [&] {
            auto& query = connection.statement("SELECT count, at_ms, offset_s, actor, actor_name, action, "
                                               "kind, record, patient, reason, hash,"
                                               " content FROM journal ORDER BY count");
            while (query.step()) {
                security::Hasher hasher;
                for (int column = 0; column < 12; ++column) {
                    hasher.add(query.bytes(column));
                }
                (void)hasher.finish();
            }
            query.reset();
        });
    return report("check the chain of 17,500 readings / SQL and hash", pair, 2.0);
}

} // namespace kairos::bench
