// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/take_home_text.h"

#include "core/base/built_in.h"
#include "core/base/check.h"
#include "core/scales/json_place.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace kairos::therapy {

using scales::JsonPlace;

base::Result<TakeHomeText> TakeHomeText::read(const QByteArray& json) {
    const auto refused = [](const QString& why) {
        return base::fail(base::ErrorCode::InvalidInput,
                          QCoreApplication::translate("therapy", "The take-home text was not read"), why,
                          QCoreApplication::translate("therapy", "correct the file at the place named"));
    };
    QJsonParseError syntax;
    const auto document = QJsonDocument::fromJson(json, &syntax);
    if (!document.isObject()) {
        return refused(syntax.errorString());
    }
    scales::JsonReading reading;
    const JsonPlace root(document.object(), QString(), reading);
    root.allowOnly({QLatin1String("id"), QLatin1String("version"), QLatin1String("title"),
                    QLatin1String("reviewer"), QLatin1String("parts")});
    TakeHomeText text;
    for (const JsonPlace& place : root.list(QLatin1String("parts"))) {
        TakeHomePart part;
        part.title = place.text(QLatin1String("title"));
        part.lines = place.textsIfAny(QLatin1String("lines"));
        part.source = place.text(QLatin1String("source"));
        part.confidence = place.word<base::Confidence>(QLatin1String("confidence"),
                                                       {{QLatin1String("H"), base::Confidence::High},
                                                        {QLatin1String("M"), base::Confidence::Medium},
                                                        {QLatin1String("C"), base::Confidence::Check}});
        if (part.lines.isEmpty()) {
            place.refuseAt(QLatin1String("lines"), QStringLiteral("at least one line is expected"));
        }
        text.parts.append(part);
    }
    if (const auto& problem = reading.problem()) {
        return refused(QStringLiteral("%1: %2").arg(problem->place, problem->reason));
    }
    return text;
}

const TakeHomeText& TakeHomeText::builtIn() {
    static const TakeHomeText kText = [] {
        auto text = read(base::builtInFile(QStringLiteral("therapy/take_home.json")));
        KAIROS_CHECK(text.has_value());
        return *text;
    }();
    return kText;
}

} // namespace kairos::therapy
