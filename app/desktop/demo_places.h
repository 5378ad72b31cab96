// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/navigator.h"

#include "core/base/result.h"
#include "core/workflow/open_practice.h"

#include <QList>
#include <QString>

namespace kairos::app {

/// A page of the demo practice.
struct DemoPlace {
    QString name; ///< of its picture, without the ending
    ui::Place place;
};

/// Every page of the program, opened where the demo practice has most to show, in the order in which a
/// newcomer meets them.
[[nodiscard]] QList<DemoPlace> demoPlaces(workflow::OpenPractice& practice);

} // namespace kairos::app
