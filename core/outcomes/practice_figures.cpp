// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/practice_figures.h"

#include "core/outcomes/response.h"

#include <algorithm>

namespace kairos::outcomes {

namespace {

constexpr double kDayMs = 86'400'000.0;

/// Says yes x times out of the n times it was asked.
struct Count {
    qint64 x = 0;
    qint64 n = 0;
    void ask(bool answer) {
        ++n;
        x += answer ? 1 : 0;
    }
};

double daysSince(const TrendPoint& from, const TrendPoint& to) {
    return double(to.at.msSince(from.at)) / kDayMs;
}

} // namespace

ResponseFigures responseFigures(const QString& instrument, const QList<Trend>& trends) {
    ResponseFigures figures;
    figures.instrument = instrument;
    Count response;
    Count remission;
    Count worse;
    for (const Trend& trend : trends) {
        figures.courses += trend.points.isEmpty() ? 0 : 1;
        const bool analysed = trend.changePoints.has_value() && !trend.noBaselineBeforeDose;
        if (!analysed) {
            continue;
        }
        ++figures.analysed;
        if (trend.response) {
            response.ask(*trend.response);
        }
        if (trend.remission && !trend.remissionAtBaseline.value_or(false)) {
            remission.ask(*trend.remission);
        }
        if (trend.deteriorated) {
            worse.ask(*trend.deteriorated);
        }
    }
    figures.response = proportion(response.x, response.n);
    figures.remission = proportion(remission.x, remission.n);
    figures.deteriorated = proportion(worse.x, worse.n);
    return figures;
}

std::optional<Follow> followAfterResponse(const scales::Instrument& instrument, const Trend& trend,
                                          const TrendRules& rules) {
    if (!trend.firstResponse || !trend.baseline) {
        return std::nullopt;
    }
    const TrendPoint& start = trend.points.at(*trend.firstResponse);
    const double baseline = trend.points.at(*trend.baseline).total;
    double last = 0;
    double firstOfRow = 0;
    int inRow = 0;
    for (qsizetype i = *trend.firstResponse + 1; i < trend.points.size(); ++i) {
        const TrendPoint& point = trend.points.at(i);
        if (point.excluded) {
            continue;
        }
        last = daysSince(start, point);
        if (isResponse(instrument, {baseline, point.total}).value_or(true)) {
            inRow = 0;
            continue;
        }
        firstOfRow = inRow == 0 ? last : firstOfRow;
        ++inRow;
        if (inRow >= rules.relapseRatings.value) {
            return Follow{firstOfRow, true};
        }
    }
    return Follow{last, false};
}

RelapseFigures relapseFigures(const QList<Follow>& follows, const TrendRules& rules) {
    RelapseFigures figures;
    figures.n = follows.size();
    figures.events = std::ranges::count_if(follows, &Follow::hadEvent);
    figures.curve = kaplanMeier(follows);
    figures.median = timeOfSurvival(figures.curve);
    figures.definition = rules.relapseRatings.text;
    return figures;
}

} // namespace kairos::outcomes
