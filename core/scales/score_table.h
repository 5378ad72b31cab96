// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/condition.h"

#include "core/record/answer.h"

#include <QtGlobal>

#include <array>
#include <vector>

namespace kairos::scales {

struct Instrument;
struct Rule;

/// What one answer, or several together, brings to the scoring of a form. Everything in it adds up.
struct AnswerSum {
    quint64 held = 0;    ///< one bit for each comparison that holds; each belongs to one item
    quint64 tallies = 0; ///< one byte for each count of the rules
    quint64 counts = 0;  ///< one byte for each of: answered, missing, omitted, settled, critical and missing
    quint64 points = 0;  ///< two's complement

    AnswerSum& operator+=(const AnswerSum& other) {
        held += other.held;
        tallies += other.tallies;
        counts += other.counts;
        points += other.points;
        return *this;
    }
    AnswerSum& operator-=(const AnswerSum& other) {
        held -= other.held;
        tallies -= other.tallies;
        counts -= other.counts;
        points -= other.points;
        return *this;
    }
    [[nodiscard]] int answered() const { return byteOf(counts, 0); }
    [[nodiscard]] int missing() const { return byteOf(counts, 1); }
    [[nodiscard]] int omitted() const { return byteOf(counts, 2); }
    [[nodiscard]] int settled() const { return byteOf(counts, 3); }
    [[nodiscard]] int criticalMissing() const { return byteOf(counts, 4); }
    [[nodiscard]] int pointSum() const { return static_cast<int>(points); }

    [[nodiscard]] static int byteOf(quint64 bytes, unsigned place) {
        return static_cast<int>((bytes >> (8 * place)) & 0xFF);
    }
};

/// What one answer to one item brings.
struct AnswerEffect {
    AnswerSum sum;
    ItemFact fact;
};

/// An instrument made ready for scoring. What an answer brings is reckoned once, when the instrument is read,
/// and so is what several rules ask: scoring adds up what the answers bring, and a rule is a few operations
/// on bits. It says of every form what holds() says rule by rule.
class ScoreTable final {
public:
    /// The most different comparisons the rules of an instrument may make: each has one bit.
    static constexpr std::size_t kMostComparisons = 64;
    /// The most different answers an item may have.
    static constexpr int kMostAnswers = 4096;

    /// Lays the table for the rules and items as they stand; it is empty when they go beyond the limits
    /// above.
    void lay(const Instrument& instrument);

    /// What an answer to an item brings, items first, then the extras; none when its value is out of range.
    [[nodiscard]] const AnswerEffect* effect(std::size_t index, const record::Answer& answer) const {
        const ItemRows& rows = m_items[index];
        if (answer.state == record::AnswerState::Given) {
            // One comparison for both ends: below the lowest wraps around to a large number.
            const unsigned offset = static_cast<unsigned>(answer.value) - static_cast<unsigned>(rows.lowest);
            return offset < rows.size ? &m_effects[rows.first + offset] : nullptr;
        }
        const bool isAside = answer.state == record::AnswerState::NotApplicable;
        return &m_effects[rows.first + rows.size + (isAside ? 1 : 0)];
    }
    /// What the item brings when another answer says that it is not asked.
    [[nodiscard]] const AnswerEffect& skipped(std::size_t index) const {
        return m_effects[m_items[index].first + m_items[index].size + 2];
    }
    [[nodiscard]] bool hasSkips() const { return m_hasSkips; }
    /// How many items, extras included, it is laid for.
    [[nodiscard]] std::size_t size() const { return m_items.size(); }
    /// Bit i: rule i can be decided from a total alone.
    [[nodiscard]] quint64 totalRules() const { return m_totalRules; }

    /// Bit i is set when rule i holds.
    /// \param form what all answers of the form bring together
    [[nodiscard]] quint64 raised(const AnswerSum& form, const Facts& facts) const;

private:
    using Place = unsigned char; ///< of a result among the bits

    /// The rows of an item: its values, then missing, not applicable, skipped.
    struct ItemRows {
        int lowest;
        unsigned size;
        std::size_t first;
    };
    struct CountRange {
        unsigned tally;
        int low;
        int high;
        Place place;
    };
    struct TotalRange {
        double low;
        double high;
        Place place;
    };
    /// A comparison that is asked as it stands.
    struct Other {
        Condition condition;
        Place place{};
    };
    /// Joins results that stand before it.
    struct Gate {
        quint64 parts;
        quint64 wanted; ///< what the parts are compared with
        quint64 turned; ///< 1: holds when they differ from it
        Place place;
    };
    struct Known {
        Condition condition;
        Place place{};
    };

    [[nodiscard]] Place placeOf(const std::vector<Rule>& rules, const Condition& condition);
    void lay(const Condition& condition, quint64 parts, Place place);
    void addCount(const Condition& condition, Place place);
    void layItem(const Instrument& instrument, std::size_t index);
    [[nodiscard]] AnswerSum sumOf(std::size_t index, const ItemFact& fact) const;

    std::vector<ItemRows> m_items;
    std::vector<AnswerEffect> m_effects;
    std::vector<Known> m_known;
    std::vector<Condition> m_tallies; ///< of each the items and thresholds
    std::vector<CountRange> m_counts;
    std::vector<TotalRange> m_totals;
    std::vector<Other> m_others;
    std::vector<Gate> m_gates;
    quint64 m_anyMissing = 0; ///< the bits that stand for "some item is missing"
    quint64 m_rules = 0;      ///< the bits of the rules themselves: the lowest ones, in order
    quint64 m_totalRules = 0;
    std::size_t m_nextPlace = 0;
    bool m_hasSkips = false;
};

} // namespace kairos::scales
