// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/block.h"

#include <QList>
#include <QStringList>

namespace kairos::ui {

/// One column of a printed table. Nothing in it is ever shortened.
struct PrintColumn {
    QString title;
    double share = 1; ///< of the room that is left over
    int align = Qt::AlignLeft;
    PrintFont font = PrintFont::Body;
    bool breaks = false; ///< its words go on in another line where the table is narrow
    /// Of the whole width, so that tables below each other stand alike; 0 goes by what stands in it. All
    /// columns of a table have one, or none has.
    double part = 0;
};

/// One row; a boxed mark stands in its last cell where it has one, at the column's side.
struct PrintRow {
    QStringList cells;
    QString mark; ///< "! caution"
    int markAlign = Qt::AlignRight;
    double air = 0; ///< more room above and below its words, in points
};

/// A table with a head, hairlines between rows and no other lines.
[[nodiscard]] Block printTable(QList<PrintColumn> columns, QList<PrintRow> rows);
/// The head of a table alone, and one of its rows: where a table runs on over pages and each repeats the
/// head. Every column has a `part`.
[[nodiscard]] Block printTableHead(QList<PrintColumn> columns);
[[nodiscard]] Block printTableRow(QList<PrintColumn> columns, PrintRow row);

} // namespace kairos::ui
