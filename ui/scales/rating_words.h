// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/scales/rating_entry.h"

#include "ui/shared/banner.h"

#include "core/outcomes/trend.h"
#include "core/record/practice.h"
#include "core/record/risk_item.h"
#include "core/scales/score.h"

#include <QLocale>
#include <QTimeZone>

#include <optional>

namespace kairos::ui {

/// What a rating page says in words, apart from its widgets.
struct RiskBannerInput {
    const RatingEntry& entry;
    const scales::Score& score;
    const record::Practice& practice;
    std::optional<record::RiskItem> openRisk; ///< before the form is saved, or what saving made of it
    bool isSaved = false;
    std::optional<record::RiskItem> closedRisk = {}; ///< the last one that was closed
    bool isStored = false;                           ///< a rating of before is read: nothing is finished
    QString decision = {}; ///< of a stored rating whose own risk item is closed: what was decided about it
};

/// The banner of the gravest thing the answers raise, by name and score; none when they raise nothing grave.
/// Rules about missing answers wait until every line has something.
[[nodiscard]] std::optional<BannerText> riskBannerText(const RiskBannerInput& input);

/// The lines behind the rules that riskBannerText speaks of.
[[nodiscard]] QList<int> alarmedPlaces(const RatingEntry& entry, const scales::Score& score);

/// What follows from finishing now, where lines have no answer; empty when all have one.
[[nodiscard]] QString consequenceOfGaps(const RatingEntry& entry, const scales::Score& score);

/// "▼ 11 (58 %), response"; empty without a baseline to compare with.
[[nodiscard]] QString changeSinceBaseline(const outcomes::Trend& trend);
/// "▲ 2, below the 5 used"
[[nodiscard]] QString changeSinceLast(const scales::Instrument& instrument, double last, double now);
/// "▼ 11", "▲ 2", "no change"
[[nodiscard]] QString changeSign(double points);

/// "self, on screen"
[[nodiscard]] QString modeWords(record::RatingMode mode);

/// "item wording free to reproduce", "copied from the licensed paper form", "total alone"
[[nodiscard]] QString wordingWords(const scales::Instrument& instrument);

} // namespace kairos::ui
