// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/alliance.h"

#include "core/base/check.h"
#include "core/outcomes/words.h"

#include <QLocale>

#include <cmath>

namespace kairos::outcomes {

namespace {

QString figure(double value, int decimals) {
    return QLocale().toString(value, 'f', decimals);
}

/// A total is whole unless missing items were made up.
QString points(double value) {
    return figure(value, value == std::floor(value) ? 0 : 1);
}

/// Of the sample, n − 1. \pre two points or more
double deviationOf(const QList<AlliancePoint>& all) {
    double sum = 0;
    for (const AlliancePoint& point : all) {
        sum += point.total;
    }
    const double mean = sum / static_cast<double>(all.size());
    double squares = 0;
    for (const AlliancePoint& point : all) {
        squares += (point.total - mean) * (point.total - mean);
    }
    return std::sqrt(squares / static_cast<double>(all.size() - 1));
}

base::Finding findingOf(const RuleFigure& rule, const QString& id, const QString& text) {
    return {base::FindingLevel::Caution, id, text, rule.source, rule.confidence, {}};
}

} // namespace

base::Findings allianceFindings(const QList<AlliancePoint>& all, int items, const AllianceRules& rules) {
    KAIROS_CHECK(items > 0);
    base::Findings findings;
    if (all.isEmpty()) {
        return findings;
    }
    const AlliancePoint& last = all.last();
    const double mean = last.total / items;
    if (mean < rules.meanBelow.value) {
        findings.append(findingOf(rules.meanBelow, QStringLiteral("alliance.low"),
                                  Words::tr("The alliance is low: a mean of %1, below %2. Talk about it.")
                                      .arg(figure(mean, 2), figure(rules.meanBelow.value, 0))));
    }
    if (all.size() < 2) {
        return findings;
    }
    const AlliancePoint& before = all.at(all.size() - 2);
    const double fall = before.total - last.total;
    const double deviation = deviationOf(all);
    if (fall >= rules.leastFall.value && fall >= rules.fallInDeviations.value * deviation) {
        const QString since = before.session > 0 ? Words::tr("session %1").arg(before.session) : before.day;
        findings.append(findingOf(
            rules.fallInDeviations, QStringLiteral("alliance.fall"),
            Words::tr(
                "The alliance fell by %1 points since %2, from %3 to %4; one deviation of this patient's "
                "own ratings is %5. Talk about it.")
                .arg(points(fall), since, points(before.total), points(last.total), figure(deviation, 1))));
    }
    return findings;
}

} // namespace kairos::outcomes
