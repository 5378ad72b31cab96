// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/sheet_head.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace kairos::reports {

/// A titled list of plain lines.
struct TakeHomeSection {
    QString title;
    QStringList lines;

    bool operator==(const TakeHomeSection&) const = default;
};

/// The page a patient takes home: the patient's own words and plain text. It has no score, no risk and
/// nothing of a note: none of its fields could hold one.
struct TakeHome : SheetHead {
    QString intention;             ///< the patient's own; empty for none
    QString intentionOf;           ///< "for dose 4, Thu 5 Nov 2026"
    QStringList commitments;       ///< open ones, in the patient's own words, with their day
    QStringList appointments;      ///< to come, in order
    QList<TakeHomeSection> advice; ///< the same for every patient
    QString crisisText;            ///< the practice's own; empty until it is written

    bool operator==(const TakeHome&) const = default;
};

} // namespace kairos::reports
