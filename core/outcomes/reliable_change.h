// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/instrument.h"

#include <QString>

#include <optional>

namespace kairos::outcomes {

/// The classes of Jacobson and Truax 1991 (J Consult Clin Psychol 59:12).
enum class ChangeClass {
    Recovered, ///< reliable change for the better that crosses the cut-off between the populations
    Improved,
    Unchanged,
    Deteriorated
};

/// "recovered", "improved", "unchanged", "deteriorated".
[[nodiscard]] QString changeClassId(ChangeClass changeClass);

/// Two means and deviations between which cut-off c lies.
struct Populations {
    double dysfunctionalMean = 0;
    double dysfunctionalSd = 0;
    double normalMean = 0;
    double normalSd = 0;
};

/// The three cut-offs of Jacobson and Truax for a scale on which low is good.
struct PopulationCuts {
    double a = 0; ///< two deviations below the dysfunctional mean
    double b = 0; ///< two deviations above the normal mean
    double c = 0; ///< equally likely in both
};

[[nodiscard]] PopulationCuts populationCuts(const Populations& populations);

/// How far a difference must go before it is more than error of measurement.
struct ReliableLimit {
    double standardError = 0;   ///< SD * sqrt(1 - r), points
    double differenceError = 0; ///< standardError * sqrt(2)
    double limit = 0;           ///< z * differenceError
    int points = 0;             ///< the smallest whole number of points above the limit
};

/// \param z 1.959964 for 95 of 100
[[nodiscard]] ReliableLimit reliableLimit(const scales::ReliabilityInput& input, double z);

/// What happened between two totals of one instrument.
struct ReliableChange {
    double index = 0; ///< (follow-up - baseline) / differenceError; negative is a fall
    ChangeClass changeClass = ChangeClass::Unchanged;
    ReliableLimit limit;
    scales::ReliabilityInput input;

    /// Id of the class.
    [[nodiscard]] QString classId() const { return changeClassId(changeClass); }
    /// The rule in words with the pair used: "at least 6 points: SD 5.66, r 0.89 (alpha), Gyani2013, M".
    [[nodiscard]] QString ruleText() const;
};

/// The two totals that are compared.
struct TotalPair {
    double baseline = 0;
    double followUp = 0;
};

/// Classifies a change. Without a `cut` nothing is called recovered.
/// Absent for instruments on which neither end is the good one.
[[nodiscard]] std::optional<ReliableChange> reliableChange(const scales::Instrument& instrument,
                                                           TotalPair totals,
                                                           const scales::ReliabilityInput& input, double z);
/// The same with the cut-off of the populations.
[[nodiscard]] std::optional<ReliableChange> reliableChange(const scales::Instrument& instrument,
                                                           TotalPair totals,
                                                           const scales::ReliabilityInput& input, double z,
                                                           double cut);

} // namespace kairos::outcomes
