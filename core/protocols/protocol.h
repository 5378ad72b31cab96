// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/units.h"
#include "core/record/order.h"
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

    bool operator==(const Phase&) const = default;
};

/// Doses at one cadence. The gap before each dose counts calendar days from the dose before it, also across
/// blocks.
struct DoseBlock {
    int count = 0;
    QString cadence;     ///< e.g. "twice-weekly"
    QList<int> weekdays; ///< Monday 1 … Sunday 7, as the template draws them from a Monday start
    int minGapDays = 0;
    int maxGapDays = 0;
    int maxInSevenDays = 0; ///< in any seven days in a row
    QString source;
    base::Confidence confidence = base::Confidence::Check;

    bool operator==(const DoseBlock&) const = default;
};

/// What is given, how, and how often.
struct Regimen {
    QString drug; ///< e.g. "ketamine (racemic)"
    record::Route route = record::Route::Intravenous;
    std::optional<base::MilligramsPerKilogram> mgPerKg; ///< this or `mg`
    std::optional<base::Milligrams> mg;
    QList<double> choicesMg; ///< later doses may be one of these; empty where the dose is by weight
    std::optional<base::MilligramsPerKilogram> maxMgPerKg;
    std::optional<base::Milligrams> maxMg;
    std::optional<base::Minutes> minutes; ///< infusion time
    int lengthMinutes = 0;                ///< from minute 0 to the end of the dose, for planning
    int visitMinutes = 0;                 ///< the room's time, arrival to discharge
    QList<DoseBlock> blocks;
    QStringList dependsOn; ///< keys of the steps the first dose waits for
    QStringList sources;   ///< ids
    QString note;

    bool operator==(const Regimen&) const = default;

    [[nodiscard]] int count() const;
    /// The block of dose `number`, counted from 1.
    [[nodiscard]] const DoseBlock& blockOf(int number) const;
};

/// The session after each dose. Hours count from the end of the dose.
struct IntegrationRule {
    QString title;
    int minutes = 0;
    int targetFromHours = 0;
    int targetToHours = 0;
    int latestHours = 0;
    bool beforeNextDose = false; ///< the next dose waits for it
    QString basis;               ///< e.g. "convention, limited evidence"
    base::Confidence confidence = base::Confidence::Check;
    QStringList sources;

    bool operator==(const IntegrationRule&) const = default;
};

/// The course of therapy beside or after the doses. Week 1 begins on the day of the first dose.
struct TherapyStrand {
    QString modality; ///< e.g. "CBT"
    QString title;
    int minutes = 0;
    int fromWeek = 0;
    int toWeek = 0;
    QList<int> perWeek; ///< sessions in each week, fromWeek to toWeek
    QStringList dependsOn;
    QString basis;
    base::Confidence confidence = base::Confidence::Check;
    QStringList sources;

    bool operator==(const TherapyStrand&) const = default;

    [[nodiscard]] int count() const;
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

/// When a repeated measure is due.
enum class Moment { BeforeDose, Weekly };

/// A measure that comes again: on the day of each dose, which waits for it, or once in each week.
struct MeasureRule {
    QString title;
    Moment moment = Moment::BeforeDose;
    QStringList instruments;
    int fromWeek = 0; ///< of a weekly measure
    int toWeek = 0;
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

/// A worked example that the file carries: start in, dose dates out.
struct ScheduleVector {
    QDate start;
    QList<int> closedWeekdays;
    QList<QDate> holidays;
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
    QList<Source> sources;
    QList<Phase> phases;
    Regimen regimen;
    std::optional<IntegrationRule> integration;
    std::optional<TherapyStrand> therapy;
    int lastPreparationWithinDays = 0; ///< of the first dose; 0 where the protocol has no preparation
    QList<StepTemplate> steps; ///< consent, screening, preparation, single ratings, reviews, follow-up
    QList<MeasureRule> measures;
    QList<MonitoringMoment> monitoring;
    QStringList preDoseGates;   ///< ids of lines in safety/gates.json, before the dose
    QStringList dischargeGates; ///< ids of lines in safety/gates.json, before going home
    QList<ScheduleVector> vectors;

    bool operator==(const Protocol&) const = default;

    [[nodiscard]] const StepTemplate* templateOf(const QString& key) const;
};

} // namespace kairos::protocols
