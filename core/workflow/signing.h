// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/signed_content.h"
#include "core/workflow/signing_act.h"

#include "core/base/result.h"
#include "core/record/order.h"
#include "core/record/plan.h"
#include "core/security/permissions.h"
#include "core/storage/practice_file.h"

namespace kairos::workflow {

class OpenPractice;

/// What a person gave who takes something back: why, and the password.
struct Answered {
    QString reason;
    QString password;
};

/// Puts names under things. Every signature asks for the clinician's password again.
class Signing final {
public:
    explicit Signing(OpenPractice& practice) : m_practice(practice) {}

    /// Signs a session, or the parts of it that the act names: once it completes the visit, its state is
    /// signed.
    [[nodiscard]] base::Outcome signSession(const SessionContent& content, const QString& password,
                                            const SigningAct& act = {});
    /// Signs once more what others signed of a session and the role may sign.
    [[nodiscard]] base::Outcome cosign(const SessionContent& content, const QString& password);
    /// Saves an amendment (record::Note::amends) and signs it, in one.
    [[nodiscard]] base::Outcome signAmendment(const record::Note& amendment, const SessionContent& content,
                                              const QString& password,
                                              const QList<storage::DraftKey>& finished);
    /// Marks notes of a session as entered in error, each with a signature that says so. Refused unless the
    /// signer may sign notes there.
    [[nodiscard]] base::Outcome signWithdrawal(const QList<record::Note>& notes,
                                               const SessionContent& content, const Answered& answered);
    /// Signs an order, in one with `changes`: the order itself where it is new, and what takes it over.
    /// Refused unless the signer may prescribe.
    [[nodiscard]] base::Outcome signOrder(const record::Order& order, const QString& password,
                                          QList<storage::Change> changes = {});
    /// Signs a plan revision; a draft becomes active.
    [[nodiscard]] base::Outcome signPlan(record::TreatmentPlan plan, const QString& password);
    /// Adds and signs a note to a signed session, in one with `behindWall`: the release it comes from.
    [[nodiscard]] base::Outcome addSignedNote(const record::Note& original, const QString& text,
                                              const QString& password,
                                              const QList<storage::PrivateChange>& behindWall = {});

    /// Adds and signs a line that corrects a signed adverse event. Refused: the role may not sign a dose.
    /// `finished` are drafts that end with it.
    [[nodiscard]] base::Outcome addSignedFollowUp(record::AdverseFollowUp line, const QString& password,
                                                  const QList<storage::DraftKey>& finished);

private:
    struct Target {
        record::RecordKind kind{};
        base::Uuid id;
        record::PatientId patient;
        security::Digest hash;
        std::optional<record::SignatureUse> use = {};
    };
    [[nodiscard]] static Target targetOf(const SessionContent& content,
                                         std::optional<record::SignatureUse> use);
    [[nodiscard]] static Target targetOf(const record::Note& note,
                                         std::optional<record::SignatureUse> use = {});
    [[nodiscard]] record::Signature signatureUnder(const Target& target,
                                                   security::Permission permission) const;
    [[nodiscard]] base::Result<security::Permission>
    addendumPermission(const record::SessionId& session) const;
    [[nodiscard]] base::Outcome requireSigner(security::Permission permission, const QString& password) const;
    [[nodiscard]] base::Outcome requireNotYetSignedByMe(const base::Uuid& target) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
