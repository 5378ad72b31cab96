// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/safety_rules.h"

#include "core/safety/safety_json.h"

#include "core/base/check.h"

namespace kairos::safety {

using scales::JsonPlace;
using scales::JsonReading;

namespace {

Vital vitalOf(const JsonPlace& place, QLatin1String key) {
    return place.word<Vital>(key, {{QLatin1String("systolic"), Vital::Systolic},
                                   {QLatin1String("diastolic"), Vital::Diastolic},
                                   {QLatin1String("pulse"), Vital::Pulse},
                                   {QLatin1String("spo2"), Vital::Spo2},
                                   {QLatin1String("respiratory-rate"), Vital::RespiratoryRate},
                                   {QLatin1String("temperature"), Vital::Temperature},
                                   {QLatin1String("sedation"), Vital::Sedation}});
}

base::FindingLevel levelOf(const JsonPlace& place) {
    return place.word<base::FindingLevel>(QLatin1String("level"),
                                          {{QLatin1String("information"), base::FindingLevel::Information},
                                           {QLatin1String("caution"), base::FindingLevel::Caution},
                                           {QLatin1String("stop"), base::FindingLevel::Stop}});
}

VitalLimit limitOf(const JsonPlace& place) {
    VitalLimit limit;
    limit.id = place.text(QLatin1String("id"));
    limit.vital = vitalOf(place, QLatin1String("field"));
    limit.side = place.word<Side>(QLatin1String("side"), {{QLatin1String("at-least"), Side::AtLeast},
                                                          {QLatin1String("above"), Side::Above},
                                                          {QLatin1String("at-most"), Side::AtMost},
                                                          {QLatin1String("below"), Side::Below}});
    limit.isRise = place.textOr(QLatin1String("from"), QStringLiteral("value")) == QLatin1String("baseline");
    limit.caution = place.numberIfAny(QLatin1String("caution"));
    limit.stop = place.numberIfAny(QLatin1String("stop"));
    limit.source = place.text(QLatin1String("source"));
    limit.confidence = confidenceAt(place);
    if (!limit.caution && !limit.stop) {
        place.refuse(QStringLiteral("a limit needs a caution or a stop"));
    }
    return limit;
}

PressureRow pressureRowOf(const JsonPlace& place) {
    return PressureRow{place.text(QLatin1String("id")),
                       place.whole(QLatin1String("systolicFrom")),
                       place.whole(QLatin1String("diastolicFrom")),
                       levelOf(place),
                       place.text(QLatin1String("text")),
                       place.text(QLatin1String("source")),
                       confidenceAt(place)};
}

GateCheckKind checkOf(const JsonPlace& place) {
    return place.word<GateCheckKind>(QLatin1String("check"),
                                     {{QLatin1String("asked"), GateCheckKind::Asked},
                                      {QLatin1String("order"), GateCheckKind::Order},
                                      {QLatin1String("consent"), GateCheckKind::Consent},
                                      {QLatin1String("risk"), GateCheckKind::Risk},
                                      {QLatin1String("screener"), GateCheckKind::Screener},
                                      {QLatin1String("screening"), GateCheckKind::Screening},
                                      {QLatin1String("safety-plan"), GateCheckKind::SafetyPlan},
                                      {QLatin1String("pregnancy"), GateCheckKind::Pregnancy},
                                      {QLatin1String("weight"), GateCheckKind::Weight},
                                      {QLatin1String("second-person"), GateCheckKind::SecondPerson},
                                      {QLatin1String("pressure"), GateCheckKind::Pressure},
                                      {QLatin1String("time"), GateCheckKind::Time},
                                      {QLatin1String("oxygen"), GateCheckKind::Oxygen},
                                      {QLatin1String("awake"), GateCheckKind::Awake},
                                      {QLatin1String("recovery"), GateCheckKind::Recovery}});
}

void readGateFigures(const JsonPlace& place, GateRule& rule) {
    using record::Route;
    switch (rule.check) {
    case GateCheckKind::Time: {
        const JsonPlace minutes = place.at(QLatin1String("minutes"));
        rule.minutes = {{Route::Intravenous, minutes.whole(QLatin1String("iv"))},
                        {Route::Intramuscular, minutes.whole(QLatin1String("im"))},
                        {Route::Subcutaneous, minutes.whole(QLatin1String("sc"))},
                        {Route::Sublingual, minutes.whole(QLatin1String("sl"))},
                        {Route::Oral, minutes.whole(QLatin1String("po"))},
                        {Route::Intranasal, minutes.whole(QLatin1String("in"))}};
        break;
    }
    case GateCheckKind::Pressure:
        if (place.has(QLatin1String("withinPercent"))) {
            rule.withinPercent = place.number(QLatin1String("withinPercent"));
            const auto most = place.wholes(QLatin1String("orAtMost"));
            if (most.size() != 2) {
                place.refuseAt(QLatin1String("orAtMost"), QStringLiteral("two pressures are expected"));
                break;
            }
            rule.systolicAtMost = most[0];
            rule.diastolicAtMost = most[1];
        }
        break;
    case GateCheckKind::Oxygen:
        rule.withinPoints = place.whole(QLatin1String("withinPoints"));
        break;
    case GateCheckKind::Awake:
        rule.sedation = place.whole(QLatin1String("sedation"));
        break;
    case GateCheckKind::Recovery:
        rule.instruments = place.textsIfAny(QLatin1String("instruments"));
        rule.total = place.number(QLatin1String("total"));
        break;
    case GateCheckKind::Screener:
        rule.instruments = place.textsIfAny(QLatin1String("instruments"));
        rule.classes = place.textsIfAny(QLatin1String("classes"));
        if (rule.instruments.isEmpty() || rule.classes.isEmpty()) {
            place.refuse(QStringLiteral("instruments and classes are expected"));
        }
        break;
    case GateCheckKind::SafetyPlan:
        rule.signs = place.textsIfAny(QLatin1String("signs"));
        if (rule.signs.isEmpty()) {
            place.refuse(QStringLiteral("signs are expected"));
        }
        break;
    case GateCheckKind::Asked:
    case GateCheckKind::Order:
    case GateCheckKind::Consent:
    case GateCheckKind::Risk:
    case GateCheckKind::Screening:
    case GateCheckKind::Pregnancy:
    case GateCheckKind::Weight:
    case GateCheckKind::SecondPerson:
        break;
    }
}

QList<GateRule> gateOf(const JsonPlace& root, QLatin1String key) {
    QList<GateRule> rules;
    QStringList ids;
    for (const JsonPlace& place : root.list(key)) {
        GateRule rule;
        rule.id = place.text(QLatin1String("id"));
        rule.text = place.text(QLatin1String("text"));
        rule.check = checkOf(place);
        if (place.has(QLatin1String("level"))) {
            rule.level = levelOf(place);
        }
        rule.source = place.text(QLatin1String("source"));
        rule.confidence = confidenceAt(place);
        readGateFigures(place, rule);
        if (ids.contains(rule.id)) {
            place.refuseAt(QLatin1String("id"), QStringLiteral("the id stands twice"));
        }
        ids.append(rule.id);
        rules.append(rule);
    }
    return rules;
}

void readVitals(const JsonPlace& root, SafetyRules& rules) {
    const JsonPlace plausible = root.at(QLatin1String("plausible"));
    const std::initializer_list<std::pair<QLatin1String, Vital>> kVitals = {
        {QLatin1String("systolic"), Vital::Systolic},
        {QLatin1String("diastolic"), Vital::Diastolic},
        {QLatin1String("pulse"), Vital::Pulse},
        {QLatin1String("spo2"), Vital::Spo2},
        {QLatin1String("respiratory-rate"), Vital::RespiratoryRate},
        {QLatin1String("temperature"), Vital::Temperature},
        {QLatin1String("sedation"), Vital::Sedation}};
    for (const auto& [key, vital] : kVitals) {
        const auto ends = plausible.wholes(key);
        if (ends.size() == 2) {
            rules.plausible.insert(vital, {ends[0], ends[1]});
        } else {
            plausible.refuseAt(key, QStringLiteral("two ends are expected"));
        }
    }
    for (const JsonPlace& place : root.list(QLatin1String("limits"))) {
        rules.limits.append(limitOf(place));
    }
    for (const JsonPlace& place : root.at(QLatin1String("preDosePressure")).list(QLatin1String("rows"))) {
        rules.pressureRows.append(pressureRowOf(place));
    }
    if (rules.pressureRows.isEmpty()) {
        root.refuseAt(QLatin1String("preDosePressure"), QStringLiteral("at least one row is expected"));
    }
}

} // namespace

base::Result<SafetyRules> SafetyRules::read(const QByteArray& vitalsJson, const QByteArray& gatesJson) {
    const auto vitals = parseSafetyFile(vitalsJson, QStringLiteral("vitals"));
    if (!vitals) {
        return tl::unexpected<base::Error>(vitals.error());
    }
    const auto gates = parseSafetyFile(gatesJson, QStringLiteral("gates"));
    if (!gates) {
        return tl::unexpected<base::Error>(gates.error());
    }
    SafetyRules rules;
    JsonReading reading;
    readVitals(JsonPlace(*vitals, QStringLiteral("vitals"), reading), rules);
    const JsonPlace gatesRoot(*gates, QStringLiteral("gates"), reading);
    rules.preDose = gateOf(gatesRoot, QLatin1String("preDose"));
    rules.discharge = gateOf(gatesRoot, QLatin1String("discharge"));
    if (gatesRoot.has(QLatin1String("call"))) {
        rules.call = gateOf(gatesRoot, QLatin1String("call"));
    }
    if (const auto outcome = outcomeOf(reading); !outcome) {
        return tl::unexpected<base::Error>(outcome.error());
    }
    return rules;
}

SafetyRules SafetyRules::builtIn() {
    auto rules = read(builtInSafetyFile(QStringLiteral("vitals.json")),
                      builtInSafetyFile(QStringLiteral("gates.json")));
    KAIROS_CHECK(rules.has_value());
    return *rules;
}

} // namespace kairos::safety
