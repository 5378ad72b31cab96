// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/dose.h"

#include "core/protocols/dose_rules.h"
#include "core/protocols/names.h"
#include "core/protocols/weight.h"
#include "core/protocols/words.h"

#include <algorithm>
#include <cmath>

namespace kairos::protocols {

namespace {

using base::Outcome;

tl::unexpected<base::Error> impossible(const QString& why, const QString& remedy) {
    return base::fail(base::ErrorCode::InvalidInput, Words::tr("The dose was not reckoned"), why, remedy);
}

template <class Unit>
Outcome checkPositive(const std::optional<base::Quantity<Unit>>& value, const QString& name) {
    if (value && !(value->isFinite() && value->value > 0)) {
        return impossible(Words::tr("the %1 must be a number greater than 0").arg(name),
                          Words::tr("type it again"));
    }
    return {};
}

Outcome checkShape(const DoseRequest& request, const DoseLimits& limits) {
    if (request.mgPerKg.has_value() == request.mg.has_value()) {
        return impossible(Words::tr("the dose is wanted in mg/kg or in mg, one of the two"),
                          Words::tr("give one of them"));
    }
    if (!limits.isUsable(request.route)) {
        return base::fail(
            base::ErrorCode::Refused, Words::tr("The dose was not reckoned"),
            Words::tr("the clinic has set no limit for the %1 route").arg(routeWords(request.route)),
            Words::tr("add the clinic's limit to the dose limits file first"));
    }
    if (!request.weight) {
        return impossible(Words::tr("the body weight is missing"),
                          Words::tr("weigh the patient and enter it"));
    }
    return {};
}

Outcome checkNumbers(const DoseRequest& request, const DoseLimits& limits) {
    return checkWeight(*request.weight, limits)
        .and_then([&] { return checkPositive(request.mgPerKg, Words::tr("dose in mg/kg")); })
        .and_then([&] { return checkPositive(request.mg, Words::tr("dose in mg")); })
        .and_then([&] { return checkPositive(request.minutes, Words::tr("infusion time")); })
        .and_then([&] { return checkPositive(request.concentration, Words::tr("concentration")); })
        .and_then([&] { return checkPositive(request.bagVolume, Words::tr("bag volume")); })
        .and_then([&] { return checkPositive(request.maximum, Words::tr("maximum of the order")); });
}

/// The final volume in the bag, where bag, rule and (for adding) the drug's volume are known.
std::optional<base::Millilitres> bagTotal(const DoseRequest& request, std::optional<base::Millilitres> drug) {
    if (!request.bagVolume || !request.bagRule) {
        return std::nullopt;
    }
    switch (*request.bagRule) {
    case record::BagRule::FillTo:
        return request.bagVolume;
    case record::BagRule::AddTo:
        return drug ? std::optional(*request.bagVolume + *drug) : std::nullopt;
    }
    return std::nullopt;
}

DoseFigures figuresOf(const DoseRequest& request) {
    DoseFigures figures;
    const double kg = request.weight->value;
    figures.mg = request.mg ? *request.mg : base::Milligrams{kg * request.mgPerKg->value};
    figures.mgPerKg =
        request.mgPerKg ? *request.mgPerKg : base::MilligramsPerKilogram{request.mg->value / kg};
    if (request.concentration) {
        figures.ml = base::Millilitres{figures.mg.value / request.concentration->value};
    }
    if (request.minutes) {
        figures.mgPerMin = base::MilligramsPerMinute{figures.mg.value / request.minutes->value};
        figures.ugPerKgMin =
            base::MicrogramsPerKilogramMinute{figures.mgPerKg->value * 1000.0 / request.minutes->value};
    }
    if (const auto total = bagTotal(request, figures.ml)) {
        figures.bagMgPerMl = base::MilligramsPerMillilitre{figures.mg.value / total->value};
        if (request.minutes) {
            figures.mlPerH = base::MillilitresPerHour{total->value * 60.0 / request.minutes->value};
        }
    }
    return figures;
}

Outcome checkBag(const DoseRequest& request, const DoseFigures& figures) {
    const bool isTooSmall = request.bagRule == record::BagRule::FillTo && request.bagVolume && figures.ml &&
                            *figures.ml > *request.bagVolume;
    if (isTooSmall) {
        return impossible(Words::tr("the drug alone is %1 mL, more than the bag of %2 mL")
                              .arg(plainNumber(figures.ml->value), plainNumber(request.bagVolume->value)),
                          Words::tr("choose a larger bag or a stronger vial"));
    }
    return {};
}

} // namespace

bool DoseFigures::hasStop() const {
    return std::any_of(findings.begin(), findings.end(), [](const base::Finding& finding) {
        return finding.level == base::FindingLevel::Stop;
    });
}

base::Result<DoseFigures> reckonDose(const DoseRequest& request, const DoseLimits& limits) {
    if (request.route == record::Route::Intranasal) {
        if (!request.mg) {
            return impossible(Words::tr("the nasal spray is dosed in whole devices, not by weight"),
                              Words::tr("give the dose in mg"));
        }
        return reckonEsketamine(*request.mg, limits);
    }
    if (const auto shape = checkShape(request, limits); !shape) {
        return tl::unexpected(shape.error());
    }
    if (const auto numbers = checkNumbers(request, limits); !numbers) {
        return tl::unexpected(numbers.error());
    }
    DoseFigures figures = figuresOf(request);
    if (const auto bag = checkBag(request, figures); !bag) {
        return tl::unexpected(bag.error());
    }
    auto findings = judgeDose(request, figures, limits);
    if (!findings) {
        return tl::unexpected(findings.error());
    }
    figures.findings = *std::move(findings);
    return figures;
}

base::Result<DoseFigures> reckonEsketamine(base::Milligrams mg, const DoseLimits& limits) {
    const EsketamineDevices& devices = limits.esketamine;
    if (!devices.doses.contains(mg.value)) {
        QStringList doses;
        for (const double dose : devices.doses) {
            doses.append(plainNumber(dose));
        }
        return impossible(Words::tr("esketamine nasal spray comes as %1 mg, not as %2 mg")
                              .arg(doses.join(QStringLiteral(", ")), plainNumber(mg.value)),
                          Words::tr("choose one of these doses"));
    }
    DoseFigures figures;
    figures.mg = mg;
    figures.devices = static_cast<int>(std::lround(mg.value / devices.mgPerDevice));
    figures.sprays = *figures.devices * devices.spraysPerDevice;
    figures.rests = std::max(0, *figures.devices - 1);
    return figures;
}

std::optional<SystemicShare> systemicShare(record::Route route, base::Milligrams mg,
                                           const DoseLimits& limits) {
    for (const Bioavailability& entry : limits.bioavailability) {
        if (entry.route == route) {
            return SystemicShare{mg * entry.low, mg * entry.high, entry.source, entry.confidence};
        }
    }
    return std::nullopt;
}

} // namespace kairos::protocols
