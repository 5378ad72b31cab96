// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/rating_lines.h"

#include "core/outcomes/trend_words.h"
#include "core/reports/wording.h"
#include "core/reports/words.h"

namespace kairos::reports {

using outcomes::Trend;
using outcomes::TrendPoint;

namespace {

const QString kNone = QStringLiteral("–");

QDate dayOf(const SummaryFacts& facts) {
    return facts.dosing ? facts.dosing->booked.date : facts.therapy->booked.date;
}

QString changeText(const Trend& trend, const QLocale& locale) {
    if (!trend.changePoints) {
        return kNone;
    }
    const double points = *trend.changePoints;
    QString text = points < 0 ? QStringLiteral("\u2212") + figureText(-points, 1, locale)
                              : QStringLiteral("+") + figureText(points, 1, locale);
    if (trend.changePercent) {
        text += Words::tr(" (%1 %)").arg(figureText(std::abs(*trend.changePercent), 0, locale));
    }
    return text;
}

QString meaningOf(const Trend& trend) {
    QStringList parts;
    if (trend.remission.value_or(false)) {
        parts.append(Words::tr("remission"));
    }
    if (trend.response) {
        parts.append(*trend.response                         ? Words::tr("response")
                     : trend.partialResponse.value_or(false) ? Words::tr("partial response")
                                                             : Words::tr("no response"));
    }
    if (trend.deteriorated.value_or(false)) {
        parts.append(Words::tr("worse"));
    }
    return parts.isEmpty() ? kNone : parts.join(QStringLiteral(", "));
}

} // namespace

QList<RatingLine> ratingLines(const SummaryFacts& facts) {
    QList<RatingLine> lines;
    const QDate day = dayOf(facts);
    for (const Trend& trend : facts.trends) {
        RatingLine line{trend.title, kNone, kNone, kNone, changeText(trend, facts.locale), meaningOf(trend)};
        if (const TrendPoint* baseline = trend.baselinePoint()) {
            line.baseline = figureText(baseline->total, 1, facts.locale);
        }
        for (const TrendPoint& point : trend.points) {
            const QDate rated = point.at.local(facts.zone).date();
            if (rated == day) {
                line.today = figureText(point.total, 1, facts.locale);
            } else if (rated < day) {
                line.last = figureText(point.total, 1, facts.locale);
            }
        }
        lines.append(line);
    }
    return lines;
}

QStringList ratingNotes(const SummaryFacts& facts) {
    QStringList notes;
    for (const Trend& trend : facts.trends) {
        if (trend.points.size() > 1 && notes.isEmpty()) {
            notes.append(outcomes::changeInWords(trend, facts.zone, facts.locale));
        }
    }
    return notes;
}

} // namespace kairos::reports
