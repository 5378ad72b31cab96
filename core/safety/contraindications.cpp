// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/contraindications.h"

#include "core/safety/safety_json.h"

#include "core/base/check.h"

#include <algorithm>

namespace kairos::safety {

using scales::JsonPlace;
using scales::JsonReading;

namespace {

/// The line of the age rule has this id beside the conditions.
const QString kAgeId = QStringLiteral("age");

ContraindicationLevel levelAt(const JsonPlace& place, QLatin1String key) {
    return place.word<ContraindicationLevel>(
        key, {{QLatin1String("absolute"), ContraindicationLevel::Absolute},
              {QLatin1String("until-treated"), ContraindicationLevel::UntilTreated},
              {QLatin1String("avoid"), ContraindicationLevel::Avoid},
              {QLatin1String("relative"), ContraindicationLevel::Relative}});
}

std::optional<EsketamineDifference> differenceAt(const JsonPlace& place) {
    if (!place.has(QLatin1String("esketamine"))) {
        return std::nullopt;
    }
    const JsonPlace at = place.at(QLatin1String("esketamine"));
    EsketamineDifference difference;
    if (at.has(QLatin1String("level"))) {
        difference.level = levelAt(at, QLatin1String("level"));
    }
    difference.note = at.text(QLatin1String("note"));
    difference.basis = at.text(QLatin1String("basis"));
    difference.confidence = confidenceAt(at);
    return difference;
}

Contraindication conditionAt(const JsonPlace& place) {
    place.allowOnly({QLatin1String("id"), QLatin1String("text"), QLatin1String("level"),
                     QLatin1String("asked"), QLatin1String("note"), QLatin1String("basis"),
                     QLatin1String("confidence"), QLatin1String("esketamine")});
    Contraindication condition;
    condition.id = place.text(QLatin1String("id"));
    condition.text = place.text(QLatin1String("text"));
    condition.level = levelAt(place, QLatin1String("level"));
    if (place.has(QLatin1String("asked"))) {
        condition.needsPregnancyCapacity =
            place.word<bool>(QLatin1String("asked"),
                             {{QLatin1String("always"), false}, {QLatin1String("pregnancy-capacity"), true}});
    }
    condition.note = place.textOr(QLatin1String("note"), {});
    condition.basis = place.text(QLatin1String("basis"));
    condition.confidence = confidenceAt(place);
    condition.esketamine = differenceAt(place);
    return condition;
}

AgeRule ageAt(const JsonPlace& place) {
    AgeRule age;
    age.text = place.text(QLatin1String("text"));
    age.notEstablishedBelow = place.whole(QLatin1String("notEstablishedBelow"));
    age.cautionAbove = place.whole(QLatin1String("cautionAbove"));
    age.belowLevel = levelAt(place, QLatin1String("belowLevel"));
    age.aboveLevel = levelAt(place, QLatin1String("aboveLevel"));
    age.basis = place.text(QLatin1String("basis"));
    age.confidence = confidenceAt(place);
    age.esketamine = differenceAt(place);
    if (age.cautionAbove < age.notEstablishedBelow) {
        place.refuseAt(QLatin1String("cautionAbove"), QStringLiteral("is below notEstablishedBelow"));
    }
    return age;
}

} // namespace

const Contraindication* Contraindications::find(const QString& id) const {
    const auto found = std::find_if(conditions.begin(), conditions.end(),
                                    [&](const Contraindication& one) { return one.id == id; });
    return found != conditions.end() ? &*found : nullptr;
}

base::Result<Contraindications> Contraindications::read(const QByteArray& json) {
    const auto parsed = parseSafetyFile(json, QStringLiteral("contraindications"));
    if (!parsed) {
        return tl::unexpected<base::Error>(parsed.error());
    }
    JsonReading reading;
    const JsonPlace root(*parsed, QStringLiteral("contraindications"), reading);
    Contraindications rules;
    rules.version = root.text(QLatin1String("version"));
    rules.age = ageAt(root.at(QLatin1String("age")));
    for (const JsonPlace& place : root.list(QLatin1String("conditions"))) {
        const Contraindication condition = conditionAt(place);
        if (condition.id == kAgeId || rules.find(condition.id) != nullptr) {
            place.refuseAt(QLatin1String("id"), QStringLiteral("the id stands twice"));
        }
        rules.conditions.append(condition);
    }
    if (const auto outcome = outcomeOf(reading); !outcome) {
        return tl::unexpected<base::Error>(outcome.error());
    }
    return rules;
}

Contraindications Contraindications::builtIn() {
    auto rules = read(builtInSafetyFile(QStringLiteral("contraindications.json")));
    KAIROS_CHECK(rules.has_value());
    return *rules;
}

} // namespace kairos::safety
