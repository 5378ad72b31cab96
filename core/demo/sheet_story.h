// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/therapy_sheet.h"
#include "core/scales/json_place.h"

#include <QList>
#include <QString>

#include <optional>

namespace kairos::demo {

/// A sheet as it was filled in a therapy session: the one held on that day.
struct SheetStory {
    int day = 0;
    QString form;
    QList<record::SheetField> parts;
    std::optional<int> reviewAfter; ///< days from its own day to its review
    QList<int> again;               ///< the days of the sessions in which it was gone through again
};

/// The sheets of a patient's story.
[[nodiscard]] QList<SheetStory> sheetsOf(const scales::JsonPlace& patient);

} // namespace kairos::demo
