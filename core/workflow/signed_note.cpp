// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/signed_note.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/session_parts.h"
#include "core/workflow/words.h"

#include "core/reports/wording.h"
#include "core/storage/practice_file.h"
#include "core/therapy/note_text.h"

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;

namespace {

QString notAmended() {
    return Words::tr("The note was not amended");
}

/// The note as it stands, or why it may not be amended from this copy.
base::Result<Note> standing(const SessionContent& content, const SessionParts& visit, const Note& wanted) {
    for (const Note& earlier : content.superseded) {
        if (earlier.id == wanted.id) {
            return base::fail(ErrorCode::Refused, notAmended(),
                              Words::tr("somebody amended it since you opened it"),
                              Words::tr("read the new version and amend that; your text is kept as a draft"));
        }
    }
    for (const SessionPart& part : visit.parts) {
        if (!part.note || part.note->id != wanted.id) {
            continue;
        }
        if (!part.isSigned()) {
            return base::fail(ErrorCode::Refused, notAmended(), Words::tr("it is not signed yet"),
                              Words::tr("change the note itself"));
        }
        return *part.note;
    }
    return base::fail(ErrorCode::NotFound, notAmended(), Words::tr("it no longer stands in this session"),
                      Words::tr("open the session again; your text is kept as a draft"));
}

bool saysTheSame(const Note& one, const Note& other) {
    return one.format == other.format && one.sections == other.sections && one.risk == other.risk &&
           one.details == other.details;
}

base::Outcome checkWanted(const Note& stands, const Note& wanted, const QString& reason) {
    if (reason.isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, notAmended(), Words::tr("there is no reason"),
                          Words::tr("write why the signed note is amended"));
    }
    if (saysTheSame(stands, wanted)) {
        return base::fail(ErrorCode::InvalidInput, notAmended(), Words::tr("nothing of it was changed"),
                          Words::tr("change what was wrong, or write an addendum"));
    }
    if (const auto missing = SessionDesk::missingFor(wanted); !missing.isEmpty()) {
        return base::fail(ErrorCode::Refused, notAmended(), missing.join(QStringLiteral(", ")),
                          Words::tr("complete it and sign again"));
    }
    return therapy::checkNoteLength(wanted);
}

} // namespace

QString amendmentWords(const Note& amendment, const OpenPractice& practice, const QLocale& locale) {
    return Words::tr("amended on %1 by %2: %3")
        .arg(reports::momentText(amendment.writtenAt, practice.zone(), locale),
             practice.clinicianName(amendment.author), amendment.amendReason);
}

bool SignedNotes::mayChange(const SessionContent& content) const {
    return m_practice.signedIn() && m_practice.require(notePermission(m_practice, content)).has_value();
}

base::Result<SessionContent> SignedNotes::contentOf(const Note& note) const {
    return SessionDesk(m_practice).load(note.session);
}

base::Outcome SignedNotes::amend(Note wanted, const Answered& answered,
                                 const QList<storage::DraftKey>& finished) {
    const auto content = contentOf(wanted);
    if (!content) {
        return tl::unexpected<base::Error>(content.error());
    }
    const auto stands = SessionParts::of(m_practice, *content).and_then([&](const SessionParts& visit) {
        return standing(*content, visit, wanted);
    });
    if (!stands) {
        return tl::unexpected<base::Error>(stands.error());
    }
    for (NoteSection& section : wanted.sections) {
        section.text = therapy::cleanNoteText(section.text);
    }
    const QString reason = answered.reason.trimmed();
    return m_practice.require(notePermission(m_practice, *content))
        .and_then([&] { return checkWanted(*stands, wanted, reason); })
        .and_then([&] {
            wanted.id = m_practice.ids().next<NoteId>();
            wanted.session = stands->session;
            wanted.patient = stands->patient;
            wanted.author = m_practice.signedIn()->id;
            wanted.writtenAt = m_practice.now();
            wanted.addendumTo.reset();
            wanted.amends = firstVersionOf(*stands);
            wanted.amendReason = reason;
            return Signing(m_practice).signAmendment(wanted, *content, answered.password, finished);
        });
}

base::Outcome SignedNotes::withdraw(const Note& note, const Answered& answered) {
    const Answered given{answered.reason.trimmed(), answered.password};
    const QString what = Words::tr("The note was not marked as entered in error");
    if (given.reason.isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("there is no reason"),
                          Words::tr("write why, e.g. that it is another patient's"));
    }
    const auto content = contentOf(note);
    const auto addenda = SessionDesk(m_practice).addenda(note.session);
    if (!content || !addenda) {
        return tl::unexpected<base::Error>(content ? addenda.error() : content.error());
    }
    const NoteId first = firstVersionOf(note);
    QList<Note> versions = content->notes + content->superseded + *addenda;
    versions.removeIf(
        [&](const Note& other) { return firstVersionOf(other) != first && other.addendumTo != first; });
    if (versions.isEmpty()) {
        return base::fail(ErrorCode::NotFound, what, Words::tr("it no longer stands in this session"),
                          Words::tr("open the session again"));
    }
    return Signing(m_practice).signWithdrawal(versions, *content, given);
}

base::Result<QList<WithdrawnNote>> SignedNotes::withdrawnOf(const SessionContent& content) const {
    return SessionReader(m_practice.file().reader()).withdrawnOf(content);
}

base::Result<QList<Signature>> SignedNotes::brokenOf(const SessionContent& content) const {
    return SessionReader(m_practice.file().reader()).brokenOf(content);
}

} // namespace kairos::workflow
