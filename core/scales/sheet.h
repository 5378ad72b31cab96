// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/instrument.h"

#include "core/base/error.h"
#include "core/record/answer.h"

#include <array>
#include <span>

namespace kairos::scales {

/// The answers on their way to a score: what became of each item and the points it brings.
/// Lives on the stack of one scoring; the scored items come first, then the extras.
class Sheet final {
public:
    /// Only the items in use are written, so that a short form costs no more than its length.
    Sheet() {} // NOLINT(modernize-use-equals-default)

    /// Reads a filled form; false when a value is out of range or the number of answers is wrong.
    [[nodiscard]] bool read(const Instrument& instrument, std::span<const record::Answer> answers,
                            record::Sex sex);
    /// Reads what stands beside a typed total: no item is answered, only the extras may be.
    [[nodiscard]] bool readExtras(const Instrument& instrument, std::span<const record::Answer> extras);
    /// Why the reading failed, naming the item. Apart from read(), since making an error costs more than
    /// scoring.
    [[nodiscard]] base::Error refusal(const Instrument& instrument) const;

    [[nodiscard]] int sum() const { return m_sum; }           ///< points of the items that have some
    [[nodiscard]] int answered() const { return m_answered; } ///< items with an answer
    [[nodiscard]] int valued() const { return m_answered + m_settled; } ///< items that bring points
    [[nodiscard]] int missing() const { return m_missing; }
    [[nodiscard]] int omitted() const { return m_omitted; }
    [[nodiscard]] ItemStatus status(std::size_t index) const { return m_facts[index].status; }
    [[nodiscard]] int points(std::size_t index) const { return m_points[index]; }
    [[nodiscard]] bool hasPoints(std::size_t index) const {
        return status(index) == ItemStatus::Counted || status(index) == ItemStatus::Settled;
    }
    /// Whether a critical item has no answer.
    [[nodiscard]] bool isCriticalMissing(const Instrument& instrument) const;
    /// The facts without total and subscales. The sheet must outlive them.
    [[nodiscard]] Facts facts(record::Sex sex) const;

private:
    [[nodiscard]] bool writeItems(const Instrument& instrument, std::span<const record::Answer> answers);
    [[nodiscard]] bool writeExtras(const Instrument& instrument, std::span<const record::Answer> answers);
    [[nodiscard]] bool write(const Item& item, std::size_t index, const record::Answer& answer);
    void countUnanswered(ItemStatus status);
    void settleSkipped(const Instrument& instrument, record::Sex sex);

    std::array<ItemFact, kMostItems> m_facts;
    std::array<int, kMostItems> m_points;
    std::size_t m_size = 0;
    std::size_t m_given = 0;   ///< how many answers there were
    std::size_t m_refused = 0; ///< index of the item read last: after a failure the one out of range
    bool m_isCountRefused = false;
    int m_sum = 0;
    int m_answered = 0;
    int m_settled = 0;
    int m_missing = 0;
    int m_omitted = 0;
};

/// The points a value of the item brings.
[[nodiscard]] int pointsOf(const Item& item, int value);
/// The most and the fewest points an item can bring.
[[nodiscard]] int mostPoints(const Item& item);
[[nodiscard]] int fewestPoints(const Item& item);

} // namespace kairos::scales
