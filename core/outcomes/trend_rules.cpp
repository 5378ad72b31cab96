// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/trend_rules.h"

#include "core/base/built_in.h"
#include "core/base/check.h"
#include "core/outcomes/rule_figure_at.h"
#include "core/outcomes/words.h"
#include "core/scales/json_place.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kairos::outcomes {

namespace {

tl::unexpected<base::Error> trendRulesRefused(const QString& why) {
    return base::fail(base::ErrorCode::InvalidInput, Words::tr("The outcome rules were not read"), why,
                      Words::tr("mend the file at the place named"));
}

} // namespace

base::Result<TrendRules> parseTrendRules(const QByteArray& json) {
    QJsonParseError syntax;
    const QJsonDocument document = QJsonDocument::fromJson(json, &syntax);
    if (!document.isObject()) {
        return trendRulesRefused(Words::tr("this is no JSON object (%1)").arg(syntax.errorString()));
    }
    scales::JsonReading reading;
    const scales::JsonPlace root(document.object(), QString(), reading);
    root.allowOnly({QLatin1String("id"), QLatin1String("version"), QLatin1String("title"),
                    QLatin1String("baselineMaxAgeDays"), QLatin1String("exclusionShare"),
                    QLatin1String("partialResponsePercent"), QLatin1String("reliableChangeZ"),
                    QLatin1String("relapseRatings"), QLatin1String("smallGroup"),
                    QLatin1String("suppressedGroup"), QLatin1String("quartileCourses")});
    const TrendRules rules{ruleFigureAt(root, QLatin1String("baselineMaxAgeDays"), {0, 365}),
                           ruleFigureAt(root, QLatin1String("exclusionShare"), {0, 1}),
                           ruleFigureAt(root, QLatin1String("partialResponsePercent"), {0, 100}),
                           ruleFigureAt(root, QLatin1String("reliableChangeZ"), {0.1, 5}),
                           ruleFigureAt(root, QLatin1String("relapseRatings"), {1, 10}),
                           ruleFigureAt(root, QLatin1String("smallGroup"), {1, 1000}),
                           ruleFigureAt(root, QLatin1String("suppressedGroup"), {1, 1000}),
                           ruleFigureAt(root, QLatin1String("quartileCourses"), {4, 1000})};
    if (const auto& problem = reading.problem()) {
        return trendRulesRefused(QStringLiteral("%1: %2").arg(problem->place, problem->reason));
    }
    return rules;
}

TrendRules TrendRules::countingAll() const {
    TrendRules all = *this;
    all.exclusionShare.value = 1; // No share is above the whole.
    return all;
}

const TrendRules& builtInTrendRules() {
    static const TrendRules rules = [] {
        const auto parsed = parseTrendRules(base::builtInFile(QStringLiteral("safety/outcome_rules.json")));
        KAIROS_CHECK(parsed.has_value());
        return *parsed;
    }();
    return rules;
}

} // namespace kairos::outcomes
