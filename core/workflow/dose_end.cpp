// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/dose_end.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/plan_records.h"
#include "core/workflow/practice_calendar.h"

namespace kairos::workflow {

using namespace record;

base::Result<QList<storage::Change>> doseEndChanges(OpenPractice& practice, const DosingSession& session) {
    QList<storage::Change> changes;
    if (!session.plan || !session.step) {
        return changes;
    }
    const PlanCare care(practice);
    const auto plan = care.plan(*session.plan);
    const auto steps = care.steps(*session.plan);
    if (!plan || !steps) {
        return tl::unexpected<base::Error>(plan ? steps.error() : plan.error());
    }
    const auto request = PracticeCalendar(practice).requestFor(*plan);
    if (!request) {
        return tl::unexpected<base::Error>(request.error());
    }
    const auto* protocol = practice.catalog().protocols.find(plan->protocol);
    const QString integration = QStringLiteral("integration-%1").arg(session.number);
    for (PlanStep step : *steps) {
        if (step.id == *session.step) {
            step.doneBy = session.id.uuid;
            step.doneAt = session.stoppedAt;
            changes.append({Action::Changed, step});
        } else if (step.key == integration && protocol != nullptr && !step.doneBy && !step.waivedBy) {
            step.window = integrationWindow(*protocol, *session.stoppedAt, *request);
            changes.append({Action::Changed, step});
        }
    }
    return changes;
}

} // namespace kairos::workflow
