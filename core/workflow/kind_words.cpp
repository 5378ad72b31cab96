// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/record_words.h"

#include <QCoreApplication>

namespace kairos::workflow {

using record::RecordKind;

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("workflow", text);
}

} // namespace

// NOLINTNEXTLINE(readability-function-size): a line for each kind of record
QString kindWords(RecordKind kind) {
    switch (kind) {
    case RecordKind::Practice:
        return say("practice");
    case RecordKind::Clinician:
        return say("clinician");
    case RecordKind::Credential:
        return say("password");
    case RecordKind::Absence:
        return say("days away");
    case RecordKind::Patient:
        return say("patient");
    case RecordKind::Allergy:
        return say("allergy");
    case RecordKind::Diagnosis:
        return say("diagnosis");
    case RecordKind::Medication:
        return say("medication");
    case RecordKind::Weight:
        return say("weight");
    case RecordKind::Consent:
        return say("consent");
    case RecordKind::ScreeningFinding:
        return say("screening answer");
    case RecordKind::AntidepressantTrial:
        return say("earlier treatment");
    case RecordKind::ScreeningOverride:
        return say("screening override");
    case RecordKind::TreatmentPlan:
        return say("plan");
    case RecordKind::PlanStep:
        return say("step");
    case RecordKind::Order:
        return say("order");
    case RecordKind::Goal:
        return say("goal");
    case RecordKind::GoalAttainment:
        return say("goal level");
    case RecordKind::DosingSession:
        return say("dosing session");
    case RecordKind::Reading:
        return say("reading");
    case RecordKind::SessionEvent:
        return say("event");
    case RecordKind::AdverseEvent:
        return say("adverse event");
    case RecordKind::GateCheck:
        return say("check");
    case RecordKind::Vial:
        return say("stock");
    case RecordKind::LedgerEntry:
        return say("ledger line");
    case RecordKind::AdverseFollowUp:
        return say("adverse event followed up");
    case RecordKind::TherapySession:
        return say("therapy session");
    case RecordKind::Note:
        return say("note");
    case RecordKind::Commitment:
        return say("commitment");
    case RecordKind::ThreadLine:
        return say("line of the thread");
    case RecordKind::Theme:
        return say("theme");
    case RecordKind::TherapySheet:
        return say("therapy sheet");
    case RecordKind::CommitmentReview:
        return say("commitment looked at");
    case RecordKind::Document:
        return say("document");
    case RecordKind::Rating:
        return say("rating");
    case RecordKind::RiskItem:
        return say("risk");
    case RecordKind::Signature:
        return say("signature");
    }
    return {};
}

} // namespace kairos::workflow
