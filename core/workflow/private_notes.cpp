// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/private_notes.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/base/clock.h"
#include "core/storage/practice_file.h"

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using record::PatientId;
using record::PrivateNoteId;
using storage::SealedNote;

namespace {

QString notRead() {
    return Words::tr("The private notes were not read");
}

QString notWritten() {
    return Words::tr("The private note was not written");
}

QString notDestroyed() {
    return Words::tr("The private note was not destroyed");
}

QString draftNotKept() {
    return Words::tr("The draft of the private note was not kept");
}

base::Error missing(const QString& what) {
    return {ErrorCode::NotFound, what, Words::tr("you have no private note of this kind"),
            Words::tr("open the list again")};
}

/// Names the note by its moment and its row: never by its words.
base::Error changed(const SealedNote& row, const OpenPractice& practice) {
    return {ErrorCode::Damaged,
            Words::tr("The private note of %1 was not opened")
                .arg(row.at.local(practice.zone()).toString(QStringLiteral("yyyy-MM-dd HH:mm"))),
            Words::tr("row %1 was changed or moved in the file").arg(row.id.toString()),
            Words::tr("open the latest backup, and keep the damaged file")};
}

base::Result<PrivateNote> opened(const SealedNote& row, const security::PrivateKey& key,
                                 const OpenPractice& practice) {
    auto text = openText(key, row.sealed, boundTo(row));
    if (!text) {
        return tl::unexpected<base::Error>(changed(row, practice));
    }
    return PrivateNote{row.id, row.version, row.patient, row.session, row.at, std::move(*text)};
}

} // namespace

base::Result<PrivateNoteList> PrivateNotes::mine(const PatientId& patient) const {
    const auto key = openKey(m_practice, notRead());
    if (!key) {
        return tl::unexpected<base::Error>(key.error());
    }
    const auto rows = m_practice.file().behindWall().notes(m_practice.signedIn()->id, patient);
    if (!rows) {
        return tl::unexpected<base::Error>(rows.error());
    }
    PrivateNoteList list;
    for (qsizetype i = 0; i < rows->size(); ++i) {
        const bool isLatest = i + 1 == rows->size() || rows->at(i + 1).id != rows->at(i).id;
        if (!isLatest) {
            continue;
        }
        if (auto note = opened(rows->at(i), **key, m_practice)) {
            list.notes.append(std::move(*note));
        } else {
            list.damaged.append(note.error().sentence());
        }
    }
    // Ids sort by their making.
    std::sort(list.notes.begin(), list.notes.end(),
              [](const PrivateNote& a, const PrivateNote& b) { return b.id < a.id; });
    return list;
}

base::Result<QList<PrivateNote>> PrivateNotes::versions(const PrivateNoteId& id) const {
    const auto key = openKey(m_practice, notRead());
    if (!key) {
        return tl::unexpected<base::Error>(key.error());
    }
    const auto rows = m_practice.file().behindWall().versions(m_practice.signedIn()->id, id);
    if (!rows) {
        return tl::unexpected<base::Error>(rows.error());
    }
    QList<PrivateNote> all;
    for (const SealedNote& row : *rows) {
        auto note = opened(row, **key, m_practice);
        if (!note) {
            return tl::unexpected<base::Error>(note.error());
        }
        all.append(std::move(*note));
    }
    return all;
}

base::Result<SealedNote> PrivateNotes::begin(const PatientId& patient, const PrivateDraft& draft) const {
    SealedNote note;
    note.author = m_practice.signedIn()->id;
    note.patient = patient;
    note.at = m_practice.now();
    if (!draft.amends) {
        note.id = m_practice.ids().next<PrivateNoteId>();
        note.session = draft.session;
        return note;
    }
    const auto before = m_practice.file().behindWall().versions(note.author, *draft.amends);
    if (!before) {
        return tl::unexpected<base::Error>(before.error());
    }
    if (before->isEmpty() || before->last().patient != patient) {
        return tl::unexpected<base::Error>(missing(notWritten()));
    }
    note.id = before->last().id;
    note.version = before->last().version + 1;
    note.session = before->last().session;
    return note;
}

base::Result<PrivateNoteId> PrivateNotes::write(const PatientId& patient, const PrivateDraft& draft) {
    const auto key = openKey(m_practice, notWritten());
    if (!key) {
        return tl::unexpected<base::Error>(key.error());
    }
    if (draft.text.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, notWritten(), Words::tr("it is empty"),
                          Words::tr("write what you want to keep"));
    }
    auto note = begin(patient, draft);
    if (!note) {
        return tl::unexpected<base::Error>(note.error());
    }
    note->sealed = sealText(**key, draft.text, boundTo(*note));
    return WritingDoor(m_practice).save({}, {}, {*note, draftKey(patient)}).map([&](const Changes&) {
        return note->id;
    });
}

base::Outcome PrivateNotes::destroy(const PrivateNoteId& id, const QString& password) {
    if (const auto key = openKey(m_practice, notDestroyed()); !key) {
        return tl::unexpected<base::Error>(key.error());
    }
    const auto rows = m_practice.confirm(password).and_then(
        [&] { return m_practice.file().behindWall().versions(m_practice.signedIn()->id, id); });
    if (!rows) {
        return tl::unexpected<base::Error>(rows.error());
    }
    if (rows->isEmpty()) {
        return tl::unexpected<base::Error>(missing(notDestroyed()));
    }
    return WritingDoor(m_practice).save({}, {}, {storage::DestroyNote{id}}).map([](const Changes&) {});
}

storage::PrivateDraftKey PrivateNotes::draftKey(const PatientId& patient) const {
    return {m_practice.signedIn()->id, patient};
}

base::Outcome PrivateNotes::keepDraft(const PatientId& patient, const PrivateDraft& draft) {
    return openKey(m_practice, draftNotKept()).and_then([&](const security::PrivateKey* key) {
        const auto row = draftKey(patient);
        return m_practice.file().behindWall().keepDraft(
            {row, m_practice.environment().clock.nowMs(), sealFields(*key, draft, boundTo(row))});
    });
}

base::Result<std::optional<KeptPrivateDraft>> PrivateNotes::draft(const PatientId& patient) const {
    const auto key = openKey(m_practice, notRead());
    if (!key) {
        return tl::unexpected<base::Error>(key.error());
    }
    const auto row = m_practice.file().behindWall().draft(draftKey(patient));
    if (!row) {
        return tl::unexpected<base::Error>(row.error());
    }
    if (!row->has_value()) {
        return std::optional<KeptPrivateDraft>();
    }
    auto draft = openFields<PrivateDraft>(**key, (*row)->sealed, boundTo((*row)->key));
    if (!draft) {
        return base::fail(ErrorCode::Damaged, notRead(),
                          Words::tr("the draft was changed or moved in the file"),
                          Words::tr("write the note anew"));
    }
    return std::optional(
        KeptPrivateDraft{std::move(*draft), base::Instant::inZone((*row)->savedMs, m_practice.zone())});
}

base::Outcome PrivateNotes::dropDraft(const PatientId& patient) {
    return openKey(m_practice, draftNotKept()).and_then([&](const security::PrivateKey*) {
        return WritingDoor(m_practice).save({}, {}, {draftKey(patient)}).map([](const Changes&) {});
    });
}

} // namespace kairos::workflow
