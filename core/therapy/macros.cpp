// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/macros.h"

#include "core/therapy/therapy_json.h"
#include "core/therapy/words.h"

#include "core/base/built_in.h"
#include "core/base/check.h"

#include <algorithm>

namespace kairos::therapy {

using record::TextMacro;
using scales::JsonPlace;

namespace {

bool isNameLetter(QChar letter) {
    return (letter >= QLatin1Char('a') && letter <= QLatin1Char('z')) ||
           (letter >= QLatin1Char('0') && letter <= QLatin1Char('9')) || letter == QLatin1Char('-');
}

bool isName(QStringView name) {
    return !name.isEmpty() && name.size() <= kLongestMacroName &&
           std::all_of(name.begin(), name.end(), isNameLetter);
}

/// Where a field in braces stands: from its "{" on, with its name. None when there is no further one.
struct FoundField {
    qsizetype at = 0;
    QString name;
};

std::optional<FoundField> fieldFrom(const QString& text, qsizetype from) {
    for (qsizetype open = text.indexOf(QLatin1Char('{'), from); open >= 0;
         open = text.indexOf(QLatin1Char('{'), open + 1)) {
        const qsizetype close = text.indexOf(QLatin1Char('}'), open);
        const QString name = close < 0 ? QString() : text.mid(open + 1, close - open - 1);
        if (isName(name)) {
            return FoundField{open, name};
        }
    }
    return std::nullopt;
}

QString unknownFieldOf(const QString& text) {
    for (auto field = fieldFrom(text, 0); field; field = fieldFrom(text, field->at + 1)) {
        if (!macroFields().contains(field->name)) {
            return field->name;
        }
    }
    return {};
}

QString fieldWord(const QString& name) {
    static const QHash<QString, const char*> kWords = {
        {QStringLiteral("score"), QT_TRANSLATE_NOOP("Words", "score")},
        {QStringLiteral("dose"), QT_TRANSLATE_NOOP("Words", "dose")},
        {QStringLiteral("date"), QT_TRANSLATE_NOOP("Words", "date")},
        {QStringLiteral("patient"), QT_TRANSLATE_NOOP("Words", "patient")},
        {QStringLiteral("minutes"), QT_TRANSLATE_NOOP("Words", "minutes")},
        {QStringLiteral("intention"), QT_TRANSLATE_NOOP("Words", "intention")}};
    return Words::tr(kWords.value(name));
}

ShippedMacro macroAt(const JsonPlace& place) {
    place.allowOnly({QLatin1String("name"), QLatin1String("title"), QLatin1String("text"),
                     QLatin1String("source"), QLatin1String("confidence")});
    ShippedMacro shipped;
    shipped.macro = {place.text(QLatin1String("name")), place.text(QLatin1String("text"))};
    shipped.title = place.text(QLatin1String("title"));
    shipped.source = place.text(QLatin1String("source"));
    shipped.confidence = confidenceAt(place);
    if (!isName(shipped.macro.name)) {
        place.refuseAt(QLatin1String("name"), Words::tr("a name has the letters a to z, digits and \"-\""));
    }
    if (const QString field = unknownFieldOf(shipped.macro.text); !field.isEmpty()) {
        place.refuseAt(QLatin1String("text"), Words::tr("there is no field {%1}").arg(field));
    }
    return shipped;
}

} // namespace

base::Result<QList<ShippedMacro>> readMacros(const QByteArray& json) {
    const QString what = Words::tr("The text macros were not read");
    return parseTherapyFile(json, what).and_then([&](const QJsonObject& file) {
        scales::JsonReading reading;
        const JsonPlace root(file, QString(), reading);
        root.allowOnly({QLatin1String("id"), QLatin1String("version"), QLatin1String("title"),
                        QLatin1String("reviewer"), QLatin1String("note"), QLatin1String("macros")});
        QList<ShippedMacro> macros;
        for (const JsonPlace& place : root.list(QLatin1String("macros"))) {
            const ShippedMacro shipped = macroAt(place);
            if (std::any_of(macros.begin(), macros.end(), [&](const ShippedMacro& other) {
                    return other.macro.name == shipped.macro.name;
                })) {
                place.refuseAt(QLatin1String("name"), Words::tr("it stands twice"));
            }
            macros.append(shipped);
        }
        return outcomeOf(reading, what).map([&] { return macros; });
    });
}

const QList<ShippedMacro>& builtInMacros() {
    static const QList<ShippedMacro> kMacros = [] {
        auto macros = readMacros(base::builtInFile(QStringLiteral("therapy/macros.json")));
        KAIROS_CHECK(macros.has_value());
        return *macros;
    }();
    return kMacros;
}

const QStringList& macroFields() {
    static const QStringList kFields = {QStringLiteral("score"),   QStringLiteral("dose"),
                                        QStringLiteral("date"),    QStringLiteral("patient"),
                                        QStringLiteral("minutes"), QStringLiteral("intention")};
    return kFields;
}

std::optional<QString> macroEndingAt(QStringView line) {
    const qsizetype mark = line.lastIndexOf(QLatin1Char(';'));
    if (mark < 0 || !isName(line.sliced(mark + 1))) {
        return std::nullopt;
    }
    // "anxious;then" is a sentence, no macro.
    const bool beginsWord = mark == 0 || !line.at(mark - 1).isLetterOrNumber();
    return beginsWord ? std::optional(line.sliced(mark + 1).toString()) : std::nullopt;
}

QString expanded(const QString& text, const QHash<QString, QString>& values) {
    QString filled;
    qsizetype done = 0;
    for (auto field = fieldFrom(text, 0); field; field = fieldFrom(text, field->at + 1)) {
        if (!macroFields().contains(field->name)) {
            continue;
        }
        const QString value = values.value(field->name);
        filled += QStringView(text).mid(done, field->at - done);
        filled += value.isEmpty() ? Words::tr("[%1: not known]").arg(fieldWord(field->name)) : value;
        done = field->at + field->name.size() + 2;
    }
    filled += QStringView(text).mid(done);
    return filled;
}

base::Outcome checkMacro(const TextMacro& macro, const QList<TextMacro>& others) {
    const auto refuse = [](const QString& why, const QString& remedy) {
        return base::fail(base::ErrorCode::InvalidInput, Words::tr("The macro was not saved"), why, remedy);
    };
    if (!isName(macro.name)) {
        return refuse(macro.name.isEmpty()
                          ? Words::tr("it has no name")
                          : Words::tr("a name has up to 32 letters a to z, digits and \"-\""),
                      Words::tr("type a short word, such as \"closing\""));
    }
    const auto isSame = [&](const TextMacro& other) { return other.name == macro.name; };
    if (std::any_of(others.begin(), others.end(), isSame)) {
        return refuse(Words::tr("you have a macro of this name already"),
                      Words::tr("change that one, or take another name"));
    }
    if (std::any_of(builtInMacros().begin(), builtInMacros().end(),
                    [&](const ShippedMacro& shipped) { return isSame(shipped.macro); })) {
        return refuse(Words::tr("a macro of the program has this name"), Words::tr("take another name"));
    }
    if (macro.text.trimmed().isEmpty()) {
        return refuse(Words::tr("it has no text"), Words::tr("type what it becomes"));
    }
    if (macro.text.size() > kLongestMacroText) {
        return refuse(Words::tr("its text has more than 20,000 letters"), Words::tr("make two of it"));
    }
    if (const QString field = unknownFieldOf(macro.text); !field.isEmpty()) {
        return refuse(Words::tr("there is no field {%1}").arg(field),
                      Words::tr("use one of {%1}").arg(macroFields().join(QStringLiteral("}, {"))));
    }
    return {};
}

} // namespace kairos::therapy
