// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/vitals_maker.h"

#include <cmath>

namespace kairos::demo {
namespace {

/// How much of the rise to the peak stands at a minute, 0 to 1.
double shareOfRise(int minute) {
    if (minute <= 0) {
        return 0;
    }
    if (minute <= 40) {
        return std::sin(minute / 40.0 * 1.5708);
    }
    return std::exp(-(minute - 40) / 24.0);
}

int between(int low, int high, double share) {
    return static_cast<int>(std::lround(low + (high - low) * share));
}

} // namespace

QList<int> monitoringMinutes() {
    return {-15, 0, 10, 20, 30, 40, 60, 90, 120};
}

record::Reading readingAt(const PressureStory& pressure, int minute, base::RandomSource& random) {
    const double share = shareOfRise(minute);
    // Late readings carry no noise: a pressure that rises again would hold the discharge.
    const int noise = minute > 0 && minute < 60 && minute != 40 ? random.between(-1, 1) : 0;
    record::Reading reading;
    reading.systolic = between(pressure.systolic, pressure.peakSystolic, share) + noise;
    reading.diastolic = between(pressure.diastolic, pressure.peakDiastolic, share);
    reading.pulse = between(pressure.pulse, pressure.pulse + 24, share);
    reading.spo2 = minute > 20 && minute < 60 ? 97 : 98;
    reading.sedation = minute == 30 || minute == 40 ? 4 : 5;
    return reading;
}

} // namespace kairos::demo
