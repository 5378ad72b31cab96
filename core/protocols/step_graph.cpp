// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/step_graph.h"

#include "core/protocols/words.h"

#include <QHash>
#include <QSet>

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

StepSkeleton measureBeforeDose(const Protocol& protocol, int measure, int dose) {
    const MeasureRule& rule = protocol.measures.at(measure);
    StepSkeleton skeleton;
    skeleton.key = keyOf("rating-dose", dose);
    skeleton.kind = StepKind::Rating;
    skeleton.title = rule.title;
    skeleton.strand = QStringLiteral("measures");
    skeleton.origin = StepOrigin::MeasureBeforeDose;
    skeleton.index = dose;
    skeleton.measure = measure;
    skeleton.instruments = rule.instruments;
    skeleton.basis = rule.basis;
    return skeleton;
}

StepSkeleton doseStep(const Protocol& protocol, int dose, bool isMeasured) {
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
    if (isMeasured) {
        skeleton.dependsOn.append(keyOf("rating-dose", dose));
    }
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

StepSkeleton therapyStep(const TherapyStrand& strand, int session) {
    StepSkeleton skeleton;
    skeleton.key = keyOf("therapy", session);
    skeleton.kind = StepKind::Therapy;
    skeleton.title = Words::tr("%1, session %2 of %3").arg(strand.title).arg(session).arg(strand.count());
    skeleton.strand = QStringLiteral("therapy");
    skeleton.origin = StepOrigin::Therapy;
    skeleton.index = session;
    skeleton.minutes = strand.minutes;
    skeleton.dependsOn = session == 1 ? strand.dependsOn : QStringList{keyOf("therapy", session - 1)};
    skeleton.basis = strand.basis;
    return skeleton;
}

StepSkeleton weeklyMeasure(const MeasureRule& rule, int measure, int week) {
    StepSkeleton skeleton;
    skeleton.key = keyOf("rating-week", week);
    skeleton.kind = StepKind::Rating;
    skeleton.title = rule.title;
    skeleton.strand = QStringLiteral("measures");
    skeleton.origin = StepOrigin::MeasureWeekly;
    skeleton.index = week;
    skeleton.measure = measure;
    skeleton.instruments = rule.instruments;
    skeleton.basis = rule.basis;
    return skeleton;
}

QList<StepSkeleton> aroundDoses(const Protocol& protocol) {
    QList<StepSkeleton> steps;
    for (int dose = 1; dose <= protocol.regimen.count(); ++dose) {
        bool isMeasured = false;
        for (int measure = 0; measure < protocol.measures.size(); ++measure) {
            if (protocol.measures.at(measure).moment == Moment::BeforeDose) {
                steps.append(measureBeforeDose(protocol, measure, dose));
                isMeasured = true;
            }
        }
        steps.append(doseStep(protocol, dose, isMeasured));
        if (protocol.integration) {
            steps.append(integrationStep(*protocol.integration, dose));
        }
    }
    return steps;
}

QList<StepSkeleton> afterDoses(const Protocol& protocol) {
    QList<StepSkeleton> steps;
    for (int session = 1; protocol.therapy && session <= protocol.therapy->count(); ++session) {
        steps.append(therapyStep(*protocol.therapy, session));
    }
    for (int measure = 0; measure < protocol.measures.size(); ++measure) {
        const MeasureRule& rule = protocol.measures.at(measure);
        for (int week = rule.fromWeek; rule.moment == Moment::Weekly && week <= rule.toWeek; ++week) {
            steps.append(weeklyMeasure(rule, measure, week));
        }
    }
    return steps;
}

tl::unexpected<base::Error> refuse(const QString& why) {
    return base::fail(base::ErrorCode::InvalidInput, Words::tr("The steps of the protocol were not ordered"),
                      why, Words::tr("correct depends_on in the protocol file"));
}

/// The index of the first step all of whose dependencies are placed.
int nextReady(const QList<StepSkeleton>& steps, const QSet<QString>& placed) {
    for (int index = 0; index < steps.size(); ++index) {
        const QStringList& needs = steps.at(index).dependsOn;
        const bool isReady = std::all_of(needs.begin(), needs.end(),
                                         [&placed](const QString& key) { return placed.contains(key); });
        if (isReady) {
            return index;
        }
    }
    return -1;
}

base::Outcome checkKeys(const QList<StepSkeleton>& steps) {
    QSet<QString> keys;
    for (const StepSkeleton& step : steps) {
        if (keys.contains(step.key)) {
            return refuse(Words::tr("step %1 stands twice").arg(step.key));
        }
        keys.insert(step.key);
    }
    for (const StepSkeleton& step : steps) {
        for (const QString& need : step.dependsOn) {
            if (!keys.contains(need)) {
                return refuse(Words::tr("step %1 depends on %2, which is no step").arg(step.key, need));
            }
        }
    }
    return {};
}

} // namespace

QList<StepSkeleton> stepSkeletons(const Protocol& protocol) {
    QList<StepSkeleton> steps;
    for (const StepTemplate& step : protocol.steps) {
        if (step.anchor == Anchor::FirstDose && step.targetDay <= 0) {
            steps.append(fromTemplate(step));
        }
    }
    steps.append(aroundDoses(protocol));
    for (const StepTemplate& step : protocol.steps) {
        if (step.anchor != Anchor::FirstDose || step.targetDay > 0) {
            steps.append(fromTemplate(step));
        }
    }
    steps.append(afterDoses(protocol));
    QHash<int, int> counts;
    for (StepSkeleton& step : steps) {
        step.number = ++counts[static_cast<int>(step.kind)];
    }
    return steps;
}

base::Result<QList<StepSkeleton>> inOrderOfDependence(const QList<StepSkeleton>& steps) {
    if (const auto keys = checkKeys(steps); !keys) {
        return tl::unexpected(keys.error());
    }
    QList<StepSkeleton> waiting = steps;
    QList<StepSkeleton> ordered;
    QSet<QString> placed;
    while (!waiting.isEmpty()) {
        const int ready = nextReady(waiting, placed);
        if (ready < 0) {
            return refuse(Words::tr("step %1 waits for itself in a circle").arg(waiting.first().key));
        }
        placed.insert(waiting.at(ready).key);
        ordered.append(waiting.takeAt(ready));
    }
    return ordered;
}

} // namespace kairos::protocols
