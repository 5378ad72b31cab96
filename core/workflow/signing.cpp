// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/signing.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/plan_records.h"
#include "core/workflow/session_parts.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/record/packing.h"

#include <algorithm>
#include <limits>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

base::Outcome Signing::requireSigner(Permission permission, const QString& password) const {
    return m_practice.require(permission).and_then([&] { return m_practice.confirm(password); });
}

base::Outcome Signing::requireNotYetSignedByMe(const base::Uuid& target) const {
    const auto signatures = SignedContent(m_practice).signaturesOf(target);
    if (!signatures) {
        return tl::unexpected<base::Error>(signatures.error());
    }
    for (const Signature& signature : *signatures) {
        if (signature.signer == m_practice.signedIn()->id) {
            return base::fail(ErrorCode::Refused, Words::tr("Nothing was signed"),
                              Words::tr("your name stands under it already"),
                              Words::tr("write an addendum if there is more to say"));
        }
    }
    return {};
}

Signature Signing::signatureUnder(const Target& target, Permission permission) const {
    Signature signature;
    signature.id = m_practice.ids().next<SignatureId>();
    signature.targetKind = target.kind;
    signature.target = target.id;
    signature.patient = target.patient;
    signature.signer = m_practice.signedIn()->id;
    // The role in which the clinician signs: the first that carries the permission.
    for (const Role role : security::rolesFor(permission)) {
        if (m_practice.signedIn()->has(role)) {
            signature.role = role;
            break;
        }
    }
    signature.at = m_practice.now();
    signature.contentHash = target.hash.toBytes();
    signature.use = target.use;
    return signature;
}

Signing::Target Signing::targetOf(const SessionContent& content, std::optional<SignatureUse> use) {
    Signature asOfNow;
    asOfNow.use = use;
    asOfNow.at.utcMs = std::numeric_limits<qint64>::max();
    const auto hash = SignedContent::hashOf(content, asOfNow);
    return content.dosing ? Target{RecordKind::DosingSession, content.dosing->id.uuid,
                                   content.dosing->patient, hash, use}
                          : Target{RecordKind::TherapySession, content.therapy->id.uuid,
                                   content.therapy->patient, hash, use};
}

Signing::Target Signing::targetOf(const Note& note, std::optional<SignatureUse> use) {
    return {RecordKind::Note, note.id.uuid, note.patient, SignedContent::hashOf(pack(note)), use};
}

base::Outcome Signing::signSession(const SessionContent& content, const QString& password,
                                   const SigningAct& act) {
    const bool isRecord = act.record != SigningAct::OfRecord::Nothing;
    const Permission permission = isRecord ? permissionFor(content) : notePermission(m_practice, content);
    const auto id = content.dosing ? content.dosing->id : content.therapy->id;
    const auto ready = requireSigner(permission, password).and_then([&] {
        return isRecord ? requireNotYetSignedByMe(id.uuid) : base::Outcome();
    });
    if (!ready) {
        return ready;
    }
    QList<storage::Change> changes;
    const auto state = content.dosing ? content.dosing->state : content.therapy->state;
    if (act.completes && state != SessionState::Signed) {
        changes.append(
            {Action::Changed,
             content.dosing ? AnyRecord(asSigned(*content.dosing)) : AnyRecord(asSigned(*content.therapy)),
             {}});
    }
    if (isRecord) {
        const auto use = act.record == SigningAct::OfRecord::Alone ? std::optional(SignatureUse::RecordAlone)
                                                                   : std::nullopt;
        changes.append({Action::Created, signatureUnder(targetOf(content, use), permission), {}});
    }
    for (const Note& note : act.notes) {
        changes.append({Action::Created, signatureUnder(targetOf(note), permission), {}});
    }
    return WritingDoor(m_practice).save(changes).map([](const Changes&) {});
}

base::Outcome Signing::cosign(const SessionContent& content, const QString& password) {
    return requireSigner(notePermission(m_practice, content), password)
        .and_then([&] { return SessionParts::of(m_practice, content); })
        .and_then([&](const SessionParts& visit) -> base::Outcome {
            QList<storage::Change> changes;
            for (const SessionPart& part : cosignable(m_practice, content, visit)) {
                const bool isRecord = part.kind == PartKind::Record;
                const auto signature =
                    isRecord ? signatureUnder(targetOf(content, part.signatures.first().use),
                                              permissionFor(content))
                             : signatureUnder(targetOf(*part.note), notePermission(m_practice, content));
                changes.append({Action::Created, signature, {}});
            }
            if (changes.isEmpty()) {
                return base::fail(ErrorCode::Refused, Words::tr("Nothing was signed"),
                                  Words::tr("your name stands under it already"),
                                  Words::tr("write an addendum if there is more to say"));
            }
            return WritingDoor(m_practice).save(changes).map([](const Changes&) {});
        });
}

base::Outcome Signing::signAmendment(const Note& amendment, const SessionContent& content,
                                     const QString& password, const QList<storage::DraftKey>& finished) {
    const Permission permission = notePermission(m_practice, content);
    return requireSigner(permission, password).and_then([&] {
        return WritingDoor(m_practice)
            .save({{Action::Created, amendment, amendment.amendReason},
                   {Action::Created, signatureUnder(targetOf(amendment), permission), {}}},
                  finished)
            .map([](const Changes&) {});
    });
}

base::Outcome Signing::signWithdrawal(const QList<Note>& notes, const SessionContent& content,
                                      const Answered& answered) {
    const Permission permission = notePermission(m_practice, content);
    return requireSigner(permission, answered.password).and_then([&] {
        QList<storage::Change> changes;
        for (const Note& note : notes) {
            changes.append({Action::EnteredInError, note, answered.reason});
            changes.append({Action::Created,
                            signatureUnder(targetOf(note, SignatureUse::Withdrawal), permission),
                            answered.reason});
        }
        // Without any note the visit waits for one again.
        const bool isBare = std::all_of(content.notes.begin(), content.notes.end(),
                                        [&](const Note& note) { return notes.contains(note); });
        if (isBare && content.dosing && content.dosing->state == SessionState::Signed) {
            DosingSession session = *content.dosing;
            session.state = SessionState::Held;
            changes.append({Action::Changed, session, answered.reason});
        } else if (isBare && content.therapy && content.therapy->state == SessionState::Signed) {
            TherapySession session = *content.therapy;
            session.state = SessionState::Held;
            changes.append({Action::Changed, session, answered.reason});
        }
        return WritingDoor(m_practice).save(changes).map([](const Changes&) {});
    });
}

base::Outcome Signing::signOrder(const Order& order, const QString& password,
                                 QList<storage::Change> changes) {
    return requireSigner(Permission::Prescribe, password)
        .and_then([&] { return requireNotYetSignedByMe(order.id.uuid); })
        .and_then([&] {
            const Target target{RecordKind::Order, order.id.uuid, order.patient,
                                SignedContent::hashOf(pack(order))};
            changes.append({Action::Created, signatureUnder(target, Permission::Prescribe), {}});
            return WritingDoor(m_practice).save(changes).map([](const Changes&) {});
        });
}

base::Outcome Signing::signPlan(TreatmentPlan plan, const QString& password) {
    return requireSigner(Permission::SignPlan, password).and_then([&] {
        QList<storage::Change> changes;
        if (plan.state == PlanState::Draft) {
            plan.state = PlanState::Active;
            changes.append({Action::Changed, plan, {}});
        }
        const Target target{RecordKind::TreatmentPlan, plan.id.uuid, plan.patient,
                            SignedContent::hashOf(pack(asSigned(plan)))};
        changes.append({Action::Created, signatureUnder(target, Permission::SignPlan), {}});
        return WritingDoor(m_practice).save(changes).map([](const Changes&) {});
    });
}

base::Result<Permission> Signing::addendumPermission(const SessionId& session) const {
    return m_practice.file().records().find<DosingSession>(session).map(
        [&](const std::optional<DosingSession>& dosing) {
            SessionContent content;
            content.dosing = dosing;
            return notePermission(m_practice, content);
        });
}

base::Outcome Signing::addSignedNote(const Note& original, const QString& text, const QString& password,
                                     const QList<storage::PrivateChange>& behindWall) {
    const auto permission = addendumPermission(original.session);
    if (!permission) {
        return tl::unexpected<base::Error>(permission.error());
    }
    return requireSigner(*permission, password).and_then([&] {
        Note addendum;
        addendum.id = m_practice.ids().next<NoteId>();
        addendum.session = original.session;
        addendum.patient = original.patient;
        addendum.author = m_practice.signedIn()->id;
        addendum.writtenAt = m_practice.now();
        addendum.sections = {NoteSection{QStringLiteral("addendum"), text}};
        addendum.risk = original.risk;
        addendum.addendumTo = firstVersionOf(original);
        const Target target{RecordKind::Note, addendum.id.uuid, addendum.patient,
                            SignedContent::hashOf(pack(addendum))};
        return WritingDoor(m_practice)
            .save(
                {{Action::Created, addendum, {}}, {Action::Created, signatureUnder(target, *permission), {}}},
                {}, behindWall)
            .map([](const Changes&) {});
    });
}

base::Outcome Signing::addSignedFollowUp(AdverseFollowUp line, const QString& password,
                                         const QList<storage::DraftKey>& finished) {
    return requireSigner(Permission::SignDosing, password).and_then([&] {
        line.by = m_practice.signedIn()->id;
        const Target target{RecordKind::AdverseFollowUp, line.id.uuid, line.patient,
                            SignedContent::hashOf(pack(line))};
        return WritingDoor(m_practice)
            .save({{Action::Created, line, {}},
                   {Action::Created, signatureUnder(target, Permission::SignDosing), {}}},
                  finished)
            .map([](const Changes&) {});
    });
}

} // namespace kairos::workflow
