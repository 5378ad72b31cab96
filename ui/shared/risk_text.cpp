// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/risk_text.h"

#include "ui/shared/chip.h"

#include <QCoreApplication>

#include <algorithm>

namespace kairos::ui {

QString riskOpenText(std::optional<qint64> openForMs) {
    constexpr qint64 kHourMs = 3'600'000;
    constexpr qint64 kHoursShown = 48;
    const QString open = chipWord(ChipKind::Risk);
    if (!openForMs) {
        return open;
    }
    const qint64 hours = std::max<qint64>(0, *openForMs / kHourMs);
    return hours < kHoursShown
               ? QCoreApplication::translate("ui.shared", "%1 %2 h", "risk open, hours").arg(open).arg(hours)
               : QCoreApplication::translate("ui.shared", "%1 %2 d", "risk open, days")
                     .arg(open)
                     .arg(hours / 24);
}

} // namespace kairos::ui
