// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/readiness.h"

#include "core/workflow/words.h"

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
        return Words::tr("Fasting");
    case ReadinessItem::Escort:
        return Words::tr("Escort");
    case ReadinessItem::Medicines:
        return Words::tr("Held drugs");
    case ReadinessItem::Pressure:
        return Words::tr("Last BP");
    case ReadinessItem::Consent:
        return Words::tr("Consent");
    case ReadinessItem::Screening:
        return Words::tr("Screening");
    case ReadinessItem::Risk:
        return Words::tr("Risk");
    case ReadinessItem::Ratings:
        return Words::tr("Ratings");
    case ReadinessItem::Integration:
        return Words::tr("Integration");
    case ReadinessItem::Order:
        return Words::tr("Order");
    }
    return {};
}

} // namespace kairos::workflow
