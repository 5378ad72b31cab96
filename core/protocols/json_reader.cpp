// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/json_reader.h"

#include "core/protocols/words.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace kairos::protocols {

namespace {

constexpr qint64 kLargestFile = 4 * 1024 * 1024;

} // namespace

JsonReader::JsonReader(QJsonObject object, QString place, std::shared_ptr<QStringList> troubles)
    : m_object(std::move(object)), m_place(std::move(place)), m_troubles(std::move(troubles)) {}

JsonReader JsonReader::parse(const QByteArray& json) {
    auto troubles = std::make_shared<QStringList>();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        troubles->append(Words::tr("byte %1: %2").arg(QString::number(error.offset), error.errorString()));
    } else if (!document.isObject()) {
        troubles->append(Words::tr("the file is not one JSON object"));
    }
    return JsonReader(document.object(), QString(), std::move(troubles));
}

QString JsonReader::placeOf(const QString& key) const {
    return m_place.isEmpty() ? key : m_place + QLatin1Char('.') + key;
}

void JsonReader::refuse(const QString& key, const QString& why) {
    m_troubles->append(placeOf(key) + QStringLiteral(": ") + why);
}

QJsonValue JsonReader::take(const QString& key) {
    m_asked.insert(key);
    return m_object.value(key);
}

bool JsonReader::has(const QString& key) const {
    return m_object.contains(key) && !m_object.value(key).isNull();
}

QString JsonReader::text(const QString& key) {
    const QJsonValue value = take(key);
    if (!value.isString() || value.toString().trimmed().isEmpty()) {
        refuse(key, Words::tr("a text is expected"));
        return {};
    }
    return value.toString();
}

QString JsonReader::optionalText(const QString& key) {
    return has(key) ? text(key) : take(key).toString();
}

double JsonReader::number(const QString& key) {
    const QJsonValue value = take(key);
    if (!value.isDouble() || !std::isfinite(value.toDouble())) {
        refuse(key, Words::tr("a number is expected"));
        return 0.0;
    }
    return value.toDouble();
}

std::optional<double> JsonReader::optionalNumber(const QString& key) {
    if (!has(key)) {
        m_asked.insert(key);
        return std::nullopt;
    }
    return number(key);
}

int JsonReader::integer(const QString& key, int low, int high) {
    const QJsonValue value = take(key);
    const double read = value.toDouble(std::nan(""));
    if (!(read >= low && read <= high) || read != std::floor(read)) {
        refuse(key, Words::tr("a whole number from %1 to %2 is expected").arg(low).arg(high));
        return low;
    }
    return static_cast<int>(read);
}

QDate JsonReader::date(const QString& key) {
    const QDate read = QDate::fromString(take(key).toString(), Qt::ISODate);
    if (!read.isValid()) {
        refuse(key, Words::tr("a date such as 2026-03-02 is expected"));
    }
    return read;
}

base::Confidence JsonReader::confidence(const QString& key) {
    const auto read = base::confidenceFromMark(take(key).toString());
    if (!read) {
        refuse(key, Words::tr("a confidence mark H, M or C is expected"));
    }
    return read.value_or(base::Confidence::Check);
}

QStringList JsonReader::texts(const QString& key) {
    const QJsonValue value = take(key);
    if (!value.isArray()) {
        refuse(key, Words::tr("a list of texts is expected"));
        return {};
    }
    QStringList read;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue& entry : entries) {
        if (!entry.isString() || entry.toString().isEmpty()) {
            refuse(key, Words::tr("a list of texts is expected"));
            return {};
        }
        read.append(entry.toString());
    }
    return read;
}

QStringList JsonReader::optionalTexts(const QString& key) {
    if (!has(key)) {
        m_asked.insert(key);
        return {};
    }
    return texts(key);
}

QList<double> JsonReader::numbers(const QString& key) {
    const QJsonValue value = take(key);
    QList<double> read;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue& entry : entries) {
        if (!entry.isDouble()) {
            refuse(key, Words::tr("a list of numbers is expected"));
            return {};
        }
        read.append(entry.toDouble());
    }
    if (read.isEmpty()) {
        refuse(key, Words::tr("a list of numbers is expected"));
    }
    return read;
}

JsonReader JsonReader::child(const QString& key) {
    const QJsonValue value = take(key);
    if (!value.isObject()) {
        refuse(key, Words::tr("an object is expected"));
    }
    return JsonReader(value.toObject(), placeOf(key), m_troubles);
}

QList<JsonReader> JsonReader::children(const QString& key) {
    const QJsonValue value = take(key);
    if (!value.isArray()) {
        refuse(key, Words::tr("a list of objects is expected"));
        return {};
    }
    QList<JsonReader> read;
    const QJsonArray entries = value.toArray();
    for (int index = 0; index < entries.size(); ++index) {
        const QString place = QStringLiteral("%1[%2]").arg(key).arg(index);
        if (!entries.at(index).isObject()) {
            refuse(place, Words::tr("an object is expected"));
            continue;
        }
        read.append(JsonReader(entries.at(index).toObject(), placeOf(place), m_troubles));
    }
    return read;
}

QList<JsonReader> JsonReader::optionalChildren(const QString& key) {
    if (!has(key)) {
        m_asked.insert(key);
        return {};
    }
    return children(key);
}

bool JsonReader::flag(const QString& key) {
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isBool()) {
        refuse(key, Words::tr("true or false is expected"));
    }
    return value.toBool(false);
}

void JsonReader::finish() {
    const QStringList keys = m_object.keys();
    for (const QString& key : keys) {
        if (!m_asked.contains(key)) {
            refuse(key, Words::tr("this field is not known"));
        }
    }
}

base::Result<QByteArray> readDataFile(const QString& path) {
    const QString what = Words::tr("The data file %1 was not read").arg(QFileInfo(path).fileName());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(base::ErrorCode::NotFound, what, Words::tr("it cannot be opened"),
                          Words::tr("check that the file is there and may be read"));
    }
    if (file.size() > kLargestFile) {
        return base::fail(base::ErrorCode::InvalidInput, what, Words::tr("it is larger than 4 MB"),
                          Words::tr("check that it is a data file of Kairos"));
    }
    return file.readAll();
}

base::Error refusedFile(const QString& path, const QStringList& troubles) {
    return base::Error{base::ErrorCode::InvalidInput,
                       Words::tr("The data file %1 was refused").arg(QFileInfo(path).fileName()),
                       troubles.value(0), Words::tr("correct this place in the file and open it again")};
}

} // namespace kairos::protocols
