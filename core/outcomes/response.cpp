// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/response.h"

#include <algorithm>
#include <cmath>

namespace kairos::outcomes {

namespace {

/// Falls are compared as 100 * fall >= percent * baseline, which is exact for whole numbers.
bool fellBy(double percent, TotalPair totals) {
    return 100.0 * (totals.baseline - totals.followUp) >= percent * totals.baseline;
}

} // namespace

std::optional<bool> isResponse(const scales::Instrument& instrument, TotalPair totals) {
    const scales::ResponseRule& rule = instrument.response;
    switch (rule.kind) {
    case scales::ResponseKind::None:
        return std::nullopt;
    case scales::ResponseKind::FallPercent:
        return totals.baseline > 0 ? std::optional(fellBy(rule.value, totals)) : std::nullopt;
    case scales::ResponseKind::FallPoints:
        return totals.baseline - totals.followUp >= rule.value;
    case scales::ResponseKind::RisePoints:
        return totals.followUp - totals.baseline >= rule.value;
    case scales::ResponseKind::AtMost:
        return totals.followUp <= rule.value;
    }
    return std::nullopt;
}

std::optional<bool> isPartialResponse(const scales::Instrument& instrument, TotalPair totals,
                                      double percent) {
    if (instrument.response.kind != scales::ResponseKind::FallPercent || !(totals.baseline > 0)) {
        return std::nullopt;
    }
    return fellBy(percent, totals) && !fellBy(instrument.response.value, totals);
}

std::optional<double> responseLine(const scales::Instrument& instrument, double baseline) {
    const scales::ResponseRule& rule = instrument.response;
    switch (rule.kind) {
    case scales::ResponseKind::None:
        return std::nullopt;
    case scales::ResponseKind::FallPercent:
        return baseline > 0 ? std::optional(std::floor(baseline * (100.0 - rule.value) / 100.0))
                            : std::nullopt;
    case scales::ResponseKind::FallPoints:
        return baseline >= rule.value ? std::optional(baseline - rule.value) : std::nullopt;
    case scales::ResponseKind::RisePoints:
        return baseline + rule.value <= instrument.scoring.high ? std::optional(baseline + rule.value)
                                                                : std::nullopt;
    case scales::ResponseKind::AtMost:
        return rule.value;
    }
    return std::nullopt;
}

std::optional<double> changePercent(TotalPair totals) {
    if (!(totals.baseline > 0)) {
        return std::nullopt;
    }
    return 100.0 * (totals.baseline - totals.followUp) / totals.baseline;
}

const scales::RemissionCut* remissionCutOf(const scales::Instrument& instrument, const QString& id) {
    const auto named = std::ranges::find(instrument.remission, id, &scales::RemissionCut::id);
    if (named != instrument.remission.end()) {
        return &*named;
    }
    return instrument.remission.isEmpty() ? nullptr : &instrument.remission.front();
}

} // namespace kairos::outcomes
