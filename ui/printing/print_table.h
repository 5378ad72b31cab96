// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/block.h"

#include <QList>
#include <QStringList>

namespace kairos::ui {

/// One column of a printed table.
struct PrintColumn {
    QString title;
    double share = 1; ///< of the width
    int align = Qt::AlignLeft;
    PrintFont font = PrintFont::Body;
};

/// One row; a boxed mark stands at its end where it has one.
struct PrintRow {
    QStringList cells;
    QString mark; ///< "! caution"
};

/// A table with a head, hairlines between rows and no other lines.
[[nodiscard]] Block printTable(QList<PrintColumn> columns, QList<PrintRow> rows);

} // namespace kairos::ui
