// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/instrument.h"

#include "core/base/result.h"
#include "core/record/answer.h"

#include <array>
#include <span>

namespace kairos::scales {

/// The answers on their way to a score: what became of each item and the points it brings.
/// Lives on the stack of one scoring; the scored items come first, then the extras.
struct Sheet {
    std::array<ItemFact, kMostItems> facts;
    std::array<int, kMostItems> points;
    std::size_t scored = 0;
    std::size_t size = 0;
    int sum = 0;      ///< points of the items that have some
    int answered = 0; ///< items counted
    int settled = 0;
    int missing = 0;
    int omitted = 0;

    /// How many items bring points.
    [[nodiscard]] int valued() const { return answered + settled; }
    [[nodiscard]] bool hasPoints(std::size_t index) const {
        return facts[index].status == ItemStatus::Counted || facts[index].status == ItemStatus::Settled;
    }
};

/// Reads a filled form. Error InvalidInput, naming the item, for a value out of range or a wrong count.
[[nodiscard]] base::Result<Sheet> readSheet(const Instrument& instrument,
                                            std::span<const record::Answer> answers, record::Sex sex);

/// The sheet behind a typed total: no item is answered, only the extras may be.
[[nodiscard]] base::Result<Sheet> readTotalSheet(const Instrument& instrument,
                                                 std::span<const record::Answer> extras);

/// The facts of a sheet, without total and subscales. The sheet must outlive them.
[[nodiscard]] Facts factsOf(const Sheet& sheet, record::Sex sex);

/// Whether a critical item has no answer.
[[nodiscard]] bool isCriticalMissing(const Instrument& instrument, const Sheet& sheet);

/// The points a value of the item brings.
[[nodiscard]] int pointsOf(const Item& item, int value);
/// The most and the fewest points an item can bring.
[[nodiscard]] int mostPoints(const Item& item);
[[nodiscard]] int fewestPoints(const Item& item);

} // namespace kairos::scales
