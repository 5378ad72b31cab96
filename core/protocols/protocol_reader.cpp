// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/protocol_reader.h"

#include "core/protocols/json_reader.h"
#include "core/protocols/part_readers.h"
#include "core/protocols/protocol_check.h"
#include "core/protocols/words.h"

#include <cmath>

namespace kairos::protocols {

namespace {

constexpr int kOldestAge = 120;
constexpr int kConsentElements = 20;

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
    phase.gate = reader.optionalText(QStringLiteral("gate"));
    reader.finish();
    return phase;
}

std::optional<int> readAge(JsonReader& reader, const QString& key) {
    if (!reader.has(key)) {
        (void)reader.optionalNumber(key);
        return std::nullopt;
    }
    return reader.integer(key, 0, kOldestAge);
}

Population readPopulation(JsonReader reader) {
    Population population;
    population.summary = reader.text(QStringLiteral("summary"));
    population.ageFrom = readAge(reader, QStringLiteral("age_from"));
    population.ageTo = readAge(reader, QStringLiteral("age_to"));
    if (population.ageFrom && population.ageTo && *population.ageFrom > *population.ageTo) {
        reader.refuse(QStringLiteral("age_from"), Words::tr("it is above age_to"));
    }
    population.basis = reader.text(QStringLiteral("basis"));
    population.confidence = reader.confidence(QStringLiteral("confidence"));
    reader.finish();
    return population;
}

ConsentRule readConsent(JsonReader reader) {
    ConsentRule rule;
    const QString elements = QStringLiteral("elements");
    const QList<double> numbers = reader.numbers(elements);
    for (const double number : numbers) {
        const bool isElement = number >= 1 && number <= kConsentElements && number == std::floor(number);
        if (!isElement || rule.elements.contains(static_cast<int>(number))) {
            reader.refuse(
                elements,
                Words::tr("whole numbers from 1 to %1, each once, are expected").arg(kConsentElements));
            break;
        }
        rule.elements.append(static_cast<int>(number));
    }
    const QString forms = QStringLiteral("forms");
    rule.forms = reader.optionalTexts(forms);
    static const QStringList known{QStringLiteral("touch"), QStringLiteral("recording"),
                                   QStringLiteral("telehealth"), QStringLiteral("group"),
                                   QStringLiteral("escort")};
    for (const QString& form : std::as_const(rule.forms)) {
        if (!known.contains(form)) {
            reader.refuse(forms, Words::tr("%1 is not known; one of these is expected: %2")
                                     .arg(form, known.join(QStringLiteral(", "))));
        }
    }
    rule.renewDays = reader.integer(QStringLiteral("renew_days"), 1, kMostDays);
    rule.basis = reader.text(QStringLiteral("basis"));
    rule.confidence = reader.confidence(QStringLiteral("confidence"));
    reader.finish();
    return rule;
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
    const QString unavailable = QStringLiteral("unavailable");
    vector.unavailable = datesOf(reader, unavailable, reader.optionalTexts(unavailable));
    const QString doses = QStringLiteral("doses");
    vector.doses = datesOf(reader, doses, reader.texts(doses));
    vector.source = reader.text(QStringLiteral("source"));
    reader.finish();
    return vector;
}

void readStatus(JsonReader& reader, Protocol& protocol) {
    const QString key = QStringLiteral("status");
    if (reader.has(key)) {
        const QString status =
            readWord(reader, key, {QStringLiteral("off-label"), QStringLiteral("licensed")});
        protocol.status =
            status == QLatin1String("licensed") ? LicenceStatus::Licensed : LicenceStatus::OffLabel;
    }
}

void readHeader(JsonReader& reader, Protocol& protocol) {
    protocol.id = reader.text(QStringLiteral("id"));
    protocol.version = reader.text(QStringLiteral("version"));
    protocol.title = reader.text(QStringLiteral("title"));
    protocol.note = reader.text(QStringLiteral("note"));
    protocol.reviewer = reader.optionalText(QStringLiteral("reviewer"));
    protocol.confidence = reader.confidence(QStringLiteral("confidence"));
    readStatus(reader, protocol);
    if (reader.has(QStringLiteral("population"))) {
        protocol.population = readPopulation(reader.child(QStringLiteral("population")));
    }
    protocol.sources = readAll(reader.children(QStringLiteral("sources")), readSource);
    protocol.phases = readAll(reader.children(QStringLiteral("phases")), readPhase);
}

void readStrands(JsonReader& reader, Protocol& protocol) {
    if (reader.has(QStringLiteral("integration"))) {
        protocol.integration = readIntegration(reader.child(QStringLiteral("integration")));
    }
    if (reader.has(QStringLiteral("therapy"))) {
        protocol.therapy = readTherapy(reader.child(QStringLiteral("therapy")));
    }
    protocol.moreTherapies = readAll(reader.optionalChildren(QStringLiteral("more_therapies")), readTherapy);
    if (reader.has(QStringLiteral("last_preparation_within_days"))) {
        protocol.lastPreparationWithinDays =
            reader.integer(QStringLiteral("last_preparation_within_days"), 1, kMostDays);
    }
}

Protocol readParts(JsonReader& reader, const DoseLimits& limits) {
    Protocol protocol;
    readHeader(reader, protocol);
    protocol.regimen = readRegimen(reader.child(QStringLiteral("regimen")), limits);
    readStrands(reader, protocol);
    protocol.steps = readAll(reader.children(QStringLiteral("steps")), readStep);
    protocol.checkpoints = readAll(reader.optionalChildren(QStringLiteral("checkpoints")), readCheckpoint);
    protocol.measures = readAll(reader.optionalChildren(QStringLiteral("measures")), readMeasure);
    protocol.monitoring = readAll(reader.optionalChildren(QStringLiteral("monitoring")), readMonitoring);
    protocol.monitoringBasis = reader.optionalText(QStringLiteral("monitoring_basis"));
    protocol.preDoseGates = reader.optionalTexts(QStringLiteral("predose_gates"));
    protocol.dischargeGates = reader.optionalTexts(QStringLiteral("discharge_gates"));
    if (reader.has(QStringLiteral("consent"))) {
        protocol.consent = readConsent(reader.child(QStringLiteral("consent")));
    }
    protocol.boosters = readAll(reader.optionalChildren(QStringLiteral("boosters")), readBooster);
    protocol.vectors = readAll(reader.children(QStringLiteral("vectors")), readVector);
    return protocol;
}

} // namespace

base::Result<Protocol> readProtocol(const QByteArray& json, const QString& place, const DoseLimits& limits) {
    JsonReader reader = JsonReader::parse(json);
    if (!reader.troubles().isEmpty()) {
        return tl::unexpected(refusedFile(place, reader.troubles()));
    }
    Protocol protocol = readParts(reader, limits);
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
