// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_chart_model.h"

#include "core/outcomes/trend_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace kairos::ui {
namespace {

constexpr double kWhole = 100;
constexpr double kLeastHighest = 120; ///< room above the baseline
constexpr double kStep = 20;

struct CompareWords {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::CompareModels)
};

double baselineOf(const outcomes::Trend& trend) {
    const outcomes::TrendPoint* point = trend.baselinePoint();
    return point != nullptr ? point->total : 0;
}

/// The points of one series as shares of its baseline, on the days of the common origin.
QList<ChartPoint> sharesOf(const TrendChartModel& own, double baseline, QDate origin) {
    QList<ChartPoint> points;
    const auto shift = double(origin.daysTo(own.origin));
    for (ChartPoint point : own.points) {
        const double share = kWhole * point.y / baseline;
        point.x += shift;
        point.readOut = CompareWords::tr("%1; %2 % of baseline %3")
                            .arg(point.readOut, QString::number(std::lround(share)),
                                 outcomes::totalText(baseline, QLocale()));
        point.y = share;
        points.append(point);
    }
    return points;
}

/// The share that is a response, where all instruments judge by the same fall.
std::optional<double> commonResponse(const QList<SeriesToCompare>& series) {
    std::optional<double> common;
    for (const SeriesToCompare& each : series) {
        const scales::ResponseRule& rule = each.instrument->response;
        const bool isFall =
            rule.kind == scales::ResponseKind::FallPercent && (!common || *common == kWhole - rule.value);
        if (!isFall) {
            return std::nullopt;
        }
        common = kWhole - rule.value;
    }
    return common;
}

void addLines(TrendChartModel& model, const QList<SeriesToCompare>& series) {
    const double from = model.points.isEmpty() ? 0 : model.points.first().x;
    model.lines.append({ChartLine::Kind::Baseline, kWhole, from, CompareWords::tr("baseline 100 %")});
    if (const auto share = commonResponse(series)) {
        model.lines.append(
            {ChartLine::Kind::Response, *share, from, CompareWords::tr("response ≤ %1 %").arg(*share)});
    }
}

/// The newest point of each series carries its figure.
void labelNewest(TrendChartModel& model) {
    for (const ChartSeriesName& name : std::as_const(model.names)) {
        for (qsizetype i = model.points.size() - 1; i >= 0; --i) {
            if (model.points.at(i).series == name.series) {
                model.labelled.append(i);
                break;
            }
        }
    }
}

} // namespace

TrendChartModel makePercentModel(const QList<SeriesToCompare>& series, const outcomes::Course& course,
                                 const TrendChartInput& input) {
    TrendChartModel model;
    QList<SeriesToCompare> used;
    for (const SeriesToCompare& each : series) {
        TrendChartInput own = input;
        own.series = each.series;
        own.published.clear();
        own.practice.clear();
        TrendChartModel made = makeTrendChartModel(*each.instrument, *each.trend, course, own);
        const double baseline = baselineOf(*each.trend);
        if (model.origin.isNull()) {
            model = made;
            model.points.clear();
            model.labelled.clear();
            model.lines.clear();
            model.bands.clear();
        }
        if (baseline > 0) {
            model.points.append(sharesOf(made, baseline, model.origin));
            model.names.append({each.series, each.instrument->shortTitle});
            used.append(each);
        }
    }
    std::ranges::stable_sort(model.points, {}, &ChartPoint::x);
    double highest = kLeastHighest;
    for (const ChartPoint& point : std::as_const(model.points)) {
        highest = std::max(highest, kStep * std::ceil(point.y / kStep));
    }
    model.title = CompareWords::tr("Percent of baseline");
    model.subtitle = used.size() == 1 ? CompareWords::tr("1 instrument")
                                      : CompareWords::tr("%1 instruments").arg(used.size());
    model.low = 0;
    model.high = highest;
    model.unit = QStringLiteral(" %");
    model.emptyWords = CompareWords::tr("No instrument has a baseline above 0");
    if (!used.isEmpty()) {
        addLines(model, used);
        labelNewest(model);
    }
    return model;
}

TrendChartModel makeSharesModel(const TrendChartModel& scores, const QList<PublishedFigure>& shares,
                                const QString& title) {
    TrendChartModel model = scores;
    model.points.clear();
    model.bands.clear();
    model.lines.clear();
    model.labelled.clear();
    model.practice.clear();
    model.phases.clear();
    model.lanes.clear();
    model.names.clear();
    // Days are counted from dose 1: before it a figure has no place.
    model.published = scores.hasDoses ? shares : QList<PublishedFigure>();
    model.title = title;
    model.subtitle =
        shares.size() == 1 ? CompareWords::tr("1 figure") : CompareWords::tr("%1 figures").arg(shares.size());
    model.low = 0;
    model.high = kWhole;
    model.unit = QStringLiteral(" %");
    model.emptyWords = scores.hasDoses
                           ? CompareWords::tr("No published figure for this instrument is on file")
                           : CompareWords::tr("Days are counted from dose 1, which was not given yet");
    return model;
}

} // namespace kairos::ui
