// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/records.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace kairos::storage {

/// The columns by which a record is found and ordered. They are made from the content alone.
struct Projection {
    std::optional<record::PatientId> patient;
    std::optional<base::Uuid> parent; ///< session, plan, or signed record
    std::optional<qint64> atMs;       ///< UTC milliseconds
    QString code;                     ///< MRN, step key, instrument id, criterion …
    qint64 state = 0;                 ///< session state, stage, 1 for open …
};

[[nodiscard]] Projection project(const record::Practice& value);
[[nodiscard]] Projection project(const record::Clinician& value);
[[nodiscard]] Projection project(const record::Credential& value);
[[nodiscard]] Projection project(const record::Absence& value);
[[nodiscard]] Projection project(const record::Patient& value);
[[nodiscard]] Projection project(const record::Allergy& value);
[[nodiscard]] Projection project(const record::Diagnosis& value);
[[nodiscard]] Projection project(const record::Medication& value);
[[nodiscard]] Projection project(const record::Weight& value);
[[nodiscard]] Projection project(const record::Consent& value);
[[nodiscard]] Projection project(const record::ScreeningFinding& value);
[[nodiscard]] Projection project(const record::AntidepressantTrial& value);
[[nodiscard]] Projection project(const record::ScreeningOverride& value);
[[nodiscard]] Projection project(const record::TreatmentPlan& value);
[[nodiscard]] Projection project(const record::PlanStep& value);
[[nodiscard]] Projection project(const record::Order& value);
[[nodiscard]] Projection project(const record::Goal& value);
[[nodiscard]] Projection project(const record::GoalAttainment& value);
[[nodiscard]] Projection project(const record::DosingSession& value);
[[nodiscard]] Projection project(const record::Reading& value);
[[nodiscard]] Projection project(const record::SessionEvent& value);
[[nodiscard]] Projection project(const record::AdverseEvent& value);
[[nodiscard]] Projection project(const record::GateCheck& value);
[[nodiscard]] Projection project(const record::Vial& value);
[[nodiscard]] Projection project(const record::LedgerEntry& value);
[[nodiscard]] Projection project(const record::AdverseFollowUp& value);
[[nodiscard]] Projection project(const record::TherapySession& value);
[[nodiscard]] Projection project(const record::Note& value);
[[nodiscard]] Projection project(const record::Commitment& value);
[[nodiscard]] Projection project(const record::ThreadLine& value);
[[nodiscard]] Projection project(const record::Theme& value);
[[nodiscard]] Projection project(const record::TherapySheet& value);
[[nodiscard]] Projection project(const record::CommitmentReview& value);
[[nodiscard]] Projection project(const record::Document& value);
[[nodiscard]] Projection project(const record::Rating& value);
[[nodiscard]] Projection project(const record::RiskItem& value);
[[nodiscard]] Projection project(const record::Signature& value);

/// Whose an absence is, as its `state` column says it.
enum class AbsenceColumn { Clinician = 1, Patient = 2 };

/// How an order came about, as its `state` column says it.
enum class OrderColumn { Written = 0, Verbal = 1 };

/// Whether a commitment still comes up, as its `state` column says it.
enum class CommitmentColumn { Ended = 0, Open = 1 };

/// Whether a sheet is to be gone through again on a day, as its `state` column says it. `at_ms` is then the
/// start of that day, else of the sheet's own.
enum class SheetColumn { Kept = 0, Reviewed = 1 };

/// What a plan step's `state` column says: 0 still expected, 1 done, 2 waived.
enum class StepColumn { Expected = 0, Done = 1, Waived = 2 };

/// The table that holds records of a kind.
[[nodiscard]] QByteArray tableOf(record::RecordKind kind);

} // namespace kairos::storage
