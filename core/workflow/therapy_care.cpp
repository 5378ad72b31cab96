// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/therapy_care.h"

#include "core/workflow/course_place.h"
#include "core/workflow/note_desk.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/therapy/note_text.h"

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

base::Result<std::optional<PlanStep>> plannedStep(OpenPractice& practice, const std::optional<StepId>& id) {
    if (!id) {
        return std::optional<PlanStep>();
    }
    return practice.file().records().find<PlanStep>(*id);
}

/// A visit whose parts were all signed waits again once somebody writes another note.
template <class Session>
base::Result<QList<storage::Change>> reopened(OpenPractice& practice, const SessionId& id) {
    return practice.file().records().find<Session>(id).map([](std::optional<Session> session) {
        QList<storage::Change> changes;
        if (session && session->state == SessionState::Signed) {
            session->state = SessionState::Held;
            changes.append({Action::Changed, *session, {}});
        }
        return changes;
    });
}

} // namespace

base::Result<SessionId> TherapyCare::book(TherapySession session) {
    if (!session.booked.isValid()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The session was not booked"),
                          Words::tr("the day or the time is missing"), Words::tr("type both"));
    }
    const auto step =
        m_practice.require(Permission::Schedule).and_then([&] { return placeInCourse(m_practice, session); });
    if (!step) {
        return tl::unexpected<base::Error>(step.error());
    }
    session.id = m_practice.ids().next<SessionId>();
    session.state = SessionState::Planned;
    if (session.therapist.isNull() && m_practice.signedIn()) {
        session.therapist = m_practice.signedIn()->id;
    }
    QList<storage::Change> changes = {{Action::Created, session, {}}};
    if (step->has_value()) {
        changes.append({Action::Changed, **step, {}});
    }
    return WritingDoor(m_practice).save(changes).map([&](const Changes&) { return session.id; });
}

base::Outcome TherapyCare::hold(const SessionId& id, const base::Instant& startedAt,
                                std::optional<int> minutes, const QString& modality) {
    const QString what = Words::tr("The session was not marked as held");
    if (minutes && (*minutes < 1 || *minutes > 600)) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("the minutes are outside 1 to 600"),
                          Words::tr("type how long the session took"));
    }
    if (startedAt > m_practice.now()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("its beginning is still to come"),
                          Words::tr("type when it began"));
    }
    const auto found = m_practice.file().records().find<TherapySession>(id);
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (!found->has_value()) {
        return base::fail(ErrorCode::NotFound, what, Words::tr("there is none with this id"),
                          Words::tr("look it up in the patient's chart"));
    }
    TherapySession session = **found;
    if (session.state == SessionState::Cancelled || session.state == SessionState::NoShow) {
        return base::fail(ErrorCode::Refused, what, Words::tr("it was cancelled or nobody came"),
                          Words::tr("book the session that was held"));
    }
    session.startedAt = startedAt;
    session.minutes = minutes;
    session.modality = modality;
    session.state = SessionState::Held;
    QList<storage::Change> changes = {{Action::Changed, session, {}}};
    const auto step = plannedStep(m_practice, session.step);
    if (!step) {
        return tl::unexpected<base::Error>(step.error());
    }
    if (step->has_value()) {
        PlanStep done = **step;
        done.doneBy = id.uuid;
        done.doneAt = startedAt;
        changes.append({Action::Changed, done, {}});
    }
    return WritingDoor(m_practice).save(changes).map([](const Changes&) {});
}

base::Outcome TherapyCare::checkMine(const Note& note) const {
    const QString what = Words::tr("The note was not saved");
    if (note.author != m_practice.signedIn()->id) {
        return base::fail(ErrorCode::Refused, what, Words::tr("it is another clinician's"),
                          Words::tr("write a note of your own"));
    }
    return m_practice.file().records().find<Note>(note.id).and_then([&](const std::optional<Note>& stored)
                                                                        -> base::Outcome {
        const bool isNewer = stored && note.writtenAt.utcMs != 0 && stored->writtenAt != note.writtenAt;
        if (!isNewer) {
            return {};
        }
        const auto time = stored->writtenAt.local(m_practice.zone()).time();
        return base::fail(
            ErrorCode::Refused, what,
            Words::tr("it was saved anew at %1 in another place").arg(time.toString(QStringLiteral("HH:mm"))),
            Words::tr("your text is kept; look at the newer version in the history, then save "
                      "again to put your text in its place"));
    });
}

base::Outcome TherapyCare::takeBack(const NoteId& id, const std::optional<Note>& before) {
    const QString why = Words::tr("taken back right after saving");
    return m_practice.file().records().find<Note>(id).and_then(
        [&](const std::optional<Note>& stored) -> base::Outcome {
            if (!stored || !m_practice.signedIn() || stored->author != m_practice.signedIn()->id) {
                return base::fail(ErrorCode::Refused, Words::tr("The note was not taken back"),
                                  Words::tr("it is not yours, or no longer there"),
                                  Words::tr("open the session and look at its note"));
            }
            const storage::Change change = before ? storage::Change{Action::Changed, *before, why}
                                                  : storage::Change{Action::EnteredInError, *stored, why};
            return WritingDoor(m_practice).save({change}).map([](const Changes&) {});
        });
}

base::Result<NoteId> TherapyCare::saveNote(Note note, const QList<storage::DraftKey>& finished) {
    if (!m_practice.signedIn()) {
        return base::fail(ErrorCode::Refused, Words::tr("The note was not saved"),
                          Words::tr("nobody is signed in"), Words::tr("sign in; the draft is kept"));
    }
    const bool isNew = note.id.isNull();
    if (isNew) {
        note.id = m_practice.ids().next<NoteId>();
        note.author = m_practice.signedIn()->id;
    } else if (const auto mine = checkMine(note); !mine) {
        return tl::unexpected<base::Error>(mine.error());
    }
    note.writtenAt = m_practice.now();
    for (NoteSection& section : note.sections) {
        section.text = therapy::cleanNoteText(section.text);
    }
    const auto form =
        therapy::checkNoteLength(note).and_then([&] { return NoteDesk(m_practice).rememberForm(note); });
    if (!form) {
        return tl::unexpected<base::Error>(form.error());
    }
    QList<storage::Change> changes = {{isNew ? Action::Created : Action::Changed, note, {}}};
    if (form->has_value()) {
        changes.append(**form);
    }
    if (isNew && note.isFirst()) {
        const auto dosing = reopened<DosingSession>(m_practice, note.session);
        const auto therapy = reopened<TherapySession>(m_practice, note.session);
        if (!dosing || !therapy) {
            return tl::unexpected<base::Error>(dosing ? therapy.error() : dosing.error());
        }
        changes += *dosing + *therapy;
    }
    return WritingDoor(m_practice).save(changes, finished).map([&](const Changes&) {
        if (form->has_value()) {
            m_practice.adopt((*form)->record.get<Clinician>());
        }
        return note.id;
    });
}

} // namespace kairos::workflow
