// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/reliable_change.h"

#include "core/outcomes/words.h"

#include <cmath>
#include <numbers>

namespace kairos::outcomes {

QString changeClassId(ChangeClass changeClass) {
    switch (changeClass) {
    case ChangeClass::Recovered:
        return QStringLiteral("recovered");
    case ChangeClass::Improved:
        return QStringLiteral("improved");
    case ChangeClass::Unchanged:
        return QStringLiteral("unchanged");
    case ChangeClass::Deteriorated:
        return QStringLiteral("deteriorated");
    }
    return QStringLiteral("unchanged");
}

PopulationCuts populationCuts(const Populations& p) {
    return PopulationCuts{p.dysfunctionalMean - 2 * p.dysfunctionalSd, p.normalMean + 2 * p.normalSd,
                          (p.normalSd * p.dysfunctionalMean + p.dysfunctionalSd * p.normalMean) /
                              (p.normalSd + p.dysfunctionalSd)};
}

ReliableLimit reliableLimit(const scales::ReliabilityInput& input, double z) {
    ReliableLimit limit;
    limit.standardError = input.sd * std::sqrt(1 - input.reliability);
    limit.differenceError = limit.standardError * std::numbers::sqrt2;
    limit.limit = z * limit.differenceError;
    limit.points = static_cast<int>(std::floor(limit.limit)) + 1;
    return limit;
}

QString ReliableChange::ruleText() const {
    return Words::tr("at least %1 points: SD %2, r %3 (%4), %5, %6")
        .arg(QString::number(limit.points), QString::number(input.sd), QString::number(input.reliability),
             input.type, input.basis.source, base::confidenceMark(input.basis.confidence));
}

namespace {

/// The change turned so that better is negative on every instrument; none where no end is the good one.
std::optional<double> towardsWorse(const scales::Instrument& instrument, double change) {
    switch (instrument.direction) {
    case scales::Direction::LowIsGood:
        return change;
    case scales::Direction::HighIsGood:
        return -change;
    case scales::Direction::ZeroIsGood:
    case scales::Direction::None:
        return std::nullopt;
    }
    return std::nullopt;
}

bool isBeyond(const scales::Instrument& instrument, double total, double cut) {
    return instrument.direction == scales::Direction::HighIsGood ? total > cut : total < cut;
}

} // namespace

std::optional<ReliableChange> reliableChange(const scales::Instrument& instrument, TotalPair totals,
                                             const scales::ReliabilityInput& input, double z) {
    const std::optional<double> worse = towardsWorse(instrument, totals.followUp - totals.baseline);
    if (!worse) {
        return std::nullopt;
    }
    ReliableChange change;
    change.input = input;
    change.limit = reliableLimit(input, z);
    change.index = (totals.followUp - totals.baseline) / change.limit.differenceError;
    if (std::abs(change.index) > z) {
        change.changeClass = *worse < 0 ? ChangeClass::Improved : ChangeClass::Deteriorated;
    }
    return change;
}

std::optional<ReliableChange> reliableChange(const scales::Instrument& instrument, TotalPair totals,
                                             const scales::ReliabilityInput& input, double z, double cut) {
    std::optional<ReliableChange> change = reliableChange(instrument, totals, input, z);
    if (change && change->changeClass == ChangeClass::Improved &&
        isBeyond(instrument, totals.followUp, cut) && !isBeyond(instrument, totals.baseline, cut)) {
        change->changeClass = ChangeClass::Recovered;
    }
    return change;
}

} // namespace kairos::outcomes
