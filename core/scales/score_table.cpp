// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/score_table.h"

#include "core/scales/instrument.h"

#include <algorithm>
#include <cmath>

namespace kairos::scales {

namespace {

constexpr std::size_t kMostTallies = 8; ///< as many bytes as AnswerEffect has for them
constexpr std::size_t kLongestTally = 255;

quint64 bit(std::size_t place) {
    return quint64{1} << place;
}

quint64 one(unsigned byte) {
    return quint64{1} << (8 * byte);
}

/// A limit of a count, which is a whole number: a limit between two of them is the next one inside.
int lowest(double low) {
    return low <= 0 ? 0 : static_cast<int>(std::ceil(std::min(low, double{kLongestTally} + 1)));
}

int highest(double high) {
    return high < 0 ? -1 : static_cast<int>(std::floor(std::min(high, double{kLongestTally})));
}

ItemStatus statusAside(NotApplicable meaning) {
    switch (meaning) {
    case NotApplicable::Missing:
        return ItemStatus::Missing;
    case NotApplicable::Omitted:
        return ItemStatus::Omitted;
    case NotApplicable::Points:
        return ItemStatus::Settled;
    }
    return ItemStatus::Missing;
}

/// What an item counts as; the extras have no points and are in no count but that of the critical ones.
quint64 countsOf(const Item& item, bool isScored, ItemStatus status) {
    quint64 counts = status == ItemStatus::Missing && item.critical ? one(4) : 0;
    if (!isScored) {
        return counts;
    }
    switch (status) {
    case ItemStatus::Counted:
        return counts + one(0);
    case ItemStatus::Missing:
        return counts + one(1);
    case ItemStatus::Omitted:
        return counts + one(2);
    case ItemStatus::Settled:
        return counts + one(3);
    }
    return counts;
}

/// What a list of one asks, however often it is wrapped.
const Condition* withoutLists(const Condition* condition) {
    while ((condition->kind == Condition::Kind::All || condition->kind == Condition::Kind::Any) &&
           condition->parts.size() == 1) {
        condition = &condition->parts.front();
    }
    return condition;
}

/// The same question without wrappings that change nothing: a list of one, a denial of a denial.
const Condition& plainest(const Condition& written) {
    const Condition* condition = withoutLists(&written);
    while (condition->kind == Condition::Kind::Not) {
        const Condition* denied = withoutLists(&condition->parts.front());
        if (denied->kind != Condition::Kind::Not) {
            break;
        }
        condition = withoutLists(&denied->parts.front());
    }
    return *condition;
}

} // namespace

void ScoreTable::lay(const Instrument& instrument) {
    *this = ScoreTable();
    const auto isLong = [](const Item& item) { return qint64{item.max} - item.min >= kMostAnswers; };
    if (instrument.rules.size() > kMostRules || std::ranges::any_of(instrument.items, isLong) ||
        std::ranges::any_of(instrument.extras, isLong)) {
        return;
    }
    m_nextPlace = instrument.rules.size();
    for (std::size_t i = 0; i < instrument.rules.size() && m_nextPlace <= kMostComparisons; ++i) {
        const Rule& rule = instrument.rules[i];
        const std::size_t place = placeOf(instrument.rules, rule.when);
        if (place != i) { // another rule, or a part of one, asks the same
            m_gates.push_back({bit(place), bit(place), 0, static_cast<Place>(i)});
        }
        m_rules |= bit(i);
        m_totalRules |= rule.itemsNeeded ? 0 : bit(i);
    }
    for (std::size_t i = 0; i < instrument.formSize() && m_nextPlace <= kMostComparisons; ++i) {
        layItem(instrument, i);
    }
}

void ScoreTable::layItem(const Instrument& instrument, std::size_t index) {
    const std::size_t scored = instrument.items.size();
    const bool isScored = index < scored;
    const Item& item = isScored ? instrument.items[index] : instrument.extras[index - scored];
    const auto add = [&](const ItemFact& fact, int points) {
        AnswerSum sum = sumOf(index, fact);
        sum.counts = countsOf(item, isScored, fact.status);
        sum.points = isScored ? static_cast<quint64>(qint64{points}) : 0;
        m_effects.push_back({sum, fact});
    };
    m_items.push_back(
        {item.min, static_cast<unsigned>(std::max(0, item.max - item.min + 1)), m_effects.size()});
    for (int value = item.min; value <= item.max; ++value) {
        add({value, ItemStatus::Counted}, pointsOf(item, value));
    }
    add({0, ItemStatus::Missing}, 0);
    const ItemStatus aside = statusAside(item.notApplicable);
    add({0, aside}, aside == ItemStatus::Settled ? item.notApplicablePoints : 0);
    add({0, ItemStatus::Settled}, item.skip ? item.skip->points : 0);
    m_hasSkips |= item.skip.has_value();
}

/// The comparisons and counts that an item in this state fulfils by itself.
AnswerSum ScoreTable::sumOf(std::size_t index, const ItemFact& fact) const {
    AnswerSum sum;
    const AnswerEffect effect{{}, fact};
    const std::vector<const AnswerEffect*> items(index + 1, &effect);
    Facts facts;
    facts.items = items;
    for (const Known& known : m_known) {
        const bool isOfItem = known.condition.kind == Condition::Kind::Item ||
                              known.condition.kind == Condition::Kind::Missing ||
                              known.condition.kind == Condition::Kind::Omitted;
        if (isOfItem && known.condition.index == index && holds(known.condition, facts)) {
            sum.held |= bit(known.place);
        }
    }
    for (unsigned tally = 0; tally < m_tallies.size(); ++tally) {
        const Condition& count = m_tallies[tally];
        for (std::size_t i = 0; i < count.items.size(); ++i) {
            const bool counts = count.items[i] == index && fact.status == ItemStatus::Counted &&
                                fact.value >= count.thresholds[i];
            sum.tallies += counts ? one(tally) : 0;
        }
    }
    return sum;
}

/// The bit of a condition: that of the rule it is, else one of its own; what stood before has its bit
/// already.
ScoreTable::Place ScoreTable::placeOf(const std::vector<Rule>& rules, const Condition& condition) {
    const Condition& plain = plainest(condition);
    const auto known = std::ranges::find(m_known, plain, &Known::condition);
    if (known != m_known.end()) {
        return known->place;
    }
    quint64 parts = 0;
    for (const Condition& part : plain.parts) {
        parts |= bit(placeOf(rules, part));
    }
    const auto rule = std::ranges::find(rules, plain, &Rule::when);
    const std::size_t place =
        rule != rules.end() ? static_cast<std::size_t>(rule - rules.begin()) : m_nextPlace++;
    if (place >= kMostComparisons) {
        return 0;
    }
    m_known.push_back({plain, static_cast<Place>(place)});
    lay(plain, parts, static_cast<Place>(place));
    return static_cast<Place>(place);
}

void ScoreTable::lay(const Condition& condition, quint64 parts, Place place) {
    switch (condition.kind) {
    case Condition::Kind::All:
        m_gates.push_back({parts, parts, 0, place});
        return;
    case Condition::Kind::Any:
        m_gates.push_back({parts, 0, 1, place});
        return;
    case Condition::Kind::Not:
        m_gates.push_back({parts, 0, 0, place});
        return;
    case Condition::Kind::Total:
        m_totals.push_back({condition.low, condition.high, place});
        return;
    case Condition::Kind::Count:
        addCount(condition, place);
        return;
    case Condition::Kind::AnyMissing:
        m_anyMissing |= bit(place);
        return;
    case Condition::Kind::Subscale:
    case Condition::Kind::Sex:
        m_others.push_back({condition, place});
        return;
    case Condition::Kind::Item:
    case Condition::Kind::Missing:
    case Condition::Kind::Omitted:
        return; // with the item's own rows
    }
}

void ScoreTable::addCount(const Condition& condition, Place place) {
    const auto isSame = [&](const Condition& tally) {
        return tally.items == condition.items && tally.thresholds == condition.thresholds;
    };
    auto tally = std::ranges::find_if(m_tallies, isSame);
    if (tally == m_tallies.end()) {
        if (m_tallies.size() >= kMostTallies || condition.items.size() > kLongestTally) {
            m_others.push_back({condition, place});
            return;
        }
        tally = m_tallies.insert(m_tallies.end(), condition);
    }
    m_counts.push_back({static_cast<unsigned>(tally - m_tallies.begin()), lowest(condition.low),
                        highest(condition.high), place});
}

quint64 ScoreTable::raised(const AnswerSum& form, const Facts& facts) const {
    // Without branches on the answers: they are hard to foresee, and a comparison is cheaper than a wrong
    // guess.
    quint64 bits = form.held | (form.missing() > 0 ? m_anyMissing : 0);
    for (const CountRange& range : m_counts) {
        const int count = AnswerSum::byteOf(form.tallies, range.tally);
        const bool isWithin = (count >= range.low) & (count <= range.high);
        bits |= quint64{isWithin} << range.place;
    }
    // No total is within no range, since nothing compares with "not a number".
    const double total = facts.total.value_or(std::numeric_limits<double>::quiet_NaN());
    for (const TotalRange& range : m_totals) {
        const bool isWithin = (total >= range.low) & (total <= range.high);
        bits |= quint64{isWithin} << range.place;
    }
    for (const Other& other : m_others) {
        bits |= quint64{holds(other.condition, facts)} << other.place;
    }
    for (const Gate& gate : m_gates) {
        bits |= (quint64{(bits & gate.parts) == gate.wanted} ^ gate.turned) << gate.place;
    }
    return bits & m_rules;
}

} // namespace kairos::scales
