// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

namespace kairos::record {

using PracticeId = base::StrongId<struct PracticeTag>;
using ClinicianId = base::StrongId<struct ClinicianTag>;
using AbsenceId = base::StrongId<struct AbsenceTag>;
using PatientId = base::StrongId<struct PatientTag>;
using AllergyId = base::StrongId<struct AllergyTag>;
using DiagnosisId = base::StrongId<struct DiagnosisTag>;
using MedicationId = base::StrongId<struct MedicationTag>;
using WeightId = base::StrongId<struct WeightTag>;
using ConsentId = base::StrongId<struct ConsentTag>;
using ScreeningFindingId = base::StrongId<struct ScreeningFindingTag>;
using AntidepressantTrialId = base::StrongId<struct AntidepressantTrialTag>;
using ScreeningOverrideId = base::StrongId<struct ScreeningOverrideTag>;
using PlanId = base::StrongId<struct PlanTag>;
using StepId = base::StrongId<struct StepTag>;
using GoalId = base::StrongId<struct GoalTag>;
using GoalAttainmentId = base::StrongId<struct GoalAttainmentTag>;
using OrderId = base::StrongId<struct OrderTag>;
/// Dosing and therapy sessions share one space of ids: a rating or a note may belong to either.
using SessionId = base::StrongId<struct SessionTag>;
using ReadingId = base::StrongId<struct ReadingTag>;
using EventId = base::StrongId<struct EventTag>;
using AdverseEventId = base::StrongId<struct AdverseEventTag>;
using AdverseFollowUpId = base::StrongId<struct AdverseFollowUpTag>;
using GateCheckId = base::StrongId<struct GateCheckTag>;
using VialId = base::StrongId<struct VialTag>;
using LedgerEntryId = base::StrongId<struct LedgerEntryTag>;
using CommitmentId = base::StrongId<struct CommitmentTag>;
using CommitmentReviewId = base::StrongId<struct CommitmentReviewTag>;
using ThreadLineId = base::StrongId<struct ThreadLineTag>;
using ThemeId = base::StrongId<struct ThemeTag>;
using TherapySheetId = base::StrongId<struct TherapySheetTag>;
using DocumentId = base::StrongId<struct DocumentTag>;
using NoteId = base::StrongId<struct NoteTag>;
using RatingId = base::StrongId<struct RatingTag>;
using RiskItemId = base::StrongId<struct RiskItemTag>;
using SignatureId = base::StrongId<struct SignatureTag>;

} // namespace kairos::record
