// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/weight.h"

#include "core/protocols/words.h"

#include "core/base/check.h"

#include <cmath>

namespace kairos::protocols {

base::Outcome checkWeight(base::Kilograms weight, const DoseLimits& limits) {
    const bool isPossible = weight.isFinite() && weight.value > 0 && weight.value <= limits.weight.aboveKg;
    if (!isPossible) {
        return base::fail(base::ErrorCode::InvalidInput, Words::tr("The dose was not reckoned"),
                          Words::tr("a body weight lies above 0 and not above %1 kg")
                              .arg(plainNumber(limits.weight.aboveKg)),
                          Words::tr("type the weight in kilograms again"));
    }
    return {};
}

base::Kilograms kilogramsFromPounds(double pounds) {
    return {pounds * base::kKilogramsPerPound};
}

double weightChangePercent(base::Kilograms before, base::Kilograms now) {
    KAIROS_CHECK(before.value > 0);
    return (now.value - before.value) / before.value * 100.0;
}

std::optional<base::Finding> weightChangeFinding(base::Kilograms before, base::Kilograms now,
                                                 const DoseLimits& limits) {
    const double change = weightChangePercent(before, now);
    // A change of exactly the limit may miss it by the last bit of the quotient.
    if (std::abs(change) <= limits.weight.changePercent * (1 + 1e-9)) {
        return std::nullopt;
    }
    return base::Finding{
        base::FindingLevel::Caution,
        QStringLiteral("dose.weight-change"),
        (change < 0 ? Words::tr("the weight fell by %1 % since the last dose (%2 to %3 kg), more than %4 %")
                    : Words::tr("the weight rose by %1 % since the last dose (%2 to %3 kg), more than %4 %"))
            .arg(QLocale().toString(std::abs(change), 'f', 1), plainNumber(before.value),
                 plainNumber(now.value), plainNumber(limits.weight.changePercent)),
        limits.weight.source,
        limits.weight.confidence,
        {}};
}

std::optional<base::Kilograms> idealBodyWeight(DevineFormula formula, base::Centimetres height) {
    constexpr double kCentimetresPerInch = 2.54;
    const double inchesAbove = height.value / kCentimetresPerInch - 60.0;
    if (!height.isFinite() || inchesAbove < 0) {
        return std::nullopt;
    }
    const double base = formula == DevineFormula::Male ? 50.0 : 45.5;
    return base::Kilograms{base + 2.3 * inchesAbove};
}

base::Kilograms adjustedBodyWeight(base::Kilograms ideal, base::Kilograms actual) {
    return ideal + (actual - ideal) * 0.4;
}

std::optional<double> bodyMassIndex(base::Kilograms weight, base::Centimetres height) {
    if (!weight.isFinite() || !height.isFinite() || height.value <= 0) {
        return std::nullopt;
    }
    const double metres = height.value / 100.0;
    return weight.value / (metres * metres);
}

} // namespace kairos::protocols
