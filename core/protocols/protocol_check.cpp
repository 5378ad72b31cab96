// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/protocol_check.h"

#include "core/protocols/regimen_check.h"
#include "core/protocols/step_graph.h"
#include "core/protocols/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace kairos::protocols {

namespace {

constexpr int kFewestVectors = 3;
/// A file beyond these sizes is no plan a person can read.
constexpr int kMostParts = 100;

bool isId(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)*$"));
    return form.match(text).hasMatch();
}

QString idWords() {
    return Words::tr("small letters, digits and single hyphens are expected");
}

QStringList identityTroubles(const Protocol& protocol) {
    QStringList troubles;
    if (!isId(protocol.id)) {
        troubles.append(QStringLiteral("id: ") + idWords());
    }
    if (protocol.phases.isEmpty()) {
        troubles.append(Words::tr("phases: at least one is expected"));
    }
    for (int index = 0; index < protocol.regimen.blocks.size(); ++index) {
        const QString& phase = protocol.regimen.blocks.at(index).phase;
        const bool isKnown = std::any_of(protocol.phases.begin(), protocol.phases.end(),
                                         [&phase](const Phase& known) { return known.id == phase; });
        if (!phase.isEmpty() && !isKnown) {
            troubles.append(
                Words::tr("regimen.blocks[%1].phase: %2 is not among the phases").arg(index).arg(phase));
        }
    }
    return troubles;
}

QStringList sizeTroubles(const Protocol& protocol) {
    const std::initializer_list<std::pair<const char*, qsizetype>> sizes{
        {"steps", protocol.steps.size()},
        {"checkpoints", protocol.checkpoints.size()},
        {"measures", protocol.measures.size()},
        {"more_therapies", protocol.moreTherapies.size()}};
    QStringList troubles;
    for (const auto& [place, size] : sizes) {
        if (size > kMostParts) {
            troubles.append(
                Words::tr("%1: at most %2 are expected").arg(QString::fromLatin1(place)).arg(kMostParts));
        }
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
    for (int index = 0; index < protocol.moreTherapies.size(); ++index) {
        check(QStringLiteral("more_therapies[%1]").arg(index), protocol.moreTherapies.at(index).sources);
    }
    return troubles;
}

QString strandPlace(const Protocol& protocol, int part) {
    const int more = protocol.therapy ? part - 1 : part;
    return more < 0 ? QStringLiteral("therapy") : QStringLiteral("more_therapies[%1]").arg(more);
}

QStringList strandTroubles(const Protocol& protocol) {
    QStringList troubles;
    QStringList ids;
    const QList<const TherapyStrand*> strands = protocol.strands();
    for (int part = 0; part < strands.size(); ++part) {
        const TherapyStrand& strand = *strands.at(part);
        const QString place = strandPlace(protocol, part);
        if (!isId(strand.id)) {
            troubles.append(place + QStringLiteral(".id: ") + idWords());
        } else if (ids.contains(strand.id)) {
            troubles.append(Words::tr("%1.id: another strand is called %2").arg(place, strand.id));
        }
        ids.append(strand.id);
        for (int session = 0; session < strand.anchored.size(); ++session) {
            if (strand.anchored.at(session).dose > protocol.regimen.count()) {
                troubles.append(Words::tr("%1.anchored[%2].dose: the course has %3 doses")
                                    .arg(place)
                                    .arg(session)
                                    .arg(protocol.regimen.count()));
            }
        }
    }
    return troubles;
}

/// A step that must end before what it waits for may begin cannot be met on any calendar.
QStringList orderTroubles(const Protocol& protocol) {
    QStringList troubles;
    for (int index = 0; index < protocol.steps.size(); ++index) {
        const StepTemplate& step = protocol.steps.at(index);
        for (const QString& key : step.dependsOn) {
            const StepTemplate* need = protocol.templateOf(key);
            if (need && need->anchor == step.anchor && need->earliestDay > step.latestDay) {
                troubles.append(
                    Words::tr("steps[%1].latest_day: it ends before %2 may begin, for which it waits")
                        .arg(index)
                        .arg(key));
            }
        }
    }
    for (const QString& key : protocol.regimen.dependsOn) {
        const StepTemplate* need = protocol.templateOf(key);
        if (need && need->anchor == Anchor::FirstDose && need->earliestDay > 0) {
            troubles.append(
                Words::tr("regimen.depends_on: %1 begins after the first dose, which waits for it").arg(key));
        }
    }
    return troubles;
}

QStringList integrationTroubles(const Protocol& protocol) {
    constexpr int kHoursOfDay = 24;
    if (!protocol.integration || !protocol.integration->beforeNextDose) {
        return {};
    }
    for (int index = 0; index < protocol.regimen.blocks.size(); ++index) {
        const DoseBlock& block = protocol.regimen.blocks.at(index);
        const bool hasGap = index > 0 || block.count > 1;
        if (hasGap && kHoursOfDay * block.maxGapDays < protocol.integration->targetFromHours) {
            return {
                Words::tr("integration.target_from_hours: the next dose, which waits for it, comes within %1 "
                          "days (regimen.blocks[%2])")
                    .arg(block.maxGapDays)
                    .arg(index)};
        }
    }
    return {};
}

QStringList checkpointTroubles(const Protocol& protocol) {
    QStringList troubles;
    for (int index = 0; index < protocol.checkpoints.size(); ++index) {
        const Checkpoint& point = protocol.checkpoints.at(index);
        if (!isId(point.key)) {
            troubles.append(QStringLiteral("checkpoints[%1].key: ").arg(index) + idWords());
        }
        if (point.afterDose >= protocol.regimen.count()) {
            troubles.append(
                Words::tr("checkpoints[%1].after_dose: no dose of this course follows it").arg(index));
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
    const QStringList sizes = sizeTroubles(protocol);
    if (!sizes.isEmpty()) {
        return sizes; // nothing else is worth the time
    }
    const QStringList parts = identityTroubles(protocol) + sourceTroubles(protocol) +
                              regimenTroubles(protocol.regimen, limits) + strandTroubles(protocol) +
                              checkpointTroubles(protocol) + integrationTroubles(protocol);
    return parts + orderTroubles(protocol) + stepTroubles(protocol) + vectorTroubles(protocol);
}

} // namespace kairos::protocols
