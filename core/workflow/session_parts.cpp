// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/session_parts.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"

#include "core/security/permissions.h"
#include "core/storage/practice_file.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

base::Uuid idOf(const SessionContent& content) {
    return content.dosing ? content.dosing->id.uuid : content.therapy->id.uuid;
}

SessionState contentState(const SessionContent& content) {
    return content.dosing ? content.dosing->state : content.therapy->state;
}

Note firstOf(const SessionContent& content, const Note& note) {
    for (const Note& earlier : content.superseded) {
        if (earlier.id == firstVersionOf(note)) {
            return earlier;
        }
    }
    return note;
}

/// The part of one note with what stands under its first version and its amendment. Whose note it is, its
/// first version says: somebody else may have amended it.
base::Result<SessionPart> partOf(const SignedContent& signedContent, const SessionContent& content,
                                 const QList<Signature>& ofSession, const Note& note) {
    const Note first = firstOf(content, note);
    SessionPart part{PartKind::Note, note, first.author, {}};
    for (const Signature& signature : ofSession) {
        if (SignedContent::covers(signature, first)) {
            part.signatures.append(signature);
        }
    }
    QList<NoteId> versions{first.id};
    if (note.id != first.id) {
        versions.append(note.id);
    }
    for (const NoteId& version : versions) {
        const auto own = signedContent.signaturesOf(version.uuid);
        if (!own) {
            return tl::unexpected<base::Error>(own.error());
        }
        part.signatures += *own;
    }
    return part;
}

/// Who is still expected to write: the therapist who stays with the patient, and whoever keeps a draft.
base::Result<QList<ClinicianId>> writersOf(OpenPractice& practice, const SessionContent& content) {
    const auto clinicians = practice.clinicians();
    auto writers = practice.file().drafts().writersOf(QStringLiteral("note"), idOf(content));
    if (!clinicians || !writers) {
        return tl::unexpected<base::Error>(clinicians ? writers.error() : clinicians.error());
    }
    const auto attendant = content.dosing ? content.dosing->attendant : std::nullopt;
    QList<ClinicianId> expected;
    for (const Clinician& clinician : *clinicians) {
        const bool maySign = clinician.has(Role::Therapist) ||
                             (content.dosing && security::may(clinician, security::Permission::SignDosing));
        const bool attends = attendant == clinician.id && clinician.has(Role::Therapist);
        if ((writers->contains(clinician.id) && maySign) || attends) {
            expected.append(clinician.id);
        }
    }
    return expected;
}

} // namespace

NoteId firstVersionOf(const Note& note) {
    return note.amends.value_or(note.id);
}

base::Result<SessionParts> SessionParts::of(OpenPractice& practice, const SessionContent& content) {
    const SignedContent signedContent(practice);
    const auto ofSession = signedContent.signaturesOf(idOf(content));
    const auto writers = writersOf(practice, content);
    if (!ofSession || !writers) {
        return tl::unexpected<base::Error>(ofSession ? writers.error() : ofSession.error());
    }
    SessionParts visit;
    visit.parts.append({PartKind::Record, {}, {}, *ofSession});
    for (const Note& note : content.notes) {
        auto part = partOf(signedContent, content, *ofSession, note);
        if (!part) {
            return tl::unexpected<base::Error>(part.error());
        }
        visit.parts.append(std::move(*part));
    }
    for (const ClinicianId& writer : *writers) {
        const bool hasSigned =
            std::any_of(ofSession->begin(), ofSession->end(),
                        [&](const Signature& signature) { return signature.signer == writer; });
        if (contentState(content) != SessionState::Signed && !hasSigned && visit.noteOf(writer) == nullptr) {
            visit.parts.append({PartKind::Awaited, {}, writer, {}});
        }
    }
    return visit;
}

const SessionPart* SessionParts::noteOf(const ClinicianId& author) const {
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const SessionPart& part) {
        return part.kind == PartKind::Note && part.author == author;
    });
    return found == parts.end() ? nullptr : &*found;
}

bool SessionParts::isClosedFor(const ClinicianId& clinician) const {
    if (const SessionPart* own = noteOf(clinician)) {
        return own->isSigned();
    }
    const auto& names = record().signatures;
    const bool hasSigned = std::any_of(names.begin(), names.end(), [&](const Signature& signature) {
        return signature.signer == clinician;
    });
    return isComplete() || (hasSigned && parts.size() > 1);
}

bool SessionParts::isComplete() const {
    const auto isNote = [](const SessionPart& part) { return part.kind == PartKind::Note; };
    return std::any_of(parts.begin(), parts.end(), isNote) &&
           std::all_of(parts.begin(), parts.end(), [](const SessionPart& part) { return part.isSigned(); });
}

bool SessionParts::isBegun() const {
    return std::any_of(parts.begin(), parts.end(), [](const SessionPart& part) { return part.isSigned(); });
}

QList<Signature> SessionParts::signatures() const {
    QList<Signature> all;
    for (const SessionPart& part : parts) {
        for (const Signature& signature : part.signatures) {
            const bool isNamed = std::any_of(all.begin(), all.end(), [&](const Signature& other) {
                return other.signer == signature.signer && other.at == signature.at;
            });
            if (!isNamed) {
                all.append(signature);
            }
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Signature& a, const Signature& b) { return a.at < b.at; });
    return all;
}

QStringList SessionParts::open(const OpenPractice& practice) const {
    QStringList lines;
    bool hasNote = false;
    for (const SessionPart& part : parts) {
        hasNote = hasNote || part.kind != PartKind::Record;
        if (part.isSigned()) {
            continue;
        }
        const QString name = part.author ? practice.clinicianName(*part.author) : QString();
        switch (part.kind) {
        case PartKind::Record:
            lines.append(Words::tr("the record of the session"));
            break;
        case PartKind::Note:
            lines.append(Words::tr("the note of %1").arg(name));
            break;
        case PartKind::Awaited:
            lines.append(Words::tr("the note of %1, not written yet").arg(name));
            break;
        }
    }
    if (!hasNote) {
        lines.append(Words::tr("there is no note"));
    }
    return lines;
}

} // namespace kairos::workflow
