// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/json_place.h"

#include "core/scales/words.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace kairos::scales {

namespace {

/// Whole numbers in these files count items and points; nothing near this size is one.
constexpr double kLargestWhole = 1'000'000;

} // namespace

QString pointerTo(const QString& place, QString step) {
    step.replace(QLatin1Char('~'), QLatin1String("~0")).replace(QLatin1Char('/'), QLatin1String("~1"));
    return place + QLatin1Char('/') + step;
}

void JsonReading::refuse(const QString& place, const QString& reason) {
    if (!m_problem) {
        m_problem = JsonProblem{place, reason};
    }
}

bool JsonPlace::has(QLatin1String key) const {
    return m_value.isObject() && m_value.toObject().contains(key);
}

JsonPlace JsonPlace::at(const QString& key) const {
    return JsonPlace(m_value.toObject().value(key), pointerTo(m_place, key), *m_reading);
}

QString JsonPlace::text(QLatin1String key) const {
    return at(key).asText();
}

QString JsonPlace::textOr(QLatin1String key, const QString& fallback) const {
    return has(key) ? text(key) : fallback;
}

double JsonPlace::number(QLatin1String key) const {
    return at(key).asNumber();
}

std::optional<double> JsonPlace::numberIfAny(QLatin1String key) const {
    return has(key) ? std::optional(number(key)) : std::nullopt;
}

int JsonPlace::whole(QLatin1String key) const {
    return at(key).asWhole();
}

int JsonPlace::wholeOr(QLatin1String key, int fallback) const {
    return has(key) ? whole(key) : fallback;
}

std::optional<int> JsonPlace::wholeIfAny(QLatin1String key) const {
    return has(key) ? std::optional(whole(key)) : std::nullopt;
}

bool JsonPlace::isSet(QLatin1String key) const {
    if (!has(key)) {
        return false;
    }
    const JsonPlace place = at(key);
    if (!place.m_value.isBool()) {
        place.refuse(Words::tr("true or false is expected"));
    }
    return place.m_value.toBool();
}

std::vector<JsonPlace> JsonPlace::list(QLatin1String key) const {
    return at(key).elements();
}

std::vector<JsonPlace> JsonPlace::listIfAny(QLatin1String key) const {
    return has(key) ? list(key) : std::vector<JsonPlace>();
}

std::vector<int> JsonPlace::wholes(QLatin1String key) const {
    std::vector<int> numbers;
    for (const JsonPlace& element : list(key)) {
        numbers.push_back(element.asWhole());
    }
    return numbers;
}

QList<QString> JsonPlace::textsIfAny(QLatin1String key) const {
    QList<QString> texts;
    for (const JsonPlace& element : listIfAny(key)) {
        texts.append(element.asText());
    }
    return texts;
}

QList<QString> JsonPlace::keys() const {
    return m_value.toObject().keys();
}

QString JsonPlace::asText() const {
    if (m_value.isUndefined()) {
        refuse(Words::tr("the key is missing"));
    } else if (!m_value.isString() || m_value.toString().trimmed().isEmpty()) {
        refuse(Words::tr("a text is expected"));
    }
    return m_value.toString();
}

int JsonPlace::asWhole() const {
    const double value = asNumber();
    if (value != std::floor(value) || std::abs(value) > kLargestWhole) {
        refuse(Words::tr("a whole number is expected"));
        return 0;
    }
    return static_cast<int>(value);
}

double JsonPlace::asNumber() const {
    if (m_value.isUndefined()) {
        refuse(Words::tr("the key is missing"));
    } else if (!m_value.isDouble()) {
        refuse(Words::tr("a number is expected"));
    }
    return m_value.toDouble();
}

std::vector<JsonPlace> JsonPlace::elements() const {
    if (m_value.isUndefined()) {
        refuse(Words::tr("the key is missing"));
    } else if (!m_value.isArray()) {
        refuse(Words::tr("a list is expected"));
    }
    std::vector<JsonPlace> places;
    const QJsonArray array = m_value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        places.emplace_back(array.at(i), pointerTo(m_place, QString::number(i)), *m_reading);
    }
    return places;
}

void JsonPlace::allowOnly(std::initializer_list<QLatin1String> allowed) const {
    if (!m_value.isObject()) {
        refuse(m_value.isUndefined() ? Words::tr("the key is missing") : Words::tr("an object is expected"));
        return;
    }
    for (const QString& key : keys()) {
        if (std::ranges::find(allowed, key) == allowed.end()) {
            refuse(Words::tr("the key \"%1\" is unknown here").arg(key.left(40)));
        }
    }
}

void JsonPlace::refuse(const QString& reason) const {
    m_reading->refuse(m_place, reason);
}

void JsonPlace::refuseAt(QLatin1String key, const QString& reason) const {
    at(key).refuse(reason);
}

void JsonPlace::refuseWord(QLatin1String key, const QString& found, const QList<QString>& known) const {
    if (found.isEmpty()) {
        return; // text() has refused it already
    }
    refuseAt(
        key,
        Words::tr("\"%1\" is unknown; known are %2").arg(found.left(40), known.join(QLatin1String(", "))));
}

} // namespace kairos::scales
