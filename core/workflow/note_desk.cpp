// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/note_desk.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/patient_reads.h"
#include "core/workflow/session_desk.h"

#include "core/base/text.h"
#include "core/storage/practice_file.h"
#include "core/therapy/modalities.h"
#include "core/therapy/note_forms.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

/// The same modality typed otherwise is the same modality.
QString modalityKey(const QString& modality) {
    const auto* known = therapy::Modalities::builtIn().find(modality);
    return known != nullptr ? known->id : base::foldForSearch(modality.trimmed());
}

base::Instant heldAt(const TherapySession& session) {
    return session.startedAt.value_or(session.booked.instant());
}
base::Instant heldAt(const DosingSession& session) {
    return session.startedAt.value_or(session.booked.instant());
}

bool isSameKind(const TherapySession& one, const TherapySession& other) {
    return one.type == other.type;
}
bool isSameKind(const DosingSession&, const DosingSession&) {
    return true;
}

bool hasText(const Note& note) {
    return std::any_of(note.sections.begin(), note.sections.end(),
                       [](const NoteSection& section) { return !section.text.trimmed().isEmpty(); });
}

/// The patient's sessions of the same kind before this one, latest first.
template <class Session>
base::Result<QList<Session>> earlierThan(OpenPractice& practice, const Session& session) {
    return practice.reads().all<Session>(session.patient).map([&](storage::Loaded<Session> loaded) {
        QList<Session>& all = loaded.records;
        all.removeIf([&](const Session& other) {
            return other.id == session.id || !isSameKind(other, session) || heldAt(session) < heldAt(other);
        });
        std::stable_sort(all.begin(), all.end(),
                         [](const Session& a, const Session& b) { return heldAt(b) < heldAt(a); });
        return all;
    });
}

/// The note of a session to carry from; none when none has text.
base::Result<std::optional<Note>> noteOf(OpenPractice& practice, const SessionId& session) {
    return SessionDesk(practice).load(session).map([&](const SessionContent& content) {
        std::optional<Note> found;
        for (const Note& note : content.notes) {
            const bool isOwn = practice.signedIn() && note.author == practice.signedIn()->id;
            if (hasText(note) && (!found || isOwn)) {
                found = note;
            }
        }
        return found;
    });
}

template <class Session>
base::Result<std::optional<EarlierNote>> lastNoteBefore(OpenPractice& practice, const Session& session) {
    const auto earlier = earlierThan(practice, session);
    if (!earlier) {
        return tl::unexpected<base::Error>(earlier.error());
    }
    for (const Session& held : *earlier) {
        const auto note = noteOf(practice, held.id);
        if (!note) {
            return tl::unexpected<base::Error>(note.error());
        }
        if (note->has_value()) {
            return EarlierNote{**note, heldAt(held)};
        }
    }
    return std::optional<EarlierNote>();
}

} // namespace

NoteFormat NoteDesk::startingForm(TherapyType type, const QString& modality) const {
    const auto& me = m_practice.signedIn();
    for (const FormChoice& choice : me ? me->noteForms : QList<FormChoice>()) {
        if (choice.type == type && choice.modality == modalityKey(modality)) {
            return choice.format;
        }
    }
    return therapy::NoteForms::builtIn().kind(type).format;
}

base::Result<std::optional<storage::Change>> NoteDesk::rememberForm(const Note& note) const {
    const auto& me = m_practice.signedIn();
    return m_practice.file()
        .records()
        .find<TherapySession>(note.session)
        .map([&](const std::optional<TherapySession>& session) -> std::optional<storage::Change> {
            if (!me || !session || startingForm(session->type, session->modality) == note.format) {
                return std::nullopt;
            }
            Clinician changed = *me;
            const FormChoice wanted{session->type, modalityKey(session->modality), note.format};
            changed.noteForms.removeIf([&](const FormChoice& choice) {
                return choice.type == wanted.type && choice.modality == wanted.modality;
            });
            // What is usual anyway need not be remembered.
            if (therapy::NoteForms::builtIn().kind(wanted.type).format != wanted.format) {
                changed.noteForms.append(wanted);
            }
            return storage::Change{Action::Changed, changed, QString()};
        });
}

base::Result<std::optional<EarlierNote>> NoteDesk::lastNote(const SessionId& session) const {
    auto& records = m_practice.file().records();
    const auto therapy = records.find<TherapySession>(session);
    if (!therapy) {
        return tl::unexpected<base::Error>(therapy.error());
    }
    if (therapy->has_value()) {
        return lastNoteBefore(m_practice, **therapy);
    }
    const auto dosing = records.find<DosingSession>(session);
    if (!dosing) {
        return tl::unexpected<base::Error>(dosing.error());
    }
    if (dosing->has_value()) {
        return lastNoteBefore(m_practice, **dosing);
    }
    return std::optional<EarlierNote>();
}

} // namespace kairos::workflow
