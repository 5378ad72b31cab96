// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/course_writer.h"

namespace kairos::demo {

using namespace record;

void CourseWriter::writeSheets(const PatientStory& story) {
    for (const SheetStory& told : story.sheets) {
        TherapySheet sheet;
        sheet.patient = m_patient;
        sheet.form = told.form;
        sheet.parts = told.parts;
        sheet.by = hand(Hand::Therapist).id;
        for (const int day : QList<int>{told.day} + told.again) {
            const auto held = m_held.constFind(day);
            if (held == m_held.constEnd()) {
                continue;
            }
            const bool isNew = sheet.id.isNull();
            if (isNew) {
                sheet.id = m_calendar.lateId<TherapySheetId>(held->end);
                sheet.session = held->id;
            }
            sheet.date = m_calendar.date(day);
            sheet.reviewOn = told.reviewAfter ? sheet.date.addDays(*told.reviewAfter) : QDate();
            sheet.at = held->end;
            add(sheet, Hand::Therapist, held->end, isNew ? Action::Created : Action::Changed);
        }
    }
}

} // namespace kairos::demo
