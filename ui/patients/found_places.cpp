// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/found_places.h"

#include "ui/shared/page_factory.h"

namespace kairos::ui {

using record::RecordKind;
using workflow::FoundRecord;

namespace {

/// From the first marked word of the passage to the last one.
NotePassage passageOf(const FoundRecord& hit) {
    NotePassage passage{record::NoteId{hit.id}, hit.passage.part, hit.passage.start, 0};
    if (!hit.passage.marks.isEmpty()) {
        const base::SearchMark& first = hit.passage.marks.first();
        const base::SearchMark& last = hit.passage.marks.last();
        passage.start += first.start;
        passage.length = last.start + last.length - first.start;
    }
    return passage;
}

Place notePlace(const FoundRecord& hit) {
    const auto& patient = hit.patient.id;
    if (!hit.session) {
        return ChartPlace{patient, QString(kTabSessions)};
    }
    return hit.session->therapy ? Place(TherapyPlace{patient, hit.session->id, passageOf(hit)})
                                : Place(DosingPlace{patient, hit.session->id, false, {}, passageOf(hit)});
}

/// A part of a dosing session; what belongs to no session stands on the chart.
Place dosingPlace(const FoundRecord& hit, const QString& part) {
    return hit.session ? Place(DosingPlace{hit.patient.id, hit.session->id, false, part})
                       : Place(ChartPlace{hit.patient.id, QString(kTabSessions), part});
}

} // namespace

// NOLINTNEXTLINE(readability-function-size): a line for each kind of record
Place placeOf(const FoundRecord& hit) {
    const auto& patient = hit.patient.id;
    switch (hit.kind) {
    case RecordKind::Note:
        return notePlace(hit);
    case RecordKind::DosingSession:
        return dosingPlace(hit, hit.passage.part == kPartIntention ? QString(kPartIntention) : QString());
    case RecordKind::Reading:
    case RecordKind::SessionEvent:
        return dosingPlace(hit, hit.id.toString());
    case RecordKind::AdverseEvent:
    case RecordKind::AdverseFollowUp:
        return dosingPlace(hit, hit.adverse ? hit.adverse->toString() : QString());
    case RecordKind::GateCheck:
        return dosingPlace(hit, QString(kPartCalls));
    case RecordKind::RiskItem:
        return RiskPlace{patient};
    case RecordKind::Goal:
    case RecordKind::GoalAttainment:
        return ChartPlace{patient, QString(kTabPlan), hit.goal ? hit.goal->toString() : QString()};
    case RecordKind::TreatmentPlan:
        return ChartPlace{patient, QString(kTabPlan), hit.id.toString()};
    case RecordKind::Document:
        return ChartPlace{patient, QString(kTabDocuments), hit.id.toString()};
    case RecordKind::TherapySheet:
        return ChartPlace{patient, QString(kTabSheets), hit.id.toString()};
    case RecordKind::Commitment:
    case RecordKind::CommitmentReview:
    case RecordKind::ThreadLine:
    case RecordKind::Theme:
        return ChartPlace{patient, QString(kTabThread)};
    case RecordKind::ScreeningFinding:
        return ChartPlace{patient, QString(kTabMedication), hit.condition};
    case RecordKind::Allergy:
    case RecordKind::Diagnosis:
    case RecordKind::Medication:
    case RecordKind::AntidepressantTrial:
    case RecordKind::Consent:
        return ChartPlace{patient, QString(kTabMedication), hit.id.toString()};
    case RecordKind::Patient:
    case RecordKind::Practice:
    case RecordKind::Clinician:
    case RecordKind::Credential:
    case RecordKind::Absence:
    case RecordKind::Weight:
    case RecordKind::ScreeningOverride:
    case RecordKind::PlanStep:
    case RecordKind::Order:
    case RecordKind::Vial:
    case RecordKind::LedgerEntry:
    case RecordKind::TherapySession:
    case RecordKind::Rating:
    case RecordKind::Signature:
        break;
    }
    return ChartPlace{patient, {}};
}

} // namespace kairos::ui
