// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/units.h"
#include "core/record/order.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::protocols {

/// Doses at one cadence. The gap before each dose counts calendar days from the dose before it, also across
/// blocks.
struct DoseBlock {
    int count = 0;
    QString countBasis;  ///< where the count comes from when the source gives none
    QString cadence;     ///< e.g. "twice-weekly"
    QString phase;       ///< id of the phase the doses belong to; may be empty
    QList<int> weekdays; ///< Monday 1 … Sunday 7, as the template draws them from a Monday start; may be
                         ///< empty when `targetGapDays` is given
    std::optional<int> targetGapDays; ///< aimed at; otherwise the next day of the pattern
    int minGapDays = 1;
    int maxGapDays = 1;
    int maxInSevenDays = 7; ///< in any seven days in a row
    QString source;
    base::Confidence confidence = base::Confidence::Check;

    bool operator==(const DoseBlock&) const = default;
};

/// The day of a dose of `block` after one on `last` when no day is closed; the block's weekdays moved on by
/// `shift` days.
[[nodiscard]] QDate idealDayAfter(QDate last, const DoseBlock& block, int shift);

/// An amount that a dose may be raised or lowered to, and when. Nothing is raised by itself: a prescriber
/// orders it.
struct TitrationStep {
    int fromDose = 1;                                   ///< the first dose it may be ordered for
    std::optional<base::MilligramsPerKilogram> mgPerKg; ///< this or `mg`
    std::optional<base::Milligrams> mg;
    QString when; ///< the condition, in words
    QString basis;
    base::Confidence confidence = base::Confidence::Check;

    bool operator==(const TitrationStep&) const = default;
};

/// A rise by the same amount again and again, up to the limit that the clinic has set.
struct Increment {
    base::Milligrams mg;
    int everyDoses = 1;
    QString when;
    QString basis;
    base::Confidence confidence = base::Confidence::Check;

    bool operator==(const Increment&) const = default;
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
    QString maxBasis;                     ///< where the maximum comes from, where that is not a source
    bool isLimitedByClinic = false;       ///< no maximum of its own: the clinic's limit of the route holds
    bool waitsForClinicLimit = false;     ///< the clinic has set none yet: the course must not begin
    std::optional<base::Minutes> minutes; ///< infusion time
    int lengthMinutes = 0;                ///< from minute 0 to the end of the dose, for planning
    int visitMinutes = 0;                 ///< the room's time, arrival to discharge
    QList<DoseBlock> blocks;
    QList<TitrationStep> titration;
    std::optional<Increment> increment;
    QStringList dependsOn; ///< keys of the steps the first dose waits for
    QStringList sources;   ///< ids
    QString note;

    bool operator==(const Regimen&) const = default;

    [[nodiscard]] int count() const;
    /// The block of dose `number`, counted from 1.
    [[nodiscard]] const DoseBlock& blockOf(int number) const;
};

/// What a score must do to bring a booster up.
enum class BoosterChange { Rise, AtLeast };

/// A score that brings a booster up: risen by so many points since the lowest since the last dose, or at
/// least so high.
struct BoosterTrigger {
    QString instrument;
    BoosterChange change = BoosterChange::AtLeast;
    double points = 0;

    bool operator==(const BoosterTrigger&) const = default;
};

/// A dose that is thought of when symptoms come back. It only brings the question up; the prescriber decides.
struct BoosterRule {
    QString id;
    QString title;
    QList<BoosterTrigger> anyOf;
    QString ask; ///< what is to be looked at before it is ordered
    QString source;
    base::Confidence confidence = base::Confidence::Check;

    bool operator==(const BoosterRule&) const = default;
};

} // namespace kairos::protocols
