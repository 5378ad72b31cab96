// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/sheet_head.h"

#include <QStringList>

namespace kairos::reports {

/// A letter as it prints. No layout.
struct LetterSheet : SheetHead {
    QString mrn;
    QStringList lines; ///< as they were typed; an empty one is a gap

    bool operator==(const LetterSheet&) const = default;
};

} // namespace kairos::reports
