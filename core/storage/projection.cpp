// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/projection.h"

#include "core/base/check.h"

#include <QTimeZone>

namespace kairos::storage {

using namespace record;

namespace {

qint64 startOfDayMs(const QDate& date) {
    return QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
}

/// A booked time in a zone this PC does not know still has a place in the order of days.
std::optional<qint64> bookedMs(const base::Appointment& booked) {
    if (!booked.date.isValid()) {
        return std::nullopt;
    }
    return booked.isValid() ? booked.instant().utcMs : startOfDayMs(booked.date);
}

template <class Id>
std::optional<base::Uuid> uuidOf(const std::optional<Id>& id) {
    return id ? std::optional(id->uuid) : std::nullopt;
}

} // namespace

Projection project(const Practice&) {
    return {};
}
Projection project(const Clinician& value) {
    return {.patient = {}, .parent = {}, .atMs = {}, .code = value.name, .state = value.active ? 1 : 0};
}
Projection project(const Credential&) {
    return {};
}
Projection project(const Absence& value) {
    const auto whose = value.patient ? AbsenceColumn::Patient : AbsenceColumn::Clinician;
    return {.patient = value.patient,
            .parent = uuidOf(value.clinician),
            .atMs = startOfDayMs(value.first),
            .code = {},
            .state = static_cast<qint64>(whose)};
}
Projection project(const Patient& value) {
    return {.patient = value.id,
            .parent = {},
            .atMs = {},
            .code = value.mrn,
            .state = static_cast<qint64>(value.stage)};
}
Projection project(const Allergy& value) {
    return {.patient = value.patient, .parent = {}, .atMs = {}, .code = {}, .state = 0};
}
Projection project(const Diagnosis& value) {
    return {.patient = value.patient, .parent = {}, .atMs = {}, .code = value.code, .state = 0};
}
Projection project(const Medication& value) {
    return {.patient = value.patient, .parent = {}, .atMs = {}, .code = {}, .state = value.ended ? 0 : 1};
}
Projection project(const Weight& value) {
    return {.patient = value.patient,
            .parent = uuidOf(value.session),
            .atMs = value.measuredAt.utcMs,
            .code = {},
            .state = 0};
}
Projection project(const Consent& value) {
    return {.patient = value.patient,
            .parent = {},
            .atMs = startOfDayMs(value.given),
            .code = value.form,
            .state = value.withdrawn ? 0 : 1};
}
Projection project(const ScreeningFinding& value) {
    return {.patient = value.patient,
            .parent = {},
            .atMs = value.at.utcMs,
            .code = value.condition,
            .state = static_cast<qint64>(value.state)};
}
Projection project(const AntidepressantTrial& value) {
    return {.patient = value.patient,
            .parent = {},
            .atMs = {},
            .code = {},
            .state = static_cast<qint64>(value.outcome)};
}
Projection project(const ScreeningOverride& value) {
    return {.patient = value.patient, .parent = {}, .atMs = value.at.utcMs, .code = {}, .state = 0};
}
Projection project(const TreatmentPlan& value) {
    return {.patient = value.patient,
            .parent = {},
            .atMs = startOfDayMs(value.start),
            .code = value.protocol,
            .state = static_cast<qint64>(value.state)};
}
Projection project(const PlanStep& value) {
    std::optional<qint64> at;
    if (value.booked) {
        at = bookedMs(*value.booked);
    } else if (value.window) {
        at = startOfDayMs(value.window->target.date);
    }
    const auto state = value.doneBy     ? StepColumn::Done
                       : value.waivedBy ? StepColumn::Waived
                                        : StepColumn::Expected;
    return {.patient = value.patient,
            .parent = value.plan.uuid,
            .atMs = at,
            .code = value.key,
            .state = static_cast<qint64>(state)};
}
Projection project(const Order& value) {
    return {.patient = value.patient,
            .parent = value.plan.uuid,
            .atMs = startOfDayMs(value.validFrom),
            .code = {},
            .state = static_cast<qint64>(value.verbal ? OrderColumn::Verbal : OrderColumn::Written)};
}
Projection project(const Goal& value) {
    return {.patient = value.patient,
            .parent = value.plan.uuid,
            .atMs = {},
            .code = {},
            .state = static_cast<qint64>(value.state)};
}
Projection project(const GoalAttainment& value) {
    return {.patient = value.patient,
            .parent = value.goal.uuid,
            .atMs = startOfDayMs(value.on),
            .code = {},
            .state = value.level};
}
Projection project(const DosingSession& value) {
    return {.patient = value.patient,
            .parent = uuidOf(value.plan),
            .atMs = value.startedAt ? std::optional(value.startedAt->utcMs) : bookedMs(value.booked),
            .code = QString::number(value.number),
            .state = static_cast<qint64>(value.state)};
}
Projection project(const Reading& value) {
    return {.patient = value.patient,
            .parent = value.session.uuid,
            .atMs = value.measuredAt.utcMs,
            .code = {},
            .state = 0};
}
Projection project(const SessionEvent& value) {
    return {.patient = value.patient,
            .parent = value.session.uuid,
            .atMs = value.at.utcMs,
            .code = {},
            .state = static_cast<qint64>(value.type)};
}
Projection project(const AdverseEvent& value) {
    return {.patient = value.patient,
            .parent = uuidOf(value.session),
            .atMs = value.onset.utcMs,
            .code = value.term,
            .state = value.resolvedAt ? 0 : 1};
}
Projection project(const GateCheck& value) {
    return {.patient = value.patient,
            .parent = value.session.uuid,
            .atMs = value.at.utcMs,
            .code = value.criterion,
            .state = static_cast<qint64>(value.gate)};
}
Projection project(const Vial& value) {
    return {.patient = {}, .parent = {}, .atMs = value.receivedAt.utcMs, .code = value.lot, .state = 0};
}
Projection project(const LedgerEntry& value) {
    return {.patient = value.patient,
            .parent = value.vial.uuid,
            .atMs = value.at.utcMs,
            .code = {},
            .state = static_cast<qint64>(value.kind)};
}
Projection project(const AdverseFollowUp& value) {
    return {.patient = value.patient,
            .parent = value.event.uuid,
            .atMs = value.at.utcMs,
            .code = {},
            .state = static_cast<qint64>(value.kind)};
}
Projection project(const TherapySession& value) {
    return {.patient = value.patient,
            .parent = uuidOf(value.plan),
            .atMs = value.startedAt ? std::optional(value.startedAt->utcMs) : bookedMs(value.booked),
            .code = QString::number(value.number),
            .state = static_cast<qint64>(value.state)};
}
Projection project(const Note& value) {
    return {.patient = value.patient,
            .parent = value.session.uuid,
            .atMs = value.writtenAt.utcMs,
            .code = {},
            .state = 0};
}
Projection project(const Commitment& value) {
    const auto state = value.isOpen() ? CommitmentColumn::Open : CommitmentColumn::Ended;
    return {.patient = value.patient,
            .parent = value.session.uuid,
            .atMs = startOfDayMs(value.dueNow()),
            .code = {},
            .state = static_cast<qint64>(state)};
}
Projection project(const ThreadLine& value) {
    return {.patient = value.patient,
            .parent = value.session.uuid,
            .atMs = value.at.utcMs,
            .code = {},
            .state = static_cast<qint64>(value.part)};
}
Projection project(const Theme& value) {
    return {.patient = value.patient,
            .parent = value.session.uuid,
            .atMs = value.at.utcMs,
            .code = {},
            .state = 0};
}
Projection project(const TherapySheet& value) {
    const bool isReviewed = value.reviewOn.isValid();
    return {.patient = value.patient,
            .parent = uuidOf(value.session),
            .atMs = startOfDayMs(isReviewed ? value.reviewOn : value.date),
            .code = value.form,
            .state = static_cast<qint64>(isReviewed ? SheetColumn::Reviewed : SheetColumn::Kept)};
}
Projection project(const CommitmentReview& value) {
    return {.patient = value.patient,
            .parent = value.commitment.uuid,
            .atMs = value.at.utcMs,
            .code = {},
            .state = static_cast<qint64>(value.outcome)};
}
Projection project(const Document& value) {
    return {.patient = value.patient,
            .parent = value.session ? uuidOf(value.session) : uuidOf(value.consent),
            .atMs = startOfDayMs(value.dated),
            .code = {},
            .state = static_cast<qint64>(value.kind)};
}
Projection project(const Rating& value) {
    return {.patient = value.patient,
            .parent = uuidOf(value.session),
            .atMs = value.assessedAt.utcMs,
            .code = value.instrument,
            .state = 0};
}
Projection project(const RiskItem& value) {
    return {.patient = value.patient,
            .parent = {},
            .atMs = value.openedAt.utcMs,
            .code = QString::number(value.number),
            .state = value.isOpen() ? 1 : 0};
}
Projection project(const Signature& value) {
    return {.patient = value.patient,
            .parent = value.target,
            .atMs = value.at.utcMs,
            .code = {},
            .state = static_cast<qint64>(value.targetKind)};
}

// NOLINTNEXTLINE(readability-function-size): a line for each kind of record
QByteArray tableOf(RecordKind kind) {
    switch (kind) {
    case RecordKind::Practice:
        return "practice";
    case RecordKind::Clinician:
        return "clinician";
    case RecordKind::Credential:
        return "credential";
    case RecordKind::Absence:
        return "absence";
    case RecordKind::Patient:
        return "patient";
    case RecordKind::Allergy:
        return "allergy";
    case RecordKind::Diagnosis:
        return "diagnosis";
    case RecordKind::Medication:
        return "medication";
    case RecordKind::Weight:
        return "weight";
    case RecordKind::Consent:
        return "consent";
    case RecordKind::ScreeningFinding:
        return "screening_finding";
    case RecordKind::AntidepressantTrial:
        return "antidepressant_trial";
    case RecordKind::ScreeningOverride:
        return "screening_override";
    case RecordKind::TreatmentPlan:
        return "treatment_plan";
    case RecordKind::PlanStep:
        return "plan_step";
    case RecordKind::Order:
        return "treatment_order";
    case RecordKind::Goal:
        return "goal";
    case RecordKind::GoalAttainment:
        return "goal_attainment";
    case RecordKind::DosingSession:
        return "dosing_session";
    case RecordKind::Reading:
        return "reading";
    case RecordKind::SessionEvent:
        return "session_event";
    case RecordKind::AdverseEvent:
        return "adverse_event";
    case RecordKind::GateCheck:
        return "gate_check";
    case RecordKind::Vial:
        return "vial";
    case RecordKind::LedgerEntry:
        return "ledger_entry";
    case RecordKind::AdverseFollowUp:
        return "adverse_follow_up";
    case RecordKind::TherapySession:
        return "therapy_session";
    case RecordKind::Note:
        return "note";
    case RecordKind::Commitment:
        return "commitment";
    case RecordKind::ThreadLine:
        return "thread_line";
    case RecordKind::Theme:
        return "theme";
    case RecordKind::TherapySheet:
        return "therapy_sheet";
    case RecordKind::CommitmentReview:
        return "commitment_review";
    case RecordKind::Document:
        return "document";
    case RecordKind::Rating:
        return "rating";
    case RecordKind::RiskItem:
        return "risk_item";
    case RecordKind::Signature:
        return "signature";
    }
    KAIROS_CHECK(false);
    return {};
}

} // namespace kairos::storage
