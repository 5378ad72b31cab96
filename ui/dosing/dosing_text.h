// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace kairos::ui {

/// The words of a running session that stand outside a widget.
class DosingText {
    Q_DECLARE_TR_FUNCTIONS(dosing)
};

} // namespace kairos::ui
