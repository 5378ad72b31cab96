// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/record/plan.h"
#include "core/record/signature.h"
#include "core/record/step.h"

#include <QList>
#include <QString>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// How one step differs between a revision and the one before it.
struct RevisedStep {
    QString title;
    std::optional<record::StepWindow> from; ///< none: it had no date
    std::optional<record::StepWindow> to;   ///< none: no date fits

    bool operator==(const RevisedStep&) const = default;
};

/// One revision of a plan as it was made.
struct PlanRevisionRow {
    qint64 entry = 0; ///< its place in the journal
    int number = 1;
    base::Instant at;
    QString by;     ///< who made it
    QString reason; ///< why; empty for the first
    QDate start;
    std::optional<QDate> formerStart; ///< where it differs
    QList<RevisedStep> steps;         ///< what changed, in the plan's order
    QList<record::Signature> signatures;

    [[nodiscard]] bool isSigned() const { return !signatures.isEmpty(); }
};

/// One change of a plan's state.
struct PlanStateRow {
    qint64 entry = 0; ///< its place in the journal
    record::PlanState state = record::PlanState::Draft;
    base::Instant at;
    QString by;
    QString reason;

    bool operator==(const PlanStateRow&) const = default;
};

/// What became of a plan, as the journal tells it.
struct PlanHistory {
    QList<PlanRevisionRow> revisions; ///< newest first
    QList<PlanStateRow> states;       ///< newest first, from the second on
};

/// Reads a plan's past. Nothing of it can be changed: a revision is what the journal holds.
class PlanHistoryQuery final {
public:
    explicit PlanHistoryQuery(OpenPractice& practice) : m_practice(practice) {}

    /// Damaged: a journal entry does not fit its hash; it is named.
    [[nodiscard]] base::Result<PlanHistory> of(const record::PlanId& id,
                                               const record::PatientId& patient) const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow
