// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/session_desk.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/patient_reads.h"
#include "core/workflow/session_reader.h"
#include "core/workflow/signing.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/therapy/note_forms.h"

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

template <class Record>
base::Result<QList<Record>> recordsOf(OpenPractice& practice, const PatientId& patient) {
    return practice.reads().all<Record>(patient).map(
        [](const storage::Loaded<Record>& loaded) { return loaded.records; });
}

} // namespace

base::Result<SessionContent> SessionDesk::load(const SessionId& id) const {
    return SessionReader(m_practice.file().reader()).load(id);
}

base::Result<QList<Note>> SessionDesk::addenda(const SessionId& id) const {
    return SessionReader(m_practice.file().reader()).addenda(id);
}

base::Result<QList<Rating>> SessionDesk::ratings(const SessionId& id) const {
    return SessionReader(m_practice.file().reader()).ratings(id);
}

base::Result<QList<DosingSession>> SessionDesk::dosingOf(const PatientId& patient) const {
    return recordsOf<DosingSession>(m_practice, patient);
}

base::Result<QList<TherapySession>> SessionDesk::therapyOf(const PatientId& patient) const {
    return recordsOf<TherapySession>(m_practice, patient);
}

base::Result<QList<storage::Change>>
SessionDesk::stepChanges(const SessionContent& content,
                         const std::optional<base::Appointment>& booked) const {
    const auto id = content.dosing ? content.dosing->step : content.therapy->step;
    if (!id) {
        return QList<storage::Change>();
    }
    return m_practice.file().records().find<PlanStep>(*id).map([&](std::optional<PlanStep> step) {
        QList<storage::Change> changes;
        if (step && !step->doneAt && step->booked != booked) {
            step->booked = booked;
            changes.append({Action::Changed, *step, {}});
        }
        return changes;
    });
}

base::Outcome SessionDesk::finish(const SessionId& id, SessionState state, const QString& reason) {
    return m_practice.require(Permission::Schedule)
        .and_then([&] { return load(id); })
        .and_then([&](SessionContent content) -> base::Outcome {
            const SessionState before = content.dosing ? content.dosing->state : content.therapy->state;
            if (before != SessionState::Planned && before != SessionState::Arrived) {
                return base::fail(ErrorCode::Refused, Words::tr("The session was not cancelled"),
                                  Words::tr("it has begun or is over"),
                                  Words::tr("write what happened into its note"));
            }
            AnyRecord changed;
            if (content.dosing) {
                content.dosing->state = state;
                content.dosing->endReason = reason;
                changed = *content.dosing;
            } else {
                content.therapy->state = state;
                content.therapy->endReason = reason;
                changed = *content.therapy;
            }
            QList<storage::Change> changes = {{Action::Changed, changed, reason}};
            // The appointment is gone, so that the step is free to be booked again.
            return stepChanges(content, std::nullopt)
                .and_then([&](const QList<storage::Change>& ofStep) {
                    return WritingDoor(m_practice).save(changes + ofStep);
                })
                .map([](const Changes&) {});
        });
}

base::Outcome SessionDesk::cancel(const SessionId& id, const QString& reason) {
    if (reason.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The session was not cancelled"),
                          Words::tr("there is no reason"), Words::tr("say by whom and why"));
    }
    return finish(id, SessionState::Cancelled, reason.trimmed());
}

base::Outcome SessionDesk::markNoShow(const SessionId& id) {
    return finish(id, SessionState::NoShow, QStringLiteral("did not come"));
}

base::Outcome SessionDesk::rebook(const SessionId& id, const base::Appointment& booked) {
    if (!booked.isValid()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The session was not moved"),
                          Words::tr("the day or the time is missing"), Words::tr("type both"));
    }
    return m_practice.require(Permission::Schedule)
        .and_then([&] { return load(id); })
        .and_then([&](SessionContent content) -> base::Outcome {
            AnyRecord changed;
            if (content.dosing) {
                content.dosing->booked = booked;
                changed = *content.dosing;
            } else {
                content.therapy->booked = booked;
                changed = *content.therapy;
            }
            QList<storage::Change> changes = {{Action::Changed, changed, {}}};
            return stepChanges(content, booked)
                .and_then([&](const QList<storage::Change>& ofStep) {
                    return WritingDoor(m_practice).save(changes + ofStep);
                })
                .map([](const Changes&) {});
        });
}

QStringList SessionDesk::missingForSignature(const SessionContent& content, const SigningAct& act) {
    QStringList missing;
    const bool isRecord = act.record != SigningAct::OfRecord::Nothing;
    if (content.dosing && isRecord) {
        if (!content.dosing->startedAt || !content.dosing->stoppedAt) {
            missing.append(Words::tr("the dose was not started and stopped"));
        }
        if (!content.dosing->dischargedAt) {
            missing.append(Words::tr("the patient is not discharged"));
        }
    }
    if (content.notes.isEmpty() && !act.awaitsNote) {
        missing.append(Words::tr("there is no note"));
    }
    const bool isWhole = act.record == SigningAct::OfRecord::WithNotes;
    for (const Note& note : isWhole ? content.notes : act.notes) {
        missing += missingFor(note);
    }
    return missing;
}

QStringList SessionDesk::missingFor(const Note& note) {
    QStringList missing;
    if (const auto empty = therapy::NoteForms::builtIn().emptySections(note); !empty.isEmpty()) {
        missing.append(Words::tr("a section of the note is empty: %1").arg(empty.join(QStringLiteral(", "))));
    }
    if (note.risk.ideation == SuicidalIdeation::NotAsked) {
        missing.append(Words::tr("the risk line of the note is not answered"));
    }
    return missing;
}

base::Outcome SessionDesk::sign(const SessionId& id, const QString& password) {
    const auto content = load(id);
    if (!content) {
        return tl::unexpected<base::Error>(content.error());
    }
    const auto act = SigningAct::mine(m_practice, *content);
    if (!act) {
        return tl::unexpected<base::Error>(act.error());
    }
    if (const auto missing = missingForSignature(*content, *act); !missing.isEmpty()) {
        return base::fail(ErrorCode::Refused, Words::tr("The session was not signed"),
                          missing.join(QStringLiteral(", ")), Words::tr("complete it and sign again"));
    }
    return Signing(m_practice).signSession(*content, password, *act);
}

base::Outcome SessionDesk::cosign(const SessionId& id, const QString& password) {
    return load(id).and_then(
        [&](const SessionContent& content) { return Signing(m_practice).cosign(content, password); });
}

base::Outcome SessionDesk::addAddendum(const SessionId& id, const QString& text, const QString& password) {
    if (text.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The addendum was not saved"),
                          Words::tr("it is empty"), Words::tr("write what is to be added"));
    }
    const auto loaded = load(id);
    if (!loaded) {
        return tl::unexpected<base::Error>(loaded.error());
    }
    if (loaded->notes.isEmpty()) {
        return base::fail(ErrorCode::Refused, Words::tr("The addendum was not saved"),
                          Words::tr("the session has no note yet"), Words::tr("write the note itself"));
    }
    return Signing(m_practice).addSignedNote(loaded->notes.first(), text.trimmed(), password);
}

} // namespace kairos::workflow
