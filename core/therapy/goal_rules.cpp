// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/goal_rules.h"

#include "core/therapy/therapy_json.h"
#include "core/therapy/words.h"

#include "core/base/built_in.h"
#include "core/base/check.h"

namespace kairos::therapy {

using scales::JsonPlace;

namespace {

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
    const QString what = Words::tr("The goal rules were not read");
    return parseTherapyFile(json, what).and_then([&](const QJsonObject& file) -> base::Result<GoalRules> {
        scales::JsonReading reading;
        const GoalRules rules = rulesAt(JsonPlace(file, QString(), reading));
        return outcomeOf(reading, what).map([&] { return rules; });
    });
}

const GoalRules& GoalRules::builtIn() {
    static const GoalRules kRules = [] {
        auto rules = read(base::builtInFile(QStringLiteral("therapy/goals.json")));
        KAIROS_CHECK(rules.has_value());
        return *rules;
    }();
    return kRules;
}

} // namespace kairos::therapy
