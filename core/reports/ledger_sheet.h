// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace kairos::reports {

/// One line of a register, as it prints. Nothing of it is left out: a line taken back says so.
struct LedgerSheetLine {
    QString at;
    QString what;
    QString change;  ///< mL, with its sign
    QString balance; ///< mL
    QString who;     ///< who wrote it, and the witness
    QString about;   ///< the patient's MRN, and the reason

    bool operator==(const LedgerSheetLine&) const = default;
};

/// One lot with its register.
struct LedgerSheetLot {
    QString title;    ///< "ketamine (racemic), lot K-2211"
    QString subtitle; ///< label, expiry, balance in mL and mg
    QList<LedgerSheetLine> lines;

    bool operator==(const LedgerSheetLot&) const = default;
};

/// The drug ledger as an inspector reads it. No layout.
struct LedgerSheet {
    QString title;
    QString subtitle;
    QString practice;
    QString practiceLine; ///< address and telephone
    bool isSynthetic = false;
    QString printed;     ///< when and by whom
    QString fingerprint; ///< of the journal's head: the record as it stood
    qint64 entries = 0;  ///< of the journal up to there
    QList<LedgerSheetLot> lots;
    QString leftOut; ///< what the sheet does not show

    bool operator==(const LedgerSheet&) const = default;
};

} // namespace kairos::reports
