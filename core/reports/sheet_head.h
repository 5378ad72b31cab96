// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kairos::reports {

/// What every page of a sheet over the practice's records carries, above and below.
struct SheetHead {
    QString title;
    QString subtitle;
    QString practice;
    QString practiceLine; ///< address and telephone
    bool isSynthetic = false;
    QString printed;     ///< when and by whom
    QString fingerprint; ///< of the journal's head: the record as it stood
    qint64 entries = 0;  ///< of the journal up to there
    QString leftOut;     ///< what the sheet does not show

    bool operator==(const SheetHead&) const = default;
};

} // namespace kairos::reports
