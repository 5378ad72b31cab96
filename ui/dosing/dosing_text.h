// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace kairos::ui {

/// A text that QT_TRANSLATE_NOOP("ui.dosing", …) marks, in the language of the person at the desk: for the
/// words of a running session that stand outside a class.
[[nodiscard]] inline QString words(const char* text) {
    return QCoreApplication::translate("ui.dosing", text);
}

} // namespace kairos::ui
