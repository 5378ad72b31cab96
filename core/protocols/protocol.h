// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocols/regimen.h"
#include "core/protocols/therapy_strand.h"

#include "core/base/confidence.h"
#include "core/record/step.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::protocols {

/// Where a part of a protocol comes from.
struct Source {
    QString id;       ///< e.g. "anand-2023"; other parts name it
    QString text;     ///< author, year, journal
    QString supports; ///< what it is the source of
    base::Confidence confidence = base::Confidence::Check;

    bool operator==(const Source&) const = default;
};

/// A stretch of care, in words.
struct Phase {
    QString id;
    QString title;
    QString when;
    QString summary;
    QString gate; ///< what leads on to the next phase; may be empty

    bool operator==(const Phase&) const = default;
};

/// Whether a medicines authority licensed the course's use of the drug.
enum class LicenceStatus { OffLabel, Licensed };

/// Whom the course was made for.
struct Population {
    QString summary;
    std::optional<int> ageFrom; ///< whole years, included
    std::optional<int> ageTo;   ///< whole years, included
    QString basis;
    base::Confidence confidence = base::Confidence::Check;

    bool operator==(const Population&) const = default;
};

/// What the days of a step are counted from.
enum class Anchor { FirstDose, LastDose, LastTherapy };

/// A step that stands once in the course. Days are calendar days from the anchor's day, negative before it.
struct StepTemplate {
    QString key;
    record::StepKind kind = record::StepKind::Review;
    QString title;
    QString strand; ///< "medicine", "therapy" or "measures"
    Anchor anchor = Anchor::FirstDose;
    int earliestDay = 0;
    int targetDay = 0;
    int latestDay = 0;
    int minutes = 0;
    QStringList dependsOn;
    QStringList instruments;
    QString basis;
    base::Confidence confidence = base::Confidence::Check;

    bool operator==(const StepTemplate&) const = default;
};

/// A look at the course between two doses: carry on, change the dose, or stop.
struct Checkpoint {
    QString key;
    QString title;
    int afterDose = 1;
    bool beforeNextDose = false; ///< the next dose waits for it
    int minutes = 0;
    QString ask; ///< what it decides
    QStringList instruments;
    QString basis;
    base::Confidence confidence = base::Confidence::Check;

    bool operator==(const Checkpoint&) const = default;
};

/// When a repeated measure is due.
enum class Moment { BeforeDose, Weekly, AfterDose, EveryDays };

/// A measure that comes again: on the day of each dose, which waits for it; once in each week; days after
/// each dose; or every so many days from the first dose.
struct MeasureRule {
    QString id = QStringLiteral("rating"); ///< stem of its steps' keys
    QString title;
    Moment moment = Moment::BeforeDose;
    QStringList instruments;
    int fromWeek = 0; ///< of a weekly measure
    int toWeek = 0;
    int earliestDay = 0; ///< of one after each dose, in calendar days from it
    int targetDay = 0;
    int latestDay = 0;
    int everyDays = 0;  ///< of one that comes every so many days
    int untilDay = 0;   ///< its last possible target, in days from the first dose
    int windowDays = 0; ///< how much earlier or later than its target it may be
    QString basis;
    base::Confidence confidence = base::Confidence::Check;

    bool operator==(const MeasureRule&) const = default;
};

/// What is looked at at one minute of the dosing session.
struct MonitoringMoment {
    std::optional<int> minute; ///< from minute 0, negative before it; none: at discharge
    QStringList checks;        ///< "vitals", "sedation", an instrument id, "therapist-note"

    bool operator==(const MonitoringMoment&) const = default;
};

/// What a consent to this course speaks of.
struct ConsentRule {
    QList<int> elements; ///< numbers of the consent checklist, 1 to 20
    QStringList forms;   ///< "touch", "recording", "telehealth", "group", "escort"
    int renewDays = 0;
    QString basis;
    base::Confidence confidence = base::Confidence::Check;

    bool operator==(const ConsentRule&) const = default;
};

/// A worked example that the file carries: start in, dose dates out.
struct ScheduleVector {
    QDate start;
    QList<int> closedWeekdays;
    QList<QDate> holidays;
    QList<QDate> unavailable; ///< days on which the patient cannot come
    QList<QDate> doses;
    QString source;

    bool operator==(const ScheduleVector&) const = default;
};

/// A versioned template of a course of care.
struct Protocol {
    QString id;
    QString version;
    QString title;
    QString note; ///< what to know before choosing it, e.g. that the composition is untested
    QString reviewer;
    base::Confidence confidence = base::Confidence::Check;
    std::optional<LicenceStatus> status; ///< none where the file does not say
    std::optional<Population> population;
    QList<Source> sources;
    QList<Phase> phases;
    Regimen regimen;
    std::optional<IntegrationRule> integration;
    std::optional<TherapyStrand> therapy; ///< the course of therapy; steps counted from therapy use it
    QList<TherapyStrand> moreTherapies;   ///< of other modalities beside it
    int lastPreparationWithinDays = 0;    ///< of the first dose; 0 where the protocol has no preparation
    QList<StepTemplate> steps; ///< consent, screening, preparation, single ratings, reviews, follow-up
    QList<Checkpoint> checkpoints;
    QList<MeasureRule> measures;
    QList<MonitoringMoment> monitoring;
    QString monitoringBasis;
    QStringList preDoseGates;   ///< ids of lines in safety/gates.json, before the dose
    QStringList dischargeGates; ///< ids of lines in safety/gates.json, before going home
    std::optional<ConsentRule> consent;
    QList<BoosterRule> boosters;
    QList<ScheduleVector> vectors;
    QString file; ///< the clinic's file that defines it; empty for one that comes with the program

    bool operator==(const Protocol&) const = default;

    [[nodiscard]] const StepTemplate* templateOf(const QString& key) const;
    [[nodiscard]] const Checkpoint* checkpointOf(const QString& key) const;
    /// `therapy`, then `moreTherapies`. Valid as long as the protocol is.
    [[nodiscard]] QList<const TherapyStrand*> strands() const;
    /// The strand a therapy step belongs to, by the step's key; null for other steps.
    [[nodiscard]] const TherapyStrand* strandOf(const QString& stepKey) const;
};

} // namespace kairos::protocols
