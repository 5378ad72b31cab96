// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/appointment.h"

#include <QTimeZone>

namespace kairos::base {

bool Appointment::isValid() const {
    return date.isValid() && time.isValid() && QTimeZone(zone.toUtf8()).isValid();
}

Instant Appointment::instant() const {
    return Instant::fromLocal(date, time, QTimeZone(zone.toUtf8()));
}

} // namespace kairos::base
