// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/sheet_head.h"

#include <QList>
#include <QString>

namespace kairos::reports {

/// One line of a register, as it prints. Nothing of it is left out: a line taken back says so.
struct LedgerSheetLine {
    QString at;
    QString what;
    QString change;  ///< mL or devices, with its sign
    QString balance; ///< mL or devices
    QString who;     ///< who wrote it, and the witness
    QString about;   ///< the patient's MRN, and the reason

    bool operator==(const LedgerSheetLine&) const = default;
};

/// One lot with its register.
struct LedgerSheetLot {
    QString title;    ///< "ketamine (racemic), lot K-2211"
    QString subtitle; ///< label, expiry, balance in mL or devices, and in mg
    QList<LedgerSheetLine> lines;

    bool operator==(const LedgerSheetLot&) const = default;
};

/// The drug ledger as an inspector reads it. No layout.
struct LedgerSheet : SheetHead {
    QList<LedgerSheetLot> lots;

    bool operator==(const LedgerSheet&) const = default;
};

} // namespace kairos::reports
