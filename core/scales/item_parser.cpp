// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/item_parser.h"

#include "core/scales/words.h"

#include <algorithm>

namespace kairos::scales {

namespace {

const QLatin1String kItems("items");
const QLatin1String kExtras("extras");

QList<Option> parseOptions(const JsonPlace& place) {
    QList<Option> options;
    for (const JsonPlace& element : place.elements()) {
        const Option option{element.whole(QLatin1String("value")), element.text(QLatin1String("text")),
                            element.textOr(QLatin1String("loinc"), QString())};
        const auto sameValue = [&option](const Option& other) { return other.value == option.value; };
        if (std::ranges::any_of(options, sameValue)) {
            element.refuseAt(QLatin1String("value"),
                             Words::tr("the value %1 stands twice").arg(option.value));
        }
        options.append(option);
    }
    const auto [lowest, highest] = std::ranges::minmax(options, {}, &Option::value);
    if (highest.value - lowest.value + 1 != options.size()) {
        place.refuse(Words::tr("the values leave a gap"));
    }
    return options;
}

void parseItemRange(const JsonPlace& place, const QList<OptionSet>& optionSets, Item& item) {
    const QLatin1String optionsKey("options");
    if (!place.has(optionsKey)) {
        item.min = place.whole(QLatin1String("min"));
        item.max = place.whole(QLatin1String("max"));
        if (item.min >= item.max) {
            place.refuseAt(QLatin1String("max"), Words::tr("max is not above min"));
        }
        return;
    }
    item.optionSet = place.text(optionsKey);
    const auto set = std::ranges::find(optionSets, item.optionSet, &OptionSet::id);
    if (set == optionSets.end() || set->options.isEmpty()) {
        place.refuseAt(optionsKey, Words::tr("there is no option set \"%1\"").arg(item.optionSet.left(40)));
        return;
    }
    const auto [lowest, highest] = std::ranges::minmax(set->options, {}, &Option::value);
    item.min = lowest.value;
    item.max = highest.value;
}

void parseNotApplicable(const JsonPlace& place, Item& item) {
    const QLatin1String key("notApplicable");
    if (!place.has(key)) {
        return;
    }
    const JsonPlace rule = place.at(key);
    if (rule.isObject()) {
        item.notApplicable = NotApplicable::Points;
        item.notApplicablePoints = rule.whole(QLatin1String("points"));
        return;
    }
    item.notApplicable = place.word<NotApplicable>(key, {{QLatin1String("missing"), NotApplicable::Missing},
                                                         {QLatin1String("omitted"), NotApplicable::Omitted}});
}

void parseRecodes(const JsonPlace& place, Item& item) {
    for (const JsonPlace& element : place.listIfAny(QLatin1String("recode"))) {
        const Recode recode{element.whole(QLatin1String("value")), element.whole(QLatin1String("points"))};
        if (recode.value < item.min || recode.value > item.max) {
            element.refuseAt(QLatin1String("value"),
                             Words::tr("%1 is outside the item's range").arg(recode.value));
        }
        item.recodes.append(recode);
    }
}

} // namespace

QList<OptionSet> parseOptionSets(const JsonPlace& place) {
    QList<OptionSet> sets;
    for (const QString& id : place.keys()) {
        sets.append(OptionSet{id, parseOptions(place.at(id))});
    }
    return sets;
}

std::vector<Item> parseItems(const JsonPlace& root, QLatin1String key, const QList<OptionSet>& optionSets) {
    std::vector<Item> items;
    for (const JsonPlace& place : root.listIfAny(key)) {
        Item item;
        item.number = place.whole(QLatin1String("number"));
        item.topic = place.text(QLatin1String("topic"));
        item.text = place.textOr(QLatin1String("text"), item.topic);
        item.scored = key == kItems;
        item.critical = place.isSet(QLatin1String("critical"));
        item.loinc = place.textOr(QLatin1String("loinc"), QString());
        parseItemRange(place, optionSets, item);
        parseNotApplicable(place, item);
        parseRecodes(place, item);
        items.push_back(std::move(item));
    }
    return items;
}

void parseSkips(const JsonPlace& root, const ConditionNames& names, std::vector<Item>& items) {
    const QLatin1String key("skip");
    const std::vector<JsonPlace> places = root.listIfAny(kItems);
    for (std::size_t i = 0; i < places.size() && i < items.size(); ++i) {
        if (places[i].has(key)) {
            const JsonPlace skip = places[i].at(key);
            items[i].skip = Skip{parseCondition(skip.at(QLatin1String("when")), names),
                                 skip.whole(QLatin1String("points"))};
        }
    }
}

ConditionNames nameItems(const JsonPlace& root, const std::vector<Item>& items,
                         const std::vector<Item>& extras) {
    ConditionNames names;
    names.scored = items.size();
    const auto add = [&](QLatin1String key, std::size_t index, std::size_t place, const Item& item) {
        if (names.items.contains(item.number)) {
            root.at(key).refuse(
                Words::tr("the item number %1 stands twice (place %2)").arg(item.number).arg(place + 1));
        }
        names.items.insert(item.number, index);
    };
    for (std::size_t i = 0; i < items.size(); ++i) {
        add(kItems, i, i, items[i]);
    }
    for (std::size_t i = 0; i < extras.size(); ++i) {
        add(kExtras, items.size() + i, i, extras[i]);
    }
    if (items.size() + extras.size() > kMostItems) {
        root.at(kItems).refuse(Words::tr("more than %1 items").arg(kMostItems));
    }
    return names;
}

} // namespace kairos::scales
