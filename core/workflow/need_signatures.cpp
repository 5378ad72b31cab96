// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/need_query.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/session_parts.h"
#include "core/workflow/words.h"

#include "core/storage/practice_file.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace kairos::workflow {

using namespace record;

namespace {

/// The session under which a signature stands, itself or by one of its notes; none of another kind of record.
base::Result<std::optional<SessionId>> signedSession(OpenPractice& practice, const Signature& signature) {
    if (signature.targetKind == RecordKind::DosingSession ||
        signature.targetKind == RecordKind::TherapySession) {
        return std::optional(SessionId{signature.target});
    }
    if (signature.targetKind != RecordKind::Note || signature.use == SignatureUse::Withdrawal) {
        return std::optional<SessionId>();
    }
    return practice.file()
        .records()
        .find<Note>(NoteId{signature.target})
        .map([](const std::optional<Note>& note) {
            return note ? std::optional(note->session) : std::optional<SessionId>();
        });
}

/// Whether `author` signed a part that bears no name of the supervisor.
bool waits(const SessionPart& part, const ClinicianId& author, const ClinicianId& supervisor) {
    const auto by = [&](const ClinicianId& who) {
        return std::any_of(part.signatures.begin(), part.signatures.end(),
                           [&](const Signature& signature) { return signature.signer == who; });
    };
    return by(author) && !by(supervisor);
}

} // namespace

void NeedQuery::addUnsigned(Need need) {
    const auto content = SessionDesk(m_practice).load(*need.session);
    const auto visit =
        content ? SessionParts::of(m_practice, *content) : tl::unexpected<base::Error>(content.error());
    if (visit && visit->isBegun()) {
        need.detail = visit->open(m_practice).join(QStringLiteral("; "));
    }
    m_needs.append(need);
}

/// What a supervised clinician signed within the look-back waits for the supervisor's name. Nothing is read
/// in a practice without supervision.
base::Outcome NeedQuery::addCosignatures() {
    const auto clinicians = m_practice.clinicians();
    if (!clinicians) {
        return tl::unexpected<base::Error>(clinicians.error());
    }
    QHash<ClinicianId, Supervision> supervised;
    for (const Clinician& clinician : *clinicians) {
        if (clinician.supervision) {
            supervised.insert(clinician.id, *clinician.supervision);
        }
    }
    if (supervised.isEmpty()) {
        return {};
    }
    const auto signatures = m_practice.file().records().list<Signature>({.fromMs = m_beginMs});
    if (!signatures) {
        return tl::unexpected<base::Error>(signatures.error());
    }
    QSet<std::pair<SessionId, ClinicianId>> seen;
    for (const Signature& signature : signatures->records) {
        const auto supervision = supervised.constFind(signature.signer);
        if (supervision == supervised.constEnd() ||
            signature.at.local(m_practice.zone()).date() < supervision->from) {
            continue;
        }
        const auto session = signedSession(m_practice, signature);
        if (!session) {
            return tl::unexpected<base::Error>(session.error());
        }
        if (*session && !seen.contains({**session, signature.signer})) {
            seen.insert({**session, signature.signer});
            addCosignature(**session, signature, supervision->by);
        }
    }
    return {};
}

void NeedQuery::addCosignature(const SessionId& session, const Signature& signature,
                               const ClinicianId& supervisor) {
    const auto content = SessionDesk(m_practice).load(session);
    const auto visit =
        content ? SessionParts::of(m_practice, *content) : tl::unexpected<base::Error>(content.error());
    const bool isDue =
        visit && std::any_of(visit->parts.begin(), visit->parts.end(), [&](const SessionPart& part) {
            return waits(part, signature.signer, supervisor);
        });
    if (!isDue) {
        return;
    }
    Need need;
    need.kind = NeedKind::CosignDue;
    need.patient = patient(signature.patient);
    need.session = session;
    need.sheet = content->dosing ? NeedSession::Dosing : NeedSession::Therapy;
    need.detail = Words::tr("signed by %1, for %2 to co-sign")
                      .arg(m_practice.clinicianName(signature.signer), m_practice.clinicianName(supervisor));
    need.at = signature.at;
    m_needs.append(need);
}

} // namespace kairos::workflow
