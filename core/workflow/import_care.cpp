// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/import_care.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/score_import.h"

#include "core/exchange/csv.h"

#include <algorithm>

namespace kairos::workflow {

using security::Permission;

namespace {

/// Gives the rows that the chart rejected their cells back, as they stand in the file.
void fillCells(QList<exchange::RejectedRow>& rejected, const QByteArray& bytes) {
    if (rejected.isEmpty()) {
        return;
    }
    const auto table = exchange::readCsv(bytes);
    if (!table) {
        return;
    }
    QHash<qint64, QStringList> cellsOfLine;
    for (const exchange::CsvRow& row : table->rows) {
        cellsOfLine.insert(row.line, row.cells);
    }
    for (exchange::RejectedRow& row : rejected) {
        row.cells = cellsOfLine.value(row.line);
    }
}

} // namespace

base::Result<ImportReport> ImportCare::importScores(const QByteArray& bytes) {
    if (const auto allowed = m_practice.require(Permission::Import); !allowed) {
        return tl::unexpected<base::Error>(allowed.error());
    }
    const auto file =
        exchange::readScores(bytes, m_practice.catalog().instruments, {m_practice.zone(), m_practice.now()});
    if (!file) {
        return tl::unexpected<base::Error>(file.error());
    }
    ScoreImport import(m_practice);
    for (const exchange::ScoreRow& row : file->rows) {
        if (const auto taken = import.take(row); !taken) {
            return tl::unexpected<base::Error>(taken.error());
        }
    }
    if (const auto saved = import.flush(); !saved) {
        return tl::unexpected<base::Error>(saved.error());
    }
    ImportReport report = import.report();
    report.header = file->header;
    fillCells(report.rejected, bytes);
    report.rejected += file->rejected;
    std::stable_sort(
        report.rejected.begin(), report.rejected.end(),
        [](const exchange::RejectedRow& a, const exchange::RejectedRow& b) { return a.line < b.line; });
    return report;
}

} // namespace kairos::workflow
