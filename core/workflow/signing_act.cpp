// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/signing_act.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/session_parts.h"
#include "core/workflow/words.h"

#include "core/storage/practice_file.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;
using security::Permission;

namespace {

/// Whether a note waits for its author, who may sign it; else it goes with the record.
bool waitsForAuthor(OpenPractice& practice, const SessionContent& content, const ClinicianId& author) {
    const auto found = practice.file().records().find<Clinician>(author);
    if (!found || !found->has_value()) {
        return false;
    }
    return security::may(**found, Permission::SignTherapy) ||
           (content.dosing && security::may(**found, Permission::SignDosing));
}

/// A therapy session is its therapist's to sign, as long as that therapist writes in it. Its holder signs the
/// notes of those who may not, too.
bool isHolder(OpenPractice& practice, const SessionContent& content, const SessionParts& visit) {
    const ClinicianId& me = practice.signedIn()->id;
    if (content.dosing || content.therapy->therapist == me) {
        return true;
    }
    return std::none_of(visit.parts.begin(), visit.parts.end(), [&](const SessionPart& part) {
        return part.author == content.therapy->therapist && waitsForAuthor(practice, content, *part.author);
    });
}

auto nothingOpen() {
    return base::fail(base::ErrorCode::Refused, Words::tr("Nothing was signed"),
                      Words::tr("your name stands under it already, or nothing of yours is open"),
                      Words::tr("write an addendum if there is more to say"));
}

/// The parts that are signed in the act, and what the others leave open.
struct Sorted {
    QList<Note> mine;
    bool isOthersOpen = false;
    bool isOthersSigned = false;
    bool isAwaited = false;
};

Sorted sorted(OpenPractice& practice, const SessionContent& content, const SessionParts& visit) {
    const ClinicianId& me = practice.signedIn()->id;
    const bool holds =
        practice.require(permissionFor(content)).has_value() && isHolder(practice, content, visit);
    Sorted found;
    for (const SessionPart& part : visit.parts) {
        if (part.kind == PartKind::Record || (part.kind == PartKind::Awaited && part.author == me)) {
            continue;
        }
        if (part.isSigned()) {
            found.isOthersSigned = true;
        } else if (part.kind == PartKind::Note &&
                   (part.author == me || (holds && !waitsForAuthor(practice, content, *part.author)))) {
            found.mine.append(*part.note);
        } else {
            found.isOthersOpen = true;
            found.isAwaited = found.isAwaited || part.kind == PartKind::Awaited;
        }
    }
    return found;
}

} // namespace

Permission permissionFor(const SessionContent& content) {
    return content.dosing ? Permission::SignDosing : Permission::SignTherapy;
}

Permission notePermission(const OpenPractice& practice, const SessionContent& content) {
    const bool isWatcher = content.dosing && practice.require(Permission::SignDosing).has_value();
    return isWatcher ? Permission::SignDosing : Permission::SignTherapy;
}

QList<SessionPart> cosignable(const OpenPractice& practice, const SessionContent& content,
                              const SessionParts& visit) {
    const auto& me = practice.signedIn();
    QList<SessionPart> parts;
    for (const SessionPart& part : visit.parts) {
        const auto& names = part.signatures;
        const bool isThere = std::any_of(names.begin(), names.end(), [&](const Signature& signature) {
            return me && signature.signer == me->id;
        });
        const bool isRecord = part.kind == PartKind::Record;
        const bool isOwn =
            isRecord || std::any_of(names.begin(), names.end(), [](const Signature& signature) {
                return signature.targetKind == RecordKind::Note;
            });
        const Permission permission = isRecord ? permissionFor(content) : notePermission(practice, content);
        if (part.isSigned() && !isThere && isOwn && practice.require(permission)) {
            parts.append(part);
        }
    }
    return parts;
}

base::Result<SigningAct> SigningAct::mine(OpenPractice& practice, const SessionContent& content) {
    const auto maySign = practice.require(permissionFor(content));
    const auto mayNote = practice.require(notePermission(practice, content));
    if (!maySign && !mayNote) {
        return tl::unexpected<base::Error>(maySign.error());
    }
    const auto visit = SessionParts::of(practice, content);
    if (!visit) {
        return tl::unexpected<base::Error>(visit.error());
    }
    const Sorted found = sorted(practice, content, *visit);
    const bool isRecordMine = maySign && !visit->record().isSigned() && isHolder(practice, content, *visit);
    if (!isRecordMine && found.mine.isEmpty()) {
        return maySign ? base::Result<SigningAct>(nothingOpen())
                       : tl::unexpected<base::Error>(maySign.error());
    }
    SigningAct act;
    act.notes = found.mine;
    act.awaitsNote = found.isAwaited;
    act.record = !isRecordMine                                ? OfRecord::Nothing
                 : found.isOthersOpen || found.isOthersSigned ? OfRecord::Alone
                                                              : OfRecord::WithNotes;
    act.completes = !found.isOthersOpen && (isRecordMine || visit->record().isSigned());
    if (act.record == OfRecord::WithNotes) {
        act.notes.clear();
    }
    return act;
}

} // namespace kairos::workflow
