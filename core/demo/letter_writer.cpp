// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/course_writer.h"

namespace kairos::demo {

using namespace record;

void CourseWriter::writeLetters(const PatientStory& story) {
    for (const LetterStory& told : story.letters) {
        const base::Instant at = m_calendar.instant({told.day, QTime(16, 45)});
        Document letter;
        letter.id = m_calendar.id<DocumentId>(at);
        letter.patient = m_patient;
        letter.kind = DocumentKind::Letter;
        letter.title = told.title;
        letter.dated = m_calendar.date(told.day);
        letter.text = told.lines.join(QLatin1Char('\n'));
        letter.enteredBy = hand(Hand::Therapist).id;
        letter.enteredAt = at;
        add(letter, Hand::Therapist, at);
    }
}

} // namespace kairos::demo
