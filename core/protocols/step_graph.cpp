// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/step_graph.h"

#include "core/protocols/words.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace kairos::protocols {

namespace {

using record::StepKind;

QString keyOf(const char* stem, int index) {
    return QStringLiteral("%1-%2").arg(QString::fromLatin1(stem)).arg(index);
}

StepSkeleton fromTemplate(const StepTemplate& step) {
    StepSkeleton skeleton;
    skeleton.key = step.key;
    skeleton.kind = step.kind;
    skeleton.title = step.title;
    skeleton.strand = step.strand;
    skeleton.minutes = step.minutes;
    skeleton.dependsOn = step.dependsOn;
    skeleton.instruments = step.instruments;
    skeleton.basis = step.basis;
    return skeleton;
}

StepSkeleton measureStep(const Protocol& protocol, int measure, const char* moment, int index) {
    const MeasureRule& rule = protocol.measures.at(measure);
    StepSkeleton skeleton;
    skeleton.key = QStringLiteral("%1-%2-%3").arg(rule.id, QString::fromLatin1(moment)).arg(index);
    skeleton.kind = StepKind::Rating;
    skeleton.title = rule.title;
    skeleton.strand = QStringLiteral("measures");
    skeleton.index = index;
    skeleton.part = measure;
    skeleton.instruments = rule.instruments;
    skeleton.basis = rule.basis;
    return skeleton;
}

StepSkeleton doseStep(const Protocol& protocol, int dose, const QStringList& ratings) {
    const Regimen& regimen = protocol.regimen;
    StepSkeleton skeleton;
    skeleton.key = keyOf("dose", dose);
    skeleton.kind = StepKind::Dosing;
    skeleton.title = Words::tr("Dose %1 of %2").arg(dose).arg(regimen.count());
    skeleton.strand = QStringLiteral("medicine");
    skeleton.origin = StepOrigin::Dose;
    skeleton.index = dose;
    skeleton.minutes = regimen.visitMinutes;
    skeleton.basis = regimen.blockOf(dose).source;
    if (dose == 1) {
        skeleton.dependsOn = regimen.dependsOn;
    } else {
        skeleton.dependsOn.append(keyOf("dose", dose - 1));
        if (protocol.integration && protocol.integration->beforeNextDose) {
            skeleton.dependsOn.append(keyOf("integration", dose - 1));
        }
    }
    for (const Checkpoint& point : protocol.checkpoints) {
        if (point.beforeNextDose && point.afterDose == dose - 1) {
            skeleton.dependsOn.append(point.key);
        }
    }
    for (const TherapyStrand* strand : protocol.strands()) {
        for (int session = 1; session <= strand->anchored.size(); ++session) {
            const AnchoredSession& anchored = strand->anchored.at(session - 1);
            if (anchored.beforeDose && anchored.dose == dose) {
                skeleton.dependsOn.append(strand->keyOf(session));
            }
        }
    }
    skeleton.dependsOn.append(ratings);
    return skeleton;
}

StepSkeleton integrationStep(const IntegrationRule& rule, int dose) {
    StepSkeleton skeleton;
    skeleton.key = keyOf("integration", dose);
    skeleton.kind = StepKind::Integration;
    skeleton.title = Words::tr("%1 after dose %2").arg(rule.title).arg(dose);
    skeleton.strand = QStringLiteral("therapy");
    skeleton.origin = StepOrigin::Integration;
    skeleton.index = dose;
    skeleton.minutes = rule.minutes;
    skeleton.dependsOn = {keyOf("dose", dose)};
    skeleton.basis = rule.basis;
    return skeleton;
}

StepSkeleton checkpointStep(const Checkpoint& point) {
    StepSkeleton skeleton;
    skeleton.key = point.key;
    skeleton.kind = StepKind::Review;
    skeleton.title = point.title;
    skeleton.strand = QStringLiteral("medicine");
    skeleton.origin = StepOrigin::Checkpoint;
    skeleton.index = point.afterDose;
    skeleton.minutes = point.minutes;
    skeleton.dependsOn = {keyOf("dose", point.afterDose)};
    skeleton.instruments = point.instruments;
    skeleton.basis = point.basis;
    return skeleton;
}

StepSkeleton therapyStep(const TherapyStrand& strand, int session) {
    StepSkeleton skeleton;
    skeleton.key = strand.keyOf(session);
    skeleton.kind = StepKind::Therapy;
    skeleton.title = Words::tr("%1, session %2 of %3").arg(strand.title).arg(session).arg(strand.count());
    skeleton.strand = QStringLiteral("therapy");
    skeleton.origin = StepOrigin::Therapy;
    skeleton.index = session;
    skeleton.minutes = strand.minutes;
    skeleton.dependsOn = session == 1 ? strand.dependsOn : QStringList{strand.keyOf(session - 1)};
    skeleton.basis = strand.basis;
    if (!strand.anchored.isEmpty()) {
        const AnchoredSession& anchored = strand.anchored.at(session - 1);
        if (!anchored.title.isEmpty()) {
            skeleton.title = Words::tr("%1: %2").arg(skeleton.title, anchored.title);
        }
        // A session that may stand on the dose's own day does not wait for it.
        if (anchored.earliestDay > 0) {
            skeleton.dependsOn.append(keyOf("dose", anchored.dose));
        }
    }
    return skeleton;
}

/// True when the strand begins before the first dose.
bool beginsBefore(const TherapyStrand& strand) {
    return strand.anchored.isEmpty()
               ? strand.fromWeek < 1
               : strand.anchored.first().dose == 1 && strand.anchored.first().latestDay < 0;
}

QList<StepSkeleton> therapySteps(const Protocol& protocol, bool (*isWanted)(const TherapyStrand&)) {
    QList<StepSkeleton> steps;
    const QList<const TherapyStrand*> strands = protocol.strands();
    for (int part = 0; part < strands.size(); ++part) {
        const TherapyStrand& strand = *strands.at(part);
        for (int session = 1; isWanted(strand) && session <= strand.count(); ++session) {
            steps.append(therapyStep(strand, session));
            steps.last().part = part;
        }
    }
    return steps;
}

QList<StepSkeleton> measuresAt(const Protocol& protocol, Moment moment, int dose) {
    const bool isBefore = moment == Moment::BeforeDose;
    QList<StepSkeleton> steps;
    for (int measure = 0; measure < protocol.measures.size(); ++measure) {
        if (protocol.measures.at(measure).moment != moment) {
            continue;
        }
        steps.append(measureStep(protocol, measure, isBefore ? "dose" : "after-dose", dose));
        steps.last().origin = isBefore ? StepOrigin::MeasureBeforeDose : StepOrigin::MeasureAfterDose;
        if (!isBefore) {
            steps.last().dependsOn = QStringList{keyOf("dose", dose)};
        }
    }
    return steps;
}

QList<StepSkeleton> aroundDoses(const Protocol& protocol) {
    QList<StepSkeleton> steps;
    for (int dose = 1; dose <= protocol.regimen.count(); ++dose) {
        const QList<StepSkeleton> before = measuresAt(protocol, Moment::BeforeDose, dose);
        QStringList ratings;
        for (const StepSkeleton& rating : before) {
            ratings.append(rating.key);
        }
        steps.append(before);
        steps.append(doseStep(protocol, dose, ratings));
        if (protocol.integration) {
            steps.append(integrationStep(*protocol.integration, dose));
        }
        steps.append(measuresAt(protocol, Moment::AfterDose, dose));
        for (const Checkpoint& point : protocol.checkpoints) {
            if (point.afterDose == dose) {
                steps.append(checkpointStep(point));
            }
        }
    }
    return steps;
}

QList<StepSkeleton> repeatedMeasures(const Protocol& protocol) {
    QList<StepSkeleton> steps;
    for (int measure = 0; measure < protocol.measures.size(); ++measure) {
        const MeasureRule& rule = protocol.measures.at(measure);
        for (int week = rule.fromWeek; rule.moment == Moment::Weekly && week <= rule.toWeek; ++week) {
            steps.append(measureStep(protocol, measure, "week", week));
            steps.last().origin = StepOrigin::MeasureWeekly;
        }
        const int turns = rule.moment == Moment::EveryDays ? rule.untilDay / rule.everyDays : 0;
        for (int turn = 1; turn <= turns; ++turn) {
            steps.append(measureStep(protocol, measure, "turn", turn));
            steps.last().origin = StepOrigin::MeasureEveryDays;
        }
    }
    return steps;
}

tl::unexpected<base::Error> refuseGraph(const QString& why) {
    return base::fail(base::ErrorCode::InvalidInput, Words::tr("The steps of the protocol were not ordered"),
                      why, Words::tr("correct depends_on in the protocol file"));
}

base::Outcome checkKeys(const QList<StepSkeleton>& steps) {
    QSet<QString> keys;
    for (const StepSkeleton& step : steps) {
        if (keys.contains(step.key)) {
            return refuseGraph(Words::tr("step %1 stands twice").arg(step.key));
        }
        keys.insert(step.key);
    }
    for (const StepSkeleton& step : steps) {
        for (const QString& need : step.dependsOn) {
            if (!keys.contains(need)) {
                return refuseGraph(Words::tr("step %1 depends on %2, which is no step").arg(step.key, need));
            }
        }
    }
    return {};
}

/// Puts every step right behind the last one it waits for, the given order kept otherwise.
class Ordering {
public:
    explicit Ordering(const QList<StepSkeleton>& steps) : m_steps(steps), m_states(steps.size()) {
        for (int index = 0; index < steps.size(); ++index) {
            m_index.insert(steps.at(index).key, index);
        }
        m_ordered.reserve(steps.size());
    }

    [[nodiscard]] base::Result<QList<StepSkeleton>> ordered() {
        for (int index = 0; index < m_steps.size(); ++index) {
            if (!place(index)) {
                return refuseGraph(Words::tr("step %1 waits for itself in a circle").arg(m_circle));
            }
        }
        return m_ordered;
    }

private:
    enum class State { Unseen, Waiting, Placed };

    /// False when the step stands in a circle. Goes no deeper than there are steps.
    bool place(int index) {
        if (m_states.at(index) == State::Placed) {
            return true;
        }
        if (m_states.at(index) == State::Waiting) {
            m_circle = m_steps.at(index).key;
            return false;
        }
        m_states[index] = State::Waiting;
        const QStringList& needs = m_steps.at(index).dependsOn;
        const bool areMet = std::all_of(needs.begin(), needs.end(),
                                        [this](const QString& key) { return place(m_index.value(key)); });
        if (areMet) {
            m_states[index] = State::Placed;
            m_ordered.append(m_steps.at(index));
        }
        return areMet;
    }

    const QList<StepSkeleton>& m_steps;
    QHash<QString, int> m_index;
    QList<State> m_states;
    QList<StepSkeleton> m_ordered;
    QString m_circle;
};

} // namespace

QList<StepSkeleton> stepSkeletons(const Protocol& protocol) {
    QList<StepSkeleton> steps;
    for (const StepTemplate& step : protocol.steps) {
        if (step.anchor == Anchor::FirstDose && step.targetDay <= 0) {
            steps.append(fromTemplate(step));
        }
    }
    steps.append(therapySteps(protocol, beginsBefore));
    steps.append(aroundDoses(protocol));
    for (const StepTemplate& step : protocol.steps) {
        if (step.anchor != Anchor::FirstDose || step.targetDay > 0) {
            steps.append(fromTemplate(step));
        }
    }
    steps.append(therapySteps(protocol, [](const TherapyStrand& strand) { return !beginsBefore(strand); }));
    steps.append(repeatedMeasures(protocol));
    QHash<int, int> counts;
    for (StepSkeleton& step : steps) {
        // A checkpoint is no review of its own number: it belongs to its dose.
        step.number = step.origin == StepOrigin::Checkpoint ? 0 : ++counts[static_cast<int>(step.kind)];
    }
    return steps;
}

base::Result<QList<StepSkeleton>> inOrderOfDependence(const QList<StepSkeleton>& steps) {
    if (const auto keys = checkKeys(steps); !keys) {
        return tl::unexpected(keys.error());
    }
    return Ordering(steps).ordered();
}

} // namespace kairos::protocols
