// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/course_writer.h"

namespace kairos::demo {

using namespace record;
using base::Instant;

void CourseWriter::writeAdverse(const DoseStory& dose, workflow::SessionContent& content) {
    const Instant start = m_calendar.instant(dose.at);
    for (const AdverseStory& told : dose.adverse) {
        AdverseEvent event;
        event.onset = start.plusMinutes(told.minute);
        event.id = m_calendar.lateId<AdverseEventId>(event.onset);
        event.patient = m_patient;
        event.session = content.dosing->id;
        event.term = told.term;
        event.grade = told.grade;
        event.serious = Asked::No;
        event.expected = Asked::Yes;
        event.related = told.related;
        event.action = told.action;
        event.outcome = told.outcome;
        event.resolvedAt =
            told.minutes ? std::optional(event.onset.plusMinutes(*told.minutes)) : std::nullopt;
        content.adverseEvents.append(event);
        add(event, Hand::Monitor, event.onset.plusMinutes(told.minutes.value_or(1)));
    }
}

void CourseWriter::writeFollowUps(const DoseStory& dose, const workflow::SessionContent& content) {
    for (qsizetype i = 0; i < dose.adverse.size(); ++i) {
        const AdverseStory& told = dose.adverse.at(i);
        if (!told.laterHours) {
            continue;
        }
        AdverseFollowUp line;
        line.resolvedAt = content.adverseEvents.at(i).onset.plusMinutes(60 * *told.laterHours);
        line.at = line.resolvedAt->plusMinutes(45);
        line.id = m_calendar.lateId<AdverseFollowUpId>(line.at);
        line.event = content.adverseEvents.at(i).id;
        line.patient = m_patient;
        line.by = hand(Hand::Monitor).id;
        line.course = AdverseCourse::Over;
        line.outcome = told.later;
        add(line, Hand::Monitor, line.at);
    }
}

} // namespace kairos::demo
