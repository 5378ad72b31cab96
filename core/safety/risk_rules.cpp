// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/risk_rules.h"

#include "core/base/built_in.h"
#include "core/base/check.h"
#include "core/safety/words.h"
#include "core/scales/json_place.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kairos::safety {

using scales::JsonPlace;

namespace {

tl::unexpected<base::Error> riskRulesRefused(const QString& why) {
    return base::fail(base::ErrorCode::InvalidInput, Words::tr("The risk rules were not read"), why,
                      Words::tr("correct the file at the place named"));
}

} // namespace

base::Result<RiskRules> RiskRules::read(const QByteArray& json) {
    QJsonParseError syntax;
    const auto document = QJsonDocument::fromJson(json, &syntax);
    if (!document.isObject()) {
        return riskRulesRefused(syntax.errorString());
    }
    scales::JsonReading reading;
    const JsonPlace root(document.object(), QString(), reading);
    root.allowOnly({QLatin1String("id"), QLatin1String("version"), QLatin1String("title"),
                    QLatin1String("reopenAfterDays")});
    const JsonPlace place = root.at(QLatin1String("reopenAfterDays"));
    place.allowOnly({QLatin1String("value"), QLatin1String("source"), QLatin1String("confidence"),
                     QLatin1String("text")});
    RiskRules rules;
    rules.reopenAfterDays = place.whole(QLatin1String("value"));
    rules.source = place.text(QLatin1String("source"));
    rules.confidence = place.word<base::Confidence>(QLatin1String("confidence"),
                                                    {{QLatin1String("H"), base::Confidence::High},
                                                     {QLatin1String("M"), base::Confidence::Medium},
                                                     {QLatin1String("C"), base::Confidence::Check}});
    rules.text = place.text(QLatin1String("text"));
    if (rules.reopenAfterDays < kLeastReopenDays || rules.reopenAfterDays > kMostReopenDays) {
        place.refuseAt(
            QLatin1String("value"),
            Words::tr("the days are not between %1 and %2").arg(kLeastReopenDays).arg(kMostReopenDays));
    }
    if (const auto& problem = reading.problem()) {
        return riskRulesRefused(QStringLiteral("%1: %2").arg(problem->place, problem->reason));
    }
    return rules;
}

const RiskRules& RiskRules::builtIn() {
    static const RiskRules kRules = [] {
        auto rules = read(base::builtInFile(QStringLiteral("safety/risk.json")));
        KAIROS_CHECK(rules.has_value());
        return *rules;
    }();
    return kRules;
}

bool reopens(const ClosedRisk& closed, const LaterSign& sign, int afterDays) {
    return sign.level > closed.level || closed.day.daysTo(sign.day) >= afterDays;
}

} // namespace kairos::safety
