// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/week_words.h"

#include "ui/today/today_words.h"

#include "ui/shared/formats.h"

#include <QStringList>

namespace kairos::ui {

QString bookedStateWord(record::SessionState state) {
    switch (state) {
    case record::SessionState::Planned:
        return {};
    case record::SessionState::Arrived:
        return TodayWords::tr("arrived");
    case record::SessionState::InProgress:
        return TodayWords::tr("running");
    case record::SessionState::Held:
        return TodayWords::tr("unsigned");
    case record::SessionState::Signed:
        return TodayWords::tr("signed");
    case record::SessionState::Cancelled:
        return TodayWords::tr("cancelled");
    case record::SessionState::NoShow:
        return TodayWords::tr("not come");
    }
    return {};
}

QString appointmentSentence(const workflow::WeekAppointment& appointment) {
    QStringList parts{dayText(appointment.booked.date), timeText(appointment.booked.time),
                      appointment.patient.displayName(), appointment.title};
    for (const QString& part :
         {appointment.clinicianName, appointment.room, bookedStateWord(appointment.state)}) {
        if (!part.isEmpty()) {
            parts.append(part);
        }
    }
    return (parts + appointment.conflicts).join(QStringLiteral(", "));
}

} // namespace kairos::ui
