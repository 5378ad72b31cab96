// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/condition_parser.h"

#include "core/scales/words.h"

namespace kairos::scales {

namespace {

void parseRange(const JsonPlace& place, Condition& condition) {
    const QLatin1String equals("equals");
    const QLatin1String atLeast("atLeast");
    const QLatin1String atMost("atMost");
    if (place.has(equals)) {
        condition.low = condition.high = place.number(equals);
        return;
    }
    condition.low = place.numberIfAny(atLeast).value_or(condition.low);
    condition.high = place.numberIfAny(atMost).value_or(condition.high);
    if (condition.low > condition.high) {
        place.refuse(Words::tr("atLeast is above atMost"));
    }
}

std::vector<Condition> parseParts(const std::vector<JsonPlace>& places, const ConditionNames& names) {
    std::vector<Condition> parts;
    parts.reserve(places.size());
    for (const JsonPlace& place : places) {
        parts.push_back(parseCondition(place, names));
    }
    return parts;
}

void parseCount(const JsonPlace& place, const ConditionNames& names, Condition& condition) {
    const QLatin1String items("items");
    const QLatin1String values("values");
    for (const JsonPlace& element : place.list(items)) {
        condition.items.push_back(parseItemNumber(element, names));
    }
    if (!place.at(values).isArray()) {
        condition.thresholds.assign(condition.items.size(), place.whole(values));
        return;
    }
    condition.thresholds = place.wholes(values);
    if (condition.thresholds.size() != condition.items.size()) {
        place.refuseAt(values, Words::tr("one value for each item is expected"));
        condition.thresholds.assign(condition.items.size(), 0);
    }
}

std::size_t parseSubscaleId(const JsonPlace& place, const ConditionNames& names) {
    const QString id = place.asText();
    if (!names.subscales.contains(id)) {
        place.refuse(Words::tr("there is no subscale \"%1\"").arg(id.left(40)));
    }
    return names.subscales.value(id);
}

/// The comparisons that carry their range beside them, and those that need none.
void parseComparison(const JsonPlace& place, QLatin1String key, const ConditionNames& names,
                     Condition& condition) {
    switch (condition.kind) {
    case Condition::Kind::Item:
        condition.index = parseItemNumber(place.at(key), names);
        parseRange(place, condition);
        break;
    case Condition::Kind::Subscale:
        condition.index = parseSubscaleId(place.at(key), names);
        parseRange(place, condition);
        break;
    case Condition::Kind::Count:
        parseCount(place.at(key), names, condition);
        parseRange(place, condition);
        break;
    case Condition::Kind::Total:
        parseRange(place.at(key), condition);
        break;
    case Condition::Kind::Missing:
    case Condition::Kind::Omitted:
        condition.index = parseItemNumber(place.at(key), names);
        break;
    case Condition::Kind::Sex:
        condition.sex = parseSex(place, key);
        break;
    case Condition::Kind::AnyMissing:
        break;
    case Condition::Kind::Not:
        condition.parts.push_back(parseCondition(place.at(key), names));
        break;
    case Condition::Kind::All:
    case Condition::Kind::Any:
        condition.parts = parseParts(place.list(key), names);
        break;
    }
}

} // namespace

Condition parseCondition(const JsonPlace& place, const ConditionNames& names) {
    static const std::initializer_list<std::pair<QLatin1String, Condition::Kind>> kKinds = {
        {QLatin1String("all"), Condition::Kind::All},
        {QLatin1String("any"), Condition::Kind::Any},
        {QLatin1String("not"), Condition::Kind::Not},
        {QLatin1String("item"), Condition::Kind::Item},
        {QLatin1String("missing"), Condition::Kind::Missing},
        {QLatin1String("anyMissing"), Condition::Kind::AnyMissing},
        {QLatin1String("omitted"), Condition::Kind::Omitted},
        {QLatin1String("total"), Condition::Kind::Total},
        {QLatin1String("subscale"), Condition::Kind::Subscale},
        {QLatin1String("count"), Condition::Kind::Count},
        {QLatin1String("sex"), Condition::Kind::Sex}};
    Condition condition;
    for (const auto& kind : kKinds) {
        if (place.has(kind.first)) {
            condition.kind = kind.second;
            parseComparison(place, kind.first, names, condition);
            return condition;
        }
    }
    return condition;
}

std::size_t parseItemNumber(const JsonPlace& place, const ConditionNames& names) {
    const int number = place.asWhole();
    if (!names.items.contains(number)) {
        place.refuse(Words::tr("there is no item %1").arg(number));
    }
    return names.items.value(number);
}

std::size_t parseScoredNumber(const JsonPlace& place, const ConditionNames& names) {
    const std::size_t index = parseItemNumber(place, names);
    if (index >= names.scored) {
        place.refuse(Words::tr("this item is not scored"));
        return 0;
    }
    return index;
}

record::Sex parseSex(const JsonPlace& place, QLatin1String key) {
    return place.word<record::Sex>(key, {{QLatin1String("female"), record::Sex::Female},
                                         {QLatin1String("male"), record::Sex::Male},
                                         {QLatin1String("intersex"), record::Sex::Intersex}});
}

} // namespace kairos::scales
