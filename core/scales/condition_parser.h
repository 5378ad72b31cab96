// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/condition.h"
#include "core/scales/json_place.h"

#include <QHash>

namespace kairos::scales {

/// What the numbers and ids in conditions stand for.
struct ConditionNames {
    QHash<int, std::size_t> items; ///< item number to index, extras after the scored items
    QHash<QString, std::size_t> subscales;
    std::size_t scored = 0;
};

/// Reads a condition: {"all": […]}, {"any": […]}, {"not": …}, {"item": 9, "atLeast": 1}, {"missing": 9},
/// {"anyMissing": true}, {"omitted": 1}, {"total": {"atLeast": 10}}, {"subscale": "id", "atLeast": 3},
/// {"count": {"items": […], "values": 2 or […]}, "atLeast": 5}, {"sex": "female"}.
/// Ranges take "atLeast", "atMost" or "equals".
[[nodiscard]] Condition parseCondition(const JsonPlace& place, const ConditionNames& names);

/// The index of an item by its number; refused when there is none.
[[nodiscard]] std::size_t parseItemNumber(const JsonPlace& place, const ConditionNames& names);

/// The index of a scored item by its number; the extras are refused too.
[[nodiscard]] std::size_t parseScoredNumber(const JsonPlace& place, const ConditionNames& names);

/// A recorded sex by its word: "female", "male", "intersex".
[[nodiscard]] record::Sex parseSex(const JsonPlace& place, QLatin1String key);

} // namespace kairos::scales
