// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/regimen_check.h"

#include "core/protocols/dose.h"
#include "core/protocols/words.h"

#include <algorithm>

namespace kairos::protocols {

namespace {

/// The weight a protocol's dose by weight is tried at, so that its mg/kg meets the limits of its route. An
/// adult's usual weight: no limit in milligrams is reached by it before the limit in mg/kg is.
constexpr double kTrialWeightKg = 70;

/// One amount of a regimen: the dose itself or a step of its titration.
struct TriedDose {
    QString place;
    std::optional<base::MilligramsPerKilogram> mgPerKg;
    std::optional<base::Milligrams> mg;
};

QList<TriedDose> triedDoses(const Regimen& regimen) {
    QList<TriedDose> doses{{QStringLiteral("regimen.dose"), regimen.mgPerKg, regimen.mg}};
    for (int index = 0; index < regimen.titration.size(); ++index) {
        const TitrationStep& step = regimen.titration.at(index);
        doses.append({QStringLiteral("regimen.titration[%1]").arg(index), step.mgPerKg, step.mg});
    }
    for (int index = 0; index < regimen.choicesMg.size(); ++index) {
        doses.append({QStringLiteral("regimen.choices_mg[%1]").arg(index), std::nullopt,
                      base::Milligrams{regimen.choicesMg.at(index)}});
    }
    return doses;
}

QStringList maximumTroubles(const Regimen& regimen) {
    if (regimen.isLimitedByClinic && !regimen.maxMgPerKg && !regimen.maxMg) {
        return {};
    }
    if ((regimen.mgPerKg && !regimen.maxMgPerKg) || (regimen.mg && !regimen.maxMg)) {
        return {Words::tr("regimen.maximum: it has another unit than the dose")};
    }
    QStringList troubles;
    const QList<TriedDose> doses = triedDoses(regimen);
    for (const TriedDose& dose : doses) {
        const bool isOtherUnit = dose.mgPerKg ? !regimen.maxMgPerKg : !regimen.maxMg;
        if (isOtherUnit) {
            troubles.append(Words::tr("%1: it has another unit than the maximum").arg(dose.place));
        } else if (dose.mgPerKg ? *dose.mgPerKg > *regimen.maxMgPerKg : *dose.mg > *regimen.maxMg) {
            troubles.append(Words::tr("%1: it is above the protocol's own maximum").arg(dose.place));
        }
    }
    return troubles;
}

QStringList limitTroubles(const Regimen& regimen, const TriedDose& dose, const DoseLimits& limits) {
    DoseRequest request;
    request.route = regimen.route;
    request.mgPerKg = dose.mgPerKg;
    request.mg = dose.mg;
    request.minutes = regimen.minutes;
    request.weight = base::Kilograms{kTrialWeightKg};
    const auto figures = reckonDose(request, limits);
    if (!figures) {
        return {Words::tr("%1: %2").arg(dose.place, figures.error().why)};
    }
    QStringList troubles;
    for (const base::Finding& finding : figures->findings) {
        if (finding.level == base::FindingLevel::Stop) {
            troubles.append(Words::tr("%1: %2").arg(dose.place, finding.text));
        }
    }
    return troubles;
}

QStringList titrationTroubles(const Regimen& regimen) {
    QStringList troubles;
    for (int index = 0; index < regimen.titration.size(); ++index) {
        if (regimen.titration.at(index).fromDose > regimen.count()) {
            troubles.append(Words::tr("regimen.titration[%1].from_dose: the course has %2 doses")
                                .arg(index)
                                .arg(regimen.count()));
        }
    }
    if (regimen.increment && !regimen.mg) {
        troubles.append(Words::tr("regimen.increment: it is in mg and the dose is by weight"));
    }
    return troubles;
}

/// The longest gaps still crowd seven days with more doses than are allowed, or the pattern's own days lie
/// outside the gaps.
QStringList cadenceTroubles(const DoseBlock& block, const QString& place, bool isFirst) {
    constexpr int kDaysOfWeek = 7;
    if (isFirst && block.count == 1) {
        return {};
    }
    const int fewest = 1 + (kDaysOfWeek - 1) / block.maxGapDays;
    if (fewest > block.maxInSevenDays && block.count >= fewest) {
        return {Words::tr("%1.max_in_7_days: gaps of at most %2 days put %3 doses into seven days")
                    .arg(place)
                    .arg(block.maxGapDays)
                    .arg(fewest)};
    }
    for (const int weekday : block.weekdays) {
        const QDate last = QDate(2026, 3, 1).addDays(weekday); // 2 March 2026 is a Monday
        const qint64 gap = last.daysTo(idealDayAfter(last, block, 0));
        if (gap > block.maxGapDays) {
            return {Words::tr("%1.weekdays: the next day of the pattern comes after %2 days, at most %3 are "
                              "allowed")
                        .arg(place)
                        .arg(gap)
                        .arg(block.maxGapDays)};
        }
    }
    return {};
}

} // namespace

QStringList regimenTroubles(const Regimen& regimen, const DoseLimits& limits) {
    QStringList troubles = maximumTroubles(regimen);
    if (!regimen.waitsForClinicLimit) {
        const QList<TriedDose> doses = triedDoses(regimen);
        for (const TriedDose& dose : doses) {
            troubles.append(limitTroubles(regimen, dose, limits));
        }
    }
    troubles.append(titrationTroubles(regimen));
    for (int index = 0; index < regimen.blocks.size(); ++index) {
        troubles.append(cadenceTroubles(regimen.blocks.at(index),
                                        QStringLiteral("regimen.blocks[%1]").arg(index), index == 0));
    }
    return troubles;
}

} // namespace kairos::protocols
