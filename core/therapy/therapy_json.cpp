// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/therapy_json.h"

#include "core/therapy/words.h"

#include <QJsonDocument>

namespace kairos::therapy {

namespace {

tl::unexpected<base::Error> refused(const QString& what, const QString& why) {
    return base::fail(base::ErrorCode::InvalidInput, what, why,
                      Words::tr("correct the file at the place named"));
}

} // namespace

base::Result<QJsonObject> parseTherapyFile(const QByteArray& json, const QString& what) {
    QJsonParseError syntax;
    const auto document = QJsonDocument::fromJson(json, &syntax);
    if (!document.isObject()) {
        return refused(what, syntax.errorString());
    }
    return document.object();
}

base::Outcome outcomeOf(const scales::JsonReading& reading, const QString& what) {
    if (const auto& problem = reading.problem()) {
        return refused(what, QStringLiteral("%1: %2").arg(problem->place, problem->reason));
    }
    return {};
}

base::Confidence confidenceAt(const scales::JsonPlace& place) {
    return place.word<base::Confidence>(QLatin1String("confidence"),
                                        {{QLatin1String("H"), base::Confidence::High},
                                         {QLatin1String("M"), base::Confidence::Medium},
                                         {QLatin1String("C"), base::Confidence::Check}});
}

} // namespace kairos::therapy
