// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcomes/trend.h"
#include "core/record/rating.h"
#include "core/scales/instrument.h"

#include <QDate>
#include <QList>
#include <QLocale>
#include <QTimeZone>

#include <optional>

namespace kairos::ui {

/// One rating as a column of the map.
struct HeatColumn {
    record::RatingId rating;
    QDate day;
    QList<record::Answer> answers;
    std::optional<double> total;
    bool isMixed = false; ///< the recall window reaches back before the first dose

    bool operator==(const HeatColumn&) const = default;
};

/// The columns of a series: ratings that hold answers, oldest first.
[[nodiscard]] QList<HeatColumn> heatColumnsOf(const scales::Instrument& instrument,
                                              const QList<record::Rating>& ratings,
                                              const outcomes::Trend& trend, const QTimeZone& zone);

/// The step of the heat ramp, 0 to 3, of a value within an item's range. The lowest value alone is 0.
[[nodiscard]] int heatStep(const scales::Item& item, const scales::OptionSet* options, int value);

/// What moved and what did not between the first and the last column, in one or two sentences; empty when
/// there are fewer than two.
[[nodiscard]] QString itemsInWords(const scales::Instrument& instrument, const QList<HeatColumn>& columns,
                                   const QLocale& locale);

} // namespace kairos::ui
