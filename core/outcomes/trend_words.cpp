// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/trend_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace kairos::outcomes {

namespace {

QString dayText(const base::Instant& at, const QTimeZone& zone, const QLocale& locale) {
    return locale.toString(at.local(zone).date(), QStringLiteral("d MMMM"));
}

QString responseWords(const Trend& trend) {
    if (trend.response.value_or(false)) {
        return trend.remission.value_or(true)
                   ? QCoreApplication::translate("outcomes", "response")
                   : QCoreApplication::translate("outcomes", "response, not remission");
    }
    if (trend.partialResponse.value_or(false)) {
        return QCoreApplication::translate("outcomes", "partial response");
    }
    return QCoreApplication::translate("outcomes", "no response");
}

QString remissionWords(const Trend& trend) {
    return trend.remissionAtBaseline.value_or(false)
               ? QCoreApplication::translate("outcomes", "below the remission cut-off, as at baseline")
               : QCoreApplication::translate("outcomes", "remission");
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
        words.append(QCoreApplication::translate("outcomes", "%1, rule: %2")
                         .arg(changeClassWord(trend.reliable->changeClass), trend.reliable->ruleText()));
    }
    if (trend.countsAll) {
        words.append(QCoreApplication::translate("outcomes", "all ratings counted"));
    }
    if (trend.noBaselineBeforeDose) {
        words.append(
            QCoreApplication::translate("outcomes", "no baseline before dose, so no response is given"));
    }
    if (trend.mixedVersions) {
        words.append(
            QCoreApplication::translate("outcomes", "the version of the instrument changed on the way"));
    }
    return words;
}

QString lonePoint(const Trend& trend, const TrendPoint& point, const QTimeZone& zone, const QLocale& locale) {
    const QString day = dayText(point.at, zone, locale);
    const QString total = totalText(point.total, locale);
    if (point.excluded) {
        return QCoreApplication::translate(
                   "outcomes", "%1 %2 on %3: not counted, %4 % of its recall window lies before dose 1")
            .arg(trend.title, total, day, QString::number(std::lround(100 * point.pretreatmentShare)));
    }
    return QCoreApplication::translate("outcomes", "%1 %2 on %3: no later rating to compare")
        .arg(trend.title, total, day);
}

} // namespace

QString totalText(double total, const QLocale& locale) {
    const bool whole = std::abs(total - std::round(total)) < 1e-9;
    return locale.toString(total, 'f', whole ? 0 : 1);
}

QString changeClassWord(ChangeClass changeClass) {
    switch (changeClass) {
    case ChangeClass::Recovered:
        return QCoreApplication::translate("outcomes", "recovered");
    case ChangeClass::Improved:
        return QCoreApplication::translate("outcomes", "reliable improvement");
    case ChangeClass::Unchanged:
        return QCoreApplication::translate("outcomes", "no reliable change");
    case ChangeClass::Deteriorated:
        return QCoreApplication::translate("outcomes", "reliable deterioration");
    }
    return {};
}

QString changeInWords(const Trend& trend, const QTimeZone& zone, const QLocale& locale) {
    const TrendPoint* latest = trend.latestPoint();
    if (latest == nullptr) {
        return QCoreApplication::translate("outcomes", "%1: no rating with a total yet").arg(trend.title);
    }
    const TrendPoint* baseline = trend.baselinePoint();
    if (baseline == nullptr || baseline == latest || latest->excluded) {
        return lonePoint(trend, *latest, zone, locale);
    }
    const QString head = QCoreApplication::translate("outcomes", "%1 %2 → %3 since %4")
                             .arg(trend.title, totalText(baseline->total, locale),
                                  totalText(latest->total, locale), dayText(baseline->at, zone, locale));
    const QStringList words = judgementWords(trend);
    return words.isEmpty() ? head : QStringLiteral("%1: %2").arg(head, words.join(QStringLiteral("; ")));
}

} // namespace kairos::outcomes
