// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/record_words.h"

#include "core/workflow/adverse_words.h"

#include "core/record/packing.h"
#include "core/record/records.h"
#include "core/stock/stock_words.h"
#include "core/therapy/goal_words.h"
#include "core/therapy/note_words.h"
#include "core/therapy/sheet_forms.h"
#include "core/therapy/thread_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace kairos::workflow {

using namespace record;
using therapy::goalLevelText;

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("workflow", text);
}

QString joined(const QStringList& parts) {
    QStringList said;
    for (const QString& part : parts) {
        if (!part.trimmed().isEmpty()) {
            said.append(part.trimmed());
        }
    }
    return said.join(QStringLiteral(", "));
}

/// Says one record of each kind in words.
class Teller final {
public:
    explicit Teller(const RecordWordsContext& context) : m_context(context) {}

    QString tell(const Practice& practice) const { return practice.name; }
    QString tell(const Clinician& clinician) const { return clinician.name; }
    QString tell(const Credential&) const { return {}; }
    QString tell(const Absence& absence) const {
        const QString days = absence.first == absence.last
                                 ? day(absence.first)
                                 : say("%1 to %2").arg(day(absence.first), day(absence.last));
        return joined({days, absence.why});
    }
    QString tell(const Patient& patient) const {
        return joined(
            {patient.displayName(), patient.mrn, stage(patient.stage), allergies(patient.allergyStatus)});
    }
    QString tell(const Allergy& allergy) const { return joined({allergy.substance, allergy.reaction}); }
    QString tell(const Diagnosis& diagnosis) const { return joined({diagnosis.text, diagnosis.code}); }
    QString tell(const Medication& medication) const {
        return joined({medication.name, medication.dose,
                       medication.confirmed ? say("confirmed %1").arg(day(*medication.confirmed)) : QString(),
                       medication.ended ? say("ended %1").arg(day(*medication.ended)) : QString()});
    }
    QString tell(const Weight& weight) const {
        return say("%1 kg").arg(m_context.locale.toString(weight.weight.value, 'f', 1));
    }
    QString tell(const Consent& consent) const {
        return joined({consent.form, say("given %1").arg(day(consent.given)),
                       consent.withdrawn ? say("withdrawn %1").arg(day(*consent.withdrawn)) : QString()});
    }
    QString tell(const ScreeningFinding& finding) const {
        return joined({finding.condition, screening(finding.state), finding.note});
    }
    QString tell(const AntidepressantTrial& trial) const {
        return joined({trial.drug, trial.dose, trial.weeks ? say("%1 wk").arg(*trial.weeks) : QString(),
                       trialOutcome(trial.outcome), trial.remark});
    }
    QString tell(const ScreeningOverride& given) const {
        return joined({given.covers.join(QStringLiteral("; ")), given.reason});
    }
    QString tell(const TreatmentPlan& plan) const {
        return joined({plan.title, say("revision %1").arg(plan.revision), plan.revisionReason});
    }
    QString tell(const PlanStep& step) const {
        return joined({step.title, step.booked ? say("booked %1").arg(appointment(*step.booked)) : QString(),
                       step.doneAt ? say("done %1").arg(moment(*step.doneAt)) : QString(),
                       step.waivedBy ? say("waived: %1").arg(step.waivedReason) : QString()});
    }
    QString tell(const Order& order) const {
        const QString dose = order.mgPerKg ? say("%1 mg/kg").arg(order.mgPerKg->value)
                             : order.mg    ? say("%1 mg").arg(order.mg->value)
                                           : QString();
        return joined({order.drug, dose,
                       order.verbal ? say("verbal, taken %1 and read back").arg(moment(order.verbal->takenAt))
                                    : QString()});
    }
    QString tell(const Goal& goal) const {
        return joined({goal.text, goal.due.isValid() ? say("due %1").arg(day(goal.due)) : QString(),
                       goal.baseline ? say("baseline %1").arg(goalLevelText(*goal.baseline)) : QString(),
                       goalState(goal.state), goal.stateReason});
    }
    QString tell(const GoalAttainment& attained) const {
        return joined(
            {say("level %1").arg(goalLevelText(attained.level)), day(attained.on), attained.remark});
    }
    QString tell(const Commitment& commitment) const {
        return joined({commitment.words, say("by %1").arg(day(commitment.dueNow())),
                       commitment.state == CommitmentState::Open
                           ? QString()
                           : therapy::commitmentStateText(commitment.state)});
    }
    QString tell(const CommitmentReview& review) const {
        return joined({therapy::commitmentStateText(review.outcome), day(review.on), review.remark,
                       review.movedTo.isValid() ? say("now by %1").arg(day(review.movedTo)) : QString()});
    }
    QString tell(const ThreadLine& line) const {
        return joined({therapy::threadPartText(line.part), line.words});
    }
    QString tell(const Theme& theme) const { return theme.words; }
    QString tell(const TherapySheet& sheet) const {
        return joined({therapy::SheetForms::builtIn().titleOf(sheet.form), day(sheet.date),
                       sheet.reviewOn.isValid() ? say("review by %1").arg(day(sheet.reviewOn)) : QString()});
    }
    QString tell(const DosingSession& session) const {
        return joined({session.number > 0 ? say("dose %1").arg(session.number) : say("dose"),
                       appointment(session.booked), state(session.state),
                       session.dose ? say("%1 mg").arg(session.dose->value) : QString(), session.endReason});
    }
    QString tell(const Vial& vial) const {
        return joined({vial.drug, stock::labelText(vial), say("lot %1").arg(vial.lot),
                       say("expires %1").arg(day(vial.expiry)), stock::keepingText(vial.keeping)});
    }
    QString tell(const LedgerEntry& entry) const {
        QString volume;
        if (entry.kind != LedgerKind::Counter) {
            const auto lot = m_context.lotOf(entry.vial);
            volume = lot ? stock::stockText(*lot, entry.volume) : stock::mlText(entry.volume);
        }
        return joined({stock::kindText(entry.kind), volume, moment(entry.at), entry.reason});
    }
    QString tell(const TherapySession& session) const {
        return joined(
            {therapy(session.type), appointment(session.booked), state(session.state), session.endReason});
    }
    QString tell(const Reading& reading) const {
        QStringList parts{moment(reading.measuredAt)};
        if (reading.systolic && reading.diastolic) {
            parts.append(QStringLiteral("%1/%2 mmHg").arg(*reading.systolic).arg(*reading.diastolic));
        }
        parts.append(reading.pulse ? say("heart rate %1").arg(*reading.pulse) : QString());
        parts.append(reading.spo2 ? say("SpO₂ %1 %").arg(*reading.spo2) : QString());
        return joined(parts);
    }
    QString tell(const SessionEvent& event) const {
        return joined({moment(event.at), event.text, event.drug, event.dose});
    }
    QString tell(const AdverseEvent& event) const {
        QStringList parts{event.term, event.grade ? say("grade %1").arg(*event.grade) : QString()};
        if (!event.session) { // No session says when it was, and what of it was written anew.
            const auto judged = [](const QString& title, const QString& answer) {
                return answer.isEmpty() ? QString() : title.arg(answer);
            };
            parts += {say("began %1").arg(moment(event.onset)),
                      judged(say("serious: %1"), judgedWords(event.serious)),
                      judged(say("expected: %1"), judgedWords(event.expected)),
                      judged(say("related: %1"), relatedWords(event.related)),
                      event.dose ? say("put down to a dose") : QString(),
                      event.action,
                      event.resolvedAt ? say("over since %1").arg(moment(*event.resolvedAt)) : QString()};
        }
        return joined(parts + QStringList{event.outcome});
    }
    QString tell(const AdverseFollowUp& line) const {
        QString course;
        if (line.course == AdverseCourse::GoesOn) {
            course = say("goes on");
        } else if (line.course == AdverseCourse::Over) {
            course = line.resolvedAt ? say("over since %1").arg(moment(*line.resolvedAt)) : say("over");
        }
        return joined({line.kind == FollowUpKind::Addendum ? say("addendum") : QString(), line.term,
                       line.grade ? say("grade %1").arg(*line.grade) : QString(), course, line.outcome,
                       line.action, line.reason});
    }
    QString tell(const GateCheck& check) const {
        return joined({check.gate == Gate::Call    ? say("call before the day")
                       : check.gate == Gate::After ? say("call after the dose")
                                                   : QString(),
                       check.criterion, answer(check.answer), check.evidence, check.overrideReason});
    }
    QString tell(const Note& note) const {
        return joined(QStringList{note.addendumTo ? say("addendum")
                                  : note.amends   ? say("amendment")
                                                  : moment(note.writtenAt),
                                  note.amendReason} +
                      therapy::notePartsWords(note));
    }
    QString tell(const Document& document) const {
        return joined({document.title, day(document.dated),
                       document.scan ? document.scan->fileName : QString(),
                       document.session ? say("belongs to a session") : QString()});
    }
    QString tell(const Rating& rating) const {
        const auto* instrument = m_context.instruments.find(rating.instrument);
        const auto* band = instrument != nullptr ? instrument->findBand(rating.band) : nullptr;
        return joined({instrument != nullptr ? instrument->shortTitle : rating.instrument,
                       rating.total ? say("total %1").arg(m_context.locale.toString(*rating.total, 'g', 6))
                                    : say("no total"),
                       band != nullptr ? band->label : QString(), moment(rating.assessedAt)});
    }
    QString tell(const RiskItem& item) const {
        const QString evidence = item.evidence.isEmpty() ? QString() : item.evidence.last().text;
        return joined(
            {say("item %1").arg(item.number), item.isOpen() ? say("open") : say("closed"), evidence});
    }
    QString tell(const Signature& signature) const {
        return say("under a %1").arg(kindWords(signature.targetKind));
    }

private:
    QString day(QDate date) const { return m_context.locale.toString(date, QStringLiteral("d MMM yyyy")); }
    QString moment(const base::Instant& at) const {
        return m_context.locale.toString(at.local(m_context.zone), QStringLiteral("d MMM yyyy HH:mm"));
    }
    QString appointment(const base::Appointment& booked) const {
        return booked.isValid() ? QStringLiteral("%1 %2").arg(day(booked.date),
                                                              booked.time.toString(QStringLiteral("HH:mm")))
                                : QString();
    }
    static QString allergies(AllergyStatus status) {
        switch (status) {
        case AllergyStatus::NotAsked:
            return say("allergies not asked");
        case AllergyStatus::NoneKnown:
            return say("no known allergies");
        case AllergyStatus::Listed:
            return say("allergies listed");
        }
        return {};
    }
    static QString stage(Stage stage) {
        switch (stage) {
        case Stage::Screening:
            return say("screening");
        case Stage::Preparing:
            return say("preparing");
        case Stage::Induction:
            return say("induction");
        case Stage::Consolidation:
            return say("consolidation");
        case Stage::Maintenance:
            return say("maintenance");
        case Stage::Paused:
            return say("paused");
        case Stage::Ended:
            return say("ended");
        }
        return {};
    }
    static QString state(SessionState state) {
        switch (state) {
        case SessionState::Planned:
            return say("planned");
        case SessionState::Arrived:
            return say("arrived");
        case SessionState::InProgress:
            return say("in progress");
        case SessionState::Held:
            return say("held");
        case SessionState::Signed:
            return say("signed");
        case SessionState::Cancelled:
            return say("cancelled");
        case SessionState::NoShow:
            return say("did not come");
        }
        return {};
    }
    static QString therapy(TherapyType type) {
        switch (type) {
        case TherapyType::Preparation:
            return say("preparation");
        case TherapyType::Integration:
            return say("integration");
        case TherapyType::Therapy:
            return say("therapy");
        case TherapyType::Other:
            return say("other session");
        case TherapyType::DosingSupport:
            return say("dosing-day support");
        case TherapyType::PhoneContact:
            return say("phone contact");
        case TherapyType::Group:
            return say("group session");
        }
        return {};
    }
    static QString screening(ScreeningState state) {
        switch (state) {
        case ScreeningState::NotAsked:
            return say("not asked");
        case ScreeningState::Present:
            return say("present");
        case ScreeningState::Clear:
            return say("clear");
        }
        return {};
    }
    static QString goalState(GoalState state) {
        switch (state) {
        case GoalState::Active:
            return {};
        case GoalState::Met:
            return say("met");
        case GoalState::Partly:
            return say("partly met");
        case GoalState::Dropped:
            return say("dropped");
        }
        return {};
    }
    static QString trialOutcome(TrialOutcome outcome) {
        switch (outcome) {
        case TrialOutcome::Unknown:
            return say("outcome unknown");
        case TrialOutcome::Response:
            return say("response");
        case TrialOutcome::Partial:
            return say("partial response");
        case TrialOutcome::None:
            return say("no response");
        case TrialOutcome::NotTolerated:
            return say("not tolerated");
        }
        return {};
    }
    static QString answer(GateAnswer answer) {
        switch (answer) {
        case GateAnswer::Met:
            return say("met");
        case GateAnswer::NotMet:
            return say("not met");
        case GateAnswer::NotApplicable:
            return say("not applicable");
        }
        return {};
    }

    const RecordWordsContext& m_context;
};

} // namespace

QString recordInWords(RecordKind kind, const QByteArray& content, const RecordWordsContext& context) {
    const Teller teller(context);
    QString words;
    const bool isKnown = withRecordType(kind, [&]<class Record>() {
        if (const auto value = record::unpack<Record>(content)) {
            words = teller.tell(*value);
        }
    });
    return isKnown ? words : QString();
}

} // namespace kairos::workflow
