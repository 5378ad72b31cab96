// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/verify.h"

#include "core/storage/attachment_check.h"
#include "core/storage/connection.h"
#include "core/storage/meta.h"
#include "core/storage/private_notes.h"
#include "core/storage/rebuild.h"
#include "core/storage/sql_error.h"
#include "core/storage/words.h"

#include "core/record/codec.h"
#include "core/record/private_entry.h"

#include <QRegularExpression>

#include <algorithm>

namespace kairos::storage {

using record::JournalEntry;
using security::Digest;

namespace {

constexpr int kChunk = 500;
/// How many entries after the first bad one are looked at to tell what happened to it.
constexpr int kDiagnosedRun = 2000;
constexpr qsizetype kRecordKeyBytes = 32;
/// Of a deep check, the reading of the chain; the rest is the rebuilding of the tables.
constexpr double kChainShare = 0.25;

/// The chain as far as it holds, and what breaks it.
struct ChainCheck {
    JournalHead reached;
    std::optional<VerifyFinding> finding;
    QList<JournalEntry> privateEntries; ///< of what stands behind the wall, in order
};

/// The progress of a part that goes from one share of the whole to another.
VerifyProgress partOf(const VerifyProgress& progress, double from, double to) {
    if (!progress) {
        return {};
    }
    return [progress, from, to](double share) { return progress(from + (to - from) * share); };
}

base::Result<ChainCheck> checkChain(Journal& journal, const JournalHead& genesis,
                                    const VerifyProgress& progress) {
    const qint64 total = std::max<qint64>(1, journal.head().count);
    ChainCheck check{genesis, std::nullopt, {}};
    while (true) {
        const auto chunk = journal.from(check.reached.count + 1, kChunk);
        for (const JournalEntry& entry : chunk) {
            if (chained(check.reached, entry) != entry) {
                check.finding = diagnose(check.reached, journal.from(check.reached.count + 1, kDiagnosedRun));
                return check;
            }
            check.reached = JournalHead{entry.count, Digest::fromBytes(entry.hash).value_or(Digest{})};
            if (entry.kind == record::kPrivateEntry) {
                check.privateEntries.append(entry);
            }
        }
        if (progress && !progress(static_cast<double>(check.reached.count) / static_cast<double>(total))) {
            return checkWasStopped();
        }
        if (chunk.size() < kChunk) {
            return check;
        }
    }
}

/// The head that the file itself sealed; none when the seal does not fit.
std::optional<JournalHead> sealedHead(Connection& connection, const security::SecretBytes& recordKey) {
    const QByteArray seal = metaOf(connection, QStringLiteral("head"));
    const QByteArray mac = metaOf(connection, QStringLiteral("head_mac"));
    const auto hash = Digest::fromBytes(QByteArrayView(seal).sliced(std::min<qsizetype>(8, seal.size())));
    if (!hash || security::keyedBlake2b256(recordKey, seal).toBytes() != mac) {
        return std::nullopt;
    }
    return JournalHead{record::readLittle<qint64>(seal.constData()), *hash};
}

/// What the seal adds to a break in the chain: at the journal's last entry the chain alone cannot tell a
/// changed entry from a missing or an added one.
VerifyFinding weighed(VerifyFinding finding, const JournalHead& sealed, qint64 last) {
    if (finding.fault == VerifyFault::Edited && finding.entry == last && sealed.count > last) {
        return {VerifyFault::Deleted, finding.entry,
                Words::tr("Journal entry %1 is missing").arg(finding.entry)};
    }
    if (finding.fault == VerifyFault::Edited && finding.entry > sealed.count) {
        return {VerifyFault::Inserted, finding.entry,
                Words::tr("Journal entry %1 was put in after the journal was sealed").arg(finding.entry)};
    }
    return finding;
}

/// Compares a journal whose chain holds with the head that the file itself sealed.
std::optional<VerifyFinding> compareWithSeal(const JournalHead& sealed, const JournalHead& reached) {
    if (sealed.count > reached.count) {
        return VerifyFinding{VerifyFault::Truncated, reached.count + 1,
                             Words::tr("The journal ends at entry %1, but %2 were written")
                                 .arg(reached.count)
                                 .arg(sealed.count)};
    }
    if (sealed.count < reached.count) {
        return VerifyFinding{
            VerifyFault::Inserted, sealed.count + 1,
            Words::tr("Journal entry %1 was put in after the journal was sealed").arg(sealed.count + 1)};
    }
    if (sealed.hash != reached.hash) {
        return VerifyFinding{VerifyFault::Edited, reached.count,
                             Words::tr("Journal entry %1 is not the one that was sealed").arg(reached.count)};
    }
    return std::nullopt;
}

/// The engine names what it found in its own words, over several lines; a person needs the first page alone,
/// which is the damaged one, or the one that holds the row of a damaged overflow page. After it the engine
/// hands out no page any more and takes each that it asks for as damaged too.
std::optional<qint64> pageNamedIn(const QString& words) {
    static const QRegularExpression kPage(QStringLiteral("[Pp]age (\\d+)"));
    const auto match = kPage.match(words);
    return match.hasMatch() ? std::optional(match.captured(1).toLongLong()) : std::nullopt;
}

QString damageWords(std::optional<qint64> firstPage) {
    if (!firstPage) {
        return Words::tr("The file is damaged: restore the latest backup, and keep this file");
    }
    return Words::tr(
               "The file is damaged, first noticed at page %1: restore the latest backup, and keep this file")
        .arg(*firstPage);
}

/// SQLite 3.44 asks a search index by a statement that writes, which the check's read-only door refuses: that
/// says nothing of the index. A deep check compares it with the records itself.
bool isUnasked(const QString& found) {
    return found.startsWith(QLatin1String("unable to validate the inverted index for FTS5 table")) &&
           found.contains(QLatin1String("readonly"));
}

QList<QByteArray> tablesOf(Connection& connection) {
    auto& query = connection.statement(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name");
    QList<QByteArray> tables;
    while (query.step()) {
        tables.append(query.bytes(0).toByteArray());
    }
    query.reset();
    return tables;
}

/// What the engine's own check found so far.
struct PageCheck {
    std::optional<qint64> firstPage;
    bool isDamaged = false;
    bool isSearchDamaged = false;

    void run(Connection& connection, const QByteArray& pragma) {
        try {
            auto& query = connection.statement(pragma);
            while (query.step()) {
                take(query.text(0));
            }
            query.reset();
        } catch (const SqlError& error) {
            if (error.isOfVirtualTable() || !error.isDamage()) {
                throw;
            }
            isDamaged = true;
        }
    }

    void take(const QString& found) {
        if (isUnasked(found)) {
            return;
        }
        if (found.contains(QLatin1String("FTS5 table"))) {
            isSearchDamaged = true;
        } else if (found != QLatin1String("ok")) {
            isDamaged = true;
            firstPage = firstPage ? firstPage : pageNamedIn(found);
        }
    }

    QList<VerifyFinding> findings() const {
        QList<VerifyFinding> all;
        if (isDamaged) {
            all.append({VerifyFault::PageDamaged, 0, damageWords(firstPage)});
        }
        if (isSearchDamaged) {
            all.append(searchDiffers());
        }
        return all;
    }
};

/// Reads every page in use through the engine, which checks each one's own code as it comes from the disk.
/// Not by cipher_integrity_check: that reads past the log and the locks, and takes a page that the writer's
/// checkpoint has not reached yet for a damaged one.
QList<VerifyFinding> checkPages(Connection& connection, VerifyDepth depth) {
    const QByteArray pragma = depth == VerifyDepth::Deep ? "PRAGMA integrity_check" : "PRAGMA quick_check";
    PageCheck check;
    try {
        check.run(connection, pragma + "(20)");
    } catch (const SqlError& error) {
        if (!error.isOfVirtualTable()) {
            throw;
        }
        // An index that cannot even be opened ends the check of the whole file: then table by table.
        check.isSearchDamaged = true;
        for (const QByteArray& table : tablesOf(connection)) {
            check.run(connection, pragma + "(" + table + ")");
        }
    }
    return check.findings();
}

bool isOfSearch(const VerifyFinding& finding) {
    return finding.fault == VerifyFault::SearchDiffers;
}

/// The scans against their hashes, which stand in the journal.
base::Outcome checkScans(Connection& connection, const VerifyProgress& progress, VerifyReport& report) {
    bool isStopped = false;
    report.findings += checkAttachments(connection, [&] {
        isStopped = progress && !progress(1.0);
        return !isStopped;
    });
    if (isStopped) {
        return checkWasStopped();
    }
    return {};
}

/// What the comparison of the tables with the journal gave.
base::Outcome takeCompared(const std::optional<QList<VerifyFinding>>& compared, VerifyReport& report) {
    if (!compared) {
        return checkWasStopped();
    }
    report.findings += *compared;
    // The engine's own check and the comparison say the same.
    if (std::count_if(report.findings.begin(), report.findings.end(), isOfSearch) > 1) {
        report.findings.removeLast();
    }
    return {};
}

/// The journal against its chain and the seal, and with VerifyDepth::Deep the tables against the journal.
base::Outcome checkRecords(Connection& connection, VerifyDepth depth, const VerifyProgress& progress,
                           VerifyReport& report) {
    const auto practice = record::PracticeId{
        base::Uuid::fromBytes(metaOf(connection, QStringLiteral("practice"))).value_or(base::Uuid{})};
    const QByteArray keyBytes = metaOf(connection, QStringLiteral("record_key"));
    if (practice.isNull() || keyBytes.size() != kRecordKeyBytes) {
        report.findings.append(
            {VerifyFault::Edited, 0, Words::tr("The practice file lacks its own key or name")});
        return {};
    }
    const auto recordKey = security::SecretBytes::fromBytes(keyBytes);
    Journal journal(connection, practice);
    const auto chain = checkChain(journal, JournalHead{0, genesisHash(practice)},
                                  partOf(progress, 0, depth == VerifyDepth::Deep ? kChainShare : 1.0));
    if (!chain) {
        return tl::unexpected<base::Error>(chain.error());
    }
    report.head = chain->reached;
    const auto sealed = sealedHead(connection, recordKey);
    if (chain->finding) {
        report.findings.append(sealed ? weighed(*chain->finding, *sealed, journal.head().count)
                                      : *chain->finding);
    } else if (!sealed) {
        report.findings.append(
            {VerifyFault::Edited, 0, Words::tr("The file's own seal of the journal was changed")});
    } else if (const auto unsealed = compareWithSeal(*sealed, chain->reached)) {
        report.findings.append(*unsealed);
    }
    const bool isSound = std::all_of(report.findings.begin(), report.findings.end(), isOfSearch);
    if (isSound) {
        report.findings += checkPrivate(connection, chain->privateEntries);
    }
    if (depth == VerifyDepth::Deep && isSound) {
        return takeCompared(
            compareWithRebuilt(connection, journal, recordKey, partOf(progress, kChainShare, 1.0)), report);
    }
    return {};
}

} // namespace

tl::unexpected<base::Error> checkWasStopped() {
    return base::fail(base::ErrorCode::Refused, Words::tr("The check was stopped"),
                      Words::tr("you asked for it"), Words::tr("start it again at any time"));
}

base::Result<VerifyReport> verifyPractice(const QString& path, const security::PracticeKey& key,
                                          VerifyDepth depth, const VerifyProgress& progress) {
    VerifyReport report;
    const auto outcome =
        guarded(QT_TRANSLATE_NOOP("Words", "The practice was not checked"), [&]() -> base::Outcome {
            Connection connection(path, OpenMode::ReadOnly, &key);
            // One read transaction, begun by a read: the check sees one moment while the writer goes on.
            connection.execute("BEGIN; SELECT count(*) FROM meta");
            report.findings = checkPages(connection, depth);
            return checkRecords(connection, depth, progress, report).and_then([&] {
                return checkScans(connection, progress, report);
            });
        });
    if (!outcome) {
        // Behind a damaged page the rest may be unreadable; the page has been named.
        if (report.findings.isEmpty()) {
            return tl::unexpected<base::Error>(outcome.error());
        }
        return report;
    }
    if (!*outcome) {
        return tl::unexpected<base::Error>(outcome->error());
    }
    return report;
}

} // namespace kairos::storage
