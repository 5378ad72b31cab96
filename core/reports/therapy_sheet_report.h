// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/sheet_head.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace kairos::reports {

/// One part of a sheet as it prints.
struct TherapySheetPart {
    QString title;
    QString hint;
    QString text; ///< the patient's own words; empty where nothing was written

    bool operator==(const TherapySheetPart&) const = default;
};

/// A row of a sheet's grid, e.g. a day of the week.
struct TherapySheetRow {
    QString title;
    QStringList cells; ///< one a column

    bool operator==(const TherapySheetRow&) const = default;
};

/// A structured sheet of therapy as it prints. No layout, no score and nothing of a note.
struct TherapySheetReport : SheetHead {
    QString mrn;
    QString form; ///< id of the form, for the name of a file
    QString purpose;
    QStringList facts; ///< its day, its review, by whom it was written down
    QList<TherapySheetPart> parts;
    QStringList columns; ///< of the grid; none where the sheet has no grid
    QList<TherapySheetRow> rows;
    QString crisisText; ///< the practice's own; empty until it is written, or where the sheet has none

    bool operator==(const TherapySheetReport&) const = default;
};

} // namespace kairos::reports
