// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/typing_rules.h"

#include "core/safety/safety_json.h"
#include "core/safety/words.h"

#include "core/base/check.h"

namespace kairos::safety {

using scales::JsonPlace;

namespace {

SwapRule swapOf(const JsonPlace& place) {
    place.allowOnly({QLatin1String("text"), QLatin1String("spo2Below"), QLatin1String("pulseFrom"),
                     QLatin1String("pulseTo"), QLatin1String("source"), QLatin1String("confidence")});
    SwapRule rule;
    rule.spo2Below = place.whole(QLatin1String("spo2Below"));
    rule.pulseFrom = place.whole(QLatin1String("pulseFrom"));
    rule.pulseTo = place.whole(QLatin1String("pulseTo"));
    rule.source = place.text(QLatin1String("source"));
    rule.confidence = confidenceAt(place);
    if (rule.pulseFrom > rule.pulseTo) {
        place.refuseAt(QLatin1String("pulseTo"), Words::tr("the upper end lies below the lower"));
    }
    return rule;
}

WeightSlipRule weightOf(const JsonPlace& place) {
    place.allowOnly({QLatin1String("text"), QLatin1String("changePercent"), QLatin1String("bodyMassFrom"),
                     QLatin1String("bodyMassTo"), QLatin1String("poundsWithinPercent"),
                     QLatin1String("source"), QLatin1String("confidence")});
    WeightSlipRule rule;
    rule.changePercent = place.number(QLatin1String("changePercent"));
    rule.bodyMassFrom = place.number(QLatin1String("bodyMassFrom"));
    rule.bodyMassTo = place.number(QLatin1String("bodyMassTo"));
    rule.poundsWithinPercent = place.number(QLatin1String("poundsWithinPercent"));
    rule.source = place.text(QLatin1String("source"));
    rule.confidence = confidenceAt(place);
    if (rule.changePercent <= 0 || rule.poundsWithinPercent <= 0) {
        place.refuse(Words::tr("a share lies above 0 per cent"));
    }
    if (rule.bodyMassFrom >= rule.bodyMassTo) {
        place.refuseAt(QLatin1String("bodyMassTo"), Words::tr("the upper end lies below the lower"));
    }
    return rule;
}

} // namespace

base::Result<TypingRules> TypingRules::read(const QByteArray& json) {
    const auto value = parseSafetyFile(json, QStringLiteral("typing.json"));
    if (!value) {
        return tl::unexpected<base::Error>(value.error());
    }
    scales::JsonReading reading;
    const JsonPlace root(*value, QString(), reading);
    TypingRules rules{swapOf(root.at(QLatin1String("swapped"))), weightOf(root.at(QLatin1String("weight")))};
    if (const auto outcome = outcomeOf(reading); !outcome) {
        return tl::unexpected<base::Error>(outcome.error());
    }
    return rules;
}

const TypingRules& TypingRules::builtIn() {
    static const TypingRules kRules = [] {
        const auto rules = read(builtInSafetyFile(QStringLiteral("typing.json")));
        KAIROS_CHECK(rules.has_value());
        return *rules;
    }();
    return kRules;
}

} // namespace kairos::safety
