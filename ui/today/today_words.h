// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace kairos::ui {

/// Gives the words of this room their translation context.
class TodayWords {
    Q_DECLARE_TR_FUNCTIONS(today)
};

} // namespace kairos::ui
