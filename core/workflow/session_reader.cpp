// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/session_reader.h"

#include "core/workflow/session_parts.h"
#include "core/workflow/words.h"

#include "core/record/packing.h"

#include <algorithm>
#include <utility>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;

namespace {

constexpr auto kNotLoaded = QT_TRANSLATE_NOOP("Words", "The session was not opened");

template <class Record>
base::Outcome loadChildren(storage::PracticeReader& reader, const SessionId& id, QList<Record>& into) {
    storage::RowFilter filter;
    filter.parent = id.uuid;
    const auto loaded = reader.records().list<Record>(filter);
    if (!loaded) {
        return tl::unexpected<base::Error>(loaded.error());
    }
    if (!loaded->damaged.isEmpty()) {
        return base::fail(ErrorCode::Damaged, Words::tr(kNotLoaded),
                          Words::tr("%1 is damaged").arg(loaded->damaged.first()),
                          Words::tr("open the latest backup, and keep the damaged file"));
    }
    into = loaded->records;
    return {};
}

/// The notes as they stand: of a note and its amendments the latest, in the place of the first.
void addNotes(SessionContent& content, QList<Note> notes) {
    notes.removeIf([](const Note& note) { return note.addendumTo.has_value(); });
    std::stable_sort(notes.begin(), notes.end(),
                     [](const Note& a, const Note& b) { return a.isFirst() && !b.isFirst(); });
    for (const Note& note : notes) {
        const auto place = std::find_if(content.notes.begin(), content.notes.end(), [&](const Note& other) {
            return note.amends && firstVersionOf(other) == *note.amends;
        });
        if (place == content.notes.end()) {
            content.notes.append(note);
        } else if (place->isFirst() || place->writtenAt <= note.writtenAt) {
            content.superseded.append(std::exchange(*place, note));
        } else {
            content.superseded.append(note);
        }
    }
}

/// The notes that still stood at the moment.
QList<Note> goneSince(const QList<WithdrawnNote>& withdrawn, const base::Instant& at) {
    QList<Note> notes;
    for (const WithdrawnNote& one : withdrawn) {
        if (at <= one.at) {
            notes.append(one.note);
        }
    }
    return notes;
}

} // namespace

base::Result<SessionContent> SessionReader::load(const SessionId& id) const {
    SessionContent content;
    auto& records = m_reader.records();
    const auto dosing = records.find<DosingSession>(id);
    const auto therapy = records.find<TherapySession>(id);
    if (!dosing) {
        return tl::unexpected<base::Error>(dosing.error());
    }
    if (!therapy) {
        return tl::unexpected<base::Error>(therapy.error());
    }
    if (!dosing->has_value() && !therapy->has_value()) {
        return base::fail(ErrorCode::NotFound, Words::tr(kNotLoaded), Words::tr("there is none with this id"),
                          Words::tr("look it up in the patient's chart"));
    }
    content.dosing = *dosing;
    content.therapy = *therapy;
    QList<Note> notes;
    const auto loaded = loadChildren(m_reader, id, content.readings)
                            .and_then([&] { return loadChildren(m_reader, id, content.events); })
                            .and_then([&] { return loadChildren(m_reader, id, content.adverseEvents); })
                            .and_then([&] { return loadChildren(m_reader, id, content.checks); })
                            .and_then([&] { return loadChildren(m_reader, id, notes); });
    if (!loaded) {
        return tl::unexpected<base::Error>(loaded.error());
    }
    content.checks.removeIf([](const GateCheck& check) { return check.gate == Gate::After; });
    addNotes(content, std::move(notes));
    return content;
}

base::Result<QList<Note>> SessionReader::addenda(const SessionId& id) const {
    QList<Note> notes;
    return loadChildren(m_reader, id, notes).map([&] {
        QList<Note> added;
        for (const Note& note : notes) {
            if (note.addendumTo) {
                added.append(note);
            }
        }
        return added;
    });
}

base::Result<QList<Rating>> SessionReader::ratings(const SessionId& id) const {
    QList<Rating> ratings;
    return loadChildren(m_reader, id, ratings).map([&] { return ratings; });
}

base::Result<QList<Signature>> SessionReader::signaturesOf(const base::Uuid& target) const {
    storage::RowFilter filter;
    filter.parent = target;
    return m_reader.records().list<Signature>(filter).map(
        [](const storage::Loaded<Signature>& loaded) { return loaded.records; });
}

base::Result<QList<WithdrawnNote>> SessionReader::withdrawnOf(const SessionContent& content) const {
    const auto id = content.dosing ? content.dosing->id : content.therapy->id;
    storage::RowFilter filter;
    filter.patient = content.dosing ? content.dosing->patient : content.therapy->patient;
    filter.state = static_cast<qint64>(RecordKind::Note);
    const auto signatures = m_reader.records().list<Signature>(filter);
    if (!signatures) {
        return tl::unexpected<base::Error>(signatures.error());
    }
    QList<WithdrawnNote> withdrawn;
    for (const Signature& signature : signatures->records) {
        if (signature.use != SignatureUse::Withdrawal) {
            continue;
        }
        const auto history = m_reader.historyOf(signature.target, signature.patient);
        if (!history) {
            return tl::unexpected<base::Error>(history.error());
        }
        const auto note = history->isEmpty() ? std::nullopt : unpack<Note>(history->last().content);
        if (note && note->session == id) {
            withdrawn.append({*note, history->last().actor.name, signature.at, history->last().reason});
        }
    }
    return withdrawn;
}

base::Result<QList<Signature>> SessionReader::brokenOf(const SessionContent& content) const {
    const auto id = content.dosing ? content.dosing->id : content.therapy->id;
    const auto withdrawn = withdrawnOf(content);
    const auto added = addenda(id);
    const auto ofSession = signaturesOf(id.uuid);
    for (const auto* error : {withdrawn ? nullptr : &withdrawn.error(), added ? nullptr : &added.error(),
                              ofSession ? nullptr : &ofSession.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    QList<Signature> broken;
    for (const Signature& signature : *ofSession) {
        const auto still = goneSince(*withdrawn, signature.at);
        if (signature.contentHash != SignedContent::hashOf(content, signature, still).toBytes()) {
            broken.append(signature);
        }
    }
    const QList<Note> gone = goneSince(*withdrawn, {});
    for (const Note& note : content.notes + content.superseded + *added + gone) {
        const auto own = signaturesOf(note.id.uuid);
        if (!own) {
            return tl::unexpected<base::Error>(own.error());
        }
        for (const Signature& signature : *own) {
            if (signature.contentHash != SignedContent::hashOf(pack(note)).toBytes()) {
                broken.append(signature);
            }
        }
    }
    return broken;
}

} // namespace kairos::workflow
