// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/clinician.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QByteArray>

#include <optional>

namespace kairos::record {

/// What a signature says beyond "this is so".
enum class SignatureUse {
    RecordAlone = 1, ///< of a session: its record without the notes, each of which is signed by itself
    Withdrawal = 2   ///< of a note: it was entered in error; it stays readable as it was signed
};

/// A clinician's name under one record and its children as they stood. Signed content is fixed.
struct Signature {
    static constexpr RecordKind kKind = RecordKind::Signature;

    SignatureId id;
    RecordKind targetKind = RecordKind::Note;
    base::Uuid target;
    PatientId patient;
    ClinicianId signer;
    Role role = Role::Therapist;
    base::Instant at;
    QByteArray contentHash; ///< 32 bytes: BLAKE2b-256 over the signed contents in id order
    /// None: a session with every note written until then, or the one record it stands under.
    std::optional<SignatureUse> use = {};

    bool operator==(const Signature&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.targetKind);
        visit(3, self.target);
        visit(4, self.patient);
        visit(5, self.signer);
        visit(6, self.role);
        visit(7, self.at);
        visit(8, self.contentHash);
        visit(9, self.use);
    }
};

} // namespace kairos::record
