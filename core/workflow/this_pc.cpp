// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/this_pc.h"

#include <QStandardPaths>

namespace kairos::workflow {

QString seenHeadsPath() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/kairos/seen-heads.json");
}

QString sessionClockPath() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/kairos/session-clock.json");
}

} // namespace kairos::workflow
