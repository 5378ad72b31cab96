// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/rebuild.h"

#include "core/storage/migrations.h"
#include "core/storage/projection.h"
#include "core/storage/record_table.h"
#include "core/storage/transaction.h"

#include "core/base/check.h"

namespace kairos::storage {

using namespace record;

namespace {

constexpr int kChunk = 500;
constexpr int kMostFindings = 20;

QList<VerifyFinding> applyAll(Connection& scratch, Journal& journal, const security::SecretBytes& recordKey) {
    QList<VerifyFinding> findings;
    Transaction transaction(scratch);
    qint64 next = 1;
    while (true) {
        const auto chunk = journal.from(next, kChunk);
        for (const JournalEntry& entry : chunk) {
            if (!applyEntry(scratch, recordKey, entry)) {
                findings.append({VerifyFault::Edited, entry.count,
                                 QStringLiteral("Journal entry %1 cannot be read").arg(entry.count)});
            }
        }
        if (chunk.size() < kChunk) {
            break;
        }
        next = chunk.last().count + 1;
    }
    transaction.commit();
    return findings;
}

/// Every column of a row as one byte string, so that two rows compare at once.
QByteArray rowBytes(Statement& row) {
    QByteArray bytes;
    for (int column = 0; column < 10; ++column) {
        const QByteArrayView value = row.bytes(column);
        bytes.append(row.isNull(column) ? 'n' : 'v');
        bytes.append(QByteArray::number(static_cast<qlonglong>(value.size()))).append(':');
        bytes.append(value.data(), value.size());
    }
    return bytes;
}

void compareTable(RecordKind kind, Connection& real, Connection& rebuilt, QList<VerifyFinding>& findings) {
    const QByteArray sql =
        "SELECT id, patient, parent, at_ms, code, state, entry, in_error, content, mac FROM " +
        tableOf(kind) + " ORDER BY id";
    auto& here = real.statement(sql);
    auto& there = rebuilt.statement(sql);
    bool hasHere = here.step();
    bool hasThere = there.step();
    while ((hasHere || hasThere) && findings.size() < kMostFindings) {
        const QByteArray left = hasHere ? here.bytes(0).toByteArray() : QByteArray();
        const QByteArray right = hasThere ? there.bytes(0).toByteArray() : QByteArray();
        const bool isExtra = hasHere && (!hasThere || left < right);
        const bool isMissing = hasThere && (!hasHere || right < left);
        if (isExtra || isMissing || rowBytes(here) != rowBytes(there)) {
            Statement& named = isMissing ? there : here;
            const auto id = named.uuid(0).value_or(base::Uuid{});
            const QString words = isExtra ? QStringLiteral("%1 %2 stands in its table but not in the journal")
                                  : isMissing ? QStringLiteral("%1 %2 is missing from its table")
                                              : QStringLiteral("%1 %2 differs from what the journal says");
            findings.append({VerifyFault::TableDiffers, named.integer(6),
                             words.arg(QString::fromLatin1(tableOf(kind)), id.toString())});
        }
        hasHere = isMissing ? hasHere : here.step();
        hasThere = isExtra ? hasThere : there.step();
    }
    here.reset();
    there.reset();
}

} // namespace

QList<VerifyFinding> compareWithRebuilt(Connection& connection, Journal& journal,
                                        const security::SecretBytes& recordKey) {
    Connection scratch({}, OpenMode::Scratch, nullptr);
    KAIROS_CHECK(migrate(scratch) == MigrationOutcome::Created);
    auto findings = applyAll(scratch, journal, recordKey);
    for (const auto kind : kAllKinds) {
        compareTable(kind, connection, scratch, findings);
    }
    return findings;
}

} // namespace kairos::storage
