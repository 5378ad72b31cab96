// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/condition.h"

#include "core/scales/score_table.h"

#include <algorithm>

namespace kairos::scales {

namespace {

// The comparisons below use & on purpose: answers are hard to foresee, and a branch costs more than both
// sides.

bool isWithin(double value, const Condition& condition) {
    return (value >= condition.low) & (value <= condition.high);
}

bool itemHolds(const Condition& condition, const Facts& facts) {
    const ItemFact& fact = facts.items[condition.index]->fact;
    return (fact.status == ItemStatus::Counted) & isWithin(fact.value, condition);
}

bool countHolds(const Condition& condition, const Facts& facts) {
    int count = 0;
    const AnswerEffect* const* items = facts.items.data();
    const int* threshold = condition.thresholds.data();
    for (const std::size_t index : condition.items) {
        const ItemFact& fact = items[index]->fact;
        count += static_cast<int>((fact.status == ItemStatus::Counted) & (fact.value >= *threshold));
        ++threshold;
    }
    return isWithin(count, condition);
}

bool isSetAside(const ItemFact& fact) {
    return fact.status == ItemStatus::Omitted || fact.status == ItemStatus::Settled;
}

} // namespace

bool holds(const Condition& condition, const Facts& facts) {
    switch (condition.kind) {
    case Condition::Kind::All:
        return std::ranges::all_of(condition.parts,
                                   [&](const Condition& part) { return holds(part, facts); });
    case Condition::Kind::Any: {
        // Every part is asked, whatever the ones before it gave: they are few and mostly single items.
        bool isAny = false;
        for (const Condition& part : condition.parts) {
            isAny |= part.kind == Condition::Kind::Item ? itemHolds(part, facts) : holds(part, facts);
        }
        return isAny;
    }
    case Condition::Kind::Not:
        return !holds(condition.parts.front(), facts);
    case Condition::Kind::Item:
        return itemHolds(condition, facts);
    case Condition::Kind::Missing:
        return facts.items[condition.index]->fact.status == ItemStatus::Missing;
    case Condition::Kind::AnyMissing:
        return facts.isAnyMissing;
    case Condition::Kind::Omitted:
        return isSetAside(facts.items[condition.index]->fact);
    case Condition::Kind::Total:
        return facts.total.has_value() && isWithin(*facts.total, condition);
    case Condition::Kind::Subscale:
        return facts.subscales[condition.index].has_value() &&
               isWithin(*facts.subscales[condition.index], condition);
    case Condition::Kind::Count:
        return countHolds(condition, facts);
    case Condition::Kind::Sex:
        return facts.sex == condition.sex;
    }
    return false;
}

bool needsItems(const Condition& condition, std::size_t scored) {
    switch (condition.kind) {
    case Condition::Kind::All:
    case Condition::Kind::Any:
    case Condition::Kind::Not:
        return std::ranges::any_of(condition.parts,
                                   [scored](const Condition& part) { return needsItems(part, scored); });
    case Condition::Kind::Item:
    case Condition::Kind::Omitted:
        return condition.index < scored;
    case Condition::Kind::AnyMissing:
    case Condition::Kind::Subscale:
    case Condition::Kind::Count:
        return true;
    case Condition::Kind::Missing:
    case Condition::Kind::Total:
    case Condition::Kind::Sex:
        return false;
    }
    return true;
}

bool asksIfMissing(const Condition& condition, std::size_t item) {
    if (condition.kind == Condition::Kind::AnyMissing) {
        return true;
    }
    if (condition.kind == Condition::Kind::Missing) {
        return condition.index == item;
    }
    return std::ranges::any_of(condition.parts,
                               [item](const Condition& part) { return asksIfMissing(part, item); });
}

} // namespace kairos::scales
