// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/result.h"
#include "core/record/goal.h"
#include "core/record/plan.h"
#include "core/storage/drafts.h"
#include "core/therapy/goal_attainment.h"

#include <QList>
#include <QString>

#include <functional>

namespace kairos::workflow {

class OpenPractice;

/// One goal with the levels it reached.
struct GoalRow {
    record::Goal goal;                      ///< without an id while it is only a line of an earlier plan
    QList<record::GoalAttainment> attained; ///< oldest first
    base::Findings findings;

    [[nodiscard]] const record::GoalAttainment* latest() const {
        return attained.isEmpty() ? nullptr : &attained.last();
    }
};

/// The goals of one plan.
struct GoalsView {
    QList<GoalRow> rows; ///< in their own order
    therapy::AttainmentSummary summary;
};

/// The new records of goals that are only named yet; `nextId` makes each one's id.
[[nodiscard]] QList<record::Goal> goalRecords(const QStringList& texts, const record::TreatmentPlan& plan,
                                              const std::function<record::GoalId()>& nextId);

/// Writing goals down and rating how far they came. Every call is one durable entry.
class GoalCare final {
public:
    explicit GoalCare(OpenPractice& practice) : m_practice(practice) {}

    /// The goals of a plan. The lines that a plan of an earlier Kairos holds come as goals without an id;
    /// save() makes one a goal of its own and leaves the signed plan as it is.
    [[nodiscard]] base::Result<GoalsView> view(const record::PlanId& plan) const;

    /// Writes a goal down, or changes it where it has an id. A baseline level that is new or other is dated
    /// today. InvalidInput: no text, some but not all words of the levels, a weight below 1, a level outside
    /// −2 to +2, dropped without a reason. `finished` are drafts that end with it.
    [[nodiscard]] base::Result<record::GoalId> save(record::Goal goal,
                                                    const QList<storage::DraftKey>& finished = {});
    /// Takes a goal back to how it stood before, as an entry of its own.
    [[nodiscard]] base::Outcome restore(const record::Goal& former);
    /// Takes back a goal that was only just written down.
    [[nodiscard]] base::Outcome withdraw(const record::GoalId& id);

    /// Keeps the level a goal had reached on a day. InvalidInput: a level outside −2 to +2, a day still to
    /// come, a goal without the words of its levels. Refused: the goal was dropped.
    [[nodiscard]] base::Result<record::GoalAttainmentId> rate(record::GoalAttainment attained,
                                                              const QList<storage::DraftKey>& finished = {});
    /// Marks a level as entered in error. InvalidInput: no reason.
    [[nodiscard]] base::Outcome withdrawLevel(const record::GoalAttainmentId& id, const QString& reason);

private:
    [[nodiscard]] base::Result<record::Goal> find(const record::GoalId& id, const QString& what) const;
    [[nodiscard]] base::Result<QList<record::Goal>> goalsOf(const record::TreatmentPlan& plan) const;
    [[nodiscard]] base::Outcome attach(GoalsView& view) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
