// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/rating.h"
#include "core/scales/instrument.h"

#include <QList>

namespace kairos::workflow {

/// The ways this instrument may be entered, the usual one first; never empty. A person rates on the screen
/// only where the owner's own wording stands there; a self-rating with our labels is copied from the licensed
/// paper form.
[[nodiscard]] QList<record::RatingMode> modesOf(const scales::Instrument& instrument);

/// Whether the screen may be handed to the patient with this instrument.
[[nodiscard]] bool isForPatients(const scales::Instrument& instrument);

} // namespace kairos::workflow
