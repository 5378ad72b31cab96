// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/signed_lock.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/signed_content.h"
#include "core/workflow/words.h"

#include "core/record/packing.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;
using storage::Change;

namespace {

base::Outcome fixedBySignature() {
    return base::fail(base::ErrorCode::Refused, Words::tr("Nothing was changed"),
                      Words::tr("this is signed, and signed content is fixed"),
                      Words::tr("write an addendum instead"));
}

} // namespace

base::Outcome SignedLock::check(const QList<Change>& changes) {
    for (const Change& change : changes) {
        if (change.record.kind() == RecordKind::Signature) {
            m_given.append(change.record.get<Signature>());
        }
    }
    for (const Change& change : changes) {
        if (const auto checked = checkOne(change); !checked) {
            return checked;
        }
    }
    return {};
}

base::Outcome SignedLock::checkOne(const Change& change) {
    base::Outcome checked;
    withRecordType(change.record.kind(), [&]<class Record>() {
        const Record& value = change.record.get<Record>();
        if constexpr (std::is_same_v<Record, DosingSession> || std::is_same_v<Record, TherapySession>) {
            checked = checkSession(change, value);
        } else if constexpr (std::is_same_v<Record, Note>) {
            checked = checkNote(change, value);
        } else if constexpr (std::is_same_v<Record, Signature>) {
            checked = change.action == Action::Created ? base::Outcome() : fixedBySignature();
        } else if (const auto target = SignedContent::targetOf(value); target && !m_open.contains(*target)) {
            checked = SignedContent(m_practice).requireOpen(*target);
            m_open.insert(*target);
        }
    });
    return checked;
}

template <class Session>
base::Outcome SignedLock::checkSession(const Change& change, const Session& session) {
    const auto open = SignedContent(m_practice).requireOpen(session.id.uuid);
    if (open || open.error().code != base::ErrorCode::Refused) {
        return open;
    }
    return m_practice.file()
        .records()
        .find<Session>(session.id)
        .and_then([&](const std::optional<Session>& stored) -> base::Outcome {
            const bool saysOnlyWhatIsSigned =
                stored && change.action == Action::Changed &&
                (session.state == SessionState::Held || session.state == SessionState::Signed) &&
                pack(asSigned(*stored)) == pack(asSigned(session));
            return saysOnlyWhatIsSigned ? base::Outcome() : open;
        });
}

base::Outcome SignedLock::checkNote(const Change& change, const Note& note) {
    const auto stored = m_practice.file().records().find<Note>(note.id);
    if (!stored) {
        return tl::unexpected<base::Error>(stored.error());
    }
    // A note that was entered in error is found by its signatures alone, and stays as it is.
    const auto locked = isSigned(stored->value_or(note));
    if (!locked) {
        return tl::unexpected<base::Error>(locked.error());
    }
    if (!*locked) {
        return *stored ? base::Outcome() : checkNewNote(note);
    }
    const bool isWithdrawn = change.action == Action::EnteredInError && !change.reason.trimmed().isEmpty() &&
                             *stored && pack(**stored) == pack(note) &&
                             isSignedHere(note, SignatureUse::Withdrawal);
    return isWithdrawn ? base::Outcome() : fixedBySignature();
}

base::Outcome SignedLock::checkNewNote(const Note& note) {
    if (note.amends) {
        return isSignedHere(note, std::nullopt)
                   ? base::Outcome()
                   : base::fail(base::ErrorCode::Refused, Words::tr("The amendment was not saved"),
                                Words::tr("it is not signed"),
                                Words::tr("amend the note where its signature stands"));
    }
    if (!note.isFirst()) {
        return {};
    }
    const auto signatures = SignedContent(m_practice).signaturesOf(note.session.uuid);
    if (!signatures) {
        return tl::unexpected<base::Error>(signatures.error());
    }
    const bool isWhole = std::any_of(signatures->begin(), signatures->end(),
                                     [](const Signature& signature) { return !signature.use; });
    if (!isWhole) {
        return {};
    }
    // Where every note was entered in error, the right one may still be written.
    storage::RowFilter filter;
    filter.parent = note.session.uuid;
    return m_practice.file().records().list<Note>(filter).and_then(
        [&](const storage::Loaded<Note>& loaded) -> base::Outcome {
            const bool hasNote = std::any_of(loaded.records.begin(), loaded.records.end(),
                                             [](const Note& other) { return other.isFirst(); });
            return hasNote || !loaded.damaged.isEmpty() ? fixedBySignature() : base::Outcome();
        });
}

base::Result<bool> SignedLock::isSigned(const Note& note) const {
    const SignedContent content(m_practice);
    const auto own = content.signaturesOf(note.id.uuid);
    const auto ofSession = content.signaturesOf(note.session.uuid);
    if (!own || !ofSession) {
        return tl::unexpected<base::Error>(own ? ofSession.error() : own.error());
    }
    return !own->isEmpty() ||
           std::any_of(ofSession->begin(), ofSession->end(),
                       [&](const Signature& signature) { return SignedContent::covers(signature, note); });
}

bool SignedLock::isSignedHere(const Note& note, std::optional<SignatureUse> use) const {
    return std::any_of(m_given.begin(), m_given.end(), [&](const Signature& signature) {
        return signature.target == note.id.uuid && signature.use == use &&
               signature.contentHash == SignedContent::hashOf(pack(note)).toBytes();
    });
}

} // namespace kairos::workflow
