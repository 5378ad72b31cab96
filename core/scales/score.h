// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"

#include <QList>
#include <QString>

#include <bit>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <vector>

namespace kairos::scales {

/// Something a rule of the instrument raised. Instrument::findRule(id) gives its source and what to do.
struct Flag {
    QString id;   ///< stable within the instrument, e.g. "suicide-item"
    QString rule; ///< in words, with the limit, e.g. "Item 9 above 0"
    base::FindingLevel level = base::FindingLevel::Information;

    bool operator==(const Flag&) const = default;
};

/// The most rules an instrument may have: which of them were raised is kept as one bit each.
inline constexpr std::size_t kMostRules = 64;

/// The flags one scoring raised, in the order of the instrument's rules. It shares the instrument's table of
/// flags and outlives the instrument; copying it copies no text.
class Flags final {
public:
    using Table = std::shared_ptr<const std::vector<Flag>>;

    class Iterator final {
    public:
        using value_type = Flag;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::forward_iterator_tag;
        using pointer = const Flag*;
        using reference = const Flag&;

        Iterator() = default;
        Iterator(const std::vector<Flag>* table, quint64 rest) : m_table(table), m_rest(rest) {}

        [[nodiscard]] const Flag& operator*() const {
            return (*m_table)[static_cast<std::size_t>(std::countr_zero(m_rest))];
        }
        [[nodiscard]] const Flag* operator->() const { return &**this; }
        Iterator& operator++() {
            m_rest &= m_rest - 1;
            return *this;
        }
        Iterator operator++(int) {
            const Iterator before = *this;
            ++*this;
            return before;
        }
        [[nodiscard]] bool operator==(const Iterator& other) const { return m_rest == other.m_rest; }

    private:
        const std::vector<Flag>* m_table = nullptr;
        quint64 m_rest = 0; ///< one bit for each flag not passed yet
    };

    Flags() = default;
    /// \param raised bit i stands for row i of the table; rows that are not there must not be raised.
    Flags(Table table, quint64 raised) : m_table(std::move(table)), m_raised(raised) {}

    [[nodiscard]] bool isEmpty() const { return m_raised == 0; }
    [[nodiscard]] qsizetype size() const { return std::popcount(m_raised); }
    [[nodiscard]] Iterator begin() const { return Iterator(m_table.get(), m_raised); }
    [[nodiscard]] Iterator end() const { return Iterator(m_table.get(), 0); }
    /// The flag at this place, counted from 0; the place must be below size().
    [[nodiscard]] const Flag& at(qsizetype place) const { return *std::next(begin(), place); }
    /// Whether a flag with this id was raised.
    [[nodiscard]] bool contains(QStringView id) const;
    /// The strongest level among the flags; none without flags.
    [[nodiscard]] std::optional<base::FindingLevel> strongest() const;
    [[nodiscard]] bool operator==(const Flags& other) const;

private:
    Table m_table;
    quint64 m_raised = 0;
};

/// The value of one part of an instrument; none when too much of it is missing.
struct Subscale {
    QString id;
    std::optional<double> value;
    bool prorated = false;

    bool operator==(const Subscale&) const = default;
};

/// What an instrument says of one set of answers.
struct Score {
    /// Leaves the fields to their initialisers alone: filling the whole with zeros first is felt in bulk
    /// scoring.
    Score() {} // NOLINT(modernize-use-equals-default)

    std::optional<double> total; ///< none when too much is missing, and for triage
    int rawSum = 0;              ///< points of what was answered, before proration and conversion
    int answered = 0;            ///< scored items with an answer; 0 for a total alone
    bool prorated = false;
    bool criticalMissing = false;  ///< a critical item (suicide) has no answer: never a remission
    std::optional<double> maximum; ///< highest total these answers could have reached (WSAS without work: 32)
    QString band;                  ///< stable band id; empty when the instrument gives none
    QList<Subscale> subscales;
    Flags flags;

    bool operator==(const Score&) const = default;
};

} // namespace kairos::scales
