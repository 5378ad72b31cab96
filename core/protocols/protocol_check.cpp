// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/protocol_check.h"

#include "core/protocols/dose.h"
#include "core/protocols/step_graph.h"
#include "core/protocols/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace kairos::protocols {

namespace {

constexpr int kFewestVectors = 3;
/// The weight a protocol's dose by weight is tried at, so that its mg/kg meets the limits of its route. An
/// adult's usual weight: no limit in milligrams is reached by it before the limit in mg/kg is.
constexpr double kTrialWeightKg = 70;

QStringList identityTroubles(const Protocol& protocol) {
    static const QRegularExpression idForm(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)*$"));
    QStringList troubles;
    if (!idForm.match(protocol.id).hasMatch()) {
        troubles.append(Words::tr("id: small letters, digits and single hyphens are expected"));
    }
    if (protocol.phases.isEmpty()) {
        troubles.append(Words::tr("phases: at least one is expected"));
    }
    return troubles;
}

QStringList sourceTroubles(const Protocol& protocol) {
    QStringList known;
    for (const Source& source : protocol.sources) {
        known.append(source.id);
    }
    QStringList troubles;
    const auto check = [&](const QString& place, const QStringList& ids) {
        for (const QString& id : ids) {
            if (!known.contains(id)) {
                troubles.append(Words::tr("%1.sources: %2 is not among the sources").arg(place, id));
            }
        }
    };
    check(QStringLiteral("regimen"), protocol.regimen.sources);
    if (protocol.integration) {
        check(QStringLiteral("integration"), protocol.integration->sources);
    }
    if (protocol.therapy) {
        check(QStringLiteral("therapy"), protocol.therapy->sources);
    }
    return troubles;
}

QStringList amountTroubles(const Regimen& regimen) {
    QStringList troubles;
    const bool isByWeight = regimen.mgPerKg && regimen.maxMgPerKg;
    const bool isFixed = regimen.mg && regimen.maxMg;
    if (!isByWeight && !isFixed) {
        troubles.append(Words::tr("regimen.maximum: it has another unit than the dose"));
        return troubles;
    }
    const bool isAbove = isByWeight ? *regimen.mgPerKg > *regimen.maxMgPerKg : *regimen.mg > *regimen.maxMg;
    if (isAbove) {
        troubles.append(Words::tr("regimen.dose: it is above the protocol's own maximum"));
    }
    for (const double choice : regimen.choicesMg) {
        if (isByWeight || choice > regimen.maxMg->value) {
            troubles.append(
                Words::tr("regimen.choices_mg: %1 mg is above the maximum, or the dose is by weight")
                    .arg(plainNumber(choice)));
        }
    }
    return troubles;
}

QStringList limitTroubles(const Regimen& regimen, const DoseLimits& limits) {
    DoseRequest request;
    request.route = regimen.route;
    request.mgPerKg = regimen.mgPerKg;
    request.mg = regimen.mg;
    request.minutes = regimen.minutes;
    request.weight = base::Kilograms{kTrialWeightKg};
    const auto figures = reckonDose(request, limits);
    if (!figures) {
        return {Words::tr("regimen.dose: %1").arg(figures.error().why)};
    }
    QStringList troubles;
    for (const base::Finding& finding : figures->findings) {
        if (finding.level == base::FindingLevel::Stop) {
            troubles.append(Words::tr("regimen.dose: %1").arg(finding.text));
        }
    }
    return troubles;
}

QStringList stepTroubles(const Protocol& protocol) {
    QStringList troubles;
    for (int index = 0; index < protocol.steps.size(); ++index) {
        const StepTemplate& step = protocol.steps.at(index);
        if (step.anchor == Anchor::LastTherapy && !protocol.therapy) {
            troubles.append(Words::tr("steps[%1].anchor: the protocol has no therapy").arg(index));
        }
        if (step.kind == record::StepKind::Rating && step.instruments.isEmpty()) {
            troubles.append(Words::tr("steps[%1].instruments: a rating names at least one").arg(index));
        }
    }
    const auto ordered = inOrderOfDependence(stepSkeletons(protocol));
    if (!ordered) {
        troubles.append(Words::tr("depends_on: %1").arg(ordered.error().why));
    }
    return troubles;
}

QStringList vectorTroubles(const Protocol& protocol) {
    QStringList troubles;
    if (protocol.vectors.size() < kFewestVectors) {
        troubles.append(Words::tr("vectors: at least %1 are expected").arg(kFewestVectors));
    }
    for (int index = 0; index < protocol.vectors.size(); ++index) {
        if (protocol.vectors.at(index).doses.size() > protocol.regimen.count()) {
            troubles.append(Words::tr("vectors[%1].doses: more than the regimen's").arg(index));
        }
    }
    return troubles;
}

} // namespace

QStringList protocolTroubles(const Protocol& protocol, const DoseLimits& limits) {
    return identityTroubles(protocol) + sourceTroubles(protocol) + amountTroubles(protocol.regimen) +
           limitTroubles(protocol.regimen, limits) + stepTroubles(protocol) + vectorTroubles(protocol);
}

} // namespace kairos::protocols
