// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/order_query.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/order_checks.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/signed_content.h"

#include "core/storage/practice_file.h"

namespace kairos::workflow {

using namespace record;

base::Result<std::optional<int>> OrderQuery::numberOf(const std::optional<StepId>& dose) const {
    if (!dose) {
        return std::optional<int>();
    }
    return m_practice.file().records().find<PlanStep>(*dose).map([](const std::optional<PlanStep>& step) {
        return step && step->kind == StepKind::Dosing ? std::optional(step->number) : std::nullopt;
    });
}

base::Result<std::optional<Order>> OrderQuery::validOn(const PlanId& plan, const PatientId& patient,
                                                       const std::optional<StepId>& dose, QDate day) const {
    const auto orders = PlanCare(m_practice).orders(plan, patient);
    const auto number = numberOf(dose);
    if (!orders || !number) {
        return tl::unexpected<base::Error>(orders ? number.error() : orders.error());
    }
    for (const Order& order : *orders) {
        if (orderDaysOn(order, day) != OrderDays::Valid || !order.covers(*number)) {
            continue;
        }
        const auto signatures = SignedContent(m_practice).signaturesOf(order.id.uuid);
        if (!signatures) {
            return tl::unexpected<base::Error>(signatures.error());
        }
        if (!signatures->isEmpty()) {
            return order;
        }
    }
    return std::nullopt;
}

} // namespace kairos::workflow
