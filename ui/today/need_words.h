// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/chip.h"

#include "core/workflow/today_query.h"

#include <QDate>
#include <QString>
#include <QTimeZone>

namespace kairos::ui {

/// The present, as the words of a need refer to it.
struct Present {
    base::Instant now;
    QTimeZone zone;
};

/// One thing that needs a person, in words.
struct NeedLine {
    workflow::Need need;
    Icon sign = Icon::Info;
    Token ink = Token::Info;
    QString title;
    QString detail; ///< one sentence; may be empty
    Chip state;
};

[[nodiscard]] NeedLine needLine(const workflow::Need& need, const Present& present);

} // namespace kairos::ui
