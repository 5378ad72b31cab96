// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/goal_rules.h"

#include "core/base/check.h"
#include "core/scales/json_place.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace kairos::therapy {

using scales::JsonPlace;

namespace {

tl::unexpected<base::Error> refused(const QString& why) {
    return base::fail(base::ErrorCode::InvalidInput,
                      QCoreApplication::translate("therapy", "The goal rules were not read"), why,
                      QCoreApplication::translate("therapy", "correct the file at the place named"));
}

base::Confidence confidenceAt(const JsonPlace& place) {
    return place.word<base::Confidence>(QLatin1String("confidence"),
                                        {{QLatin1String("H"), base::Confidence::High},
                                         {QLatin1String("M"), base::Confidence::Medium},
                                         {QLatin1String("C"), base::Confidence::Check}});
}

GoalRules rulesAt(const JsonPlace& root) {
    root.allowOnly({QLatin1String("id"), QLatin1String("version"), QLatin1String("title"),
                    QLatin1String("reviewer"), QLatin1String("correlation"), QLatin1String("usefulChange"),
                    QLatin1String("baseline")});
    GoalRules rules;
    const JsonPlace correlation = root.at(QLatin1String("correlation"));
    rules.correlation = correlation.number(QLatin1String("value"));
    rules.correlationSource = correlation.text(QLatin1String("source"));
    rules.correlationConfidence = confidenceAt(correlation);
    if (rules.correlation < 0 || rules.correlation >= 1) {
        correlation.refuseAt(QLatin1String("value"), QStringLiteral("it is not between 0 and 1"));
    }
    const JsonPlace useful = root.at(QLatin1String("usefulChange"));
    rules.usefulChange = useful.number(QLatin1String("points"));
    rules.usefulSource = useful.text(QLatin1String("source"));
    rules.usefulConfidence = confidenceAt(useful);
    if (rules.usefulChange <= 0) {
        useful.refuseAt(QLatin1String("points"), QStringLiteral("more than 0 is expected"));
    }
    const JsonPlace baseline = root.at(QLatin1String("baseline"));
    rules.baselineText = baseline.text(QLatin1String("text"));
    rules.baselineSource = baseline.text(QLatin1String("source"));
    rules.baselineConfidence = confidenceAt(baseline);
    return rules;
}

} // namespace

base::Result<GoalRules> GoalRules::read(const QByteArray& json) {
    QJsonParseError syntax;
    const auto document = QJsonDocument::fromJson(json, &syntax);
    if (!document.isObject()) {
        return refused(syntax.errorString());
    }
    scales::JsonReading reading;
    const GoalRules rules = rulesAt(JsonPlace(document.object(), QString(), reading));
    if (const auto& problem = reading.problem()) {
        return refused(QStringLiteral("%1: %2").arg(problem->place, problem->reason));
    }
    return rules;
}

const GoalRules& GoalRules::builtIn() {
    static const GoalRules kRules = [] {
        QFile file(QStringLiteral(":/kairos/therapy/goals.json"));
        KAIROS_CHECK(file.open(QIODevice::ReadOnly));
        auto rules = read(file.readAll());
        KAIROS_CHECK(rules.has_value());
        return *rules;
    }();
    return kRules;
}

} // namespace kairos::therapy
