// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/course_writer.h"

#include "core/record/screening.h"
#include "core/workflow/catalog.h"

namespace kairos::demo {

using namespace record;
using base::Instant;

namespace {

/// The note that goes with a condition, where it is in the list.
std::optional<QString> noteIn(const QList<std::pair<QString, QString>>& lines, const QString& condition) {
    for (const auto& [id, note] : lines) {
        if (id == condition) {
            return note;
        }
    }
    return std::nullopt;
}

} // namespace

void CourseWriter::writeScreening(const PatientStory& story) {
    const int day = story.screening ? story.screening->day : 0;
    Instant at = m_calendar.instant({day, QTime(14, 0)});
    for (AntidepressantTrial trial : story.trials) {
        trial.id = m_calendar.id<AntidepressantTrialId>(at);
        trial.patient = m_patient;
        add(trial, Hand::Prescriber, at);
        at = at.plusMinutes(1);
    }
    if (!story.screening) {
        return;
    }
    for (const safety::Contraindication& condition : m_catalog.contraindications.conditions) {
        const bool isAsked =
            !condition.needsPregnancyCapacity || story.patient.pregnancyCapacity != Asked::No;
        if (!isAsked) {
            continue;
        }
        ScreeningFinding finding;
        finding.patient = m_patient;
        finding.condition = condition.id;
        finding.state = ScreeningState::Clear;
        finding.note = noteIn(story.screening->clear, condition.id).value_or(QString());
        if (const auto note = noteIn(story.screening->present, condition.id)) {
            finding.state = ScreeningState::Present;
            finding.note = *note;
        } else if (const auto open = noteIn(story.screening->open, condition.id)) {
            finding.state = ScreeningState::NotAsked;
            finding.note = *open;
        }
        if (finding.state == ScreeningState::NotAsked && finding.note.isEmpty()) {
            continue;
        }
        finding.id = m_calendar.id<ScreeningFindingId>(at);
        finding.at = at;
        finding.by = hand(Hand::Prescriber).id;
        add(finding, Hand::Prescriber, at);
    }
}

} // namespace kairos::demo
