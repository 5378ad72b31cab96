// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/clinician.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QByteArray>

namespace kairos::record {

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
    }
};

} // namespace kairos::record
