// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/record_words.h"

#include "core/workflow/adverse_words.h"
#include "core/workflow/words.h"

#include "core/record/packing.h"
#include "core/record/records.h"
#include "core/stock/stock_words.h"
#include "core/therapy/goal_words.h"
#include "core/therapy/note_words.h"
#include "core/therapy/sheet_forms.h"
#include "core/therapy/thread_words.h"

#include <QStringList>

namespace kairos::workflow {

using namespace record;
using therapy::goalLevelText;

namespace {

QString joinedTrimmed(const QStringList& parts) {
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
                                 : Words::tr("%1 to %2").arg(day(absence.first), day(absence.last));
        return joinedTrimmed({days, absence.why});
    }
    QString tell(const Patient& patient) const {
        return joinedTrimmed(
            {patient.displayName(), patient.mrn, stage(patient.stage), allergies(patient.allergyStatus)});
    }
    QString tell(const Allergy& allergy) const {
        return joinedTrimmed({allergy.substance, allergy.reaction});
    }
    QString tell(const Diagnosis& diagnosis) const { return joinedTrimmed({diagnosis.text, diagnosis.code}); }
    QString tell(const Medication& medication) const {
        return joinedTrimmed(
            {medication.name, medication.dose,
             medication.confirmed ? Words::tr("confirmed %1").arg(day(*medication.confirmed)) : QString(),
             medication.ended ? Words::tr("ended %1").arg(day(*medication.ended)) : QString()});
    }
    QString tell(const Weight& weight) const {
        return Words::tr("%1 kg").arg(m_context.locale.toString(weight.weight.value, 'f', 1));
    }
    QString tell(const Consent& consent) const {
        return joinedTrimmed(
            {consent.form, Words::tr("given %1").arg(day(consent.given)),
             consent.withdrawn ? Words::tr("withdrawn %1").arg(day(*consent.withdrawn)) : QString()});
    }
    QString tell(const ScreeningFinding& finding) const {
        return joinedTrimmed({finding.condition, screening(finding.state), finding.note});
    }
    QString tell(const AntidepressantTrial& trial) const {
        return joinedTrimmed({trial.drug, trial.dose,
                              trial.weeks ? Words::tr("%1 wk").arg(*trial.weeks) : QString(),
                              trialOutcome(trial.outcome), trial.remark});
    }
    QString tell(const ScreeningOverride& given) const {
        return joinedTrimmed({given.covers.join(QStringLiteral("; ")), given.reason});
    }
    QString tell(const TreatmentPlan& plan) const {
        return joinedTrimmed({plan.title, Words::tr("revision %1").arg(plan.revision), plan.revisionReason});
    }
    QString tell(const PlanStep& step) const {
        return joinedTrimmed({step.title,
                              step.booked ? Words::tr("booked %1").arg(appointment(*step.booked)) : QString(),
                              step.doneAt ? Words::tr("done %1").arg(moment(*step.doneAt)) : QString(),
                              step.waivedBy ? Words::tr("waived: %1").arg(step.waivedReason) : QString()});
    }
    QString tell(const Order& order) const {
        const QString dose = order.mgPerKg ? Words::tr("%1 mg/kg").arg(order.mgPerKg->value)
                             : order.mg    ? Words::tr("%1 mg").arg(order.mg->value)
                                           : QString();
        return joinedTrimmed(
            {order.drug, dose,
             order.verbal ? Words::tr("verbal, taken %1 and read back").arg(moment(order.verbal->takenAt))
                          : QString()});
    }
    QString tell(const Goal& goal) const {
        return joinedTrimmed(
            {goal.text, goal.due.isValid() ? Words::tr("due %1").arg(day(goal.due)) : QString(),
             goal.baseline ? Words::tr("baseline %1").arg(goalLevelText(*goal.baseline)) : QString(),
             goalState(goal.state), goal.stateReason});
    }
    QString tell(const GoalAttainment& attained) const {
        return joinedTrimmed(
            {Words::tr("level %1").arg(goalLevelText(attained.level)), day(attained.on), attained.remark});
    }
    QString tell(const Commitment& commitment) const {
        return joinedTrimmed({commitment.words, Words::tr("by %1").arg(day(commitment.dueNow())),
                              commitment.state == CommitmentState::Open
                                  ? QString()
                                  : therapy::commitmentStateText(commitment.state)});
    }
    QString tell(const CommitmentReview& review) const {
        return joinedTrimmed(
            {therapy::commitmentStateText(review.outcome), day(review.on), review.remark,
             review.movedTo.isValid() ? Words::tr("now by %1").arg(day(review.movedTo)) : QString()});
    }
    QString tell(const ThreadLine& line) const {
        return joinedTrimmed({therapy::threadPartText(line.part), line.words});
    }
    QString tell(const Theme& theme) const { return theme.words; }
    QString tell(const TherapySheet& sheet) const {
        return joinedTrimmed(
            {therapy::SheetForms::builtIn().titleOf(sheet.form), day(sheet.date),
             sheet.reviewOn.isValid() ? Words::tr("review by %1").arg(day(sheet.reviewOn)) : QString()});
    }
    QString tell(const DosingSession& session) const {
        return joinedTrimmed(
            {session.number > 0 ? Words::tr("dose %1").arg(session.number) : Words::tr("dose"),
             appointment(session.booked), state(session.state),
             session.dose ? Words::tr("%1 mg").arg(session.dose->value) : QString(), session.endReason});
    }
    QString tell(const Vial& vial) const {
        return joinedTrimmed({vial.drug, stock::labelText(vial), Words::tr("lot %1").arg(vial.lot),
                              Words::tr("expires %1").arg(day(vial.expiry)),
                              stock::keepingText(vial.keeping)});
    }
    QString tell(const LedgerEntry& entry) const {
        QString volume;
        if (entry.kind != LedgerKind::Counter) {
            const auto lot = m_context.lotOf(entry.vial);
            volume = lot ? stock::stockText(*lot, entry.volume) : stock::mlText(entry.volume);
        }
        return joinedTrimmed({stock::kindText(entry.kind), volume, moment(entry.at), entry.reason});
    }
    QString tell(const TherapySession& session) const {
        return joinedTrimmed(
            {therapy(session.type), appointment(session.booked), state(session.state), session.endReason});
    }
    QString tell(const Reading& reading) const {
        QStringList parts{moment(reading.measuredAt)};
        if (reading.systolic && reading.diastolic) {
            parts.append(QStringLiteral("%1/%2 mmHg").arg(*reading.systolic).arg(*reading.diastolic));
        }
        parts.append(reading.pulse ? Words::tr("heart rate %1").arg(*reading.pulse) : QString());
        parts.append(reading.spo2 ? Words::tr("SpO₂ %1 %").arg(*reading.spo2) : QString());
        return joinedTrimmed(parts);
    }
    QString tell(const SessionEvent& event) const {
        return joinedTrimmed({moment(event.at), event.text, event.drug, event.dose});
    }
    QString tell(const AdverseEvent& event) const {
        QStringList parts{event.term, event.grade ? Words::tr("grade %1").arg(*event.grade) : QString()};
        if (!event.session) { // No session says when it was, and what of it was written anew.
            const auto judged = [](const QString& title, const QString& answer) {
                return answer.isEmpty() ? QString() : title.arg(answer);
            };
            parts +=
                {Words::tr("began %1").arg(moment(event.onset)),
                 judged(Words::tr("serious: %1"), judgedWords(event.serious)),
                 judged(Words::tr("expected: %1"), judgedWords(event.expected)),
                 judged(Words::tr("related: %1"), relatedWords(event.related)),
                 event.dose ? Words::tr("put down to a dose") : QString(),
                 event.action,
                 event.resolvedAt ? Words::tr("over since %1").arg(moment(*event.resolvedAt)) : QString()};
        }
        return joinedTrimmed(parts + QStringList{event.outcome});
    }
    QString tell(const AdverseFollowUp& line) const {
        QString course;
        if (line.course == AdverseCourse::GoesOn) {
            course = Words::tr("goes on");
        } else if (line.course == AdverseCourse::Over) {
            course = line.resolvedAt ? Words::tr("over since %1").arg(moment(*line.resolvedAt))
                                     : Words::tr("over");
        }
        return joinedTrimmed({line.kind == FollowUpKind::Addendum ? Words::tr("addendum") : QString(),
                              line.term, line.grade ? Words::tr("grade %1").arg(*line.grade) : QString(),
                              course, line.outcome, line.action, line.reason});
    }
    QString tell(const GateCheck& check) const {
        return joinedTrimmed({check.gate == Gate::Call    ? Words::tr("call before the day")
                              : check.gate == Gate::After ? Words::tr("call after the dose")
                                                          : QString(),
                              check.criterion, answer(check.answer), check.evidence, check.overrideReason});
    }
    QString tell(const Note& note) const {
        return joinedTrimmed(QStringList{note.addendumTo ? Words::tr("addendum")
                                         : note.amends   ? Words::tr("amendment")
                                                         : moment(note.writtenAt),
                                         note.amendReason} +
                             therapy::notePartsWords(note));
    }
    QString tell(const Document& document) const {
        return joinedTrimmed({document.title, day(document.dated),
                              document.scan ? document.scan->fileName : QString(),
                              document.session ? Words::tr("belongs to a session") : QString()});
    }
    QString tell(const Rating& rating) const {
        const auto* instrument = m_context.instruments.find(rating.instrument);
        const auto* band = instrument != nullptr ? instrument->findBand(rating.band) : nullptr;
        return joinedTrimmed(
            {instrument != nullptr ? instrument->shortTitle : rating.instrument,
             rating.total ? Words::tr("total %1").arg(m_context.locale.toString(*rating.total, 'g', 6))
                          : Words::tr("no total"),
             band != nullptr ? band->label : QString(), moment(rating.assessedAt)});
    }
    QString tell(const RiskItem& item) const {
        const QString evidence = item.evidence.isEmpty() ? QString() : item.evidence.last().text;
        return joinedTrimmed({Words::tr("item %1").arg(item.number),
                              item.isOpen() ? Words::tr("open") : Words::tr("closed"), evidence});
    }
    QString tell(const Signature& signature) const {
        return Words::tr("under a %1").arg(kindWords(signature.targetKind));
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
            return Words::tr("allergies not asked");
        case AllergyStatus::NoneKnown:
            return Words::tr("no known allergies");
        case AllergyStatus::Listed:
            return Words::tr("allergies listed");
        }
        return {};
    }
    static QString stage(Stage stage) {
        switch (stage) {
        case Stage::Screening:
            return Words::tr("screening");
        case Stage::Preparing:
            return Words::tr("preparing");
        case Stage::Induction:
            return Words::tr("induction");
        case Stage::Consolidation:
            return Words::tr("consolidation");
        case Stage::Maintenance:
            return Words::tr("maintenance");
        case Stage::Paused:
            return Words::tr("paused");
        case Stage::Ended:
            return Words::tr("ended");
        }
        return {};
    }
    static QString state(SessionState state) {
        switch (state) {
        case SessionState::Planned:
            return Words::tr("planned");
        case SessionState::Arrived:
            return Words::tr("arrived");
        case SessionState::InProgress:
            return Words::tr("in progress");
        case SessionState::Held:
            return Words::tr("held");
        case SessionState::Signed:
            return Words::tr("signed");
        case SessionState::Cancelled:
            return Words::tr("cancelled");
        case SessionState::NoShow:
            return Words::tr("did not come");
        }
        return {};
    }
    static QString therapy(TherapyType type) {
        switch (type) {
        case TherapyType::Preparation:
            return Words::tr("preparation");
        case TherapyType::Integration:
            return Words::tr("integration");
        case TherapyType::Therapy:
            return Words::tr("therapy");
        case TherapyType::Other:
            return Words::tr("other session");
        case TherapyType::DosingSupport:
            return Words::tr("dosing-day support");
        case TherapyType::PhoneContact:
            return Words::tr("phone contact");
        case TherapyType::Group:
            return Words::tr("group session");
        }
        return {};
    }
    static QString screening(ScreeningState state) {
        switch (state) {
        case ScreeningState::NotAsked:
            return Words::tr("not asked");
        case ScreeningState::Present:
            return Words::tr("present");
        case ScreeningState::Clear:
            return Words::tr("clear");
        }
        return {};
    }
    static QString goalState(GoalState state) {
        switch (state) {
        case GoalState::Active:
            return {};
        case GoalState::Met:
            return Words::tr("met");
        case GoalState::Partly:
            return Words::tr("partly met");
        case GoalState::Dropped:
            return Words::tr("dropped");
        }
        return {};
    }
    static QString trialOutcome(TrialOutcome outcome) {
        switch (outcome) {
        case TrialOutcome::Unknown:
            return Words::tr("outcome unknown");
        case TrialOutcome::Response:
            return Words::tr("response");
        case TrialOutcome::Partial:
            return Words::tr("partial response");
        case TrialOutcome::None:
            return Words::tr("no response");
        case TrialOutcome::NotTolerated:
            return Words::tr("not tolerated");
        }
        return {};
    }
    static QString answer(GateAnswer answer) {
        switch (answer) {
        case GateAnswer::Met:
            return Words::tr("met");
        case GateAnswer::NotMet:
            return Words::tr("not met");
        case GateAnswer::NotApplicable:
            return Words::tr("not applicable");
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
