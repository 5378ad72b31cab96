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
    const Band* found = nullptr;
    for (const Band& band : bands) {
        if (total < band.low) {
            break;
        }
        found = &band;
    }
    return found;
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
