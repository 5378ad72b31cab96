// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/dose_rules.h"

#include "core/protocols/names.h"
#include "core/protocols/words.h"

#include <functional>

namespace kairos::protocols {

namespace {

using base::Confidence;
using base::Finding;
using base::FindingLevel;

/// A quotient such as 52.5 mg / 70 kg may miss its decimal value by the last bit: that crosses no limit.
constexpr double kRoundingSlack = 1e-9;

std::optional<double> valueOf(LimitedQuantity quantity, const DoseRequest& request,
                              const DoseFigures& figures) {
    switch (quantity) {
    case LimitedQuantity::MgPerKg:
        return figures.mgPerKg ? std::optional(figures.mgPerKg->value) : std::nullopt;
    case LimitedQuantity::Mg:
        return figures.mg.value;
    case LimitedQuantity::Minutes:
        return request.minutes ? std::optional(request.minutes->value) : std::nullopt;
    case LimitedQuantity::MgPerMin:
        return figures.mgPerMin ? std::optional(figures.mgPerMin->value) : std::nullopt;
    case LimitedQuantity::MicrogramsPerKgMin:
        return figures.ugPerKgMin ? std::optional(figures.ugPerKgMin->value) : std::nullopt;
    }
    return std::nullopt;
}

QString unitOf(LimitedQuantity quantity) {
    switch (quantity) {
    case LimitedQuantity::MgPerKg:
        return QStringLiteral("mg/kg");
    case LimitedQuantity::Mg:
        return QStringLiteral("mg");
    case LimitedQuantity::Minutes:
        return QStringLiteral("min");
    case LimitedQuantity::MgPerMin:
        return QStringLiteral("mg/min");
    case LimitedQuantity::MicrogramsPerKgMin:
        return QStringLiteral("\u00b5g/kg/min");
    }
    return {};
}

bool isCrossed(const DoseLimit& limit, double value) {
    const double slack = limit.value * kRoundingSlack;
    return limit.side == LimitSide::Above ? value > limit.value + slack : value < limit.value - slack;
}

QString textOf(const DoseLimit& limit, double value) {
    const QString words = limit.side == LimitSide::Above ? Words::tr("%1 %3 %4 is above the limit of %2 %3")
                                                         : Words::tr("%1 %3 %4 is below the limit of %2 %3");
    return words.arg(plainNumber(value), plainNumber(limit.value), unitOf(limit.quantity),
                     routeWords(limit.route));
}

/// The value of a quantity, where it is known.
using Values = std::function<std::optional<double>(LimitedQuantity)>;

/// The crossed limits, of each quantity and side the strongest.
QList<DoseLimit> strongestCrossed(record::Route route, const Values& valueFor, const DoseLimits& limits) {
    QList<DoseLimit> strongest;
    for (const DoseLimit& limit : limits.limits) {
        const auto value = valueFor(limit.quantity);
        if (limit.route != route || !value || !isCrossed(limit, *value)) {
            continue;
        }
        const auto rival = std::find_if(strongest.begin(), strongest.end(), [&limit](const DoseLimit& other) {
            return other.quantity == limit.quantity && other.side == limit.side;
        });
        if (rival == strongest.end()) {
            strongest.append(limit);
        } else if (limit.level < rival->level) {
            *rival = limit;
        }
    }
    return strongest;
}

/// The crossed limits as findings.
base::Result<base::Findings> crossedFindings(record::Route route, const Values& valueFor,
                                             const DoseLimits& limits) {
    base::Findings findings;
    for (const DoseLimit& limit : strongestCrossed(route, valueFor, limits)) {
        const QString text = textOf(limit, *valueFor(limit.quantity));
        if (limit.level == LimitLevel::Impossible) {
            return base::fail(base::ErrorCode::InvalidInput, Words::tr("The dose was not reckoned"), text,
                              Words::tr("check weight, dose and route for a typing error"));
        }
        const auto level = limit.level == LimitLevel::Stop ? FindingLevel::Stop : FindingLevel::Caution;
        findings.append({level, limit.id, text, limit.source, limit.confidence, {}});
    }
    return findings;
}

Finding orderMaximumFinding(const DoseRequest& request, const DoseFigures& figures) {
    return Finding{FindingLevel::Stop,
                   QStringLiteral("dose.order-maximum"),
                   Words::tr("%1 mg is above the maximum of the order, %2 mg")
                       .arg(plainNumber(figures.mg.value), plainNumber(request.maximum->value)),
                   Words::tr("the signed order"),
                   Confidence::High,
                   {}};
}

base::Findings preparationFindings(const DoseRequest& request, const DoseLimits& limits) {
    base::Findings findings;
    const bool isIntravenous = request.route == record::Route::Intravenous;
    if (isIntravenous && !request.minutes) {
        findings.append({FindingLevel::Caution,
                         QStringLiteral("dose.iv.minutes-missing"),
                         Words::tr("without an infusion time the rate was not checked"),
                         Words::tr("local default"),
                         Confidence::Check,
                         {}});
    }
    if (isIntravenous && request.concentration && !request.bagVolume &&
        request.concentration->value >= limits.dilution.fromMgPerMl) {
        findings.append(
            {FindingLevel::Caution,
             QStringLiteral("dose.iv.dilute"),
             Words::tr("%1 mg/mL must be diluted before intravenous use: the volume is for drawing up")
                 .arg(plainNumber(request.concentration->value)),
             limits.dilution.source,
             limits.dilution.confidence,
             {}});
    }
    if (request.bagVolume && !request.bagRule) {
        findings.append(
            {FindingLevel::Caution,
             QStringLiteral("dose.bag.rule-missing"),
             Words::tr("the bag's concentration and rate need the rule: filled to the bag's volume, or "
                       "added to it"),
             Words::tr("local default"),
             Confidence::Check,
             {}});
    }
    return findings;
}

base::Findings systemicFindings(const DoseRequest& request, const DoseFigures& figures,
                                const DoseLimits& limits) {
    const bool isSwallowed =
        request.route == record::Route::Sublingual || request.route == record::Route::Oral;
    const auto share = systemicShare(request.route, figures.mg, limits);
    if (!isSwallowed || !share) {
        return {};
    }
    const QString words =
        request.route == record::Route::Sublingual
            ? Words::tr("systemic about %1 to %2 mg, swallowing adds more; not a conversion")
            : Words::tr("systemic about %1 to %2 mg; not a conversion");
    return {{FindingLevel::Information,
             QStringLiteral("dose.%1.systemic").arg(routeId(request.route)),
             words.arg(plainNumber(share->low.value), plainNumber(share->high.value)),
             share->source,
             share->confidence,
             {}}};
}

} // namespace

base::Result<base::Findings> judgeDose(const DoseRequest& request, const DoseFigures& figures,
                                       const DoseLimits& limits) {
    auto crossed = crossedFindings(
        request.route, [&](LimitedQuantity quantity) { return valueOf(quantity, request, figures); }, limits);
    if (!crossed) {
        return crossed;
    }
    base::Findings findings = std::move(*crossed);
    if (request.maximum && figures.mg.value > request.maximum->value * (1 + kRoundingSlack)) {
        findings.append(orderMaximumFinding(request, figures));
    }
    findings.append(preparationFindings(request, limits));
    findings.append(systemicFindings(request, figures, limits));
    return findings;
}

base::Result<base::Findings> judgeOrdered(const DoseRequest& request, const DoseLimits& limits) {
    if (request.mg && request.maximum && request.mg->value > request.maximum->value * (1 + kRoundingSlack)) {
        return base::fail(base::ErrorCode::InvalidInput, Words::tr("The dose was not reckoned"),
                          Words::tr("%1 mg is above its own maximum of %2 mg")
                              .arg(plainNumber(request.mg->value), plainNumber(request.maximum->value)),
                          Words::tr("correct one of the two"));
    }
    if (request.route == record::Route::Intranasal) {
        // Whole devices need no weight: what no device gives is refused at once.
        return reckonDose(request, limits).map([](const DoseFigures& figures) { return figures.findings; });
    }
    return crossedFindings(
        request.route,
        [&](LimitedQuantity quantity) -> std::optional<double> {
            switch (quantity) {
            case LimitedQuantity::MgPerKg:
                return request.mgPerKg ? std::optional(request.mgPerKg->value) : std::nullopt;
            case LimitedQuantity::Mg:
                return request.mg ? std::optional(request.mg->value) : std::nullopt;
            case LimitedQuantity::Minutes:
                return request.minutes ? std::optional(request.minutes->value) : std::nullopt;
            case LimitedQuantity::MgPerMin:
                return request.mg && request.minutes && request.minutes->value > 0
                           ? std::optional(request.mg->value / request.minutes->value)
                           : std::nullopt;
            case LimitedQuantity::MicrogramsPerKgMin:
                return request.mgPerKg && request.minutes && request.minutes->value > 0
                           ? std::optional(request.mgPerKg->value * 1000 / request.minutes->value)
                           : std::nullopt;
            }
            return std::nullopt;
        },
        limits);
}

} // namespace kairos::protocols
