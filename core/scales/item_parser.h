// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/condition_parser.h"
#include "core/scales/instrument.h"
#include "core/scales/json_place.h"

namespace kairos::scales {

/// Reads "options": {"id": [{"value", "text", "loinc"?}, …]}; values are consecutive whole numbers.
[[nodiscard]] QList<OptionSet> parseOptionSets(const JsonPlace& place);

/// Reads the items under `key`; their range comes from the option set or from "min" and "max".
[[nodiscard]] std::vector<Item> parseItems(const JsonPlace& root, QLatin1String key,
                                           const QList<OptionSet>& optionSets);

/// Reads the skip conditions of the scored items, which may name items further down.
void parseSkips(const JsonPlace& root, const ConditionNames& names, std::vector<Item>& items);

/// The numbers of all items, refused when one stands twice.
[[nodiscard]] ConditionNames nameItems(const JsonPlace& root, const std::vector<Item>& items,
                                       const std::vector<Item>& extras);

} // namespace kairos::scales
