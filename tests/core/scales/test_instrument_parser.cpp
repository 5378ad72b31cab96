// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/instrument_parser.h"

#include <catch2/catch_test_macros.hpp>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>
#include <vector>

namespace test_instrument_parser {
using namespace kairos::scales;
using kairos::base::ErrorCode;

namespace {

/// A small sound instrument, made to be spoilt one thing at a time.
QJsonObject soundFile() {
    static const char kText[] = R"({
        "id": "two-items", "version": "1", "title": "Two items", "shortTitle": "TWO", "language": "en",
        "confidence": "C", "rater": "self", "recall": {"text": "now"}, "direction": "low",
        "wording": "labels", "licence": "own", "options": {"yesno": [{"value": 0, "text": "No"},
        {"value": 1, "text": "Yes"}]},
        "items": [{"number": 1, "topic": "One", "options": "yesno", "critical": true},
                  {"number": 2, "topic": "Two", "min": 0, "max": 3}],
        "scoring": {"method": "sum", "range": [0, 4]},
        "subscales": [{"id": "both", "label": "Both", "kind": "sum", "items": [1, 2], "source": "clinic",
                       "confidence": "C"}],
        "bands": {"source": "clinic", "confidence": "C", "list": [
            {"id": "low", "low": 0, "high": 1, "step": 0}, {"id": "high", "low": 2, "high": 4, "step": 4}]},
        "rules": [{"id": "one-missing", "level": "caution", "rule": "Item 1 not answered",
                   "when": {"missing": 1}, "source": "clinic", "confidence": "C"}],
        "remission": [{"id": "default", "limit": 1, "source": "clinic", "confidence": "C"}],
        "response": {"kind": "fall-percent", "value": 50, "source": "clinic", "confidence": "C"},
        "meaningfulChange": [{"id": "default", "points": 1, "source": "clinic", "confidence": "C"}],
        "reliableChange": [{"sd": 1.5, "reliability": 0.9, "type": "alpha", "source": "Own2026",
                            "confidence": "C"}],
        "sources": [{"key": "Own2026", "citation": "The clinic's own, 2026", "confidence": "C"}],
        "vectors": [
            {"items": "0,1", "source": "own", "expect": {"total": 1, "band": "low", "flags": []}},
            {"items": "1,1", "source": "own", "expect": {"total": 2, "band": "high", "flags": []}},
            {"items": "-,1", "source": "own",
             "expect": {"total": null, "band": null, "flags": ["one-missing"]}}]
    })";
    return QJsonDocument::fromJson(kText).object();
}

QByteArray bytes(const QJsonObject& file) {
    return QJsonDocument(file).toJson();
}

/// Replaces one element of a list in the file.
QJsonObject withElement(QJsonObject file, const QString& list, qsizetype index, const QJsonValue& element) {
    QJsonArray array = file.value(list).toArray();
    array.replace(index, element);
    file.insert(list, array);
    return file;
}

QJsonObject elementOf(const QJsonObject& file, const QString& list, qsizetype index) {
    return file.value(list).toArray().at(index).toObject();
}

QJsonObject withBands(QJsonObject file, std::vector<std::pair<int, int>> ends) {
    QJsonArray list;
    for (const auto& [low, high] : ends) {
        list.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("b%1").arg(low)},
                                {QStringLiteral("low"), low},
                                {QStringLiteral("high"), high},
                                {QStringLiteral("step"), 0}});
    }
    QJsonObject bands = file.value(QStringLiteral("bands")).toObject();
    bands.insert(QStringLiteral("list"), list);
    file.insert(QStringLiteral("bands"), bands);
    return file;
}

std::string reasonFor(const QJsonObject& file) {
    const auto result = readInstrument(bytes(file));
    return result ? std::string("it was read") : result.error().why.toStdString();
}

/// Whether the file is refused at this place, and the reason names this.
bool isRefusedAt(const QJsonObject& file, const char* pointer, const char* named) {
    const std::string reason = reasonFor(file);
    return reason.starts_with(std::string(pointer) + ": ") && reason.find(named) != std::string::npos;
}

} // namespace

TEST_CASE("A sound file is read", "[scales][files]") {
    const auto instrument = readInstrument(bytes(soundFile()));
    REQUIRE(instrument.has_value());
    REQUIRE(instrument->items.size() == 2);
    REQUIRE(instrument->items[0].max == 1);
    REQUIRE(instrument->bands[1].label == QStringLiteral("high"));
    REQUIRE_FALSE(instrument->recall.days.has_value());
}

TEST_CASE("Every key that must be there is missed by its place", "[scales][files]") {
    for (const char* key : {"id", "version", "title", "shortTitle", "language", "confidence", "rater",
                            "recall", "direction", "wording", "licence", "scoring", "sources", "vectors"}) {
        QJsonObject file = soundFile();
        file.remove(QLatin1String(key));
        const auto result = readInstrument(bytes(file));
        INFO(key);
        REQUIRE_FALSE(result.has_value());
        REQUIRE(result.error().code == ErrorCode::InvalidInput);
        REQUIRE(result.error().why.contains(QLatin1String(key)));
        REQUIRE(result.error().why.contains(QStringLiteral("required")));
    }
    QJsonObject item = elementOf(soundFile(), QStringLiteral("items"), 1);
    item.remove(QStringLiteral("topic"));
    REQUIRE(isRefusedAt(withElement(soundFile(), QStringLiteral("items"), 1, item), "/items/1", "topic"));
}

TEST_CASE("An unknown key is refused, so that a typing error is seen", "[scales][files]") {
    QJsonObject file = soundFile();
    file.insert(QStringLiteral("remision"), QJsonArray());
    REQUIRE(reasonFor(file).find("remision") != std::string::npos);
    QJsonObject item = elementOf(soundFile(), QStringLiteral("items"), 0);
    item.insert(QStringLiteral("scored"), true);
    REQUIRE(isRefusedAt(withElement(soundFile(), QStringLiteral("items"), 0, item), "/items/0", "scored"));
}

TEST_CASE("An unknown word is refused and shown", "[scales][files]") {
    QJsonObject file = soundFile();
    file.insert(QStringLiteral("scoring"), QJsonObject{{QStringLiteral("method"), QStringLiteral("median")},
                                                       {QStringLiteral("range"), QJsonArray{0, 4}}});
    REQUIRE(isRefusedAt(file, "/scoring/method", "\"median\""));
}

TEST_CASE("An item number that stands twice is refused", "[scales][files]") {
    QJsonObject item = elementOf(soundFile(), QStringLiteral("items"), 1);
    item.insert(QStringLiteral("number"), 1);
    REQUIRE(reasonFor(withElement(soundFile(), QStringLiteral("items"), 1, item)) ==
            "/items: the item number 1 stands twice (place 2)");
}

TEST_CASE("A rule may say how grave a sign it is for the risk lane", "[scales][files][risk]") {
    using kairos::record::RiskLevel;
    const std::vector<std::pair<const char*, RiskLevel>> known = {
        {"note", RiskLevel::Note}, {"assess", RiskLevel::Assess}, {"urgent", RiskLevel::Urgent}};
    for (const auto& [word, level] : known) {
        QJsonObject rule = elementOf(soundFile(), QStringLiteral("rules"), 0);
        rule.insert(QStringLiteral("risk"), QLatin1String(word));
        const auto read = readInstrument(bytes(withElement(soundFile(), QStringLiteral("rules"), 0, rule)));
        INFO(word);
        REQUIRE(read.has_value());
        REQUIRE(read->rules.front().risk == level);
    }
    REQUIRE_FALSE(readInstrument(bytes(soundFile()))->rules.front().risk.has_value());
    QJsonObject rule = elementOf(soundFile(), QStringLiteral("rules"), 0);
    rule.insert(QStringLiteral("risk"), QStringLiteral("high"));
    REQUIRE(QString::fromStdString(reasonFor(withElement(soundFile(), QStringLiteral("rules"), 0, rule)))
                .startsWith(QStringLiteral("/rules/0/risk: \"high\"")));
}

TEST_CASE("Bands with a gap or an overlap are refused", "[scales][files]") {
    REQUIRE(reasonFor(withBands(soundFile(), {{0, 1}, {3, 4}})) ==
            "/bands/list/1: a gap: the band begins at 3, not at 2");
    REQUIRE(reasonFor(withBands(soundFile(), {{0, 2}, {2, 4}})) ==
            "/bands/list/1: an overlap: the band begins at 2, not at 3");
    REQUIRE(reasonFor(withBands(soundFile(), {{0, 1}, {2, 3}})) ==
            "/bands/list: a gap: the bands end at 3, not at 4");
    REQUIRE(reasonFor(withBands(soundFile(), {{1, 1}, {2, 4}})) ==
            "/bands/list/0: a gap: the band begins at 1, not at 0");
}

TEST_CASE("A range that the items do not allow is refused", "[scales][files]") {
    QJsonObject file = soundFile();
    file.insert(QStringLiteral("scoring"), QJsonObject{{QStringLiteral("method"), QStringLiteral("sum")},
                                                       {QStringLiteral("range"), QJsonArray{0, 5}}});
    REQUIRE(reasonFor(file) == "/scoring/range: the items allow 0 to 4");
}

TEST_CASE("A file that fails its own worked example is refused", "[scales][files]") {
    QJsonObject vector = elementOf(soundFile(), QStringLiteral("vectors"), 0);
    vector.insert(QStringLiteral("items"), QStringLiteral("0,0"));
    REQUIRE(reasonFor(withElement(soundFile(), QStringLiteral("vectors"), 0, vector)) ==
            "/vectors/0: total comes out as 0, expected is 1");
    QJsonObject few = soundFile();
    QJsonArray vectors = few.value(QStringLiteral("vectors")).toArray();
    vectors.removeLast();
    few.insert(QStringLiteral("vectors"), vectors);
    REQUIRE(isRefusedAt(few, "/vectors", "3"));
}

TEST_CASE("A critical item whose absence no rule names is refused", "[scales][files]") {
    QJsonObject file = soundFile();
    file.insert(QStringLiteral("rules"), QJsonArray());
    REQUIRE(reasonFor(file) == "/rules: no rule says when critical item 1 is missing");
}

TEST_CASE("A rule names only what the file has", "[scales][files]") {
    const auto withCondition = [](const char* condition) {
        QJsonObject rule = elementOf(soundFile(), QStringLiteral("rules"), 0);
        rule.insert(QStringLiteral("when"), QJsonDocument::fromJson(condition).object());
        return reasonFor(withElement(soundFile(), QStringLiteral("rules"), 0, rule));
    };
    REQUIRE(withCondition(R"({"missing": 7})") == "/rules/0/when/missing: there is no item 7");
    REQUIRE(withCondition(R"({"subscale": "x", "atLeast": 1})") ==
            "/rules/0/when/subscale: there is no subscale \"x\"");
    REQUIRE(withCondition(R"({"item": 1, "atLeast": 3, "atMost": 2})") ==
            "/rules/0/when: atLeast is above atMost");
    REQUIRE(withCondition(R"({"all": [{"item": 9, "atLeast": 1}]})") ==
            "/rules/0/when/all/0/item: there is no item 9");
    REQUIRE(withCondition(R"({"count": {"items": [1, 2], "values": [1]}, "atLeast": 1})") ==
            "/rules/0/when/count/values: one value for each item is expected");
    for (const char* shapeless :
         {R"({"item": 1})", R"({"never": true})", R"({})", R"({"anyMissing": false})",
          R"({"missing": 1, "atLeast": 2})", R"({"item": 1, "total": {"atLeast": 1}})",
          R"({"count": {"items": [1]}, "atLeast": 1})"}) {
        INFO(shapeless);
        REQUIRE(withCondition(shapeless).starts_with("/rules/0/when"));
    }
}

TEST_CASE("A figure without a known source is refused", "[scales][files]") {
    QJsonObject rule = elementOf(soundFile(), QStringLiteral("rules"), 0);
    rule.insert(QStringLiteral("source"), QStringLiteral("Nobody1999"));
    REQUIRE(reasonFor(withElement(soundFile(), QStringLiteral("rules"), 0, rule)) ==
            "/sources: \"Nobody1999\" is not among the sources");
    rule = elementOf(soundFile(), QStringLiteral("rules"), 0);
    rule.insert(QStringLiteral("confidence"), QStringLiteral("X"));
    REQUIRE(isRefusedAt(withElement(soundFile(), QStringLiteral("rules"), 0, rule), "/rules/0/confidence",
                        "\"X\""));
}

TEST_CASE("Options leave no gap, and items name an option set", "[scales][files]") {
    QJsonObject file = soundFile();
    file.insert(
        QStringLiteral("options"),
        QJsonDocument::fromJson(R"({"yesno": [{"value": 0, "text": "No"}, {"value": 2, "text": "Yes"}]})")
            .object());
    REQUIRE(reasonFor(file) == "/options/yesno: the values leave a gap");
    QJsonObject item = elementOf(soundFile(), QStringLiteral("items"), 0);
    item.insert(QStringLiteral("options"), QStringLiteral("often"));
    REQUIRE(reasonFor(withElement(soundFile(), QStringLiteral("items"), 0, item)) ==
            "/items/0/options: there is no option set \"often\"");
    item = elementOf(soundFile(), QStringLiteral("items"), 1);
    item.insert(QStringLiteral("max"), 0);
    REQUIRE(reasonFor(withElement(soundFile(), QStringLiteral("items"), 1, item)) ==
            "/items/1/max: max is not above min");
}

TEST_CASE("Figures that cannot be are refused", "[scales][files]") {
    QJsonObject change = elementOf(soundFile(), QStringLiteral("reliableChange"), 0);
    change.insert(QStringLiteral("reliability"), 1);
    REQUIRE(isRefusedAt(withElement(soundFile(), QStringLiteral("reliableChange"), 0, change),
                        "/reliableChange/0/reliability", "1"));
    change = elementOf(soundFile(), QStringLiteral("reliableChange"), 0);
    change.insert(QStringLiteral("sd"), 0);
    REQUIRE(isRefusedAt(withElement(soundFile(), QStringLiteral("reliableChange"), 0, change),
                        "/reliableChange/0/sd", "0"));
    QJsonObject cut = elementOf(soundFile(), QStringLiteral("remission"), 0);
    cut.insert(QStringLiteral("limit"), 5);
    REQUIRE(reasonFor(withElement(soundFile(), QStringLiteral("remission"), 0, cut)) ==
            "/remission: a cut-off needs a good end and a limit inside the range");
}

TEST_CASE("What is no instrument at all is refused without harm", "[scales][files]") {
    REQUIRE_FALSE(readInstrument(QByteArray()).has_value());
    REQUIRE(readInstrument("{\"id\": ").error().why.startsWith(QStringLiteral("byte ")));
    REQUIRE_FALSE(readInstrument("[1, 2]").has_value());
    REQUIRE_FALSE(readInstrument("{}").has_value());
    REQUIRE_FALSE(readInstrument(QByteArray(2000, '[')).has_value());
    REQUIRE(readInstrument(QByteArray(kLargestInstrumentFile + 1, ' ')).error().why ==
            QStringLiteral("it is larger than 1 MiB"));
}

TEST_CASE("A value of the wrong kind is refused at every key of the root", "[scales][files]") {
    const QJsonObject sound = soundFile();
    for (const QString& key : sound.keys()) {
        QJsonObject file = sound;
        file.insert(key, 42);
        const auto result = readInstrument(bytes(file));
        INFO(key.toStdString());
        REQUIRE_FALSE(result.has_value());
    }
}

TEST_CASE("Worked examples must stand on both sides of every cut-off", "[scales][files]") {
    QJsonObject file = soundFile();
    QJsonObject cut = elementOf(file, QStringLiteral("remission"), 0);
    cut.insert(QStringLiteral("limit"), 3);
    REQUIRE(reasonFor(withElement(file, QStringLiteral("remission"), 0, cut)) ==
            "/vectors: no worked example reaches a total of 3, which lies beside a cut-off");
    QJsonObject rule = elementOf(file, QStringLiteral("rules"), 0);
    rule.insert(QStringLiteral("id"), QStringLiteral("never-raised"));
    rule.insert(QStringLiteral("when"), QJsonDocument::fromJson(R"({"item": 2, "atLeast": 3})").object());
    QJsonArray rules = file.value(QStringLiteral("rules")).toArray();
    rules.append(rule);
    file.insert(QStringLiteral("rules"), rules);
    REQUIRE(reasonFor(file) ==
            "/vectors: the rule \"never-raised\" needs an example that raises it and one that does not");
}

TEST_CASE("What a scoring method needs is asked for by the schema", "[scales][files]") {
    const auto withScoring = [](const char* scoring) {
        QJsonObject file = soundFile();
        file.insert(QStringLiteral("scoring"), QJsonDocument::fromJson(scoring).object());
        return reasonFor(file);
    };
    for (const char* scoring :
         {R"({"method": "sum"})", R"({"method": "percent", "range": [0, 4]})",
          R"({"method": "grouped-maxima", "range": [0, 4]})",
          R"({"method": "grouped-maxima", "range": [0, 4], "groups": [[]]})",
          R"({"method": "sum", "range": [0]})", R"({"method": "sum", "range": [0, 4.5]})",
          R"({"method": "sum", "range": [0, 1e300]})"}) {
        INFO(scoring);
        REQUIRE(withScoring(scoring).starts_with("/scoring"));
    }
}

TEST_CASE("A condition nested past any sense is refused or read without harm", "[scales][files]") {
    QByteArray condition = R"({"missing": 1})";
    for (int depth = 0; depth < 400; ++depth) {
        condition = R"({"not": {"not": )" + condition + "}}";
    }
    QJsonObject rule = elementOf(soundFile(), QStringLiteral("rules"), 0);
    rule.insert(QStringLiteral("when"), QJsonDocument::fromJson(condition).object());
    const QJsonObject file = withElement(soundFile(), QStringLiteral("rules"), 0, rule);
    REQUIRE(readInstrument(QJsonDocument(file).toJson(QJsonDocument::Compact)).has_value());
}

} // namespace test_instrument_parser
