// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/attention_rules.h"

#include "core/safety/safety_json.h"
#include "core/safety/words.h"

#include "core/base/check.h"

namespace kairos::safety {

using scales::JsonPlace;

namespace {

constexpr int kMostDays = 366;

/// A figure that says where it comes from.
int figure(const JsonPlace& root, QLatin1String key) {
    const JsonPlace place = root.at(key);
    place.allowOnly({QLatin1String("value"), QLatin1String("source"), QLatin1String("confidence"),
                     QLatin1String("text")});
    const int value = place.whole(QLatin1String("value"));
    (void)place.text(QLatin1String("source"));
    (void)confidenceAt(place);
    if (value < 1 || value > kMostDays) {
        place.refuseAt(QLatin1String("value"),
                       Words::tr("the figure is not between 1 and %1").arg(kMostDays));
    }
    return value;
}

} // namespace

base::Result<AttentionRules> AttentionRules::read(const QByteArray& json) {
    const auto value = parseSafetyFile(json, QStringLiteral("attention.json"));
    if (!value) {
        return tl::unexpected<base::Error>(value.error());
    }
    scales::JsonReading reading;
    const JsonPlace root(*value, QString(), reading);
    AttentionRules rules;
    rules.consentNoticeDays = figure(root, QLatin1String("consentNoticeDays"));
    rules.doseAheadDays = figure(root, QLatin1String("doseAheadDays"));
    rules.closingHours = figure(root, QLatin1String("closingHours"));
    rules.lookBackDays = figure(root, QLatin1String("lookBackDays"));
    rules.callAfterHours = figure(root, QLatin1String("callAfterHours"));
    rules.callLookBackDays = figure(root, QLatin1String("callLookBackDays"));
    rules.lotNoticeDays = figure(root, QLatin1String("lotNoticeDays"));
    rules.lotLowVials = figure(root, QLatin1String("lotLowVials"));
    if (const auto outcome = outcomeOf(reading); !outcome) {
        return tl::unexpected<base::Error>(outcome.error());
    }
    return rules;
}

const AttentionRules& AttentionRules::builtIn() {
    static const AttentionRules kRules = [] {
        const auto rules = read(builtInSafetyFile(QStringLiteral("attention.json")));
        KAIROS_CHECK(rules.has_value());
        return *rules;
    }();
    return kRules;
}

} // namespace kairos::safety
