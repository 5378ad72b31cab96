// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/monitoring_data.h"

#include "core/reports/wording.h"
#include "core/reports/words.h"

#include <algorithm>
#include <cmath>

namespace kairos::reports {

using namespace record;

namespace {

constexpr qint64 kMinuteMs = 60'000;

MonitoringLine knownOr(const QString& id, const QString& label, const QString& value, const QString& remedy) {
    return value.isEmpty() ? missing(id, label, remedy) : known(id, label, value);
}

qint64 minutesBetween(const base::Instant& from, const base::Instant& to) {
    return to.msSince(from) / kMinuteMs;
}

} // namespace

MonitoringLine known(const QString& id, const QString& label, const QString& value, const QString& detail) {
    return {id, label, value, detail, false};
}

MonitoringLine missing(const QString& id, const QString& label, const QString& remedy) {
    return {id, label, Words::tr("missing"), remedy, true};
}

QString MonitoringData::at(const base::Instant& when) const {
    return timeText(when, m_facts.session.zone);
}

QString MonitoringData::minuteOf(const base::Instant& when) const {
    const auto from = begin();
    return from ? Words::tr("minute %1").arg(minutesBetween(*from, when)) : QString();
}

std::optional<base::Instant> MonitoringData::begin() const {
    std::optional<base::Instant> first;
    for (const SessionEvent& event : m_facts.session.events) {
        if (event.type == EventType::Spray && (!first || event.at < *first)) {
            first = event.at;
        }
    }
    return first ? first : m_facts.session.dosing->startedAt;
}

std::optional<base::Instant> MonitoringData::lastSpray() const {
    std::optional<base::Instant> last;
    for (const SessionEvent& event : m_facts.session.events) {
        if (event.type == EventType::Spray && (!last || event.at > *last)) {
            last = event.at;
        }
    }
    return last ? last : m_facts.session.dosing->stoppedAt;
}

MonitoringLine MonitoringData::answer(const QString& id) const {
    using Reader = MonitoringLine (MonitoringData::*)(const QString&) const;
    static const QList<std::pair<QStringList, Reader>> kReaders = {
        {{QStringLiteral("name"), QStringLiteral("born"), QStringLiteral("sex"),
          QStringLiteral("first-session"), QStringLiteral("enrolment"), QStringLiteral("monitor"),
          QStringLiteral("setting")},
         &MonitoringData::patientLine},
        {{QStringLiteral("date"), QStringLiteral("dose"), QStringLiteral("lot")}, &MonitoringData::doseLine},
        {{QStringLiteral("duration"), QStringLiteral("two-hours"), QStringLiteral("could-leave")},
         &MonitoringData::timeLine},
        {{QStringLiteral("signs-before"), QStringLiteral("signs-end")}, &MonitoringData::gateLine},
        {{QStringLiteral("pressure-before"), QStringLiteral("pressure-after"),
          QStringLiteral("pressure-end")},
         &MonitoringData::pressureLine},
        {{QStringLiteral("sedation"), QStringLiteral("dissociation"), QStringLiteral("respiratory")},
         &MonitoringData::effectLine}};
    for (const auto& [ids, reader] : kReaders) {
        if (ids.contains(id)) {
            return (this->*reader)(id);
        }
    }
    if (id == QLatin1String("oximetry")) {
        return oximetry();
    }
    if (id == QLatin1String("serious")) {
        return serious();
    }
    return missing(id, id, Words::tr("this version does not know it: write it by hand"));
}

MonitoringLine MonitoringData::patientLine(const QString& id) const {
    const auto& facts = m_facts.session;
    if (id == QLatin1String("name")) {
        QStringList parts = {facts.patient.familyName, facts.patient.givenName};
        parts.removeAll(QString());
        return knownOr(id, Words::tr("Family name, given name"), parts.join(QStringLiteral(", ")),
                       Words::tr("write both in the patient form"));
    }
    if (id == QLatin1String("born")) {
        return knownOr(id, Words::tr("Born"),
                       facts.patient.birthDate
                           ? facts.locale.toString(*facts.patient.birthDate, QStringLiteral("d MMMM yyyy"))
                           : QString(),
                       Words::tr("write it in the patient form"));
    }
    if (id == QLatin1String("sex")) {
        const QString sex = facts.patient.sex == Sex::Female     ? Words::tr("female")
                            : facts.patient.sex == Sex::Male     ? Words::tr("male")
                            : facts.patient.sex == Sex::Intersex ? Words::tr("other (intersex)")
                                                                 : QString();
        return knownOr(id, Words::tr("Sex"), sex, Words::tr("write it in the patient form"));
    }
    if (id == QLatin1String("first-session")) {
        return known(id, Words::tr("First session of the spray"),
                     m_facts.isFirst ? Words::tr("yes") : Words::tr("no"),
                     Words::tr("by this record alone; ask about treatment elsewhere"));
    }
    if (id == QLatin1String("enrolment")) {
        return missing(id, Words::tr("Enrolled in the risk programme"),
                       Words::tr("Kairos keeps no enrolment: write it by hand"));
    }
    if (id == QLatin1String("monitor")) {
        auto line = knownOr(id, Words::tr("Who monitored"), m_facts.monitor,
                            Words::tr("name who stays with the patient, or send the patient home"));
        line.detail = line.isMissing ? line.detail : Words::tr("telephone and e-mail: write them by hand");
        return line;
    }
    QStringList setting = {facts.practice.name, facts.practice.address, facts.practice.phone};
    setting.removeAll(QString());
    return knownOr(id, Words::tr("Practice"), setting.join(QStringLiteral(", ")),
                   Words::tr("write name and address in the settings"));
}

MonitoringLine MonitoringData::doseLine(const QString& id) const {
    const auto& facts = m_facts.session;
    const auto& session = *facts.dosing;
    const auto from = begin();
    if (id == QLatin1String("date")) {
        return from ? known(id, Words::tr("Day and time of the first device"),
                            momentText(*from, facts.zone, facts.locale))
                    : missing(id, Words::tr("Day and time of the first device"),
                              Words::tr("start the dose and write its sprays down"));
    }
    if (id == QLatin1String("lot")) {
        QStringList parts;
        if (!session.lot.isEmpty()) {
            parts.append(session.lot);
        }
        if (session.expiry && !session.lot.isEmpty()) {
            parts.append(Words::tr("expires %1").arg(dayText(*session.expiry, facts.locale)));
        }
        return knownOr(id, Words::tr("Lot"), parts.join(QStringLiteral(", ")),
                       Words::tr("read it off the carton: it was not chosen before the dose"));
    }
    const QString label = Words::tr("Dose given");
    if (!facts.given || !session.dose) {
        return missing(id, label, Words::tr("start the dose and write its sprays down"));
    }
    int sprays = 0;
    QStringList times;
    for (const SessionEvent& event : facts.events) {
        if (event.type == EventType::Spray) {
            sprays += event.sprays.value_or(0);
            times.append(at(event.at));
        }
    }
    const QString mg = Words::tr("%1 mg").arg(figureText(facts.given->given.value, 1, facts.locale));
    if (times.isEmpty()) {
        return facts.given->given.value > 0
                   ? known(id, label, mg, Words::tr("no spray stands in the log of this session"))
                   : missing(id, label, Words::tr("write the sprays of the devices down"));
    }
    QString detail = Words::tr("%1 at %2; ordered %3 mg")
                         .arg(Words::tr("%n spray(s)", nullptr, sprays), times.join(QStringLiteral(", ")),
                              figureText(session.dose->value, 1, facts.locale));
    if (!session.endReason.isEmpty()) {
        detail += Words::tr("; ended early: %1").arg(session.endReason);
    }
    return known(id, label, mg, detail);
}

MonitoringLine MonitoringData::timeLine(const QString& id) const {
    const auto& session = *m_facts.session.dosing;
    const auto from = begin();
    const auto last = lastSpray();
    if (id == QLatin1String("could-leave")) {
        return missing(id, Words::tr("When the patient could have left without a set time"),
                       Words::tr("a clinician's judgement: write the minutes by hand"));
    }
    const bool isDuration = id == QLatin1String("duration");
    const QString label =
        isDuration ? Words::tr("From the first device to the end of monitoring")
                   : Words::tr("Monitored for at least %1 minutes").arg(m_form.monitorMinutes.value);
    if (!from || !last || !session.dischargedAt) {
        return missing(id, label, Words::tr("send the patient home in the discharge gate"));
    }
    const qint64 total = minutesBetween(*from, *session.dischargedAt);
    const qint64 after = minutesBetween(*last, *session.dischargedAt);
    if (isDuration) {
        return known(id, label, Words::tr("%1 minutes").arg(total),
                     Words::tr("left at %1").arg(at(*session.dischargedAt)));
    }
    return known(id, label, after >= m_form.monitorMinutes.value ? Words::tr("yes") : Words::tr("no"),
                 Words::tr("%1 minutes after the last spray").arg(after));
}

MonitoringLine MonitoringData::gateLine(const QString& id) const {
    const bool isBefore = id == QLatin1String("signs-before");
    const QString label = isBefore ? Words::tr("Vital signs acceptable before the dose")
                                   : Words::tr("Vital signs acceptable at the end");
    const auto& lines = isBefore ? m_facts.session.preDose : m_facts.session.discharge;
    const auto found = std::find_if(lines.begin(), lines.end(), [](const safety::GateLine& line) {
        return line.id == QLatin1String("pressure");
    });
    const bool isSettled = isBefore ? m_facts.session.dosing->startedAt.has_value()
                                    : m_facts.session.dosing->dischargedAt.has_value();
    if (found == lines.end() || !isSettled) {
        return missing(id, label, Words::tr("the gate of the session has not been passed"));
    }
    switch (found->state) {
    case safety::GateState::Met:
        return known(id, label, Words::tr("yes"), Words::tr("by the gate: %1").arg(found->evidence));
    case safety::GateState::Overridden:
        return known(id, label, Words::tr("overridden"),
                     Words::tr("by the gate: %1; reason: %2").arg(found->evidence, found->overrideReason));
    case safety::GateState::NotMet:
        return known(id, label, Words::tr("no"), Words::tr("by the gate: %1").arg(found->evidence));
    case safety::GateState::NotApplicable:
        break;
    }
    return missing(id, label, Words::tr("the gate did not ask for it"));
}

MonitoringLine MonitoringData::pressureOf(const QString& id, const QString& label,
                                          const std::optional<Reading>& reading,
                                          const QString& remedy) const {
    if (!reading) {
        return missing(id, label, remedy);
    }
    const QString when = minuteOf(reading->measuredAt);
    return known(id, label, Words::tr("%1/%2 mmHg").arg(*reading->systolic).arg(*reading->diastolic),
                 when.isEmpty() ? at(reading->measuredAt)
                                : Words::tr("at %1, %2").arg(at(reading->measuredAt), when));
}

MonitoringLine MonitoringData::pressureLine(const QString& id) const {
    const auto from = begin();
    const auto home = m_facts.session.dosing->dischargedAt;
    const bool isBefore = id == QLatin1String("pressure-before");
    const bool isAfter = id == QLatin1String("pressure-after");
    std::optional<Reading> found;
    const auto away = [&](const Reading& reading) {
        return std::abs(reading.measuredAt.msSince(*from) - qint64{m_form.pressureMinute.value} * kMinuteMs);
    };
    for (const Reading& reading : m_facts.session.readings) {
        if (!reading.systolic || !reading.diastolic) {
            continue;
        }
        const bool isEarly = !from || reading.measuredAt <= *from;
        if (isBefore && isEarly) {
            found = !found || reading.measuredAt >= found->measuredAt ? reading : *found;
        } else if (isAfter && !isEarly && away(reading) <= qint64{m_form.pressureWithin.value} * kMinuteMs) {
            found = !found || away(reading) < away(*found) ? reading : *found;
        } else if (!isBefore && !isAfter && !isEarly && home && reading.measuredAt <= *home) {
            found = !found || reading.measuredAt >= found->measuredAt ? reading : *found;
        }
    }
    if (isBefore) {
        return pressureOf(id, Words::tr("Blood pressure before the dose"), found,
                          Words::tr("none was written down before the first device"));
    }
    if (isAfter) {
        return pressureOf(id, Words::tr("Blood pressure %1 minutes after").arg(m_form.pressureMinute.value),
                          found,
                          Words::tr("none within %1 minutes of it: add a late one with @ and its time")
                              .arg(m_form.pressureWithin.value));
    }
    return pressureOf(id, Words::tr("Blood pressure at the end"), found,
                      Words::tr("measure once more, then send the patient home"));
}

QList<MonitoringLine> MonitoringData::medication() const {
    const auto& lines = m_facts.session.preDose;
    const bool wasAsked = std::any_of(lines.begin(), lines.end(), [](const safety::GateLine& line) {
        return line.id == QLatin1String("medicines") && line.state == safety::GateState::Met;
    });
    QStringList unchecked;
    for (const safety::UncheckedName& name : m_facts.interactions.unchecked) {
        unchecked.append(name.typed);
    }
    QList<MonitoringLine> answers;
    for (const safety::MonitoringMedication& kind : m_form.medication) {
        QStringList taken;
        for (const safety::InteractionFinding& finding : m_facts.interactions.findings) {
            if (kind.classes.contains(finding.classId) && !taken.contains(finding.typed)) {
                taken.append(finding.typed);
            }
        }
        const QString id = QStringLiteral("medication");
        if (!taken.isEmpty()) {
            answers.append(known(id, kind.title, Words::tr("yes"), taken.join(QStringLiteral(", "))));
        } else if (!m_facts.hasMedication && !wasAsked) {
            answers.append(missing(id, kind.title, Words::tr("ask, and write the medicines in the chart")));
        } else if (!unchecked.isEmpty()) {
            answers.append(known(id, kind.title, Words::tr("none known"),
                                 Words::tr("judge by hand: %1").arg(unchecked.join(QStringLiteral(", ")))));
        } else {
            answers.append(known(id, kind.title, Words::tr("no"),
                                 m_facts.hasMedication
                                     ? Words::tr("by the medication list")
                                     : Words::tr("asked before the dose; the list is empty")));
        }
    }
    return answers;
}

} // namespace kairos::reports
