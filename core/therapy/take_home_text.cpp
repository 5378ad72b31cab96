// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/take_home_text.h"

#include "core/therapy/therapy_json.h"
#include "core/therapy/words.h"

#include "core/base/built_in.h"
#include "core/base/check.h"

namespace kairos::therapy {

using scales::JsonPlace;

base::Result<TakeHomeText> TakeHomeText::read(const QByteArray& json) {
    const QString what = Words::tr("The take-home text was not read");
    const auto object = parseTherapyFile(json, what);
    if (!object) {
        return tl::unexpected<base::Error>(object.error());
    }
    scales::JsonReading reading;
    const JsonPlace root(*object, QString(), reading);
    root.allowOnly({QLatin1String("id"), QLatin1String("version"), QLatin1String("title"),
                    QLatin1String("reviewer"), QLatin1String("parts")});
    TakeHomeText text;
    for (const JsonPlace& place : root.list(QLatin1String("parts"))) {
        TakeHomePart part;
        part.title = place.text(QLatin1String("title"));
        part.lines = place.textsIfAny(QLatin1String("lines"));
        part.source = place.text(QLatin1String("source"));
        part.confidence = confidenceAt(place);
        if (part.lines.isEmpty()) {
            place.refuseAt(QLatin1String("lines"), QStringLiteral("at least one line is expected"));
        }
        text.parts.append(part);
    }
    return outcomeOf(reading, what).map([&] { return text; });
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
