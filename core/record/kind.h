// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

namespace kairos::record {

/// The kinds of record. The numbers stand in the journal and are permanent: new kinds take new numbers.
enum class RecordKind : quint16 {
    Practice = 1,
    Clinician = 2,
    Credential = 3,
    Absence = 4,
    Patient = 10,
    Allergy = 11,
    Diagnosis = 12,
    Medication = 13,
    Weight = 14,
    Consent = 15,
    ScreeningFinding = 16,
    AntidepressantTrial = 17,
    ScreeningOverride = 18,
    TreatmentPlan = 20,
    PlanStep = 21,
    Order = 22,
    Goal = 25,
    GoalAttainment = 26,
    DosingSession = 30,
    Reading = 31,
    SessionEvent = 32,
    AdverseEvent = 33,
    GateCheck = 34,
    Vial = 35,
    LedgerEntry = 36,
    AdverseFollowUp = 37,
    TherapySession = 40,
    Note = 41,
    Commitment = 42,
    ThreadLine = 43,
    Theme = 44,
    TherapySheet = 45,
    Document = 46,
    CommitmentReview = 47,
    Rating = 50,
    RiskItem = 51,
    Signature = 60
};

/// Every kind, in the order of its number.
inline constexpr std::array kAllKinds = {RecordKind::Practice,
                                         RecordKind::Clinician,
                                         RecordKind::Credential,
                                         RecordKind::Absence,
                                         RecordKind::Patient,
                                         RecordKind::Allergy,
                                         RecordKind::Diagnosis,
                                         RecordKind::Medication,
                                         RecordKind::Weight,
                                         RecordKind::Consent,
                                         RecordKind::ScreeningFinding,
                                         RecordKind::AntidepressantTrial,
                                         RecordKind::ScreeningOverride,
                                         RecordKind::TreatmentPlan,
                                         RecordKind::PlanStep,
                                         RecordKind::Order,
                                         RecordKind::Goal,
                                         RecordKind::GoalAttainment,
                                         RecordKind::DosingSession,
                                         RecordKind::Reading,
                                         RecordKind::SessionEvent,
                                         RecordKind::AdverseEvent,
                                         RecordKind::GateCheck,
                                         RecordKind::Vial,
                                         RecordKind::LedgerEntry,
                                         RecordKind::AdverseFollowUp,
                                         RecordKind::TherapySession,
                                         RecordKind::Note,
                                         RecordKind::Commitment,
                                         RecordKind::ThreadLine,
                                         RecordKind::Theme,
                                         RecordKind::TherapySheet,
                                         RecordKind::Document,
                                         RecordKind::CommitmentReview,
                                         RecordKind::Rating,
                                         RecordKind::RiskItem,
                                         RecordKind::Signature};

} // namespace kairos::record
