// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace kairos::exchange {

/// The longest file, cell and row that are read: a forged file must not stall the PC.
inline constexpr qsizetype kMostCsvBytes = qsizetype{64} * 1024 * 1024;
inline constexpr qsizetype kMostCellCharacters = 32'768;
inline constexpr qsizetype kMostCells = 256;

/// One row. A quoted cell may hold line breaks, so that a row may span several lines.
struct CsvRow {
    qint64 line = 0; ///< the line it begins on, from 1
    QStringList cells;
    QString text;    ///< as it stands in the file, without the line break at its end
    QString problem; ///< a sentence; empty for a good row

    [[nodiscard]] bool isGood() const { return problem.isEmpty(); }
};

/// A table with a header. Rows that are blank are passed over.
struct CsvTable {
    QChar separator = QLatin1Char(',');
    CsvRow header;
    QList<CsvRow> rows; ///< bad ones among them, in the order of the file
};

/// Reads a CSV file (RFC 4180, and the common habits around it: semicolons or tabs instead of commas, line
/// breaks of every kind, a byte order mark). A row that has not as many cells as the header, a quotation mark
/// that is never closed or text behind one, and cells too long or too many make that row bad and no other.
/// InvalidInput: no header, a byte that is not UTF-8 text with its line, more than 64 MiB.
[[nodiscard]] base::Result<CsvTable> readCsv(const QByteArray& bytes);

/// One row as RFC 4180 writes it: quoted where needed, ended by CR LF. A cell that a spreadsheet would take
/// for a formula (it begins with = + - @, a tab or a line break and is no negative number) gets an apostrophe
/// in front (OWASP, CSV Injection); readCsv() takes it off again.
[[nodiscard]] QString csvLine(const QStringList& cells, QChar separator = QLatin1Char(','));

} // namespace kairos::exchange
