// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/exposure_rules.h"

#include "core/safety/safety_json.h"

#include "core/base/check.h"

#include <algorithm>

namespace kairos::safety {

using scales::JsonPlace;

namespace {

constexpr int kMostMonths = 60;

ExposureCheck checkAt(const JsonPlace& place) {
    place.allowOnly({QLatin1String("id"), QLatin1String("text"), QLatin1String("instruments"),
                     QLatin1String("conditions"), QLatin1String("written"), QLatin1String("everyMonths"),
                     QLatin1String("source"), QLatin1String("confidence")});
    ExposureCheck check;
    check.id = place.text(QLatin1String("id"));
    check.text = place.text(QLatin1String("text"));
    check.instruments = place.textsIfAny(QLatin1String("instruments"));
    check.conditions = place.textsIfAny(QLatin1String("conditions"));
    check.isWritten = place.isSet(QLatin1String("written"));
    check.everyMonths = place.whole(QLatin1String("everyMonths"));
    check.source = place.text(QLatin1String("source"));
    check.confidence = confidenceAt(place);
    if (check.everyMonths < 1 || check.everyMonths > kMostMonths) {
        place.refuseAt(QLatin1String("everyMonths"),
                       QStringLiteral("the figure is not between 1 and %1").arg(kMostMonths));
    }
    return check;
}

} // namespace

std::optional<QDate> dueDay(const ExposureCheck& check, const std::optional<QDate>& lastDone,
                            const std::optional<QDate>& firstDose) {
    if (!firstDose) {
        return std::nullopt;
    }
    return lastDone.value_or(*firstDose).addMonths(check.everyMonths);
}

base::Result<ExposureRules> ExposureRules::read(const QByteArray& json) {
    const auto parsed = parseSafetyFile(json, QStringLiteral("exposure.json"));
    if (!parsed) {
        return tl::unexpected<base::Error>(parsed.error());
    }
    scales::JsonReading reading;
    const JsonPlace root(*parsed, QString(), reading);
    ExposureRules rules;
    for (const JsonPlace& place : root.list(QLatin1String("checks"))) {
        const ExposureCheck check = checkAt(place);
        if (std::any_of(rules.checks.begin(), rules.checks.end(),
                        [&](const ExposureCheck& other) { return other.id == check.id; })) {
            place.refuseAt(QLatin1String("id"), QStringLiteral("the id stands twice"));
        }
        rules.checks.append(check);
    }
    if (const auto outcome = outcomeOf(reading); !outcome) {
        return tl::unexpected<base::Error>(outcome.error());
    }
    return rules;
}

const ExposureRules& ExposureRules::builtIn() {
    static const ExposureRules kRules = [] {
        const auto rules = read(builtInSafetyFile(QStringLiteral("exposure.json")));
        KAIROS_CHECK(rules.has_value());
        return *rules;
    }();
    return kRules;
}

} // namespace kairos::safety
