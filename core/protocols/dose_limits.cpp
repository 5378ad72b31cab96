// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/dose_limits.h"

#include "core/protocols/json_reader.h"
#include "core/protocols/names.h"
#include "core/protocols/words.h"

#include "core/base/check.h"

#include <algorithm>

namespace kairos::protocols {

namespace {

template <class Value, size_t N>
Value choice(JsonReader& reader, const QString& key, const std::pair<const char*, Value> (&choices)[N]) {
    const QString word = reader.text(key);
    QStringList known;
    for (const auto& entry : choices) {
        if (word == QLatin1String(entry.first)) {
            return entry.second;
        }
        known.append(QString::fromLatin1(entry.first));
    }
    if (!word.isEmpty()) {
        reader.refuse(
            key,
            Words::tr("%1 is not known here; known are: %2").arg(word, known.join(QStringLiteral(", "))));
    }
    return choices[0].second;
}

record::Route readRoute(JsonReader& reader) {
    const QString id = reader.text(QStringLiteral("route"));
    const auto route = routeFromId(id);
    if (!route && !id.isEmpty()) {
        reader.refuse(QStringLiteral("route"), Words::tr("%1 is no route").arg(id));
    }
    return route.value_or(record::Route::Intravenous);
}

DoseLimit readLimit(JsonReader& reader) {
    DoseLimit limit;
    limit.id = reader.text(QStringLiteral("id"));
    limit.route = readRoute(reader);
    limit.quantity = choice<LimitedQuantity>(reader, QStringLiteral("quantity"),
                                             {{"mg_per_kg", LimitedQuantity::MgPerKg},
                                              {"mg", LimitedQuantity::Mg},
                                              {"minutes", LimitedQuantity::Minutes},
                                              {"mg_per_min", LimitedQuantity::MgPerMin},
                                              {"ug_per_kg_min", LimitedQuantity::MicrogramsPerKgMin}});
    limit.side = choice<LimitSide>(reader, QStringLiteral("side"),
                                   {{"above", LimitSide::Above}, {"below", LimitSide::Below}});
    limit.value = reader.number(QStringLiteral("value"));
    if (limit.value <= 0) {
        reader.refuse(QStringLiteral("value"), Words::tr("a limit is greater than 0"));
    }
    limit.level = choice<LimitLevel>(reader, QStringLiteral("level"),
                                     {{"impossible", LimitLevel::Impossible},
                                      {"stop", LimitLevel::Stop},
                                      {"caution", LimitLevel::Caution}});
    limit.source = reader.text(QStringLiteral("source"));
    limit.confidence = reader.confidence(QStringLiteral("confidence"));
    reader.finish();
    return limit;
}

Bioavailability readBioavailability(JsonReader& reader) {
    Bioavailability entry;
    entry.route = readRoute(reader);
    entry.low = reader.number(QStringLiteral("low"));
    entry.high = reader.number(QStringLiteral("high"));
    if (!(entry.low > 0 && entry.low <= entry.high && entry.high <= 1)) {
        reader.refuse(QStringLiteral("low"), Words::tr("0 < low <= high <= 1 is expected"));
    }
    entry.source = reader.text(QStringLiteral("source"));
    entry.confidence = reader.confidence(QStringLiteral("confidence"));
    reader.finish();
    return entry;
}

EsketamineDevices readEsketamine(JsonReader reader) {
    EsketamineDevices devices;
    devices.doses = reader.numbers(QStringLiteral("doses_mg"));
    devices.mgPerDevice = reader.number(QStringLiteral("mg_per_device"));
    if (devices.mgPerDevice <= 0) {
        reader.refuse(QStringLiteral("mg_per_device"), Words::tr("a number greater than 0 is expected"));
    }
    devices.spraysPerDevice = reader.integer(QStringLiteral("sprays_per_device"), 1, 10);
    devices.restMinutes = reader.number(QStringLiteral("rest_minutes"));
    devices.mlPerDevice = reader.number(QStringLiteral("ml_per_device"));
    if (devices.mlPerDevice <= 0) {
        reader.refuse(QStringLiteral("ml_per_device"), Words::tr("a number greater than 0 is expected"));
    }
    devices.packageSource = reader.text(QStringLiteral("package_source"));
    devices.source = reader.text(QStringLiteral("source"));
    devices.confidence = reader.confidence(QStringLiteral("confidence"));
    reader.finish();
    return devices;
}

WeightLimits readWeight(JsonReader reader) {
    WeightLimits weight;
    weight.aboveKg = reader.number(QStringLiteral("impossible_above_kg"));
    weight.changePercent = reader.number(QStringLiteral("change_alert_percent"));
    weight.source = reader.text(QStringLiteral("source"));
    weight.confidence = reader.confidence(QStringLiteral("confidence"));
    reader.finish();
    return weight;
}

DilutionLimit readDilution(JsonReader reader) {
    DilutionLimit dilution;
    dilution.fromMgPerMl = reader.number(QStringLiteral("from_mg_per_ml"));
    dilution.source = reader.text(QStringLiteral("source"));
    dilution.confidence = reader.confidence(QStringLiteral("confidence"));
    reader.finish();
    return dilution;
}

} // namespace

base::Milligrams EsketamineDevices::largest() const {
    return {doses.isEmpty() ? 0.0 : *std::max_element(doses.begin(), doses.end())};
}

bool DoseLimits::isUsable(record::Route route) const {
    if (!needClinicLimit.contains(route)) {
        return true;
    }
    return std::any_of(limits.begin(), limits.end(),
                       [route](const DoseLimit& limit) { return limit.route == route; });
}

base::Result<DoseLimits> readDoseLimits(const QByteArray& json, const QString& place) {
    JsonReader reader = JsonReader::parse(json);
    if (!reader.troubles().isEmpty()) {
        return tl::unexpected(refusedFile(place, reader.troubles()));
    }
    DoseLimits limits;
    if (reader.text(QStringLiteral("id")) != QLatin1String("dose-limits")) {
        reader.refuse(QStringLiteral("id"), Words::tr("dose-limits is expected"));
    }
    limits.version = reader.text(QStringLiteral("version"));
    limits.note = reader.optionalText(QStringLiteral("note"));
    limits.weight = readWeight(reader.child(QStringLiteral("weight")));
    limits.dilution = readDilution(reader.child(QStringLiteral("dilution")));
    for (JsonReader& entry : reader.children(QStringLiteral("limits"))) {
        limits.limits.append(readLimit(entry));
    }
    const QStringList waiting = reader.optionalTexts(QStringLiteral("routes_that_need_a_clinic_limit"));
    for (const QString& id : waiting) {
        if (const auto route = routeFromId(id)) {
            limits.needClinicLimit.append(*route);
        } else {
            reader.refuse(QStringLiteral("routes_that_need_a_clinic_limit"),
                          Words::tr("%1 is no route").arg(id));
        }
    }
    for (JsonReader& entry : reader.optionalChildren(QStringLiteral("bioavailability"))) {
        limits.bioavailability.append(readBioavailability(entry));
    }
    limits.esketamine = readEsketamine(reader.child(QStringLiteral("esketamine")));
    reader.finish();
    if (!reader.troubles().isEmpty()) {
        return tl::unexpected(refusedFile(place, reader.troubles()));
    }
    return limits;
}

const DoseLimits& builtInDoseLimits() {
    static const DoseLimits limits = [] {
        const QString path = QStringLiteral(":/kairos/safety/dose_limits.json");
        const auto read = readDataFile(path).and_then(
            [&path](const QByteArray& json) { return readDoseLimits(json, path); });
        KAIROS_CHECK(read.has_value());
        return *read;
    }();
    return limits;
}

} // namespace kairos::protocols
