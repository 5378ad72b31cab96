// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/chip.h"

#include "core/workflow/today_query.h"

#include <QList>
#include <QString>

namespace kairos::workflow {
class OpenPractice;
}

namespace kairos::ui {

/// A session of a day with the words of its row.
struct DayLine {
    workflow::DayRow row;
    QString session; ///< "Dose 8, 34.2 mg", "CBT 9, J. Lindqvist"
    QString worth;   ///< what is worth knowing beforehand; may be empty
    Chip state;
};

/// The rows of today, in the order of the view.
[[nodiscard]] QList<DayLine> todayLines(const workflow::TodayView& view,
                                        const workflow::OpenPractice& practice);
/// The rows of the next open day; a dose says what is missing of what it needs.
[[nodiscard]] QList<DayLine> tomorrowLines(const workflow::TodayView& view, workflow::OpenPractice& practice);

/// "J. Lindqvist" from "Jonas Lindqvist".
[[nodiscard]] QString shortName(const QString& name);

} // namespace kairos::ui
