// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/rating_modes.h"

namespace kairos::workflow {

using record::RatingMode;

QList<RatingMode> modesOf(const scales::Instrument& instrument) {
    const bool isSelf = instrument.rater == scales::Rater::Self;
    const bool isOfficial = instrument.wording == scales::Wording::Official;
    if (isSelf && !isOfficial) {
        return {RatingMode::Paper};
    }
    QList<RatingMode> modes;
    for (const QString& word : instrument.modes) {
        RatingMode mode = RatingMode::Clinician;
        if (word == QLatin1String("paper")) {
            mode = RatingMode::Paper;
        } else if (word == QLatin1String("screen") && isOfficial) {
            mode = RatingMode::SelfOnScreen;
        }
        if (!modes.contains(mode)) {
            modes.append(mode);
        }
    }
    if (modes.isEmpty()) {
        modes.append(isSelf ? RatingMode::SelfOnScreen : RatingMode::Clinician);
    }
    return modes;
}

bool isForPatients(const scales::Instrument& instrument) {
    return instrument.rater == scales::Rater::Self && !instrument.items.empty() &&
           modesOf(instrument).contains(RatingMode::SelfOnScreen);
}

} // namespace kairos::workflow
