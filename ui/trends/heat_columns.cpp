// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/heat_columns.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace kairos::ui {
namespace {

constexpr int kHighestStep = 3;

class HeatWords final {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::HeatColumns)

public:
    static QString stayed(const QString& since, const QString& topics) {
        return tr("Not lower than on %1: %2.").arg(since, topics);
    }
    static QString critical(const scales::Item& item, int value) {
        return tr("Item %1 (%2) is at %3 in the newest rating.")
            .arg(item.number)
            .arg(item.topic.toLower())
            .arg(value);
    }
};

/// Half of an item's range: a fall of as much is a fall that can be named.
bool hasFallen(int first, int last, int range) {
    return (first - last) * 2 >= range && first > last;
}

int rangeOf(const scales::Instrument& instrument, const scales::Item& item) {
    const auto* options = instrument.findOptionSet(item.optionSet);
    return options != nullptr && !options->options.isEmpty()
               ? options->options.last().value - options->options.first().value
               : item.max - item.min;
}

} // namespace

QList<HeatColumn> heatColumnsOf(const scales::Instrument& instrument, const QList<record::Rating>& ratings,
                                const outcomes::Trend& trend, const QTimeZone& zone) {
    QList<HeatColumn> columns;
    const auto items = static_cast<qsizetype>(instrument.items.size());
    for (const record::Rating& rating : ratings) {
        const bool hasAnswers =
            rating.mode != record::RatingMode::TotalOnly && rating.answers.size() >= items;
        if (!hasAnswers || items == 0) {
            continue;
        }
        const auto point = std::find_if(
            trend.points.begin(), trend.points.end(),
            [&](const outcomes::TrendPoint& candidate) { return candidate.rating == rating.id; });
        const bool isMixed = point != trend.points.end() && point->pretreatmentShare > 0;
        columns.append({rating.id, rating.assessedAt.local(zone).date(), rating.answers.first(items),
                        rating.total, isMixed});
    }
    return columns;
}

int heatStep(const scales::Item& item, const scales::OptionSet* options, int value) {
    const bool hasOptions = options != nullptr && !options->options.isEmpty();
    const int low = hasOptions ? options->options.first().value : item.min;
    const int high = hasOptions ? options->options.last().value : item.max;
    if (value <= low || high <= low) {
        return 0;
    }
    const int range = high - low;
    // Rounded up: whatever is above the lowest answer shows.
    return std::min(kHighestStep, ((value - low) * kHighestStep + range - 1) / range);
}

QString itemsInWords(const scales::Instrument& instrument, const QList<HeatColumn>& columns,
                     const QLocale& locale) {
    if (columns.size() < 2) {
        return {};
    }
    const HeatColumn& first = columns.first();
    const HeatColumn& last = columns.last();
    QStringList stayed;
    QStringList critical;
    bool hasMoved = false;
    for (std::size_t i = 0; i < instrument.items.size(); ++i) {
        const auto& item = instrument.items.at(i);
        const auto then = first.answers.value(static_cast<qsizetype>(i));
        const auto now = last.answers.value(static_cast<qsizetype>(i));
        if (!then.isGiven() || !now.isGiven()) {
            continue;
        }
        hasMoved = hasMoved || hasFallen(then.value, now.value, rangeOf(instrument, item));
        if (now.value >= then.value &&
            heatStep(item, instrument.findOptionSet(item.optionSet), now.value) > 0) {
            stayed.append(item.topic);
        }
        if (item.critical && heatStep(item, instrument.findOptionSet(item.optionSet), now.value) > 0) {
            critical.append(HeatWords::critical(item, now.value));
        }
    }
    QStringList sentences;
    const QString since = locale.toString(first.day, QStringLiteral("d MMM"));
    if (hasMoved && !stayed.isEmpty() && stayed.size() <= 3) {
        sentences.append(HeatWords::stayed(since, stayed.join(QStringLiteral(", "))));
    }
    sentences += critical;
    return sentences.join(QLatin1Char(' '));
}

} // namespace kairos::ui
