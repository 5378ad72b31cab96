// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/attachment_check.h"

#include "core/storage/attachments.h"
#include "core/storage/connection.h"
#include "core/storage/words.h"

#include "core/record/document.h"
#include "core/record/packing.h"

#include <QSet>

namespace kairos::storage {
namespace {

QList<QByteArray> storedHashes(Connection& connection) {
    auto& query = connection.statement("SELECT hash FROM attachment ORDER BY hash");
    QList<QByteArray> hashes;
    while (query.step()) {
        hashes.append(query.bytes(0).toByteArray());
    }
    query.reset();
    return hashes;
}

/// A document with a scan, where its entry stands in the journal.
struct ScannedRow {
    base::Uuid id;
    qint64 entry = 0;
    QByteArray hash;
};

/// Those entered in error too: their scans are kept. A row that cannot be unpacked is named by the comparison
/// with the journal.
QList<ScannedRow> scannedRows(Connection& connection) {
    auto& query = connection.statement("SELECT id, entry, content FROM document ORDER BY entry");
    QList<ScannedRow> rows;
    while (query.step()) {
        const auto document = record::unpack<record::Document>(query.bytes(2));
        if (document && document->scan) {
            rows.append({query.uuid(0).value_or(base::Uuid{}), query.integer(1), document->scan->hash});
        }
    }
    query.reset();
    return rows;
}

VerifyFinding scanFinding(const ScannedRow& row, const QString& words) {
    return {VerifyFault::ScanDamaged, row.entry, words.arg(row.id.toString())};
}

} // namespace

QList<VerifyFinding> checkAttachments(Connection& connection, const std::function<bool()>& keepOn) {
    QList<VerifyFinding> findings;
    QSet<QByteArray> sound;
    QSet<QByteArray> damaged;
    Attachments attachments(connection);
    for (const QByteArray& hash : storedHashes(connection)) {
        if (!keepOn()) {
            return findings;
        }
        (attachments.isSound(hash) ? sound : damaged).insert(hash);
    }
    QSet<QByteArray> named;
    for (const ScannedRow& row : scannedRows(connection)) {
        named.insert(row.hash);
        if (damaged.contains(row.hash)) {
            findings.append(scanFinding(row, Words::tr("The scan of document %1 is damaged: it does not "
                                                       "fit its hash")));
        } else if (!sound.contains(row.hash)) {
            findings.append(scanFinding(row, Words::tr("The scan of document %1 is missing")));
        }
    }
    if (const auto stray = (sound + damaged) - named; !stray.isEmpty()) {
        const int count = static_cast<int>(stray.size());
        findings.append(
            {VerifyFault::TableDiffers, 0, Words::tr("%n scan(s) belong to no document", nullptr, count)});
    }
    return findings;
}

} // namespace kairos::storage
