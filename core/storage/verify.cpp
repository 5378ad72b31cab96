// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/verify.h"

#include "core/storage/practice_file.h"
#include "core/storage/rebuild.h"
#include "core/storage/sql_error.h"

#include <cstring>

namespace kairos::storage {

using record::JournalEntry;
using security::Digest;

namespace {

constexpr int kChunk = 500;

Digest storedHash(const JournalEntry& entry) {
    return Digest::fromBytes(entry.hash).value_or(Digest{});
}

/// Whether the entry follows `before` when it is taken to stand at position `count`.
bool follows(const Digest& before, JournalEntry entry, qint64 count) {
    entry.count = count;
    return entryHash(before, entry) == storedHash(entry);
}

VerifyFinding finding(VerifyFault fault, qint64 entry, const QString& text) {
    return VerifyFinding{fault, entry, text.arg(entry)};
}

/// Names the fault of `bad`, which does not follow `before` at `position`; `next` and what comes after help.
VerifyFinding classify(const Digest& before, qint64 position, const QList<JournalEntry>& run) {
    const JournalEntry& bad = run.first();
    if (bad.count > position) {
        return finding(VerifyFault::Deleted, position, QStringLiteral("Journal entry %1 is missing"));
    }
    if (run.size() > 1) {
        const JournalEntry& next = run.at(1);
        const bool nextFitsHere = follows(before, next, position);
        if (nextFitsHere && follows(storedHash(next), bad, position + 1)) {
            return finding(VerifyFault::Reordered, position,
                           QStringLiteral("Journal entry %1 changed places with the one after it"));
        }
        if (nextFitsHere) {
            return finding(VerifyFault::Inserted, position,
                           QStringLiteral("Journal entry %1 was put in: the chain goes on without it"));
        }
        // With renumbered counts a removed entry shows by the rest still fitting its old positions.
        if (!follows(storedHash(bad), next, next.count) && follows(storedHash(bad), next, next.count + 1)) {
            return finding(VerifyFault::Deleted, position, QStringLiteral("Journal entry %1 is missing"));
        }
    }
    return finding(VerifyFault::Edited, position,
                   QStringLiteral("Journal entry %1 was changed: its content does not fit its hash"));
}

base::Result<std::optional<VerifyFinding>> checkChain(Journal& journal, JournalHead start,
                                                      JournalHead& reached, const VerifyProgress& progress) {
    const qint64 total = std::max<qint64>(1, journal.head().count);
    while (true) {
        const auto chunk = journal.from(start.count + 1, kChunk);
        for (const JournalEntry& entry : chunk) {
            const bool fits =
                entry.count == start.count + 1 && entryHash(start.hash, entry) == storedHash(entry);
            if (!fits) {
                return diagnose(start, journal.from(start.count + 1, 4));
            }
            start = JournalHead{entry.count, storedHash(entry)};
        }
        reached = start;
        if (chunk.size() < kChunk) {
            return std::optional<VerifyFinding>();
        }
        if (progress && !progress(static_cast<double>(start.count) / static_cast<double>(total))) {
            return base::fail(base::ErrorCode::Refused, QStringLiteral("The check was stopped"),
                              QStringLiteral("you asked for it"),
                              QStringLiteral("start it again at any time"));
        }
    }
}

QByteArray metaOf(Connection& connection, const QString& name) {
    auto& query = connection.statement("SELECT value FROM meta WHERE name = ?");
    query.bind(1, name);
    const QByteArray value = query.step() ? query.bytes(0).toByteArray() : QByteArray();
    query.reset();
    return value;
}

/// Compares the journal's end with the head that the file itself sealed.
std::optional<VerifyFinding> checkSeal(Connection& connection, const security::SecretBytes& recordKey,
                                       const JournalHead& reached) {
    const QByteArray seal = metaOf(connection, QStringLiteral("head"));
    const QByteArray mac = metaOf(connection, QStringLiteral("head_mac"));
    const bool isSealGood = seal.size() == 40 && security::keyedBlake2b256(recordKey, seal).toBytes() == mac;
    if (!isSealGood) {
        return VerifyFinding{VerifyFault::Edited, 0,
                             QStringLiteral("The file's own seal of the journal was changed")};
    }
    const auto sealedCount = record::readLittle<qint64>(seal.constData());
    if (sealedCount > reached.count) {
        return VerifyFinding{VerifyFault::Truncated, reached.count + 1,
                             QStringLiteral("The journal ends at entry %1, but %2 were written")
                                 .arg(reached.count)
                                 .arg(sealedCount)};
    }
    if (sealedCount != reached.count || seal.mid(8) != reached.hash.toBytes()) {
        return VerifyFinding{
            VerifyFault::Inserted, sealedCount + 1,
            QStringLiteral("The journal does not end where its seal says (entry %1)").arg(sealedCount)};
    }
    return std::nullopt;
}

std::optional<VerifyFinding> checkPages(Connection& connection) {
    auto& query = connection.statement("PRAGMA cipher_integrity_check");
    std::optional<VerifyFinding> found;
    if (query.step()) {
        found = VerifyFinding{VerifyFault::PageDamaged, 0,
                              QStringLiteral("A page of the file is damaged: %1").arg(query.text(0))};
    }
    query.reset();
    return found;
}

} // namespace

std::optional<VerifyFinding> diagnose(const JournalHead& before, const QList<JournalEntry>& entries) {
    JournalHead head = before;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const JournalEntry& entry = entries.at(i);
        if (entry.count != head.count + 1 || entryHash(head.hash, entry) != storedHash(entry)) {
            return classify(head.hash, head.count + 1, entries.mid(i));
        }
        head = JournalHead{entry.count, storedHash(entry)};
    }
    return std::nullopt;
}

base::Result<VerifyReport> verifyPractice(const QString& path, const security::PracticeKey& key,
                                          VerifyDepth depth, const VerifyProgress& progress) {
    const QString what = QStringLiteral("The practice was not checked");
    auto outcome = guarded(what, [&]() -> base::Result<VerifyReport> {
        Connection connection(path, OpenMode::ReadOnly, &key);
        VerifyReport report;
        // One read transaction: the check sees one moment while the writer goes on.
        connection.execute("BEGIN");
        if (const auto page = checkPages(connection)) {
            report.findings.append(*page);
        }
        const auto practice = record::PracticeId{
            base::Uuid::fromBytes(metaOf(connection, QStringLiteral("practice"))).value_or(base::Uuid{})};
        const auto recordKey =
            security::SecretBytes::fromBytes(metaOf(connection, QStringLiteral("record_key")));
        Journal journal(connection, practice);
        const auto chain = checkChain(journal, JournalHead{0, genesisHash(practice)}, report.head, progress);
        if (!chain) {
            return tl::unexpected<base::Error>(chain.error());
        }
        if (*chain) {
            report.findings.append(**chain);
        } else if (const auto seal = checkSeal(connection, recordKey, report.head)) {
            report.findings.append(*seal);
        }
        if (depth == VerifyDepth::Deep && report.findings.isEmpty()) {
            report.findings += compareWithRebuilt(connection, journal, recordKey);
        }
        connection.execute("COMMIT");
        return report;
    });
    if (!outcome) {
        return tl::unexpected<base::Error>(outcome.error());
    }
    return *outcome;
}

} // namespace kairos::storage
