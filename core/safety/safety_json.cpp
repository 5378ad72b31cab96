// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/safety_json.h"

#include "core/base/built_in.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kairos::safety {
namespace {

const QString kNotRead = QStringLiteral("The safety rules were not read");
const QString kRemedy = QStringLiteral("correct the file");

} // namespace

base::Result<QJsonValue> parseSafetyFile(const QByteArray& json, const QString& file) {
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        const QString why = error.error == QJsonParseError::NoError
                                ? QStringLiteral("an object is expected")
                                : QStringLiteral("%1 at byte %2").arg(error.errorString()).arg(error.offset);
        return base::fail(base::ErrorCode::InvalidInput, kNotRead, QStringLiteral("%1: %2").arg(file, why),
                          kRemedy);
    }
    return QJsonValue(document.object());
}

QByteArray builtInSafetyFile(const QString& name) {
    return base::builtInFile(QStringLiteral("safety/") + name);
}

base::Outcome outcomeOf(const scales::JsonReading& reading) {
    if (!reading.problem()) {
        return {};
    }
    return base::fail(base::ErrorCode::InvalidInput, kNotRead,
                      QStringLiteral("%1: %2").arg(reading.problem()->place, reading.problem()->reason),
                      kRemedy);
}

base::Confidence confidenceAt(const scales::JsonPlace& place) {
    return place.word<base::Confidence>(QLatin1String("confidence"),
                                        {{QLatin1String("H"), base::Confidence::High},
                                         {QLatin1String("M"), base::Confidence::Medium},
                                         {QLatin1String("C"), base::Confidence::Check}});
}

} // namespace kairos::safety
