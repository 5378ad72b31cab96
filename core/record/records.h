// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/absence.h"
#include "core/record/adverse_event.h"
#include "core/record/adverse_follow_up.h"
#include "core/record/antidepressant_trial.h"
#include "core/record/clinician.h"
#include "core/record/commitment.h"
#include "core/record/consent.h"
#include "core/record/document.h"
#include "core/record/dosing_session.h"
#include "core/record/gate_check.h"
#include "core/record/goal.h"
#include "core/record/ledger_entry.h"
#include "core/record/note.h"
#include "core/record/order.h"
#include "core/record/patient.h"
#include "core/record/patient_lists.h"
#include "core/record/plan.h"
#include "core/record/practice.h"
#include "core/record/rating.h"
#include "core/record/reading.h"
#include "core/record/risk_item.h"
#include "core/record/screening.h"
#include "core/record/session_event.h"
#include "core/record/signature.h"
#include "core/record/step.h"
#include "core/record/therapy_session.h"
#include "core/record/therapy_sheet.h"
#include "core/record/thread_line.h"
#include "core/record/vial.h"

#include <utility>

/// Every type of record, for what is made once for each: X(Record) stands for each of them.
// Laid out by hand: the tool finds no layout of it that it keeps.
// clang-format off
#define KAIROS_EVERY_RECORD(X) \
    X(Practice) X(Clinician) X(Credential) X(Absence) X(Patient) X(Allergy) X(Diagnosis) X(Medication) \
    X(Weight) X(Consent) X(ScreeningFinding) X(AntidepressantTrial) X(ScreeningOverride) X(TreatmentPlan) \
    X(PlanStep) X(Order) X(Goal) X(GoalAttainment) X(DosingSession) X(Reading) X(SessionEvent) \
    X(AdverseEvent) X(GateCheck) X(Vial) X(LedgerEntry) X(AdverseFollowUp) X(TherapySession) X(Note) \
    X(Commitment) X(ThreadLine) X(Theme) X(TherapySheet) X(Document) X(CommitmentReview) X(Rating) \
    X(RiskItem) X(Signature)
// clang-format on

namespace kairos::record {

/// Calls `function.template operator()<Record>()` for the record type of `kind`; false for an unknown kind.
template <class Function>
bool withRecordType(RecordKind kind, Function&& function) {
    switch (kind) {
#define KAIROS_CASE(Record)                                                                                  \
    case RecordKind::Record:                                                                                 \
        std::forward<Function>(function).template operator()<Record>();                                      \
        return true;
        KAIROS_EVERY_RECORD(KAIROS_CASE)
#undef KAIROS_CASE
    default:
        return false;
    }
}

} // namespace kairos::record
