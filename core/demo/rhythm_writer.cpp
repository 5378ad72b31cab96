// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/course_writer.h"

#include "core/workflow/catalog.h"

namespace kairos::demo {

using namespace record;

void CourseWriter::writeRhythmic(const QString& instrument, const Moment& at, int total,
                                 const std::optional<SessionId>& session) {
    const auto* form = m_catalog.instruments.find(instrument);
    if (form == nullptr) {
        return;
    }
    Rating value = answered(*form, {instrument, at, {}, total, {}}, m_lateRandom);
    value.id = m_calendar.lateId<RatingId>(value.assessedAt);
    value.session = session;
    add(value, Hand::Monitor, value.assessedAt);
}

void CourseWriter::writeAlliance(const TherapyStory& told, int minutes) {
    // Filled in with the monitor, when the therapist has left the room.
    const Moment after{told.at.day, told.at.time.addSecs((minutes + 12) * 60)};
    if (told.alliance) {
        writeRhythmic(QStringLiteral("wai-sr"), after, *told.alliance, std::nullopt);
    }
}

void CourseWriter::writeExperience(const DoseStory& dose, const SessionId& session) {
    const int day = dose.at.day + 1;
    if (dose.meq30) {
        writeRhythmic(QStringLiteral("meq-30"), {day, QTime(9, 20)}, *dose.meq30, session);
    }
    if (dose.ebi) {
        writeRhythmic(QStringLiteral("ebi"), {day, QTime(9, 30)}, *dose.ebi, session);
    }
}

} // namespace kairos::demo
