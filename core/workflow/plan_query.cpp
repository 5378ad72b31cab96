// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/plan_query.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/order_checks.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/plan_records.h"
#include "core/workflow/plan_revision.h"
#include "core/workflow/risk_lane.h"
#include "core/workflow/screening_query.h"
#include "core/workflow/signed_content.h"
#include "core/workflow/words.h"

#include "core/planning/integration_between.h"
#include "core/planning/step_time.h"
#include "core/protocols/step_graph.h"
#include "core/record/packing.h"
#include "core/safety/risk_state.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

/// Strand and length of each step, which the protocol knows.
QHash<QString, protocols::StepSkeleton> skeletonsOf(const protocols::Protocol* protocol) {
    QHash<QString, protocols::StepSkeleton> byKey;
    if (protocol != nullptr) {
        for (const auto& skeleton : protocols::stepSkeletons(*protocol)) {
            byKey.insert(skeleton.key, skeleton);
        }
    }
    return byKey;
}

/// What holds the next doses beside the steps they wait for.
QStringList doseGates(OpenPractice& practice, const PlanView& view) {
    QStringList gates;
    const auto risk = RiskLane(practice).openItem(view.plan.patient);
    if (risk && risk->has_value()) {
        gates.append(safety::riskStateWords(*risk));
    }
    const auto screening = ScreeningQuery(practice).gate(view.plan.patient);
    if (screening && screening->holdsDose()) {
        gates.append(Words::tr("screening: %1").arg(screening->eligibility.evidence));
    }
    const auto dose = view.nextDose();
    if (view.validOrder(practice.today()) == nullptr) {
        gates.append(Words::tr("no signed order is valid today"));
    } else if (dose && view.orderFor(*dose, practice.today()) == nullptr) {
        gates.append(Words::tr("no signed order covers dose %1 today").arg(*dose));
    }
    return gates;
}

} // namespace

bool OrderRow::binds() const {
    return orderBinds(order, signatures);
}

bool OrderRow::waitsForCountersignature() const {
    return order.verbal && countersignatureOf(order, signatures) == nullptr;
}

const StepRow* PlanView::row(const QString& key) const {
    for (const StepRow& candidate : steps) {
        if (candidate.step.key == key) {
            return &candidate;
        }
    }
    return nullptr;
}

bool PlanView::isOver() const {
    return plan.state == PlanState::Completed || plan.state == PlanState::Stopped;
}

bool PlanView::isRevisionSigned() const {
    const auto hash = SignedContent::hashOf(pack(asSigned(plan))).toBytes();
    return std::any_of(signatures.begin(), signatures.end(),
                       [&](const Signature& signature) { return signature.contentHash == hash; });
}

int PlanView::movedByReplanning() const {
    return static_cast<int>(
        std::count_if(changes.begin(), changes.end(),
                      [](const planning::CourseChange& change) { return change.isMoved(); }));
}

const OrderRow* PlanView::validOrder(QDate day) const {
    for (const OrderRow& candidate : orders) {
        const bool isValid = day >= candidate.order.validFrom && day <= candidate.order.validTo;
        if (candidate.binds() && isValid) {
            return &candidate;
        }
    }
    return nullptr;
}

const OrderRow* PlanView::orderFor(int dose, QDate day) const {
    for (const OrderRow& candidate : orders) {
        if (candidate.binds() && orderDaysOn(candidate.order, day) == OrderDays::Valid &&
            candidate.order.covers(dose)) {
            return &candidate;
        }
    }
    return nullptr;
}

std::optional<int> PlanView::nextDose() const {
    std::optional<int> first;
    for (const StepRow& row : steps) {
        const bool isOpen = row.step.kind == StepKind::Dosing && !row.step.doneAt && !row.step.waivedBy;
        if (isOpen && (!first || row.step.number < *first)) {
            first = row.step.number;
        }
    }
    return first;
}

base::Result<PlanView> PlanQuery::view(const PlanId& id) const {
    const PlanCare care(m_practice);
    const auto plan = care.plan(id);
    const auto stored = care.steps(id);
    const auto signatures = SignedContent(m_practice).signaturesOf(id.uuid);
    for (const auto* error : {plan ? nullptr : &plan.error(), stored ? nullptr : &stored.error(),
                              signatures ? nullptr : &signatures.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    PlanView view;
    view.plan = *plan;
    view.signatures = *signatures;
    const auto orders = care.orders(id, plan->patient);
    if (!orders) {
        return tl::unexpected<base::Error>(orders.error());
    }
    for (const Order& order : *orders) {
        const auto names = SignedContent(m_practice).signaturesOf(order.id.uuid);
        view.orders.append({order, names ? *names : QList<Signature>()});
    }
    const auto* protocol = m_practice.catalog().protocols.find(plan->protocol);
    view.protocolNote = protocol != nullptr ? protocol->note : QString();
    const auto skeletons = skeletonsOf(protocol);
    const auto course = courseOf(*plan, *stored);
    const auto facts = factsOf(*stored);
    QHash<QString, QStringList> gates;
    const QStringList held = doseGates(m_practice, view);
    for (const PlanStep& step : *stored) {
        if (step.kind == StepKind::Dosing && !held.isEmpty()) {
            gates.insert(step.key, held);
        }
    }
    const planning::StatusContext context{
        course, facts, gates, planning::wallTime(m_practice.now(), m_practice.zone()), bookingsOf(*stored)};
    const auto statuses = planning::statusesOf(context);
    for (qsizetype i = 0; i < stored->size(); ++i) {
        const auto skeleton = skeletons.value(stored->at(i).key);
        view.steps.append({stored->at(i), skeleton.strand, skeleton.minutes, statuses.at(i)});
    }
    view.next = planning::whatIsNext(context);
    view.actual = planning::planAgainstActual(context, m_practice.zone());
    const bool isRunning = !view.isOver();
    if (const auto effect = PlanRevision(m_practice).effectOf(id, {}); effect && isRunning) {
        view.findings = effect->course.findings;
        view.changes = effect->changes;
    }
    if (protocol != nullptr && isRunning) {
        view.findings += planning::dosesWithoutIntegration(*protocol, course, facts, context.bookings);
    }
    if (const auto answers = PlanAnswers(m_practice).open(id, plan->patient); answers && isRunning) {
        view.answers = *answers;
    }
    return view;
}

base::Result<std::optional<PlanView>> PlanQuery::current(const PatientId& patient) const {
    return PlanCare(m_practice)
        .current(patient)
        .and_then([&](const std::optional<TreatmentPlan>& plan) -> base::Result<std::optional<PlanView>> {
            if (!plan) {
                return std::optional<PlanView>();
            }
            return view(plan->id).map([](PlanView found) { return std::optional(std::move(found)); });
        });
}

base::Result<QList<StepId>> PlanQuery::missed(const PlanId& id) const {
    const PlanCare care(m_practice);
    const auto plan = care.plan(id);
    const auto stored = care.steps(id);
    if (!plan || !stored) {
        return tl::unexpected<base::Error>(!plan ? plan.error() : stored.error());
    }
    const auto course = courseOf(*plan, *stored);
    const auto facts = factsOf(*stored);
    const planning::StatusContext context{
        course, facts, {}, planning::wallTime(m_practice.now(), m_practice.zone()), bookingsOf(*stored)};
    const auto statuses = planning::statusesOf(context);
    QList<StepId> missed;
    for (qsizetype i = 0; i < stored->size(); ++i) {
        if (statuses.at(i).state == StepState::Missed) {
            missed.append(stored->at(i).id);
        }
    }
    return missed;
}

} // namespace kairos::workflow
