// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/plan_revision.h"

#include "core/base/result.h"
#include "core/record/ids.h"
#include "core/record/session.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// A session of the plan that was cancelled, or to which nobody came, and what the plan answers: the next day
/// on which its step fits.
struct PlanAnswer {
    QString step; ///< its key
    QString title;
    QDate day; ///< of the session that was not held
    record::SessionState state = record::SessionState::Cancelled;
    QString reason;                  ///< by whom and why
    std::optional<QDate> suggestion; ///< none when no day fits; the findings of the plan say why
    int moved = 0;                   ///< how many steps would move with it

    bool operator==(const PlanAnswer&) const = default;
};

/// What a plan answers to sessions that were not held.
class PlanAnswers final {
public:
    explicit PlanAnswers(OpenPractice& practice) : m_practice(practice) {}

    /// One for each step whose last session was cancelled or missed and that was neither booked again nor
    /// moved away from that day; in the plan's order.
    [[nodiscard]] base::Result<QList<PlanAnswer>> open(const record::PlanId& plan,
                                                       const record::PatientId& patient) const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow
