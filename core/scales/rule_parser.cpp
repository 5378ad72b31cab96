// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/rule_parser.h"

#include "core/scales/words.h"

#include <algorithm>
#include <memory>

namespace kairos::scales {

namespace {

const QLatin1String kId("id");
const QLatin1String kLabel("label");
const QLatin1String kStep("step");
const QLatin1String kSource("source");
const QLatin1String kConfidence("confidence");
const QLatin1String kWhen("when");

/// "moderately-severe" reads "moderately severe" unless the file says otherwise.
QString labelOf(const JsonPlace& place, const QString& id) {
    QString plain = id;
    return place.textOr(kLabel, plain.replace(QLatin1Char('-'), QLatin1Char(' ')));
}

Band parseBand(const JsonPlace& place) {
    const QString id = place.text(kId);
    return Band{id, labelOf(place, id), place.number(QLatin1String("low")),
                place.number(QLatin1String("high")), place.whole(kStep)};
}

std::vector<BandClass> parseClasses(const JsonPlace& root, const ConditionNames& names) {
    std::vector<BandClass> classes;
    for (const JsonPlace& place : root.listIfAny(QLatin1String("classes"))) {
        const QString id = place.text(kId);
        classes.push_back(BandClass{Band{id, labelOf(place, id), 0, 0, place.whole(kStep)},
                                    parseCondition(place.at(kWhen), names)});
    }
    return classes;
}

void parseBands(const JsonPlace& root, Instrument& instrument) {
    const QLatin1String key("bands");
    if (root.has(key)) {
        const JsonPlace place = root.at(key);
        instrument.bandsBasis = parseBasis(place);
        for (const JsonPlace& band : place.list(QLatin1String("list"))) {
            instrument.bands.push_back(parseBand(band));
        }
    }
    for (const JsonPlace& place : root.listIfAny(QLatin1String("otherBands"))) {
        BandSet set{place.text(kId), {}, parseBasis(place)};
        for (const JsonPlace& band : place.list(QLatin1String("list"))) {
            set.bands.append(parseBand(band));
        }
        instrument.otherBands.append(set);
    }
}

base::FindingLevel parseLevel(const JsonPlace& place) {
    return place.word<base::FindingLevel>(QLatin1String("level"),
                                          {{QLatin1String("information"), base::FindingLevel::Information},
                                           {QLatin1String("caution"), base::FindingLevel::Caution},
                                           {QLatin1String("stop"), base::FindingLevel::Stop}});
}

std::optional<record::RiskLevel> parseRisk(const JsonPlace& place) {
    const QLatin1String key("risk");
    if (!place.has(key)) {
        return std::nullopt;
    }
    return place.word<record::RiskLevel>(key, {{QLatin1String("note"), record::RiskLevel::Note},
                                               {QLatin1String("assess"), record::RiskLevel::Assess},
                                               {QLatin1String("urgent"), record::RiskLevel::Urgent}});
}

std::vector<Rule> parseRules(const JsonPlace& root, const ConditionNames& names) {
    std::vector<Rule> rules;
    for (const JsonPlace& place : root.listIfAny(QLatin1String("rules"))) {
        Rule rule;
        rule.flag = Flag{place.text(kId), place.text(QLatin1String("rule")), parseLevel(place)};
        rule.when = parseCondition(place.at(kWhen), names);
        rule.action = place.textOr(QLatin1String("action"), QString());
        rule.basis = parseBasis(place);
        rule.risk = parseRisk(place);
        rule.itemsNeeded = needsItems(rule.when, names.scored);
        const auto sameId = [&rule](const Rule& other) { return other.flag.id == rule.flag.id; };
        if (std::ranges::any_of(rules, sameId)) {
            place.refuseAt(kId, Words::tr("the id stands twice"));
        }
        rules.push_back(std::move(rule));
    }
    return rules;
}

QList<RemissionCut> parseRemission(const JsonPlace& root) {
    QList<RemissionCut> cuts;
    for (const JsonPlace& place : root.listIfAny(QLatin1String("remission"))) {
        cuts.append(RemissionCut{place.text(kId), place.number(QLatin1String("limit")), parseBasis(place)});
    }
    return cuts;
}

ResponseRule parseResponse(const JsonPlace& root) {
    const QLatin1String key("response");
    if (!root.has(key)) {
        return {};
    }
    const JsonPlace place = root.at(key);
    return ResponseRule{place.word<ResponseKind>(QLatin1String("kind"),
                                                 {{QLatin1String("fall-percent"), ResponseKind::FallPercent},
                                                  {QLatin1String("fall-points"), ResponseKind::FallPoints},
                                                  {QLatin1String("rise-points"), ResponseKind::RisePoints},
                                                  {QLatin1String("at-most"), ResponseKind::AtMost}}),
                        place.number(QLatin1String("value")), parseBasis(place)};
}

QList<MeaningfulChange> parseChange(const JsonPlace& root) {
    QList<MeaningfulChange> changes;
    for (const JsonPlace& place : root.listIfAny(QLatin1String("meaningfulChange"))) {
        const QLatin1String points("points");
        const QLatin1String percent("percent");
        changes.append(MeaningfulChange{place.text(kId), place.numberIfAny(points),
                                        place.numberIfAny(percent), parseBasis(place)});
    }
    return changes;
}

QList<ReliabilityInput> parseReliability(const JsonPlace& root) {
    QList<ReliabilityInput> inputs;
    for (const JsonPlace& place : root.listIfAny(QLatin1String("reliableChange"))) {
        inputs.append(ReliabilityInput{
            place.number(QLatin1String("sd")), place.number(QLatin1String("reliability")),
            place.word<QString>(QLatin1String("type"), {{QLatin1String("alpha"), QStringLiteral("alpha")},
                                                        {QLatin1String("retest"), QStringLiteral("retest")},
                                                        {QLatin1String("icc"), QStringLiteral("icc")}}),
            parseBasis(place)});
    }
    return inputs;
}

} // namespace

base::Confidence parseConfidence(const JsonPlace& place) {
    return place.word<base::Confidence>(kConfidence, {{QLatin1String("H"), base::Confidence::High},
                                                      {QLatin1String("M"), base::Confidence::Medium},
                                                      {QLatin1String("C"), base::Confidence::Check}});
}

Basis parseBasis(const JsonPlace& place) {
    return Basis{place.text(kSource), parseConfidence(place)};
}

void parseJudgement(const JsonPlace& root, const ConditionNames& names, Instrument& instrument) {
    parseBands(root, instrument);
    instrument.classes = parseClasses(root, names);
    instrument.rules = parseRules(root, names);
    instrument.remission = parseRemission(root);
    instrument.response = parseResponse(root);
    instrument.meaningfulChange = parseChange(root);
    instrument.reliability = parseReliability(root);
}

} // namespace kairos::scales
