// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/ids.h"
#include "core/reports/sheet_head.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace kairos::reports {

/// One dose beside the others. A cell is empty where nothing is on record.
struct DoseSheetLine {
    record::SessionId session;
    QString dose;         ///< number and day
    QString drug;         ///< drug and route
    QString plan;         ///< short words of its plan; "no plan" outside of one
    QString given;        ///< mg
    QString perKg;        ///< mg/kg
    QString dissociation; ///< "18 CADSS"
    QString pressure;     ///< the highest, mmHg
    QString rating;       ///< "PHQ-9 11, 14 Oct": the next one after it
    QString adverse;      ///< marks for adverse events: "! Nausea 2"; empty for none

    bool operator==(const DoseSheetLine&) const = default;
};

/// The doses of one patient over all plans, oldest first, with what they add up to.
struct DoseSheet : SheetHead {
    QList<DoseSheetLine> lines;
    QStringList exposure; ///< sessions, mg, mg/kg, 30 and 90 days; then the checks that are due

    bool operator==(const DoseSheet&) const = default;
};

} // namespace kairos::reports
