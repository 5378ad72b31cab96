// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/trend_words.h"

#include "core/outcomes/words.h"

#include <QStringList>

#include <cmath>

namespace kairos::outcomes {

namespace {

QString dayText(const base::Instant& at, const QTimeZone& zone, const QLocale& locale) {
    return locale.toString(at.local(zone).date(), QStringLiteral("d MMMM"));
}

QString responseWords(const Trend& trend) {
    if (trend.response.value_or(false)) {
        return trend.remission.value_or(true) ? Words::tr("response") : Words::tr("response, not remission");
    }
    if (trend.partialResponse.value_or(false)) {
        return Words::tr("partial response");
    }
    return Words::tr("no response");
}

QString remissionWords(const Trend& trend) {
    return trend.remissionAtBaseline.value_or(false)
               ? Words::tr("below the remission cut-off, as at baseline")
               : Words::tr("remission");
}

QStringList judgementWords(const Trend& trend) {
    QStringList words;
    if (trend.response) {
        words.append(responseWords(trend));
    }
    if (trend.remission.value_or(false)) {
        words.append(remissionWords(trend));
    }
    if (trend.reliable) {
        words.append(Words::tr("%1, rule: %2")
                         .arg(changeClassWord(trend.reliable->changeClass), trend.reliable->ruleText()));
    }
    if (trend.countsAll) {
        words.append(Words::tr("all ratings counted"));
    }
    if (trend.noBaselineBeforeDose) {
        words.append(Words::tr("no baseline before dose, so no response is given"));
    }
    if (trend.mixedVersions) {
        words.append(Words::tr("the version of the instrument changed on the way"));
    }
    return words;
}

QString lonePoint(const Trend& trend, const TrendPoint& point, const QTimeZone& zone, const QLocale& locale) {
    const QString day = dayText(point.at, zone, locale);
    const QString total = totalText(point.total, locale);
    if (point.excluded) {
        return Words::tr("%1 %2 on %3: not counted, %4 % of its recall window lies before dose 1")
            .arg(trend.title, total, day, QString::number(std::lround(100 * point.pretreatmentShare)));
    }
    return Words::tr("%1 %2 on %3: no later rating to compare").arg(trend.title, total, day);
}

} // namespace

QString totalText(double total, const QLocale& locale) {
    const bool whole = std::abs(total - std::round(total)) < 1e-9;
    return locale.toString(total, 'f', whole ? 0 : 1);
}

QString changeClassWord(ChangeClass changeClass) {
    switch (changeClass) {
    case ChangeClass::Recovered:
        return Words::tr("recovered");
    case ChangeClass::Improved:
        return Words::tr("reliable improvement");
    case ChangeClass::Unchanged:
        return Words::tr("no reliable change");
    case ChangeClass::Deteriorated:
        return Words::tr("reliable deterioration");
    }
    return {};
}

QString changeInWords(const Trend& trend, const QTimeZone& zone, const QLocale& locale) {
    const TrendPoint* latest = trend.latestPoint();
    if (latest == nullptr) {
        return Words::tr("%1: no rating with a total yet").arg(trend.title);
    }
    const TrendPoint* baseline = trend.baselinePoint();
    if (baseline == nullptr || baseline == latest || latest->excluded) {
        return lonePoint(trend, *latest, zone, locale);
    }
    const QString head = Words::tr("%1 %2 → %3 since %4")
                             .arg(trend.title, totalText(baseline->total, locale),
                                  totalText(latest->total, locale), dayText(baseline->at, zone, locale));
    const QStringList words = judgementWords(trend);
    return words.isEmpty() ? head : QStringLiteral("%1: %2").arg(head, words.join(QStringLiteral("; ")));
}

} // namespace kairos::outcomes
