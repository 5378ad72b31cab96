// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocols/dose_limits.h"

#include "core/base/finding.h"
#include "core/base/result.h"
#include "core/base/units.h"
#include "core/record/dosing_session.h"

#include <optional>

namespace kairos::protocols {

/// What a dose is reckoned from. Concentration, bag and bag rule are never assumed.
struct DoseRequest {
    record::Route route = record::Route::Intravenous;
    std::optional<base::MilligramsPerKilogram> mgPerKg; ///< this or `mg`, never both
    std::optional<base::Milligrams> mg;
    std::optional<base::Kilograms> weight; ///< needed for every route but the esketamine spray
    std::optional<base::Minutes> minutes;  ///< infusion time
    std::optional<base::MilligramsPerMillilitre> concentration; ///< of the vial
    std::optional<base::Millilitres> bagVolume;
    std::optional<record::BagRule> bagRule;
    std::optional<base::Milligrams> maximum; ///< of the signed order
};

/// A reckoned dose at full precision; rounding is for display alone. What cannot be known is absent.
struct DoseFigures {
    base::Milligrams mg;
    std::optional<base::MilligramsPerKilogram> mgPerKg;
    std::optional<base::Millilitres> ml; ///< to draw up
    std::optional<base::MilligramsPerMinute> mgPerMin;
    std::optional<base::MicrogramsPerKilogramMinute> ugPerKgMin;
    std::optional<base::MilligramsPerMillilitre> bagMgPerMl;
    std::optional<base::MillilitresPerHour> mlPerH; ///< pump rate of the whole bag
    std::optional<int> devices;                     ///< esketamine nasal spray
    std::optional<int> sprays;
    std::optional<int> rests; ///< rest periods between devices
    base::Findings findings;

    [[nodiscard]] bool hasStop() const;
};

/// Reckons a dose and holds it against the limits.
/// Errors: InvalidInput for what is impossible (no, negative or absurd weight, a dose above the impossible
/// limit, a bag too small for the drug …), Refused for a route the clinic has set no limit for. Stops and
/// cautions come back as findings. Source of the formulas: unit arithmetic.
[[nodiscard]] base::Result<DoseFigures> reckonDose(const DoseRequest& request, const DoseLimits& limits);

/// Esketamine nasal spray by whole devices; `mg` must be one of the licensed doses (28, 56, 84).
/// Error: InvalidInput for any other dose.
[[nodiscard]] base::Result<DoseFigures> reckonEsketamine(base::Milligrams mg, const DoseLimits& limits);

/// What about of a dose reaches the blood, for display alone.
struct SystemicShare {
    base::Milligrams low;
    base::Milligrams high;
    QString source;
    base::Confidence confidence = base::Confidence::Check;
};

/// The systemic share of `mg` by `route`, where the limits file holds one.
[[nodiscard]] std::optional<SystemicShare> systemicShare(record::Route route, base::Milligrams mg,
                                                         const DoseLimits& limits);

} // namespace kairos::protocols
