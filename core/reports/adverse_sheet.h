// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/sheet_head.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace kairos::reports {

/// One adverse event as it prints. What was not asked or judged says so.
struct AdverseSheetLine {
    QString when;
    QString patient; ///< name and MRN
    QString event;   ///< term, grade, and "serious" where it is
    QString dose;    ///< drug, dose number, minute of onset
    QString judged;  ///< expected, related
    QString course;  ///< action and outcome
    QString over;    ///< since when, or that it goes on

    bool operator==(const AdverseSheetLine&) const = default;
};

/// The register of adverse events as it was narrowed. The subtitle is the filter in words.
struct AdverseSheet : SheetHead {
    QString count; ///< "3 of 41 events"
    QList<AdverseSheetLine> lines;
    QStringList damaged; ///< what could not be read

    bool operator==(const AdverseSheet&) const = default;
};

} // namespace kairos::reports
