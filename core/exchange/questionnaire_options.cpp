// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/questionnaire_options.h"

#include "core/exchange/words.h"

#include <cmath>

namespace kairos::exchange {

namespace {

using Points = tl::expected<std::optional<double>, QString>;

/// A number, also one that was written as a text, which real files do.
std::optional<double> numberIn(const QJsonValue& value) {
    if (value.isDouble()) {
        return value.toDouble();
    }
    bool isNumber = false;
    const double number = value.toString().toDouble(&isNumber);
    return value.isString() && isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// The points an answer carries: ordinalValue, or its successor itemWeight.
Points pointsOf(const QJsonObject& object) {
    for (const QJsonValue& value : object.value(QLatin1String("extension")).toArray()) {
        const QJsonObject extension = value.toObject();
        const QString url = extension.value(QLatin1String("url")).toString();
        if (!url.endsWith(QLatin1String("/ordinalValue")) && !url.endsWith(QLatin1String("/itemWeight"))) {
            continue;
        }
        for (const char* key : {"valueDecimal", "valueInteger", "valueString"}) {
            const QJsonValue given = extension.value(QLatin1String(key));
            if (given.isUndefined()) {
                continue;
            }
            const auto number = numberIn(given);
            if (!number) {
                return tl::unexpected(
                    Words::tr("the points \"%1\" are no number").arg(given.toVariant().toString().left(20)));
            }
            return number;
        }
    }
    return std::optional<double>();
}

tl::expected<QuestionnaireOption, QString> optionOf(const QJsonObject& answer) {
    const QJsonObject coding = answer.value(QLatin1String("valueCoding")).toObject();
    QuestionnaireOption option;
    option.text = coding.value(QLatin1String("display")).toString().simplified();
    if (coding.value(QLatin1String("system")).toString() == kLoincSystem) {
        option.loinc = coding.value(QLatin1String("code")).toString();
    }
    if (option.text.isEmpty()) {
        option.text = answer.value(QLatin1String("valueString")).toString().simplified();
    }
    if (answer.value(QLatin1String("valueInteger")).isDouble()) {
        // A whole number that is chosen is its own text and, where no other are given, its own points.
        option.points = answer.value(QLatin1String("valueInteger")).toDouble();
        option.text = QString::number(*option.points);
    }
    for (const QJsonObject& holder : {answer, coding}) {
        const Points points = pointsOf(holder);
        if (!points) {
            return tl::unexpected(points.error());
        }
        option.points = points->has_value() ? *points : option.points;
    }
    if (option.text.isEmpty()) {
        return tl::unexpected(Words::tr("an answer has no text"));
    }
    return option;
}

/// A concept of a value set, in the shape of an answer.
QJsonObject answerOf(const QJsonObject& member, const QString& system) {
    QJsonObject coding = member;
    if (!coding.contains(QLatin1String("system"))) {
        coding.insert(QLatin1String("system"), system);
    }
    return {{QStringLiteral("valueCoding"), coding}};
}

QJsonArray answersOf(const QJsonObject& valueSet) {
    QJsonArray answers;
    const QJsonObject expansion = valueSet.value(QLatin1String("expansion")).toObject();
    for (const QJsonValue& value : expansion.value(QLatin1String("contains")).toArray()) {
        answers.append(answerOf(value.toObject(), {}));
    }
    if (!answers.isEmpty()) {
        return answers;
    }
    const QJsonObject compose = valueSet.value(QLatin1String("compose")).toObject();
    for (const QJsonValue& value : compose.value(QLatin1String("include")).toArray()) {
        const QJsonObject include = value.toObject();
        const QString system = include.value(QLatin1String("system")).toString();
        for (const QJsonValue& member : include.value(QLatin1String("concept")).toArray()) {
            answers.append(answerOf(member.toObject(), system));
        }
    }
    return answers;
}

} // namespace

OptionSource::OptionSource(const QJsonObject& questionnaire) {
    for (const QJsonValue& value : questionnaire.value(QLatin1String("contained")).toArray()) {
        const QJsonObject resource = value.toObject();
        if (resource.value(QLatin1String("resourceType")).toString() == QLatin1String("ValueSet")) {
            const QJsonArray answers = answersOf(resource);
            m_sets.insert(QLatin1Char('#') + resource.value(QLatin1String("id")).toString(), answers);
            m_sets.insert(resource.value(QLatin1String("url")).toString(), answers);
        }
    }
}

tl::expected<QList<QuestionnaireOption>, QString> OptionSource::of(const QJsonObject& item) const {
    QJsonArray answers = item.value(QLatin1String("answerOption")).toArray();
    const QString set = item.value(QLatin1String("answerValueSet")).toString();
    if (answers.isEmpty() && !set.isEmpty()) {
        answers = m_sets.value(set);
        if (answers.isEmpty()) {
            return tl::unexpected(Words::tr("its answers %1 are not in the file").arg(set));
        }
    }
    QList<QuestionnaireOption> options;
    for (const QJsonValue& answer : answers) {
        const auto option = optionOf(answer.toObject());
        if (!option) {
            return tl::unexpected(option.error());
        }
        options.append(*option);
    }
    return options;
}

} // namespace kairos::exchange
