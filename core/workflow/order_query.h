// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/dosing_session.h"
#include "core/record/order.h"
#include "core/record/step.h"

#include <QDate>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// Which order of a plan stands on a day.
class OrderQuery final {
public:
    explicit OrderQuery(OpenPractice& practice) : m_practice(practice) {}

    /// The newest order that binds, is valid on the day and covers the dose step; none when none does.
    [[nodiscard]] base::Result<std::optional<record::Order>>
    validOn(const record::PlanId& plan, const record::PatientId& patient,
            const std::optional<record::StepId>& dose, QDate day) const;
    /// The number of a dose step in its plan; none without a step, or where it is not on record.
    [[nodiscard]] base::Result<std::optional<int>> numberOf(const std::optional<record::StepId>& dose) const;

private:
    OpenPractice& m_practice;
};

/// Takes the order over that binds the session now, and the dose that it and the weight give; leaves the
/// session as it is where there is none.
void adoptOrder(OpenPractice& practice, record::DosingSession& session);
/// The same for what is booked today in a plan and has not begun, when an order came in meanwhile. Storage.
[[nodiscard]] base::Outcome adoptOrderToday(OpenPractice& practice, const record::Order& order);

} // namespace kairos::workflow
