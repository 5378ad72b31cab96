// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace kairos::planning {

/// Gives the words of this room their translation context.
class Words {
    Q_DECLARE_TR_FUNCTIONS(planning)
};

} // namespace kairos::planning
