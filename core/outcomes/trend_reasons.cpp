// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/trend_reasons.h"

#include "core/outcomes/trend_words.h"
#include "core/outcomes/words.h"

#include <algorithm>
#include <cmath>

namespace kairos::outcomes {

namespace {

struct Wording {
    const Trend& trend;
    const QTimeZone& zone;
    const QLocale& locale;

    [[nodiscard]] QString total(double value) const { return totalText(value, locale); }
    [[nodiscard]] QString day(const TrendPoint& point) const {
        const QString date = locale.toString(point.at.local(zone).date(), QStringLiteral("d MMM"));
        return point.day
                   ? Words::tr("%1 (day %2)")
                         .arg(date, QString::number(*point.day).replace(QLatin1Char('-'), QChar(0x2212)))
                   : date;
    }
    [[nodiscard]] QString limit(double value) const {
        return (trend.direction == scales::Direction::HighIsGood ? QStringLiteral("≥ ")
                                                                 : QStringLiteral("≤ ")) +
               total(value);
    }
    [[nodiscard]] static QString source(const scales::Basis& basis) {
        return QStringLiteral("%1, %2").arg(basis.source, base::confidenceMark(basis.confidence));
    }
};

QString baselineReason(const Wording& words) {
    const TrendPoint* baseline = words.trend.baselinePoint();
    if (baseline == nullptr) {
        return words.trend.noBaselineBeforeDose
                   ? Words::tr(
                         "No baseline: no rating before dose 1 is new enough, and none was taken after it.")
                   : QString();
    }
    const bool hasDoses = baseline->day.has_value();
    const QString text = words.trend.noBaselineBeforeDose
                             ? Words::tr("No baseline before dose 1: %1 on %2 is the first rating after it.")
                         : hasDoses
                             ? Words::tr("Baseline %1 on %2, the last rating before dose 1.")
                             : Words::tr("Baseline %1 on %2, the earliest rating: no dose is recorded.");
    return text.arg(words.total(baseline->total), words.day(*baseline));
}

QString limitReason(const Wording& words) {
    QStringList limits;
    if (words.trend.responseLine) {
        limits.append(
            Words::tr("response %1 (%2)")
                .arg(words.limit(*words.trend.responseLine), Wording::source(words.trend.responseBasis)));
    }
    if (words.trend.remissionLine) {
        limits.append(
            Words::tr("remission %1 (%2)")
                .arg(words.limit(*words.trend.remissionLine), Wording::source(words.trend.remissionBasis)));
    }
    return limits.isEmpty() ? Words::tr("The instrument's file has no limit for response or remission.")
                            : Words::tr("Limits: %1.").arg(limits.join(QStringLiteral(", ")));
}

QString courseReason(const Wording& words) {
    const Trend& trend = words.trend;
    QStringList parts;
    if (trend.firstResponse) {
        parts.append(Words::tr("first response %1").arg(words.day(trend.points.at(*trend.firstResponse))));
    }
    if (trend.firstRemission) {
        parts.append(Words::tr("first remission %1").arg(words.day(trend.points.at(*trend.firstRemission))));
    }
    if (trend.best && trend.latest && *trend.best < *trend.latest) {
        const TrendPoint& best = trend.points.at(*trend.best);
        const double since = trend.points.at(*trend.latest).total - best.total;
        QString text = Words::tr("best %1 on %2").arg(words.total(best.total), words.day(best));
        if (trend.sinceBest) {
            const QString sign = since < 0 ? QStringLiteral("−") : QStringLiteral("+");
            text = Words::tr("%1, since then %2: %3")
                       .arg(text, sign + words.total(std::abs(since)),
                            changeClassWord(trend.sinceBest->changeClass));
        }
        parts.append(text);
    }
    if (parts.isEmpty()) {
        return {};
    }
    QString sentence = parts.join(QStringLiteral("; ")) + QLatin1Char('.');
    sentence[0] = sentence.at(0).toUpper();
    return sentence;
}

QString leftOutReason(const Trend& trend) {
    const auto mixed = std::ranges::count_if(
        trend.points, [](const TrendPoint& point) { return point.pretreatmentShare > 0; });
    if (trend.countsAll) {
        return mixed == 0 ? QString()
                          : Words::tr("All ratings are counted: the rule for mixed recall windows is off.");
    }
    const qsizetype excluded = trend.excludedPoints();
    if (excluded == 0) {
        return {};
    }
    return excluded == 1
               ? Words::tr("1 rating is not counted: most of its recall window lies before dose 1.")
               : Words::tr("%1 ratings are not counted: most of their recall window lies before dose 1.")
                     .arg(excluded);
}

} // namespace

namespace {

QString judgedWord(const Trend& trend) {
    if (trend.deteriorated.value_or(false)) {
        return Words::tr("Reliably worse than at baseline");
    }
    if (trend.remission.value_or(false)) {
        return trend.remissionAtBaseline.value_or(false)
                   ? Words::tr("Below the remission cut-off, as at baseline")
               : trend.response.value_or(false) ? Words::tr("Response and remission")
                                                : Words::tr("Remission");
    }
    if (trend.response.value_or(false)) {
        return trend.remission ? Words::tr("Response, not remission") : Words::tr("Response");
    }
    if (trend.partialResponse.value_or(false)) {
        return Words::tr("Partial response");
    }
    if (trend.response) {
        return Words::tr("No response");
    }
    if (trend.reliable) {
        const QString word = changeClassWord(trend.reliable->changeClass);
        return word.at(0).toUpper() + word.mid(1);
    }
    return Words::tr("Not judged yet");
}

} // namespace

QString standingWord(const Trend& trend) {
    const TrendPoint* baseline = trend.baselinePoint();
    if (trend.latestPoint() == nullptr) {
        return {};
    }
    // What changed before any dose is no effect of one.
    const bool isWithoutDose = baseline != nullptr && !baseline->day && trend.changePoints;
    return isWithoutDose ? Words::tr("%1; no dose is recorded").arg(judgedWord(trend)) : judgedWord(trend);
}

QString changeBriefly(const Trend& trend, const QTimeZone& zone, const QLocale& locale) {
    const TrendPoint* baseline = trend.baselinePoint();
    const TrendPoint* latest = trend.latestPoint();
    if (!trend.changePoints || baseline == nullptr || latest == nullptr) {
        return changeInWords(trend, zone, locale); // There is no change to shorten.
    }
    const QString standing = standingWord(trend);
    return Words::tr("%1 %2 → %3 since %4: %5")
        .arg(trend.title, totalText(baseline->total, locale), totalText(latest->total, locale),
             locale.toString(baseline->at.local(zone).date(), QStringLiteral("d MMMM")),
             standing.at(0).toLower() + standing.mid(1));
}

QStringList reasonsInWords(const Trend& trend, const QTimeZone& zone, const QLocale& locale) {
    if (trend.points.isEmpty()) {
        return {};
    }
    const Wording words{trend, zone, locale};
    QStringList reasons{baselineReason(words), limitReason(words), courseReason(words), leftOutReason(trend)};
    if (trend.mixedVersions) {
        reasons.append(
            Words::tr("The instrument's version changed on the way: compare across it with care."));
    }
    reasons.removeAll(QString());
    return reasons;
}

} // namespace kairos::outcomes
