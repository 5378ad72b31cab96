// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/navigator.h"

#include "core/record/dosing_session.h"

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
    std::function<void()> before = {};
};

/// The stages of a dosing session, one picture each, on doses that are booked for it in the demo practice.
/// `running` is the dose that runs in the story; it is brought to its end for the last pictures.
[[nodiscard]] QList<Shot> dosingShots(workflow::OpenPractice& practice, const record::PatientId& patient,
                                      const record::DosingSession& running);

} // namespace kairos::app
