// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/order_query.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/signed_content.h"

namespace kairos::workflow {

using namespace record;

base::Result<std::optional<Order>> OrderQuery::validOn(const PlanId& plan, const PatientId& patient,
                                                       QDate day) const {
    const auto orders = PlanCare(m_practice).orders(plan, patient);
    if (!orders) {
        return tl::unexpected<base::Error>(orders.error());
    }
    for (const Order& order : *orders) {
        if (day < order.validFrom || day > order.validTo) {
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
