// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/plan_history.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/plan_records.h"
#include "core/workflow/signed_content.h"

#include "core/record/packing.h"
#include "core/storage/practice_file.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace kairos::workflow {

using namespace record;

namespace {

template <class Record>
struct Version {
    Record value;
    JournalEntry entry;
};

/// The versions of a plan and of its steps, oldest first. What cannot be read is passed over: the check of
/// the journal names it.
struct Versions {
    QList<Version<TreatmentPlan>> plan;
    QHash<base::Uuid, QList<Version<PlanStep>>> steps;
};

base::Result<Versions> versionsOf(OpenPractice& practice, const PlanId& id, const PatientId& patient) {
    constexpr int kAll = std::numeric_limits<int>::max();
    return practice.file().historyOfPatient(patient, kAll).map([&](const QList<JournalEntry>& newestFirst) {
        Versions versions;
        for (auto entry = newestFirst.crbegin(); entry != newestFirst.crend(); ++entry) {
            if (entry->kind == RecordKind::TreatmentPlan && entry->record == id.uuid) {
                if (auto plan = unpack<TreatmentPlan>(entry->content)) {
                    versions.plan.append({std::move(*plan), *entry});
                }
            } else if (entry->kind == RecordKind::PlanStep) {
                if (auto step = unpack<PlanStep>(entry->content); step && step->plan == id) {
                    versions.steps[entry->record].append({std::move(*step), *entry});
                }
            }
        }
        return versions;
    });
}

/// Adds what one step became in the revisions that changed its window.
void addStepRevision(const QList<Version<PlanStep>>& versions, QList<PlanRevisionRow>& revisions) {
    for (qsizetype i = 1; i < versions.size(); ++i) {
        const PlanStep& before = versions.at(i - 1).value;
        const PlanStep& after = versions.at(i).value;
        if (before.window == after.window) {
            continue;
        }
        for (PlanRevisionRow& revision : revisions) {
            // One transaction has one moment; a dose that ended moves its integration without a revision.
            if (revision.number > 1 && revision.at == versions.at(i).entry.at) {
                revision.steps.append({after.title, before.window, after.window});
            }
        }
    }
}

} // namespace

base::Result<PlanHistory> PlanHistoryQuery::of(const PlanId& id, const PatientId& patient) const {
    const auto versions = versionsOf(m_practice, id, patient);
    const auto signatures = SignedContent(m_practice).signaturesOf(id.uuid);
    const auto steps = PlanCare(m_practice).steps(id);
    for (const auto* error : {versions ? nullptr : &versions.error(),
                              signatures ? nullptr : &signatures.error(), steps ? nullptr : &steps.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    PlanHistory history;
    for (qsizetype i = 0; i < versions->plan.size(); ++i) {
        const auto& [plan, entry] = versions->plan.at(i);
        const TreatmentPlan* before = i > 0 ? &versions->plan.at(i - 1).value : nullptr;
        if (before == nullptr || before->revision != plan.revision) {
            PlanRevisionRow row;
            row.entry = entry.count;
            row.number = plan.revision;
            row.at = entry.at;
            row.by = entry.actor.name;
            row.reason = plan.revisionReason;
            row.start = plan.start;
            if (before != nullptr && before->start != plan.start) {
                row.formerStart = before->start;
            }
            history.revisions.append(row);
        }
        if (before != nullptr && before->state != plan.state) {
            history.states.append({entry.count, plan.state, entry.at, entry.actor.name, plan.stateReason});
        }
        const auto hash = SignedContent::hashOf(pack(asSigned(plan))).toBytes();
        for (const Signature& signature : *signatures) {
            PlanRevisionRow& row = history.revisions.last();
            if (signature.contentHash == hash && !row.signatures.contains(signature)) {
                row.signatures.append(signature);
            }
        }
    }
    for (const PlanStep& step : *steps) {
        addStepRevision(versions->steps.value(step.id.uuid), history.revisions);
    }
    std::reverse(history.revisions.begin(), history.revisions.end());
    std::reverse(history.states.begin(), history.states.end());
    return history;
}

} // namespace kairos::workflow
