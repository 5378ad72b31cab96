// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/readiness.h"

#include <QCoreApplication>

#include <algorithm>

namespace kairos::workflow {

QList<ReadinessCell> ReadinessRow::open() const {
    QList<ReadinessCell> open;
    for (const ReadinessState state : {ReadinessState::Holds, ReadinessState::Missing}) {
        std::copy_if(cells.begin(), cells.end(), std::back_inserter(open),
                     [state](const ReadinessCell& cell) { return cell.state == state; });
    }
    return open;
}

bool ReadinessRow::isHeld() const {
    return std::any_of(cells.begin(), cells.end(),
                       [](const ReadinessCell& cell) { return cell.state == ReadinessState::Holds; });
}

int ReadinessBoard::notReady() const {
    return static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [](const ReadinessRow& row) { return !row.isReady(); }));
}

QString readinessTitle(ReadinessItem item) {
    switch (item) {
    case ReadinessItem::Fasting:
        return QCoreApplication::translate("workflow", "Fasting");
    case ReadinessItem::Escort:
        return QCoreApplication::translate("workflow", "Escort");
    case ReadinessItem::Medicines:
        return QCoreApplication::translate("workflow", "Held drugs");
    case ReadinessItem::Pressure:
        return QCoreApplication::translate("workflow", "Last BP");
    case ReadinessItem::Consent:
        return QCoreApplication::translate("workflow", "Consent");
    case ReadinessItem::Screening:
        return QCoreApplication::translate("workflow", "Screening");
    case ReadinessItem::Risk:
        return QCoreApplication::translate("workflow", "Risk");
    case ReadinessItem::Ratings:
        return QCoreApplication::translate("workflow", "Ratings");
    case ReadinessItem::Integration:
        return QCoreApplication::translate("workflow", "Integration");
    case ReadinessItem::Order:
        return QCoreApplication::translate("workflow", "Order");
    }
    return {};
}

} // namespace kairos::workflow
