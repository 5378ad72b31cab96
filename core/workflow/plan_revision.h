// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/appointment.h"
#include "core/base/result.h"
#include "core/planning/course_change.h"
#include "core/record/plan.h"
#include "core/record/step.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// What a person wants changed in a plan. With nothing wanted, the plan is planned on from what has happened
/// and from the calendar as it is now.
struct PlanChange {
    std::optional<QDate> start = {};  ///< another day for the first dose; days chosen for steps are given up
    QHash<QString, QDate> moves = {}; ///< steps to other days, by key
    /// Appointments of moved steps that stand at another time too, by key; the others keep their time of day.
    QHash<QString, base::Appointment> bookings = {};
    QList<QDate> unavailable = {}; ///< days on which nothing can be held, beside the calendar's
    QStringList released = {};     ///< steps whose chosen day is given up: the planner places them again

    bool operator==(const PlanChange&) const = default;
};

/// An appointment that a change leaves outside the window of its step.
struct LeftBooking {
    QString step; ///< its key
    QString title;
    base::Appointment booked;

    bool operator==(const LeftBooking&) const = default;
};

/// What a change would do. Nothing is saved by asking.
struct PlanEffect {
    planning::PlannedCourse course;
    QList<planning::CourseChange> changes; ///< every step whose window differs from the stored one, with why
    base::Findings broken; ///< rules and windows it breaks that the plan as it stands does not
    QList<LeftBooking> bookings;

    /// True when a rule is broken that holds until a prescriber overrides it.
    [[nodiscard]] bool needsOverride() const;
    /// True when no window differs.
    [[nodiscard]] bool isEmpty() const { return changes.isEmpty(); }
};

/// Changing the windows of a plan: the effect first, then, once a person accepts it, a new revision.
class PlanRevision final {
public:
    explicit PlanRevision(OpenPractice& practice) : m_practice(practice) {}

    /// The plan as the planner would give it now, from what has happened and the calendar of today.
    [[nodiscard]] base::Result<planning::PlannedCourse> replanned(const record::PlanId& id) const;
    /// What the change would do. NotFound, Refused or InvalidInput where a step cannot be moved there.
    [[nodiscard]] base::Result<PlanEffect> effectOf(const record::PlanId& id, const PlanChange& change) const;
    /// Takes the effect over as a new revision, which is to be signed again. The appointment of a moved step
    /// moves along at its time of day; others stay. InvalidInput: no reason. Refused: nothing would change,
    /// the plan is over, or a rule that holds is broken and the signed-in person may not override it.
    /// WrongPassphrase: an override needs the own password.
    [[nodiscard]] base::Outcome accept(const record::PlanId& id, const PlanChange& change,
                                       const QString& reason, const QString& password = {});

private:
    struct State;
    [[nodiscard]] base::Result<State> load(const record::PlanId& id) const;
    [[nodiscard]] base::Result<PlanEffect> effectOf(const State& state, const PlanChange& change) const;
    [[nodiscard]] base::Outcome mayAccept(const State& state, const PlanChange& change,
                                          const PlanEffect& effect, const QString& password) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
