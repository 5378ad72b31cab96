// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/signed_content.h"

#include "core/base/result.h"
#include "core/record/order.h"
#include "core/record/plan.h"
#include "core/security/permissions.h"
#include "core/storage/practice_file.h"

namespace kairos::workflow {

class OpenPractice;

/// Puts names under things. Every signature asks for the clinician's password again.
class Signing final {
public:
    explicit Signing(OpenPractice& practice) : m_practice(practice) {}

    /// Signs a session: the first signature sets its state to signed and fulfils its plan step.
    [[nodiscard]] base::Outcome signSession(SessionContent content, const QString& password);
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
    };
    [[nodiscard]] record::Signature signatureUnder(const Target& target,
                                                   security::Permission permission) const;
    [[nodiscard]] base::Outcome requireSigner(security::Permission permission, const QString& password) const;
    [[nodiscard]] base::Outcome requireNotYetSignedByMe(const base::Uuid& target) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
