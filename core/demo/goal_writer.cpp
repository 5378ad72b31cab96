// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/course_writer.h"

namespace kairos::demo {

using namespace record;
using base::Instant;

void CourseWriter::writeGoals(const PatientStory& story, int day) {
    const Instant at = m_calendar.instant({day, QTime(15, 30)});
    int place = 0;
    for (const GoalStory& told : story.goals) {
        Goal goal = told.goal;
        goal.id = m_calendar.id<GoalId>(at);
        goal.patient = m_patient;
        goal.plan = m_plan->id;
        goal.place = ++place;
        goal.due = told.dueDay ? m_calendar.date(*told.dueDay) : QDate();
        goal.baselineOn = goal.baseline ? m_calendar.date(day) : QDate();
        add(goal, Hand::Therapist, at);
        for (const GoalLevelStory& level : told.levels) {
            const Instant rated = m_calendar.instant({level.day, QTime(16, 0)});
            GoalAttainment attained;
            attained.id = m_calendar.id<GoalAttainmentId>(rated);
            attained.goal = goal.id;
            attained.patient = m_patient;
            attained.level = level.level;
            attained.on = m_calendar.date(level.day);
            attained.by = hand(Hand::Therapist).id;
            attained.enteredAt = rated;
            attained.remark = level.remark;
            add(attained, Hand::Therapist, rated);
        }
    }
}

} // namespace kairos::demo
