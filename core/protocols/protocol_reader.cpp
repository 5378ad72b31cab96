// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/protocol_reader.h"

#include "core/protocols/json_reader.h"
#include "core/protocols/names.h"
#include "core/protocols/protocol_check.h"
#include "core/protocols/words.h"

#include <cmath>

namespace kairos::protocols {

namespace {

constexpr int kMostDoses = 60;
constexpr int kMostDays = 730;
constexpr int kMostWeeks = 104;
constexpr int kMostMinutes = 600;

Source readSource(JsonReader& reader) {
    Source source;
    source.id = reader.text(QStringLiteral("id"));
    source.text = reader.text(QStringLiteral("text"));
    source.supports = reader.text(QStringLiteral("supports"));
    source.confidence = reader.confidence(QStringLiteral("confidence"));
    reader.finish();
    return source;
}

Phase readPhase(JsonReader& reader) {
    Phase phase;
    phase.id = reader.text(QStringLiteral("id"));
    phase.title = reader.text(QStringLiteral("title"));
    phase.when = reader.text(QStringLiteral("when"));
    phase.summary = reader.text(QStringLiteral("summary"));
    reader.finish();
    return phase;
}

QList<int> weekdaysOf(JsonReader& reader, const QString& key, const QStringList& names) {
    QList<int> days;
    for (const QString& name : names) {
        const auto day = weekdayFromId(name);
        if (!day || days.contains(*day)) {
            reader.refuse(key, Words::tr("%1 is no weekday from mon to sun, or stands twice").arg(name));
            continue;
        }
        days.append(*day);
    }
    return days;
}

DoseBlock readBlock(JsonReader& reader) {
    DoseBlock block;
    block.count = reader.integer(QStringLiteral("count"), 1, kMostDoses);
    block.cadence = reader.text(QStringLiteral("cadence"));
    const QString weekdays = QStringLiteral("weekdays");
    block.weekdays = weekdaysOf(reader, weekdays, reader.texts(weekdays));
    block.minGapDays = reader.integer(QStringLiteral("min_gap_days"), 1, kMostDays);
    block.maxGapDays = reader.integer(QStringLiteral("max_gap_days"), 1, kMostDays);
    block.maxInSevenDays = reader.integer(QStringLiteral("max_in_7_days"), 1, 7);
    block.source = reader.text(QStringLiteral("source"));
    block.confidence = reader.confidence(QStringLiteral("confidence"));
    if (block.weekdays.isEmpty()) {
        reader.refuse(weekdays, Words::tr("at least one weekday is expected"));
    }
    if (block.minGapDays > block.maxGapDays) {
        reader.refuse(QStringLiteral("min_gap_days"),
                      Words::tr("the smallest gap is larger than the largest"));
    }
    reader.finish();
    return block;
}

/// An amount with its unit, "mg/kg" or "mg".
struct Amount {
    std::optional<base::MilligramsPerKilogram> mgPerKg;
    std::optional<base::Milligrams> mg;
};

Amount readAmount(JsonReader reader) {
    Amount amount;
    const double value = reader.number(QStringLiteral("value"));
    const QString unit = reader.text(QStringLiteral("unit"));
    if (unit == QLatin1String("mg/kg")) {
        amount.mgPerKg = base::MilligramsPerKilogram{value};
    } else if (unit == QLatin1String("mg")) {
        amount.mg = base::Milligrams{value};
    } else if (!unit.isEmpty()) {
        reader.refuse(QStringLiteral("unit"),
                      Words::tr("%1 is no known unit; mg/kg or mg is expected").arg(unit));
    }
    if (value <= 0) {
        reader.refuse(QStringLiteral("value"), Words::tr("a number greater than 0 is expected"));
    }
    reader.finish();
    return amount;
}

record::Route readRoute(JsonReader& reader) {
    const QString id = reader.text(QStringLiteral("route"));
    const auto route = routeFromId(id);
    if (!route) {
        reader.refuse(QStringLiteral("route"), Words::tr("%1 is no route").arg(id));
    }
    return route.value_or(record::Route::Intravenous);
}

Regimen readRegimen(JsonReader reader) {
    Regimen regimen;
    regimen.drug = reader.text(QStringLiteral("drug"));
    regimen.route = readRoute(reader);
    const Amount dose = readAmount(reader.child(QStringLiteral("dose")));
    regimen.mgPerKg = dose.mgPerKg;
    regimen.mg = dose.mg;
    const Amount maximum = readAmount(reader.child(QStringLiteral("maximum")));
    regimen.maxMgPerKg = maximum.mgPerKg;
    regimen.maxMg = maximum.mg;
    if (reader.has(QStringLiteral("choices_mg"))) {
        regimen.choicesMg = reader.numbers(QStringLiteral("choices_mg"));
    }
    if (const auto minutes = reader.optionalNumber(QStringLiteral("minutes"))) {
        regimen.minutes = base::Minutes{*minutes};
    }
    regimen.lengthMinutes = reader.integer(QStringLiteral("length_minutes"), 1, kMostMinutes);
    regimen.visitMinutes = reader.integer(QStringLiteral("visit_minutes"), 1, kMostMinutes);
    for (JsonReader& block : reader.children(QStringLiteral("blocks"))) {
        regimen.blocks.append(readBlock(block));
    }
    if (regimen.blocks.isEmpty() || regimen.count() > kMostDoses) {
        reader.refuse(QStringLiteral("blocks"), Words::tr("1 to %1 doses are expected").arg(kMostDoses));
    }
    regimen.dependsOn = reader.optionalTexts(QStringLiteral("depends_on"));
    regimen.sources = reader.texts(QStringLiteral("sources"));
    regimen.note = reader.optionalText(QStringLiteral("note"));
    reader.finish();
    return regimen;
}

IntegrationRule readIntegration(JsonReader reader) {
    IntegrationRule rule;
    rule.title = reader.text(QStringLiteral("title"));
    rule.minutes = reader.integer(QStringLiteral("minutes"), 1, kMostMinutes);
    rule.targetFromHours = reader.integer(QStringLiteral("target_from_hours"), 1, 24 * 14);
    rule.targetToHours = reader.integer(QStringLiteral("target_to_hours"), 1, 24 * 14);
    rule.latestHours = reader.integer(QStringLiteral("latest_hours"), 1, 24 * 14);
    rule.beforeNextDose = reader.flag(QStringLiteral("before_next_dose"));
    rule.basis = reader.text(QStringLiteral("basis"));
    rule.confidence = reader.confidence(QStringLiteral("confidence"));
    rule.sources = reader.texts(QStringLiteral("sources"));
    if (rule.targetFromHours > rule.targetToHours || rule.targetToHours > rule.latestHours) {
        reader.refuse(QStringLiteral("target_from_hours"),
                      Words::tr("target_from <= target_to <= latest is expected"));
    }
    reader.finish();
    return rule;
}

TherapyStrand readTherapy(JsonReader reader) {
    TherapyStrand strand;
    strand.modality = reader.text(QStringLiteral("modality"));
    strand.title = reader.text(QStringLiteral("title"));
    strand.minutes = reader.integer(QStringLiteral("minutes"), 1, kMostMinutes);
    const int sessions = reader.integer(QStringLiteral("sessions"), 1, 200);
    strand.fromWeek = reader.integer(QStringLiteral("from_week"), 1, kMostWeeks);
    strand.toWeek = reader.integer(QStringLiteral("to_week"), 1, kMostWeeks);
    const QString perWeek = QStringLiteral("per_week");
    const QList<double> counts = reader.numbers(perWeek);
    for (const double count : counts) {
        const bool isPossible = count >= 0 && count <= 7 && count == std::floor(count);
        strand.perWeek.append(isPossible ? static_cast<int>(count) : 0);
        if (!isPossible) {
            reader.refuse(perWeek, Words::tr("whole numbers from 0 to 7 are expected"));
        }
    }
    if (strand.perWeek.size() != strand.toWeek - strand.fromWeek + 1) {
        reader.refuse(perWeek, Words::tr("one number for each week from from_week to to_week is expected"));
    }
    if (strand.count() != sessions) {
        reader.refuse(
            perWeek,
            Words::tr("the weeks add up to %1 sessions, not to %2").arg(strand.count()).arg(sessions));
    }
    strand.dependsOn = reader.optionalTexts(QStringLiteral("depends_on"));
    strand.basis = reader.text(QStringLiteral("basis"));
    strand.confidence = reader.confidence(QStringLiteral("confidence"));
    strand.sources = reader.texts(QStringLiteral("sources"));
    reader.finish();
    return strand;
}

Anchor readAnchor(JsonReader& reader) {
    const QString key = QStringLiteral("anchor");
    const QString word = reader.text(key);
    if (word == QLatin1String("last-dose")) {
        return Anchor::LastDose;
    }
    if (word == QLatin1String("last-therapy")) {
        return Anchor::LastTherapy;
    }
    if (word != QLatin1String("first-dose")) {
        reader.refuse(key, Words::tr("first-dose, last-dose or last-therapy is expected"));
    }
    return Anchor::FirstDose;
}

StepTemplate readStep(JsonReader& reader) {
    StepTemplate step;
    step.key = reader.text(QStringLiteral("key"));
    const QString kind = reader.text(QStringLiteral("kind"));
    if (const auto known = stepKindFromId(kind)) {
        step.kind = *known;
    } else {
        reader.refuse(QStringLiteral("kind"), Words::tr("%1 is no kind of step").arg(kind));
    }
    step.title = reader.text(QStringLiteral("title"));
    step.strand = reader.text(QStringLiteral("strand"));
    step.anchor = readAnchor(reader);
    step.earliestDay = reader.integer(QStringLiteral("earliest_day"), -kMostDays, kMostDays);
    step.targetDay = reader.integer(QStringLiteral("target_day"), -kMostDays, kMostDays);
    step.latestDay = reader.integer(QStringLiteral("latest_day"), -kMostDays, kMostDays);
    if (step.earliestDay > step.targetDay || step.targetDay > step.latestDay) {
        reader.refuse(QStringLiteral("target_day"), Words::tr("earliest <= target <= latest is expected"));
    }
    step.minutes = reader.has(QStringLiteral("minutes"))
                       ? reader.integer(QStringLiteral("minutes"), 0, kMostMinutes)
                       : 0;
    step.dependsOn = reader.optionalTexts(QStringLiteral("depends_on"));
    step.instruments = reader.optionalTexts(QStringLiteral("instruments"));
    step.basis = reader.text(QStringLiteral("basis"));
    step.confidence = reader.confidence(QStringLiteral("confidence"));
    reader.finish();
    return step;
}

MeasureRule readMeasure(JsonReader& reader) {
    MeasureRule rule;
    rule.title = reader.text(QStringLiteral("title"));
    const QString moment = reader.text(QStringLiteral("moment"));
    if (moment == QLatin1String("weekly")) {
        rule.moment = Moment::Weekly;
        rule.fromWeek = reader.integer(QStringLiteral("from_week"), 1, kMostWeeks);
        rule.toWeek = reader.integer(QStringLiteral("to_week"), rule.fromWeek, kMostWeeks);
    } else if (moment != QLatin1String("before-dose")) {
        reader.refuse(QStringLiteral("moment"), Words::tr("before-dose or weekly is expected"));
    }
    rule.instruments = reader.texts(QStringLiteral("instruments"));
    rule.basis = reader.text(QStringLiteral("basis"));
    rule.confidence = reader.confidence(QStringLiteral("confidence"));
    reader.finish();
    return rule;
}

MonitoringMoment readMonitoring(JsonReader& reader) {
    MonitoringMoment moment;
    if (!reader.flag(QStringLiteral("discharge"))) {
        moment.minute = reader.integer(QStringLiteral("minute"), -240, 1440);
    }
    moment.checks = reader.texts(QStringLiteral("checks"));
    reader.finish();
    return moment;
}

QList<QDate> datesOf(JsonReader& reader, const QString& key, const QStringList& texts) {
    QList<QDate> dates;
    for (const QString& text : texts) {
        dates.append(QDate::fromString(text, Qt::ISODate));
        if (!dates.last().isValid()) {
            reader.refuse(key, Words::tr("%1 is no date such as 2026-03-02").arg(text));
        }
    }
    return dates;
}

ScheduleVector readVector(JsonReader& reader) {
    ScheduleVector vector;
    vector.start = reader.date(QStringLiteral("start"));
    const QString closed = QStringLiteral("closed");
    vector.closedWeekdays = weekdaysOf(reader, closed, reader.optionalTexts(closed));
    const QString holidays = QStringLiteral("holidays");
    vector.holidays = datesOf(reader, holidays, reader.optionalTexts(holidays));
    const QString doses = QStringLiteral("doses");
    vector.doses = datesOf(reader, doses, reader.texts(doses));
    vector.source = reader.text(QStringLiteral("source"));
    reader.finish();
    return vector;
}

template <class Read>
auto readAll(QList<JsonReader> readers, Read read) {
    QList<decltype(read(readers.first()))> values;
    for (JsonReader& reader : readers) {
        values.append(read(reader));
    }
    return values;
}

Protocol readParts(JsonReader& reader) {
    Protocol protocol;
    protocol.id = reader.text(QStringLiteral("id"));
    protocol.version = reader.text(QStringLiteral("version"));
    protocol.title = reader.text(QStringLiteral("title"));
    protocol.note = reader.text(QStringLiteral("note"));
    protocol.reviewer = reader.optionalText(QStringLiteral("reviewer"));
    protocol.confidence = reader.confidence(QStringLiteral("confidence"));
    protocol.sources = readAll(reader.children(QStringLiteral("sources")), readSource);
    protocol.phases = readAll(reader.children(QStringLiteral("phases")), readPhase);
    protocol.regimen = readRegimen(reader.child(QStringLiteral("regimen")));
    if (reader.has(QStringLiteral("integration"))) {
        protocol.integration = readIntegration(reader.child(QStringLiteral("integration")));
    }
    if (reader.has(QStringLiteral("therapy"))) {
        protocol.therapy = readTherapy(reader.child(QStringLiteral("therapy")));
    }
    if (reader.has(QStringLiteral("last_preparation_within_days"))) {
        protocol.lastPreparationWithinDays =
            reader.integer(QStringLiteral("last_preparation_within_days"), 1, kMostDays);
    }
    protocol.steps = readAll(reader.children(QStringLiteral("steps")), readStep);
    protocol.measures = readAll(reader.optionalChildren(QStringLiteral("measures")), readMeasure);
    protocol.monitoring = readAll(reader.optionalChildren(QStringLiteral("monitoring")), readMonitoring);
    protocol.preDoseGates = reader.optionalTexts(QStringLiteral("predose_gates"));
    protocol.dischargeGates = reader.optionalTexts(QStringLiteral("discharge_gates"));
    protocol.vectors = readAll(reader.children(QStringLiteral("vectors")), readVector);
    return protocol;
}

} // namespace

base::Result<Protocol> readProtocol(const QByteArray& json, const QString& place, const DoseLimits& limits) {
    JsonReader reader = JsonReader::parse(json);
    if (!reader.troubles().isEmpty()) {
        return tl::unexpected(refusedFile(place, reader.troubles()));
    }
    Protocol protocol = readParts(reader);
    reader.finish();
    if (!reader.troubles().isEmpty()) {
        return tl::unexpected(refusedFile(place, reader.troubles()));
    }
    const QStringList troubles = protocolTroubles(protocol, limits);
    if (!troubles.isEmpty()) {
        return tl::unexpected(refusedFile(place, troubles));
    }
    return protocol;
}

} // namespace kairos::protocols
