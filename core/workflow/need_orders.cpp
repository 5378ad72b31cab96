// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/need_query.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/verbal_order.h"

namespace kairos::workflow {

/// A verbal order stands here until the one who spoke it countersigns, however long that takes.
base::Outcome NeedQuery::addVerbalOrders() {
    return waitingOrders(m_practice).map([&](const QList<WaitingOrder>& waiting) {
        for (const WaitingOrder& one : waiting) {
            Need need;
            need.kind = NeedKind::CountersignDue;
            need.level = one.dueBy < m_now ? base::FindingLevel::Caution : base::FindingLevel::Information;
            need.patient = patient(one.order.patient);
            need.order = one.order.id;
            need.detail = verbalOrderWords(m_practice, one.order, {});
            need.at = one.dueBy;
            m_needs.append(need);
        }
    });
}

} // namespace kairos::workflow
