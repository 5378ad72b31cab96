// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/navigator.h"

#include <QList>

#include <functional>

namespace kairos::workflow {
class OpenPractice;
}

namespace kairos::app {

/// One picture: its name, the place it shows, and what is done in the practice before it is opened.
struct Shot {
    QString name;
    ui::Place place;
    std::function<void()> before;
};

/// The stages of a dosing session, one picture each: a dose that is booked for it in the demo practice, and
/// the dose that runs in the story, brought to its end. They change the practice: take them last.
[[nodiscard]] QList<Shot> dosingShots(workflow::OpenPractice& practice);

} // namespace kairos::app
