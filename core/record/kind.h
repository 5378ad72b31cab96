// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace kairos::record {

/// The kinds of record. The numbers stand in the journal and are permanent: new kinds take new numbers.
enum class RecordKind : quint16 {
    Practice = 1,
    Clinician = 2,
    Credential = 3,
    Patient = 10,
    Allergy = 11,
    Diagnosis = 12,
    Medication = 13,
    Weight = 14,
    Consent = 15,
    TreatmentPlan = 20,
    PlanStep = 21,
    Order = 22,
    DosingSession = 30,
    Reading = 31,
    SessionEvent = 32,
    AdverseEvent = 33,
    GateCheck = 34,
    TherapySession = 40,
    Note = 41,
    Rating = 50,
    RiskItem = 51,
    Signature = 60
};

} // namespace kairos::record
