// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/instrument.h"

#include <algorithm>

namespace kairos::scales {

const OptionSet* Instrument::findOptionSet(const QString& setId) const {
    const auto found = std::ranges::find(optionSets, setId, &OptionSet::id);
    return found == optionSets.end() ? nullptr : &*found;
}

const Rule* Instrument::findRule(const QString& ruleId) const {
    const auto found =
        std::ranges::find_if(rules, [&ruleId](const Rule& rule) { return rule.flag.id == ruleId; });
    return found == rules.end() ? nullptr : &*found;
}

const Band* Instrument::findBand(const QString& bandId) const {
    const auto band = std::ranges::find(bands, bandId, &Band::id);
    if (band != bands.end()) {
        return &*band;
    }
    const auto byClass = std::ranges::find_if(
        classes, [&bandId](const BandClass& candidate) { return candidate.band.id == bandId; });
    return byClass == classes.end() ? nullptr : &byClass->band;
}

const Band* Instrument::bandOf(double total) const {
    // A total between two whole numbers belongs to the lower band: the higher one is not reached yet.
    // All of them are asked: which one it is is hard to foresee, and this is felt in bulk scoring.
    std::size_t reached = 0;
    for (const Band& band : bands) {
        reached += static_cast<std::size_t>(total >= band.low);
    }
    return reached == 0 ? nullptr : &bands[reached - 1];
}

bool Instrument::isRemission(double total, const RemissionCut& cut) const {
    switch (direction) {
    case Direction::LowIsGood:
        return total <= cut.limit;
    case Direction::HighIsGood:
        return total >= cut.limit;
    case Direction::ZeroIsGood:
    case Direction::None:
        return false;
    }
    return false;
}

int pointsOf(const Item& item, int value) {
    const auto found = std::ranges::find(item.recodes, value, &Recode::value);
    return found == item.recodes.end() ? value : found->points;
}

int mostPoints(const Item& item) {
    if (item.recodes.isEmpty()) {
        return item.max;
    }
    int most = pointsOf(item, item.min);
    for (int value = item.min; value <= item.max; ++value) {
        most = std::max(most, pointsOf(item, value));
    }
    return most;
}

int fewestPoints(const Item& item) {
    if (item.recodes.isEmpty()) {
        return item.min;
    }
    int fewest = pointsOf(item, item.min);
    for (int value = item.min; value <= item.max; ++value) {
        fewest = std::min(fewest, pointsOf(item, value));
    }
    return fewest;
}

void makeScorable(Instrument& instrument) {
    auto table = std::make_shared<std::vector<Flag>>();
    table->reserve(instrument.rules.size());
    for (const Rule& rule : instrument.rules) {
        table->push_back(rule.flag);
    }
    instrument.flagTable = std::move(table);
    instrument.scoreTable.lay(instrument);
}

QString wordingId(Wording wording) {
    switch (wording) {
    case Wording::Official:
        return QStringLiteral("official");
    case Wording::Labels:
        return QStringLiteral("labels");
    case Wording::Total:
        return QStringLiteral("total");
    }
    return QStringLiteral("labels");
}

QString raterId(Rater rater) {
    return rater == Rater::Self ? QStringLiteral("self") : QStringLiteral("clinician");
}

} // namespace kairos::scales
