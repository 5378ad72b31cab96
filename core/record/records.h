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
#include "core/record/thread_line.h"
#include "core/record/vial.h"

#include <variant>

namespace kairos::record {

/// Any record, for the places that treat all kinds alike: the writing door, restore and verify.
using AnyRecord =
    std::variant<Practice, Clinician, Credential, Absence, Patient, Allergy, Diagnosis, Medication, Weight,
                 Consent, ScreeningFinding, AntidepressantTrial, ScreeningOverride, TreatmentPlan, PlanStep,
                 Order, Goal, GoalAttainment, DosingSession, Reading, SessionEvent, AdverseEvent, GateCheck,
                 Vial, LedgerEntry, AdverseFollowUp, TherapySession, Note, Commitment, ThreadLine, Theme,
                 Document, CommitmentReview, Rating, RiskItem, Signature>;

/// Calls `function.template operator()<Record>()` for the record type of `kind`; false for an unknown kind.
template <class Function, size_t Index = 0>
bool withRecordType(RecordKind kind, Function&& function) {
    if constexpr (Index == std::variant_size_v<AnyRecord>) {
        return false;
    } else {
        using Record = std::variant_alternative_t<Index, AnyRecord>;
        if (Record::kKind == kind) {
            function.template operator()<Record>();
            return true;
        }
        return withRecordType<Function, Index + 1>(kind, std::forward<Function>(function));
    }
}

} // namespace kairos::record
