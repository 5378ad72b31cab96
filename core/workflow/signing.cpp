// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/signing.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/plan_records.h"
#include "core/workflow/writing_door.h"

#include "core/record/packing.h"

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
            return base::fail(ErrorCode::Refused, QStringLiteral("Nothing was signed"),
                              QStringLiteral("your name stands under it already"),
                              QStringLiteral("write an addendum if there is more to say"));
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
    return signature;
}

base::Outcome Signing::signSession(SessionContent content, const QString& password) {
    const bool isDosing = content.dosing.has_value();
    const Permission permission = isDosing ? Permission::SignDosing : Permission::SignTherapy;
    const auto id = isDosing ? content.dosing->id : content.therapy->id;
    const auto patient = isDosing ? content.dosing->patient : content.therapy->patient;
    const auto ready =
        requireSigner(permission, password).and_then([&] { return requireNotYetSignedByMe(id.uuid); });
    if (!ready) {
        return ready;
    }
    QList<storage::Change> changes;
    auto& state = isDosing ? content.dosing->state : content.therapy->state;
    if (state != SessionState::Signed) {
        state = SessionState::Signed;
        changes.append(
            {Action::Changed, isDosing ? AnyRecord(*content.dosing) : AnyRecord(*content.therapy), {}});
    }
    const Target target{isDosing ? RecordKind::DosingSession : RecordKind::TherapySession, id.uuid, patient,
                        SignedContent::hashOf(content)};
    changes.append({Action::Created, signatureUnder(target, permission), {}});
    return WritingDoor(m_practice).save(changes).map([](const Changes&) {});
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

base::Outcome Signing::addSignedNote(const Note& original, const QString& text, const QString& password,
                                     const QList<storage::PrivateChange>& behindWall) {
    return requireSigner(Permission::SignTherapy, password).and_then([&] {
        Note addendum;
        addendum.id = m_practice.ids().next<NoteId>();
        addendum.session = original.session;
        addendum.patient = original.patient;
        addendum.author = m_practice.signedIn()->id;
        addendum.writtenAt = m_practice.now();
        addendum.sections = {NoteSection{QStringLiteral("addendum"), text}};
        addendum.risk = original.risk;
        addendum.addendumTo = original.id;
        const Target target{RecordKind::Note, addendum.id.uuid, addendum.patient,
                            SignedContent::hashOf(pack(addendum))};
        return WritingDoor(m_practice)
            .save({{Action::Created, addendum, {}},
                   {Action::Created, signatureUnder(target, Permission::SignTherapy), {}}},
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
