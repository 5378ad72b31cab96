// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/instrument_parser.h"

#include "core/scales/condition_parser.h"
#include "core/scales/instrument_checks.h"
#include "core/scales/item_parser.h"
#include "core/scales/json_place.h"
#include "core/scales/rule_parser.h"
#include "core/scales/schema_check.h"
#include "core/scales/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kairos::scales {

namespace {

tl::unexpected<base::Error> refuseFile(const QString& why) {
    return base::fail(base::ErrorCode::InvalidInput, Words::tr("The instrument was not read"), why,
                      Words::tr("correct the file, or take it out of the folder"));
}

QString sentenceOf(const JsonProblem& problem) {
    return problem.place.isEmpty() ? problem.reason
                                   : QStringLiteral("%1: %2").arg(problem.place, problem.reason);
}

void parseHead(const JsonPlace& root, Instrument& instrument) {
    instrument.id = root.text(QLatin1String("id"));
    instrument.version = root.text(QLatin1String("version"));
    instrument.title = root.text(QLatin1String("title"));
    instrument.shortTitle = root.text(QLatin1String("shortTitle"));
    instrument.language = root.text(QLatin1String("language"));
    instrument.licence = root.text(QLatin1String("licence"));
    instrument.stem = root.textOr(QLatin1String("stem"), QString());
    instrument.schedule = root.textOr(QLatin1String("schedule"), QString());
    instrument.notes = root.textsIfAny(QLatin1String("notes"));
    instrument.modes = root.textsIfAny(QLatin1String("modes"));
    instrument.confidence = parseConfidence(root);
    instrument.rater =
        root.word<Rater>(QLatin1String("rater"), {{QLatin1String("self"), Rater::Self},
                                                  {QLatin1String("clinician"), Rater::Clinician}});
    instrument.wording =
        root.word<Wording>(QLatin1String("wording"), {{QLatin1String("official"), Wording::Official},
                                                      {QLatin1String("labels"), Wording::Labels},
                                                      {QLatin1String("total"), Wording::Total}});
    instrument.direction =
        root.word<Direction>(QLatin1String("direction"), {{QLatin1String("low"), Direction::LowIsGood},
                                                          {QLatin1String("high"), Direction::HighIsGood},
                                                          {QLatin1String("zero"), Direction::ZeroIsGood},
                                                          {QLatin1String("none"), Direction::None}});
}

Recall parseRecall(const JsonPlace& place) {
    return Recall{place.textOr(QLatin1String("id"), QString()), place.text(QLatin1String("text")),
                  place.wholeIfAny(QLatin1String("days"))};
}

void parseContext(const JsonPlace& root, Instrument& instrument) {
    instrument.recall = parseRecall(root.at(QLatin1String("recall")));
    for (const JsonPlace& place : root.listIfAny(QLatin1String("otherRecalls"))) {
        instrument.otherRecalls.append(parseRecall(place));
    }
    const QLatin1String loinc("loinc");
    if (root.has(loinc)) {
        const JsonPlace place = root.at(loinc);
        instrument.loincPanel = place.textOr(QLatin1String("panel"), QString());
        instrument.loincTotal = place.textOr(QLatin1String("total"), QString());
    }
    for (const JsonPlace& place : root.list(QLatin1String("sources"))) {
        instrument.sources.append(Source{place.text(QLatin1String("key")),
                                         place.text(QLatin1String("citation")), parseConfidence(place)});
    }
}

MissingRule parseMissing(const JsonPlace& scoring) {
    const QLatin1String key("missing");
    if (!scoring.has(key)) {
        return {};
    }
    const JsonPlace place = scoring.at(key);
    return MissingRule{place.whole(QLatin1String("prorateUpTo")), parseBasis(place)};
}

Scoring parseScoring(const JsonPlace& root, const ConditionNames& names) {
    const JsonPlace place = root.at(QLatin1String("scoring"));
    Scoring scoring;
    scoring.method =
        place.word<Method>(QLatin1String("method"), {{QLatin1String("sum"), Method::Sum},
                                                     {QLatin1String("grouped-maxima"), Method::GroupedMaxima},
                                                     {QLatin1String("mean"), Method::Mean},
                                                     {QLatin1String("percent"), Method::Percent},
                                                     {QLatin1String("single"), Method::Single},
                                                     {QLatin1String("triage"), Method::Triage},
                                                     {QLatin1String("total-only"), Method::TotalOnly}});
    if (scoring.method == Method::Percent) {
        scoring.factor = place.number(QLatin1String("factor"));
    }
    if (scoring.method == Method::GroupedMaxima) {
        for (const JsonPlace& group : place.list(QLatin1String("groups"))) {
            std::vector<std::size_t> indexes;
            for (const JsonPlace& number : group.elements()) {
                indexes.push_back(parseScoredNumber(number, names));
            }
            scoring.groups.push_back(std::move(indexes));
        }
    }
    if (scoring.method != Method::Triage) {
        const std::vector<int> range = place.wholes(QLatin1String("range"));
        scoring.low = range.at(0);
        scoring.high = range.at(1);
    }
    scoring.missing = parseMissing(place);
    return scoring;
}

std::vector<SubscaleDefinition> parseSubscales(const JsonPlace& root, ConditionNames& names) {
    std::vector<SubscaleDefinition> parts;
    for (const JsonPlace& place : root.listIfAny(QLatin1String("subscales"))) {
        SubscaleDefinition part;
        part.id = place.text(QLatin1String("id"));
        part.label = place.text(QLatin1String("label"));
        part.kind = place.word<SubscaleKind>(QLatin1String("kind"),
                                             {{QLatin1String("sum"), SubscaleKind::Sum},
                                              {QLatin1String("mean"), SubscaleKind::Mean},
                                              {QLatin1String("percent"), SubscaleKind::PercentOfMaximum}});
        for (const JsonPlace& number : place.list(QLatin1String("items"))) {
            part.items.push_back(parseScoredNumber(number, names));
        }
        part.mostMissing = place.wholeOr(QLatin1String("mostMissing"), 0);
        part.basis = parseBasis(place);
        if (names.subscales.contains(part.id)) {
            place.refuseAt(QLatin1String("id"), Words::tr("the id stands twice"));
        }
        names.subscales.insert(part.id, parts.size());
        parts.push_back(std::move(part));
    }
    return parts;
}

Expectation parseExpectation(const JsonPlace& place) {
    Expectation expect;
    if (!place.at(QLatin1String("total")).isNull()) {
        expect.total = place.number(QLatin1String("total"));
    }
    if (!place.at(QLatin1String("band")).isNull()) {
        expect.band = place.text(QLatin1String("band"));
    }
    for (const JsonPlace& flag : place.list(QLatin1String("flags"))) {
        expect.flags.append(flag.asText());
    }
    expect.rawSum = place.wholeIfAny(QLatin1String("rawSum"));
    expect.answered = place.wholeIfAny(QLatin1String("answered"));
    if (place.has(QLatin1String("prorated"))) {
        expect.prorated = place.isSet(QLatin1String("prorated"));
    }
    const JsonPlace subscales = place.at(QLatin1String("subscales"));
    for (const QString& id : subscales.keys()) {
        const JsonPlace value = subscales.at(id);
        expect.subscales.append(
            Subscale{id, value.isNull() ? std::nullopt : std::optional(value.asNumber()), false});
    }
    return expect;
}

QList<Vector> parseVectors(const JsonPlace& root) {
    QList<Vector> vectors;
    for (const JsonPlace& place : root.list(QLatin1String("vectors"))) {
        Vector vector;
        vector.total = place.numberIfAny(QLatin1String("total"));
        vector.items = vector.total ? place.textOr(QLatin1String("items"), QString())
                                    : place.text(QLatin1String("items"));
        if (place.has(QLatin1String("sex"))) {
            vector.sex = parseSex(place, QLatin1String("sex"));
        }
        vector.source = place.text(QLatin1String("source"));
        vector.expect = parseExpectation(place.at(QLatin1String("expect")));
        vectors.append(vector);
    }
    return vectors;
}

Instrument parseInstrument(const JsonPlace& root) {
    Instrument instrument;
    parseHead(root, instrument);
    parseContext(root, instrument);
    instrument.optionSets = parseOptionSets(root.at(QLatin1String("options")));
    instrument.items = parseItems(root, QLatin1String("items"), instrument.optionSets);
    instrument.extras = parseItems(root, QLatin1String("extras"), instrument.optionSets);
    instrument.extrasFirst = root.isSet(QLatin1String("extrasFirst"));
    ConditionNames names = nameItems(root, instrument.items, instrument.extras);
    parseSkips(root, names, instrument.items);
    instrument.scoring = parseScoring(root, names);
    instrument.subscales = parseSubscales(root, names);
    parseJudgement(root, names, instrument);
    makeScorable(instrument);
    instrument.vectors = parseVectors(root);
    return instrument;
}

} // namespace

base::Result<Instrument> readInstrument(const QByteArray& json, FileOrigin origin) {
    if (json.size() > kLargestInstrumentFile) {
        return refuseFile(Words::tr("it is larger than 1 MiB"));
    }
    QJsonParseError syntax{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &syntax);
    if (syntax.error != QJsonParseError::NoError) {
        return refuseFile(
            Words::tr("byte %1: it is not JSON (%2)").arg(syntax.offset).arg(syntax.errorString()));
    }
    const QJsonValue file =
        document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array());
    if (const auto misshape = origin == FileOrigin::Outside ? findMisshape(file) : std::nullopt) {
        return refuseFile(sentenceOf(*misshape));
    }
    JsonReading reading;
    Instrument instrument = parseInstrument(JsonPlace(file, QString(), reading));
    // Values that were refused stand as zeros: they must not reach the checks.
    const auto problem = reading.problem() ? reading.problem() : findContradiction(instrument);
    if (problem) {
        return refuseFile(sentenceOf(*problem));
    }
    return instrument;
}

} // namespace kairos::scales
