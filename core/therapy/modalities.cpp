// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/modalities.h"

#include "core/therapy/therapy_json.h"
#include "core/therapy/words.h"

#include "core/base/built_in.h"
#include "core/base/check.h"
#include "core/base/text.h"

#include <algorithm>

namespace kairos::therapy {

using scales::JsonPlace;

namespace {

Modality modalityAt(const JsonPlace& place) {
    place.allowOnly({QLatin1String("id"), QLatin1String("name"), QLatin1String("title"),
                     QLatin1String("also"), QLatin1String("moves"), QLatin1String("evidence"),
                     QLatin1String("structure"), QLatin1String("source"), QLatin1String("confidence")});
    Modality modality;
    modality.id = place.text(QLatin1String("id"));
    modality.name = place.text(QLatin1String("name"));
    modality.title = place.text(QLatin1String("title"));
    modality.also = place.textsIfAny(QLatin1String("also"));
    modality.moves = place.textsIfAny(QLatin1String("moves"));
    modality.evidence = place.text(QLatin1String("evidence"));
    modality.structure = place.text(QLatin1String("structure"));
    modality.source = place.text(QLatin1String("source"));
    modality.confidence = confidenceAt(place);
    if (modality.moves.isEmpty()) {
        place.refuseAt(QLatin1String("moves"), Words::tr("a modality has one move at least"));
    }
    return modality;
}

} // namespace

QStringList Modalities::names() const {
    QStringList names;
    for (const Modality& modality : modalities) {
        names.append(modality.name);
    }
    return names;
}

const Modality* Modalities::find(const QString& typed) const {
    const QString wanted = base::foldForSearch(typed.trimmed());
    const auto fits = [&](const QString& name) { return base::foldForSearch(name) == wanted; };
    const auto found = std::find_if(modalities.begin(), modalities.end(), [&](const Modality& modality) {
        return fits(modality.name) || std::any_of(modality.also.begin(), modality.also.end(), fits);
    });
    return wanted.isEmpty() || found == modalities.end() ? nullptr : &*found;
}

base::Result<Modalities> Modalities::read(const QByteArray& json) {
    const QString what = Words::tr("The modalities were not read");
    return parseTherapyFile(json, what).and_then([&](const QJsonObject& file) -> base::Result<Modalities> {
        scales::JsonReading reading;
        const JsonPlace root(file, QString(), reading);
        root.allowOnly({QLatin1String("id"), QLatin1String("version"), QLatin1String("title"),
                        QLatin1String("reviewer"), QLatin1String("note"), QLatin1String("modalities")});
        Modalities found;
        for (const JsonPlace& place : root.list(QLatin1String("modalities"))) {
            const Modality modality = modalityAt(place);
            if (found.find(modality.name) != nullptr) {
                place.refuseAt(QLatin1String("name"), Words::tr("it stands twice"));
            }
            found.modalities.append(modality);
        }
        return outcomeOf(reading, what).map([&] { return std::move(found); });
    });
}

const Modalities& Modalities::builtIn() {
    static const Modalities kModalities = [] {
        auto modalities = read(base::builtInFile(QStringLiteral("therapy/modalities.json")));
        KAIROS_CHECK(modalities.has_value());
        return *modalities;
    }();
    return kModalities;
}

} // namespace kairos::therapy
