// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/week_query.h"

#include <QString>

namespace kairos::ui {

/// How a session stands, e.g. "running"; empty while it is planned.
[[nodiscard]] QString bookedStateWord(record::SessionState state);
/// A whole appointment for a screen reader.
[[nodiscard]] QString appointmentSentence(const workflow::WeekAppointment& appointment);

} // namespace kairos::ui
