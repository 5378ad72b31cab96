// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/private_release.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/signing.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/storage/practice_file.h"

namespace kairos::workflow {

using base::ErrorCode;
using record::PrivateNoteId;
using storage::ReleaseState;
using storage::SealedRelease;

namespace {

QString notReleased() {
    return Words::tr("The private note was not released");
}

auto releaseRefused(const QString& why, const QString& remedy) {
    return base::fail(ErrorCode::Refused, notReleased(), why, remedy);
}

auto notAsked() {
    return releaseRefused(Words::tr("its release was not asked for"),
                          Words::tr("ask for it first, with a reason"));
}

/// Refused unless a release may stand there.
base::Outcome checkPlace(const SessionContent& content, const record::PatientId& patient) {
    const auto whose = content.therapy ? content.therapy->patient : content.dosing->patient;
    if (whose != patient) {
        return releaseRefused(Words::tr("the session is another patient's"),
                              Words::tr("open a session of this patient"));
    }
    const auto state = content.therapy ? content.therapy->state : content.dosing->state;
    if (state != record::SessionState::Signed || content.notes.isEmpty()) {
        return releaseRefused(Words::tr("the session is not signed yet"),
                              Words::tr("sign its chart note first: a release is an addendum to it"));
    }
    return {};
}

} // namespace

base::Result<PrivateNote> PrivateRelease::latest(const PrivateNoteId& note, const QString& what) const {
    return PrivateNotes(m_practice)
        .versions(note)
        .and_then([&](const QList<PrivateNote>& versions) -> base::Result<PrivateNote> {
            if (versions.isEmpty()) {
                return base::fail(ErrorCode::NotFound, what, Words::tr("you have no such private note"),
                                  Words::tr("open the list again"));
            }
            return versions.last();
        });
}

base::Outcome PrivateRelease::ask(const ReleaseWish& wish) {
    const QString what = Words::tr("The release was not asked for");
    const auto key = openKey(m_practice, what);
    if (!key) {
        return tl::unexpected<base::Error>(key.error());
    }
    if (wish.reason.trimmed().isEmpty() || wish.recipient.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("the reason or for whom it is is missing"),
                          Words::tr("write both: they stand in the chart with it"));
    }
    return latest(wish.note, what).and_then([&](const PrivateNote& note) {
        SealedRelease row{wish.note, m_practice.signedIn()->id, ReleaseState::Asked, m_practice.now(), {}};
        const ReleaseWords words{wish.reason.trimmed(), wish.recipient.trimmed(), note.version};
        row.sealed = sealFields(**key, words, boundTo(row));
        return WritingDoor(m_practice).save({}, {}, {row}).map([](const Changes&) {});
    });
}

base::Outcome PrivateRelease::withdraw(const PrivateNoteId& note) {
    return find(note).and_then([&](const std::optional<ReleaseView>& release) -> base::Outcome {
        if (!release || release->state != ReleaseState::Asked) {
            return notAsked();
        }
        return WritingDoor(m_practice).save({}, {}, {storage::WithdrawRelease{note}}).map([](const Changes&) {
        });
    });
}

base::Result<std::optional<ReleaseView>> PrivateRelease::find(const PrivateNoteId& note) const {
    const auto key = openKey(m_practice, Words::tr("The private notes were not read"));
    if (!key) {
        return tl::unexpected<base::Error>(key.error());
    }
    const auto row = m_practice.file().behindWall().release(m_practice.signedIn()->id, note);
    if (!row) {
        return tl::unexpected<base::Error>(row.error());
    }
    if (!row->has_value()) {
        return std::optional<ReleaseView>();
    }
    const auto words = openFields<ReleaseWords>(**key, (*row)->sealed, boundTo(**row));
    if (!words) {
        return base::fail(ErrorCode::Damaged, notReleased(),
                          Words::tr("its release was changed or moved in the file"),
                          Words::tr("open the latest backup, and keep the damaged file"));
    }
    return std::optional(ReleaseView{(*row)->state, (*row)->at, *words});
}

base::Result<QString> PrivateRelease::chartText(const PrivateNoteId& id) const {
    const auto release = find(id);
    if (!release) {
        return tl::unexpected<base::Error>(release.error());
    }
    if (!release->has_value() || (*release)->state != ReleaseState::Asked) {
        return notAsked();
    }
    const ReleaseWords& words = (*release)->words;
    return latest(id, notReleased()).and_then([&](const PrivateNote& note) -> base::Result<QString> {
        if (note.version != words.version) {
            return releaseRefused(Words::tr("the note was amended since"),
                                  Words::tr("read it again and ask anew"));
        }
        return Words::tr("Released from private notes by %1, written %2.\nFor: %3\n"
                         "Reason: %4\n\n%5")
            .arg(m_practice.signedIn()->name,
                 note.at.local(m_practice.zone()).toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                 words.recipient, words.reason, note.text);
    });
}

base::Outcome PrivateRelease::give(const PrivateNoteId& id, const record::SessionId& session,
                                   const QString& password) {
    const auto text = chartText(id);
    if (!text) {
        return tl::unexpected<base::Error>(text.error());
    }
    const auto content = latest(id, notReleased()).and_then([&](const PrivateNote& note) {
        return SessionDesk(m_practice).load(session).and_then([&](const SessionContent& loaded) {
            return checkPlace(loaded, note.patient).map([&] { return loaded; });
        });
    });
    if (!content) {
        return tl::unexpected<base::Error>(content.error());
    }
    const auto key = openKey(m_practice, notReleased());
    const auto asked = find(id);
    if (!key || !asked) {
        return tl::unexpected<base::Error>(!key ? key.error() : asked.error());
    }
    SealedRelease given{id, m_practice.signedIn()->id, ReleaseState::Given, m_practice.now(), {}};
    given.sealed = sealFields(**key, (*asked)->words, boundTo(given));
    return Signing(m_practice).addSignedNote(content->notes.first(), *text, password, {given});
}

} // namespace kairos::workflow
