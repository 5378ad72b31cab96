// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/record_words.h"

#include "core/workflow/words.h"

namespace kairos::workflow {

using record::RecordKind;

// NOLINTNEXTLINE(readability-function-size): a line for each kind of record
QString kindWords(RecordKind kind) {
    switch (kind) {
    case RecordKind::Practice:
        return Words::tr("practice");
    case RecordKind::Clinician:
        return Words::tr("clinician");
    case RecordKind::Credential:
        return Words::tr("password");
    case RecordKind::Absence:
        return Words::tr("days away");
    case RecordKind::Patient:
        return Words::tr("patient");
    case RecordKind::Allergy:
        return Words::tr("allergy");
    case RecordKind::Diagnosis:
        return Words::tr("diagnosis");
    case RecordKind::Medication:
        return Words::tr("medication");
    case RecordKind::Weight:
        return Words::tr("weight");
    case RecordKind::Consent:
        return Words::tr("consent");
    case RecordKind::ScreeningFinding:
        return Words::tr("screening answer");
    case RecordKind::AntidepressantTrial:
        return Words::tr("earlier treatment");
    case RecordKind::ScreeningOverride:
        return Words::tr("screening override");
    case RecordKind::TreatmentPlan:
        return Words::tr("plan");
    case RecordKind::PlanStep:
        return Words::tr("step");
    case RecordKind::Order:
        return Words::tr("order");
    case RecordKind::Goal:
        return Words::tr("goal");
    case RecordKind::GoalAttainment:
        return Words::tr("goal level");
    case RecordKind::DosingSession:
        return Words::tr("dosing session");
    case RecordKind::Reading:
        return Words::tr("reading");
    case RecordKind::SessionEvent:
        return Words::tr("event");
    case RecordKind::AdverseEvent:
        return Words::tr("adverse event");
    case RecordKind::GateCheck:
        return Words::tr("check");
    case RecordKind::Vial:
        return Words::tr("stock");
    case RecordKind::LedgerEntry:
        return Words::tr("ledger line");
    case RecordKind::AdverseFollowUp:
        return Words::tr("adverse event followed up");
    case RecordKind::TherapySession:
        return Words::tr("therapy session");
    case RecordKind::Note:
        return Words::tr("note");
    case RecordKind::Commitment:
        return Words::tr("commitment");
    case RecordKind::ThreadLine:
        return Words::tr("line of the thread");
    case RecordKind::Theme:
        return Words::tr("theme");
    case RecordKind::TherapySheet:
        return Words::tr("therapy sheet");
    case RecordKind::CommitmentReview:
        return Words::tr("commitment looked at");
    case RecordKind::Document:
        return Words::tr("document");
    case RecordKind::Rating:
        return Words::tr("rating");
    case RecordKind::RiskItem:
        return Words::tr("risk");
    case RecordKind::Signature:
        return Words::tr("signature");
    }
    return {};
}

} // namespace kairos::workflow
