// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/patient.h"

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace kairos::scales {

/// What became of one item in a scoring.
enum class ItemStatus : signed char {
    Counted, ///< answered
    Missing, ///< unanswered or declined, or not applicable where the instrument does not allow that
    Omitted, ///< does not apply and is left out of the total by the instrument's own rule
    Settled  ///< not answered, and its points follow from another answer or from the instrument's rule
};

/// One item as the rules see it; `value` counts only when the status is Counted.
struct ItemFact {
    int value = 0;
    ItemStatus status = ItemStatus::Missing;
};

struct AnswerEffect;

/// Everything a condition may ask about. The views are never kept.
struct Facts {
    /// Of each answer what it brings: scored items in order, then the unscored extras.
    std::span<const AnswerEffect* const> items;
    bool isAnyMissing = false; ///< some scored item is missing
    std::optional<double> total;
    record::Sex sex = record::Sex::Unknown;
    std::span<const std::optional<double>> subscales;
};

/// A condition of an instrument file: a small tree of comparisons, read once and asked many times.
struct Condition {
    enum class Kind {
        All,        ///< every part holds
        Any,        ///< at least one part holds
        Not,        ///< the first part does not hold
        Item,       ///< an answered item lies within [low, high]
        Missing,    ///< an item is missing
        AnyMissing, ///< some scored item is missing
        Omitted,    ///< an item does not apply or its points were settled without an answer
        Total,      ///< there is a total and it lies within [low, high]
        Subscale,   ///< the subscale has a value within [low, high]
        Count,      ///< the number of items at or above their threshold lies within [low, high]
        Sex         ///< the recorded sex is this one
    };

    Kind kind = Kind::All;
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    std::size_t index = 0; ///< of the item (Item, Missing, Omitted) or of the subscale (Subscale)
    record::Sex sex = record::Sex::Unknown;
    std::vector<std::size_t> items; ///< Count: indexes of the items
    std::vector<int> thresholds;    ///< Count: the lowest value that counts, one an item
    std::vector<Condition> parts;   ///< All, Any, Not

    bool operator==(const Condition&) const = default;
};

/// Whether the condition holds. An item without an answer is never within a range.
[[nodiscard]] bool holds(const Condition& condition, const Facts& facts);

/// Whether the condition asks for the answers of items, so that a total alone cannot decide it.
/// Asking whether an item is missing, or for one of the unscored extras, does not count as that.
[[nodiscard]] bool needsItems(const Condition& condition, std::size_t scored);

/// Whether the condition asks if this item is missing.
[[nodiscard]] bool asksIfMissing(const Condition& condition, std::size_t item);

} // namespace kairos::scales
