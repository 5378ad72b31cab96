// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/chip.h"

#include "core/record/therapy_sheet.h"

#include <QCoreApplication>

#include <optional>

namespace kairos::ui {

/// The words of sheets that are no widget's own.
class SheetWords final {
    Q_DECLARE_TR_FUNCTIONS(SheetWords)

public:
    /// "review by Thu 5 Nov", "review today", "review was due Thu 5 Nov"; empty without a day of review.
    [[nodiscard]] static QString review(const record::TherapySheet& sheet, QDate today);
    /// The same as a state; none without a day of review.
    [[nodiscard]] static std::optional<Chip> reviewChip(const record::TherapySheet& sheet, QDate today);
};

} // namespace kairos::ui
