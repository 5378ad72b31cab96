// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/document_limits.h"

#include "core/exchange/words.h"
#include "core/safety/safety_json.h"

#include "core/base/built_in.h"
#include "core/base/check.h"

namespace kairos::exchange {

using scales::JsonPlace;

namespace {

/// A figure that says where it comes from.
int figure(const JsonPlace& root, QLatin1String key, int most) {
    const JsonPlace place = root.at(key);
    place.allowOnly({QLatin1String("value"), QLatin1String("source"), QLatin1String("confidence"),
                     QLatin1String("text")});
    const int value = place.whole(QLatin1String("value"));
    (void)place.text(QLatin1String("source"));
    (void)safety::confidenceAt(place);
    if (value < 1 || value > most) {
        place.refuseAt(QLatin1String("value"), Words::tr("the figure is not between 1 and %1").arg(most));
    }
    return value;
}

} // namespace

base::Result<DocumentLimits> DocumentLimits::read(const QByteArray& json) {
    const auto value = safety::parseSafetyFile(json, QStringLiteral("limits.json"));
    if (!value) {
        return tl::unexpected<base::Error>(value.error());
    }
    scales::JsonReading reading;
    const JsonPlace root(*value, QString(), reading);
    DocumentLimits limits;
    // The engine takes no more than 1,000,000,000 bytes in one field, and a picture of Qt no more than 2^31.
    limits.maxFileMegabytes = figure(root, QLatin1String("maxFileMegabytes"), 500);
    limits.maxMegapixels = figure(root, QLatin1String("maxMegapixels"), 250);
    limits.maxLetterCharacters = figure(root, QLatin1String("maxLetterCharacters"), 1000 * 1000);
    if (const auto outcome = safety::outcomeOf(reading); !outcome) {
        return tl::unexpected<base::Error>(outcome.error());
    }
    return limits;
}

const DocumentLimits& DocumentLimits::builtIn() {
    static const DocumentLimits kLimits = [] {
        const auto limits = read(base::builtInFile(QStringLiteral("documents/limits.json")));
        KAIROS_CHECK(limits.has_value());
        return *limits;
    }();
    return kLimits;
}

} // namespace kairos::exchange
