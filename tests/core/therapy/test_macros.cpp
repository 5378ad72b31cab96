// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/macros.h"
#include "core/therapy/therapy_json.h"

#include "core/base/built_in.h"

#include <catch2/catch_test_macros.hpp>

namespace test_macros {
using namespace kairos;
using namespace therapy;
using record::TextMacro;

namespace {

QString whyNot(const QString& name, const QString& text, const QList<TextMacro>& others = {}) {
    const auto checked = checkMacro({name, text}, others);
    return checked ? QString() : checked.error().why;
}

const QString kText = QStringLiteral("Thanked.");

} // namespace

TEST_CASE("A macro ends where its name ends, and begins a word", "[therapy][macros]") {
    const auto at = [](const char* line) { return macroEndingAt(QString::fromUtf8(line)); };
    REQUIRE(at(";intake") == QStringLiteral("intake"));
    REQUIRE(at("Seen. ;intake") == QStringLiteral("intake"));
    REQUIRE(at("(;step-2") == QStringLiteral("step-2"));
    REQUIRE_FALSE(at("anxious;then").has_value());
    REQUIRE_FALSE(at("naïve;x").has_value());
    REQUIRE_FALSE(at(";intake now").has_value());
    REQUIRE_FALSE(at(";Intake").has_value());
    REQUIRE_FALSE(at(";").has_value());
    REQUIRE_FALSE(at("").has_value());
    REQUIRE_FALSE(at(";aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa").has_value()); // 33 letters
    REQUIRE(at(";aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa").has_value());        // 32
}

TEST_CASE("A known field is filled in, an unknown one is a visible blank", "[therapy][macros]") {
    const QHash<QString, QString> values = {{QStringLiteral("dose"), QStringLiteral("35.0 mg")},
                                            {QStringLiteral("score"), QString()}};
    REQUIRE(expanded(QStringLiteral("After {dose}, {score}; {dose}."), values) ==
            QStringLiteral("After 35.0 mg, [score: not known]; 35.0 mg."));
    REQUIRE(expanded(QStringLiteral("{minutes}"), {}) == QStringLiteral("[minutes: not known]"));
}

TEST_CASE("Braces around anything else stay as they are", "[therapy][macros]") {
    for (const char* text : {"{weight}", "{", "}", "{}", "{ dose }", "{dose", "a } b {", ""}) {
        REQUIRE(expanded(QLatin1String(text), {{QStringLiteral("dose"), QStringLiteral("x")}}) ==
                QLatin1String(text));
    }
    // What a value holds is no field again.
    REQUIRE(expanded(QStringLiteral("{intention}"),
                     {{QStringLiteral("intention"), QStringLiteral("{dose}")}}) == QStringLiteral("{dose}"));
}

TEST_CASE("A macro needs a name of plain letters and a text", "[therapy][macros]") {
    REQUIRE(whyNot(QStringLiteral("closing"), kText).isEmpty());
    REQUIRE(whyNot(QString(), kText).contains(QStringLiteral("no name")));
    REQUIRE(whyNot(QStringLiteral("two words"), kText).contains(QStringLiteral("letters a to z")));
    REQUIRE(whyNot(QStringLiteral("Closing"), kText).contains(QStringLiteral("letters a to z")));
    REQUIRE(whyNot(QString(kLongestMacroName, QLatin1Char('a')), kText).isEmpty());
    REQUIRE_FALSE(whyNot(QString(kLongestMacroName + 1, QLatin1Char('a')), kText).isEmpty());
    REQUIRE(whyNot(QStringLiteral("closing"), QStringLiteral(" \n")).contains(QStringLiteral("no text")));
    REQUIRE(whyNot(QStringLiteral("closing"), QString(kLongestMacroText, QLatin1Char('x'))).isEmpty());
    REQUIRE(whyNot(QStringLiteral("closing"), QString(kLongestMacroText + 1, QLatin1Char('x')))
                .contains(QStringLiteral("20,000")));
}

TEST_CASE("A name that stands already is refused, also one of the program's", "[therapy][macros]") {
    REQUIRE(whyNot(QStringLiteral("closing"), kText, {{QStringLiteral("closing"), kText}})
                .contains(QStringLiteral("already")));
    REQUIRE(whyNot(QStringLiteral("intake"), kText).contains(QStringLiteral("of the program")));
}

TEST_CASE("A macro that names a field that there is not is refused with the fields", "[therapy][macros]") {
    const auto checked = checkMacro({QStringLiteral("closing"), QStringLiteral("{weight} kg")}, {});
    REQUIRE(checked.error().why.contains(QStringLiteral("{weight}")));
    REQUIRE(checked.error().remedy.contains(QStringLiteral("{dose}")));
    REQUIRE(whyNot(QStringLiteral("closing"), QStringLiteral("{ not a field }")).isEmpty());
}

TEST_CASE("The program's macros have a purpose, a source and known fields", "[therapy][macros]") {
    REQUIRE(builtInMacros().size() >= 5);
    for (const ShippedMacro& shipped : builtInMacros()) {
        INFO(shipped.macro.name.toStdString());
        REQUIRE_FALSE(shipped.title.isEmpty());
        REQUIRE_FALSE(shipped.source.isEmpty());
    }
    REQUIRE(builtInMacros().first().macro.name == QStringLiteral("intake"));
}

TEST_CASE("A macro file with a bad name, a double or an unknown field is refused with its place",
          "[therapy][macros]") {
    const QByteArray file = kairos::base::builtInFile(QStringLiteral("therapy/macros.json"));
    const auto refusal = [&](const char* from, const char* to) {
        QByteArray changed = file;
        changed.replace(from, to);
        return readMacros(changed).error().why;
    };
    REQUIRE(refusal("\"name\": \"intake\"", "\"name\": \"In take\"")
                .startsWith(QStringLiteral("/macros/0/name")));
    REQUIRE(refusal("\"name\": \"integration\"", "\"name\": \"intake\"")
                .startsWith(QStringLiteral("/macros/1/name")));
    REQUIRE(
        refusal("\"text\": \"{dose}\"", "\"text\": \"{does}\"").startsWith(QStringLiteral("/macros/8/text")));
    REQUIRE_FALSE(readMacros("no JSON").has_value());
}

} // namespace test_macros
