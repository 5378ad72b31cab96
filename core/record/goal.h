// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::record {

enum class GoalDomain {
    Mood = 1,
    Activity = 2,
    Sleep = 3,
    Relationship = 4,
    Work = 5,
    Body = 6,
    Substance = 7,
    Meaning = 8
};

enum class GoalState { Active = 1, Met = 2, Partly = 3, Dropped = 4 };

/// The levels of goal attainment scaling: much less than expected to much more than expected.
inline constexpr int kLowestGoalLevel = -2;
inline constexpr int kHighestGoalLevel = 2;
inline constexpr int kGoalLevels = 5;

/// One goal of a plan: specific, measurable, achievable, relevant and time-bound, with the five levels of
/// goal attainment scaling in the clinician's own words. What is not worked out yet is empty.
struct Goal {
    static constexpr RecordKind kKind = RecordKind::Goal;

    GoalId id;
    PatientId patient;
    PlanId plan;
    QString text; ///< what the patient wants, in the patient's own words
    std::optional<GoalDomain> domain;
    QString measure;             ///< by what it is told, with a number
    QString firstStep;           ///< what makes it achievable: the first step
    QString relevance;           ///< the value or intention it serves
    QDate due;                   ///< invalid while it has no day
    QStringList levels;          ///< the words of −2 to +2, five of them, or none
    std::optional<int> weight;   ///< 1 or more
    std::optional<int> baseline; ///< −2 to +2
    QDate baselineOn;            ///< the day on which the baseline level was written
    GoalState state = GoalState::Active;
    QString stateReason;         ///< why it was dropped
    int place = 0;               ///< in the plan's own order, from 1
    std::optional<int> planLine; ///< the line of TreatmentPlan::goals it was worked out from, from 0

    bool operator==(const Goal&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.plan);
        visit(4, self.text);
        visit(5, self.domain);
        visit(6, self.measure);
        visit(7, self.firstStep);
        visit(8, self.relevance);
        visit(9, self.due);
        visit(10, self.levels);
        visit(11, self.weight);
        visit(12, self.baseline);
        visit(13, self.baselineOn);
        visit(14, self.state);
        visit(15, self.stateReason);
        visit(16, self.place);
        visit(17, self.planLine);
    }
};

/// The level a goal had reached on a day. Each is a record of its own: none replaces an earlier one.
struct GoalAttainment {
    static constexpr RecordKind kKind = RecordKind::GoalAttainment;

    GoalAttainmentId id;
    GoalId goal;
    PatientId patient;
    int level = 0; ///< −2 to +2
    QDate on;
    std::optional<SessionId> session; ///< the session in which it was set; none outside one
    ClinicianId by;
    base::Instant enteredAt;
    QString remark;

    bool operator==(const GoalAttainment&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.goal);
        visit(3, self.patient);
        visit(4, self.level);
        visit(5, self.on);
        visit(6, self.session);
        visit(7, self.by);
        visit(8, self.enteredAt);
        visit(9, self.remark);
    }
};

} // namespace kairos::record
