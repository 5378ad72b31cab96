// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/dosing_session.h"
#include "core/record/order.h"
#include "core/record/step.h"
#include "core/storage/practice_file.h"

#include <QDate>
#include <QList>

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
/// By these changes what is booked today in the plan of a new order, and has not begun, takes it over. They
/// are saved in one with the order, so that no session stands on a former one. Storage.
[[nodiscard]] base::Result<QList<storage::Change>> adoptionToday(OpenPractice& practice,
                                                                 const record::Order& order);

} // namespace kairos::workflow
