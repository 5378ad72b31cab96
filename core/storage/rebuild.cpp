// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/rebuild.h"

#include "core/storage/migrations.h"
#include "core/storage/projection.h"
#include "core/storage/record_table.h"
#include "core/storage/search_index.h"
#include "core/storage/sql_error.h"
#include "core/storage/transaction.h"
#include "core/storage/words.h"

#include "core/base/check.h"
#include "core/record/private_entry.h"

#include <algorithm>

namespace kairos::storage {

using namespace record;

namespace {

constexpr int kRebuiltAtOnce = 500;
constexpr int kMostFindings = 20;

bool mayGoOn(const VerifyProgress& progress, double share) {
    return !progress || progress(share);
}

/// None when `progress` stopped it.
std::optional<QList<VerifyFinding>> applyAll(Connection& scratch, Journal& journal,
                                             const security::SecretBytes& recordKey,
                                             const VerifyProgress& progress) {
    QList<VerifyFinding> findings;
    const auto total = static_cast<double>(std::max<qint64>(1, journal.head().count));
    Transaction transaction(scratch);
    qint64 next = 1;
    while (true) {
        const auto chunk = journal.from(next, kRebuiltAtOnce);
        for (const JournalEntry& entry : chunk) {
            // What is behind the wall stands in no table that could be made anew: verify() looks at it
            // itself.
            if (entry.kind != kPrivateEntry && !applyEntry(scratch, recordKey, entry)) {
                findings.append({VerifyFault::Edited, entry.count,
                                 Words::tr("Journal entry %1 cannot be read").arg(entry.count)});
            }
        }
        if (chunk.size() < kRebuiltAtOnce) {
            break;
        }
        next = chunk.last().count + 1;
        if (!mayGoOn(progress, static_cast<double>(next - 1) / total)) {
            return std::nullopt;
        }
    }
    transaction.commit();
    return findings;
}

/// A table to compare: its first column is the key.
struct TableShape {
    QByteArray name;
    QByteArray columns;
    int columnCount = 0;
    std::optional<int> entryColumn; ///< where the journal position stands
    QByteArray from = name;         ///< where its rows come from
};

QList<TableShape> allTables() {
    QList<TableShape> tables;
    for (const auto kind : kAllKinds) {
        tables.append(
            {tableOf(kind), "id, patient, parent, at_ms, code, state, entry, in_error, mac, content", 10, 6});
    }
    tables.append({"patient_search", "patient, names, mrn, born", 4, std::nullopt});
    return tables;
}

/// Every column of a row as one byte string, so that two rows compare at once.
QByteArray rowBytes(Statement& row, int columnCount) {
    QByteArray bytes;
    for (int column = 0; column < columnCount; ++column) {
        bytes.append(row.isNull(column) ? 'n' : 'v');
        const QByteArrayView value = row.bytes(column);
        bytes.append(QByteArray::number(static_cast<qlonglong>(value.size()))).append(':');
        bytes.append(value.data(), value.size());
    }
    return bytes;
}

VerifyFinding differing(const TableShape& table, const Statement& row, const QString& words) {
    const auto id = row.uuid(0).value_or(base::Uuid{});
    const qint64 entry = table.entryColumn ? row.integer(*table.entryColumn) : 0;
    return {VerifyFault::TableDiffers, entry, words.arg(QString::fromLatin1(table.name), id.toString())};
}

void compareTable(const TableShape& table, Connection& real, Connection& rebuilt,
                  QList<VerifyFinding>& findings) {
    const QByteArray sql = "SELECT " + table.columns + " FROM " + table.from + " ORDER BY 1";
    auto& here = real.statement(sql);
    auto& there = rebuilt.statement(sql);
    bool hasHere = here.step();
    bool hasThere = there.step();
    while ((hasHere || hasThere) && findings.size() < kMostFindings) {
        const QByteArray left = hasHere ? here.bytes(0).toByteArray() : QByteArray();
        const QByteArray right = hasThere ? there.bytes(0).toByteArray() : QByteArray();
        const bool isExtra = hasHere && (!hasThere || left < right);
        const bool isMissing = hasThere && (!hasHere || right < left);
        if (isExtra) {
            findings.append(
                differing(table, here, Words::tr("%1 %2 stands in its table but not in the journal")));
        } else if (isMissing) {
            findings.append(differing(table, there, Words::tr("%1 %2 is missing from its table")));
        } else if (rowBytes(here, table.columnCount) != rowBytes(there, table.columnCount)) {
            findings.append(differing(table, here, Words::tr("%1 %2 differs from what the journal says")));
        }
        hasHere = isMissing ? hasHere : here.step();
        hasThere = isExtra ? hasThere : there.step();
    }
    here.reset();
    there.reset();
}

/// Every record in the index, with the number of its words. The words themselves are for the engine's own
/// check of the index.
TableShape searchShape(const QByteArray& words) {
    return {"search", "r.id, r.kind, r.patient, d.sz", 4, std::nullopt,
            "search_row AS r FULL JOIN " + words + "_docsize AS d ON d.id = r.number WHERE (r.kind = " +
                QByteArray::number(static_cast<int>(RecordKind::Patient)) +
                ") = " + (words == "search_name" ? "1" : "0") + " OR r.id IS NULL"};
}

void compareSearch(Connection& real, Connection& rebuilt, QList<VerifyFinding>& findings) {
    if (!isSearchComplete(real)) {
        return;
    }
    QList<VerifyFinding> differences;
    try {
        for (const QByteArray& words : {QByteArray("search_name"), QByteArray("search_text")}) {
            compareTable(searchShape(words), real, rebuilt, differences);
        }
    } catch (const SqlError& error) {
        if (!mayBeOfSearch(error)) {
            throw;
        }
        differences.append(searchDiffers());
    }
    if (!differences.isEmpty()) {
        findings.append(searchDiffers());
    }
}

} // namespace

VerifyFinding searchDiffers() {
    return {VerifyFault::SearchDiffers, 0,
            Words::tr("The search index does not fit the records, which are whole: "
                      "kairos-cli search FILE --rebuild makes it anew")};
}

std::optional<QList<VerifyFinding>> compareWithRebuilt(Connection& connection, Journal& journal,
                                                       const security::SecretBytes& recordKey,
                                                       const VerifyProgress& progress) {
    Connection scratch({}, OpenMode::Scratch, nullptr);
    KAIROS_CHECK(migrate(scratch) == MigrationOutcome::Created);
    auto findings = applyAll(scratch, journal, recordKey, progress);
    if (!findings) {
        return std::nullopt;
    }
    for (const TableShape& table : allTables()) {
        if (!mayGoOn(progress, 1.0)) {
            return std::nullopt;
        }
        compareTable(table, connection, scratch, *findings);
    }
    compareSearch(connection, scratch, *findings);
    return findings;
}

} // namespace kairos::storage
