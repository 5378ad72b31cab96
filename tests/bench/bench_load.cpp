// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include "tests/support/temp_practice.h"

#include "core/security/hash.h"

#include <cstring>
#include <stdexcept>

namespace kairos::bench {
namespace {

constexpr int kRuns = 60;
constexpr int kRatings = 2000;
constexpr int kSessions = 500;

/// Steps through a table in the order of a listing and hashes each content, as a load must.
qint64 bareLoad(storage::Connection& connection, const security::SecretBytes& recordKey,
                const QByteArray& table) {
    auto& query = connection.statement("SELECT id, mac, content FROM " + table +
                                       " WHERE in_error = 0 ORDER BY at_ms, id");
    qint64 rows = 0;
    while (query.step()) {
        const auto digest = security::keyedBlake2b256(recordKey, query.bytes(2));
        if (std::memcmp(digest.bytes.data(), query.bytes(1).data(), 32) != 0) {
            throw std::runtime_error("a row is damaged");
        }
        ++rows;
    }
    query.reset();
    return rows;
}

void require(bool isTrue) {
    if (!isTrue) {
        throw std::runtime_error("the load gave another number of rows");
    }
}

} // namespace

int benchLoad() {
    support::TempPractice practice;
    const auto patient = support::elenaMarsh(practice);
    QList<storage::Change> changes{{record::Action::Created, patient, {}}};
    for (int i = 0; i < kRatings; ++i) {
        practice.clock().advanceMs(3'600'000);
        changes.append({record::Action::Created, support::phq9(practice, patient.id), {}});
        if (i % (kRatings / kSessions) == 0) {
            changes.append({record::Action::Created, support::dosingSession(practice, patient.id), {}});
        }
    }
    practice.commit(changes);
    auto& reader = practice.file().records();
    const auto key = practice.key();
    const auto& recordKey = practice.file().recordKey();
    storage::Connection connection(practice.path(), storage::OpenMode::ReadOnly, &key);
    const auto pair = measure(
        kRuns,
        [&] {
            const auto ratings = support::required(reader.list<record::Rating>());
            const auto sessions = support::required(reader.list<record::DosingSession>());
            require(ratings.records.size() == kRatings && sessions.records.size() == kSessions);
        },
        [&] {
            require(bareLoad(connection, recordKey, "rating") == kRatings &&
                    bareLoad(connection, recordKey, "dosing_session") == kSessions);
        });
    return report("load 2,000 ratings, 500 sessions / SQL and hash", pair, 2.0);
}

} // namespace kairos::bench
