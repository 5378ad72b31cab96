// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/found_words.h"

#include "ui/shared/session_words.h"

#include "core/therapy/note_words.h"
#include "core/workflow/record_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace kairos::ui {

using record::RecordKind;

namespace {

struct PartWords {
    RecordKind kind;
    const char* part;
    const char* words;
};

constexpr PartWords kParts[] = {
    {RecordKind::Patient, "mrn", QT_TRANSLATE_NOOP("ui.find", "Patient: MRN")},
    {RecordKind::Patient, "family-name", QT_TRANSLATE_NOOP("ui.find", "Patient: family name")},
    {RecordKind::Patient, "given-name", QT_TRANSLATE_NOOP("ui.find", "Patient: given name")},
    {RecordKind::Patient, "preferred-name", QT_TRANSLATE_NOOP("ui.find", "Patient: preferred name")},
    {RecordKind::Allergy, "substance", QT_TRANSLATE_NOOP("ui.find", "Allergy")},
    {RecordKind::Allergy, "reaction", QT_TRANSLATE_NOOP("ui.find", "Allergy: reaction")},
    {RecordKind::Diagnosis, "diagnosis", QT_TRANSLATE_NOOP("ui.find", "Diagnosis")},
    {RecordKind::Medication, "medicine", QT_TRANSLATE_NOOP("ui.find", "Medicine")},
    {RecordKind::Consent, "remark", QT_TRANSLATE_NOOP("ui.find", "Consent: remark")},
    {RecordKind::ScreeningFinding, "remark", QT_TRANSLATE_NOOP("ui.find", "Contraindication: note")},
    {RecordKind::AntidepressantTrial, "medicine", QT_TRANSLATE_NOOP("ui.find", "Earlier treatment")},
    {RecordKind::AntidepressantTrial, "remark", QT_TRANSLATE_NOOP("ui.find", "Earlier treatment: remark")},
    {RecordKind::TreatmentPlan, "goal", QT_TRANSLATE_NOOP("ui.find", "Goal of the plan")},
    {RecordKind::Goal, "goal", QT_TRANSLATE_NOOP("ui.find", "Goal")},
    {RecordKind::Goal, "measure", QT_TRANSLATE_NOOP("ui.find", "Goal: how you will tell")},
    {RecordKind::Goal, "first-step", QT_TRANSLATE_NOOP("ui.find", "Goal: first step")},
    {RecordKind::Goal, "relevance", QT_TRANSLATE_NOOP("ui.find", "Goal: why it matters")},
    {RecordKind::Goal, "level", QT_TRANSLATE_NOOP("ui.find", "Goal: one of its levels")},
    {RecordKind::Goal, "reason", QT_TRANSLATE_NOOP("ui.find", "Goal: how it ended")},
    {RecordKind::GoalAttainment, "remark", QT_TRANSLATE_NOOP("ui.find", "Goal: level reached")},
    {RecordKind::DosingSession, "end-reason", QT_TRANSLATE_NOOP("ui.find", "Session: why it ended")},
    {RecordKind::DosingSession, "intention", QT_TRANSLATE_NOOP("ui.find", "Intention")},
    {RecordKind::Reading, "remark", QT_TRANSLATE_NOOP("ui.find", "Reading: remark")},
    {RecordKind::SessionEvent, "event", QT_TRANSLATE_NOOP("ui.find", "Event")},
    {RecordKind::SessionEvent, "medicine", QT_TRANSLATE_NOOP("ui.find", "Event: medicine")},
    {RecordKind::AdverseEvent, "term", QT_TRANSLATE_NOOP("ui.find", "Adverse event")},
    {RecordKind::AdverseEvent, "action", QT_TRANSLATE_NOOP("ui.find", "Adverse event: action taken")},
    {RecordKind::AdverseEvent, "outcome", QT_TRANSLATE_NOOP("ui.find", "Adverse event: outcome")},
    {RecordKind::AdverseFollowUp, "outcome", QT_TRANSLATE_NOOP("ui.find", "Adverse event: outcome")},
    {RecordKind::AdverseFollowUp, "reason", QT_TRANSLATE_NOOP("ui.find", "Adverse event: reason")},
    {RecordKind::AdverseFollowUp, "term", QT_TRANSLATE_NOOP("ui.find", "Adverse event")},
    {RecordKind::AdverseFollowUp, "action", QT_TRANSLATE_NOOP("ui.find", "Adverse event: action taken")},
    {RecordKind::GateCheck, "call", QT_TRANSLATE_NOOP("ui.find", "Call after the dose")},
    {RecordKind::Note, "risk-plan", QT_TRANSLATE_NOOP("ui.find", "Note: risk, plan for it")},
    {RecordKind::Note, "risk-intent", QT_TRANSLATE_NOOP("ui.find", "Note: risk, intent")},
    {RecordKind::Note, "risk-means", QT_TRANSLATE_NOOP("ui.find", "Note: risk, means")},
    {RecordKind::Note, "risk-protective", QT_TRANSLATE_NOOP("ui.find", "Note: risk, protective")},
    {RecordKind::Note, "risk-action", QT_TRANSLATE_NOOP("ui.find", "Note: risk, action taken")},
    {RecordKind::Note, "present", QT_TRANSLATE_NOOP("ui.find", "Note: people present")},
    {RecordKind::Note, "mental-state", QT_TRANSLATE_NOOP("ui.find", "Note: mental state")},
    {RecordKind::Note, "interventions", QT_TRANSLATE_NOOP("ui.find", "Note: interventions")},
    {RecordKind::Note, "homework", QT_TRANSLATE_NOOP("ui.find", "Note: homework")},
    {RecordKind::Note, "amend-reason", QT_TRANSLATE_NOOP("ui.find", "Note: why it was amended")},
    {RecordKind::Commitment, "commitment", QT_TRANSLATE_NOOP("ui.find", "Commitment")},
    {RecordKind::CommitmentReview, "remark", QT_TRANSLATE_NOOP("ui.find", "Commitment: how it went")},
    {RecordKind::ThreadLine, "thread", QT_TRANSLATE_NOOP("ui.find", "Thread")},
    {RecordKind::Theme, "theme", QT_TRANSLATE_NOOP("ui.find", "Theme")},
    {RecordKind::TherapySheet, "sheet", QT_TRANSLATE_NOOP("ui.find", "Sheet")},
    {RecordKind::Document, "title", QT_TRANSLATE_NOOP("ui.find", "Document")},
    {RecordKind::Document, "text", QT_TRANSLATE_NOOP("ui.find", "Letter")},
    {RecordKind::RiskItem, "assessment", QT_TRANSLATE_NOOP("ui.find", "Risk: assessment")},
    {RecordKind::RiskItem, "plan", QT_TRANSLATE_NOOP("ui.find", "Risk: plan")},
    {RecordKind::RiskItem, "closing", QT_TRANSLATE_NOOP("ui.find", "Risk: how it was closed")}};

QString say(const char* text) {
    return QCoreApplication::translate("ui.find", text);
}

QString wholeKindText(const workflow::FoundRecord& hit) {
    if (hit.isAddendum) {
        return hit.kind == RecordKind::Note ? say("Addendum to a note") : say("Addendum to an adverse event");
    }
    const auto* found = std::find_if(std::begin(kParts), std::end(kParts), [&](const PartWords& row) {
        return row.kind == hit.kind && hit.passage.part == QLatin1String(row.part);
    });
    if (found != std::end(kParts)) {
        return say(found->words);
    }
    return hit.kind == RecordKind::Note ? say("Note: %1").arg(therapy::noteSectionTitle(hit.passage.part))
                                        : workflow::kindWords(hit.kind);
}

} // namespace

QString foundKindText(const workflow::FoundRecord& hit) {
    const QString words = wholeKindText(hit);
    return hit.isFormer ? say("%1 (former version)").arg(words) : words;
}

QString foundSessionText(const workflow::FoundRecord& hit) {
    if (!hit.session) {
        return {};
    }
    const QString name = hit.session->therapy ? therapyTypeText(*hit.session->therapy) : say("Dose");
    return hit.session->number > 0 ? QStringLiteral("%1 %2").arg(name).arg(hit.session->number) : name;
}

} // namespace kairos::ui
