// SPDX-License-Identifier: GPL-3.0-or-later
// What the drug did, as the monitoring worksheet asks for it: sedation, dissociation, breathing, serious
// events.
#include "core/reports/monitoring_data.h"
#include "core/reports/wording.h"

#include "core/reports/words.h"

#include <algorithm>

namespace kairos::reports {

using namespace record;

void MonitoringData::addEvents(Course& course, const QStringList& terms) const {
    for (const AdverseEvent& event : m_facts.session.adverseEvents) {
        if (!terms.contains(event.term, Qt::CaseInsensitive)) {
            continue;
        }
        const bool isEarlier = !course.onset || event.onset < *course.onset;
        const bool isOver = event.resolvedAt && (!course.onset || course.end);
        course.end = !isOver       ? std::nullopt
                     : !course.end ? event.resolvedAt
                                   : std::max(course.end, event.resolvedAt);
        course.onset = isEarlier ? event.onset : course.onset;
        course.wasLookedFor = true;
        course.basis += (course.basis.isEmpty() ? QString() : QStringLiteral("; ")) +
                        Words::tr("adverse event: %1").arg(event.term);
    }
}

MonitoringData::Course MonitoringData::sedation() const {
    Course course;
    const auto from = begin();
    std::optional<int> lowest;
    for (const Reading& reading : m_facts.session.readings) {
        if (!reading.sedation || !from || reading.measuredAt < *from) {
            continue;
        }
        course.wasLookedFor = true;
        lowest = lowest ? std::min(*lowest, *reading.sedation) : *reading.sedation;
        const bool isSedated = *reading.sedation < m_form.sedationBelow.value;
        if (isSedated) {
            course.onset = course.onset ? course.onset : reading.measuredAt;
            course.end.reset();
        } else if (course.onset && !course.end) {
            course.end = reading.measuredAt;
        }
    }
    course.basis = lowest ? Words::tr("lowest MOAA/S %1").arg(*lowest) : QString();
    addEvents(course, m_form.sedationTerms);
    return course;
}

MonitoringData::Course MonitoringData::dissociation() const {
    Course course;
    const auto from = begin();
    std::optional<double> highest;
    QList<Rating> ratings = m_facts.session.sessionRatings;
    std::stable_sort(ratings.begin(), ratings.end(),
                     [](const Rating& a, const Rating& b) { return a.assessedAt < b.assessedAt; });
    for (const Rating& rating : ratings) {
        const bool counts = rating.instrument == m_form.dissociationInstrument && rating.total && from &&
                            rating.assessedAt >= *from;
        if (!counts) {
            continue;
        }
        course.wasLookedFor = true;
        highest = std::max(highest.value_or(0), *rating.total);
        if (*rating.total > m_form.dissociationAbove.value) {
            course.onset = course.onset ? course.onset : rating.assessedAt;
            course.end.reset();
        } else if (course.onset && !course.end) {
            course.end = rating.assessedAt;
        }
    }
    course.basis = highest ? Words::tr("highest %1 %2 (above %3 counts)")
                                 .arg(m_form.dissociationInstrument.toUpper(),
                                      figureText(*highest, 0, m_facts.session.locale))
                                 .arg(m_form.dissociationAbove.value)
                           : QString();
    addEvents(course, m_form.dissociationTerms);
    return course;
}

MonitoringLine MonitoringData::effectLine(const QString& id) const {
    const bool isSedation = id == QLatin1String("sedation");
    const bool isRespiratory = id == QLatin1String("respiratory");
    Course course = isSedation ? sedation() : isRespiratory ? Course{} : dissociation();
    const QString label = isSedation      ? Words::tr("Sedation")
                          : isRespiratory ? Words::tr("Respiratory depression")
                                          : Words::tr("Dissociation");
    if (isRespiratory) {
        addEvents(course, m_form.respiratoryTerms);
        const auto& readings = m_facts.session.readings;
        const auto from = begin();
        course.wasLookedFor =
            course.wasLookedFor || std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
                return (reading.spo2 || reading.respiratoryRate) && from && reading.measuredAt >= *from;
            });
    }
    if (!course.wasLookedFor) {
        return missing(
            id, label,
            isSedation ? Words::tr("no MOAA/S was written down after the dose")
            : isRespiratory
                ? Words::tr("no SpO2 and no respiratory rate was written down after the dose")
                : Words::tr("no %1 was rated after the dose").arg(m_form.dissociationInstrument.toUpper()));
    }
    if (!course.onset) {
        return known(id, label, isRespiratory ? Words::tr("none written down") : Words::tr("no"),
                     isRespiratory ? Words::tr("no adverse event of it; judge with the oximetry below")
                                   : course.basis);
    }
    const QString onset = Words::tr("first seen at %1, %2").arg(at(*course.onset), minuteOf(*course.onset));
    const QString end = course.end ? Words::tr("over at %1, %2").arg(at(*course.end), minuteOf(*course.end))
                                   : Words::tr("end not written down: add it");
    MonitoringLine line =
        known(id, label, Words::tr("yes"), QStringLiteral("%1; %2; %3").arg(onset, end, course.basis));
    line.isMissing = !course.end;
    return line;
}

MonitoringLine MonitoringData::oximetry() const {
    const QString id = QStringLiteral("oximetry");
    const auto from = begin();
    std::optional<int> lowest;
    int count = 0;
    for (const Reading& reading : m_facts.session.readings) {
        if (reading.spo2 && from && reading.measuredAt >= *from) {
            lowest = lowest ? std::min(*lowest, *reading.spo2) : *reading.spo2;
            ++count;
        }
    }
    return lowest ? known(id, Words::tr("Pulse oximetry"), Words::tr("lowest SpO2 %1 %").arg(*lowest),
                          Words::tr("%n reading(s) since the first device", nullptr, count))
                  : missing(id, Words::tr("Pulse oximetry"),
                            Words::tr("no SpO2 was written down after the dose"));
}

MonitoringLine MonitoringData::serious() const {
    const QString id = QStringLiteral("serious");
    const QString label = Words::tr("Serious adverse events");
    QStringList yes;
    QStringList open;
    for (const AdverseEvent& event : m_facts.session.adverseEvents) {
        if (event.serious == Asked::Yes) {
            QStringList parts = {event.term, Words::tr("from %1").arg(at(event.onset)),
                                 event.resolvedAt ? Words::tr("to %1").arg(at(*event.resolvedAt))
                                                  : Words::tr("goes on"),
                                 event.action, event.outcome};
            parts.removeAll(QString());
            yes.append(parts.join(QStringLiteral(", ")));
        } else if (event.serious == Asked::NotAsked) {
            open.append(event.term);
        }
    }
    if (!open.isEmpty()) {
        return missing(id, label,
                       Words::tr("answer whether it was serious: %1").arg(open.join(QStringLiteral(", "))));
    }
    if (yes.isEmpty()) {
        const auto all = static_cast<int>(m_facts.session.adverseEvents.size());
        return known(id, label, Words::tr("none written down"),
                     Words::tr("%n adverse event(s) in the session", nullptr, all));
    }
    const auto count = static_cast<int>(yes.size());
    return known(id, label, Words::tr("%n event(s)", nullptr, count), yes.join(QStringLiteral("; ")));
}

} // namespace kairos::reports
