// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QList>
#include <QString>

namespace kairos::record {

/// What a clinician may do follows from the roles; one person may hold several.
enum class Role { Therapist = 1, Prescriber = 2, Monitor = 3, Administrator = 4 };

/// A person who signs in.
struct Clinician {
    static constexpr RecordKind kKind = RecordKind::Clinician;

    ClinicianId id;
    QString name;
    QList<Role> roles;
    bool active = true;

    bool operator==(const Clinician&) const = default;

    [[nodiscard]] bool has(Role role) const { return roles.contains(role); }

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.name);
        visit(3, self.roles);
        visit(4, self.active);
    }
};

/// The verifier of a clinician's personal password (Argon2id, with its own salt and cost).
struct Credential {
    static constexpr RecordKind kKind = RecordKind::Credential;

    ClinicianId id; ///< the clinician's own id
    QString verifier;

    bool operator==(const Credential&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.verifier);
    }
};

} // namespace kairos::record
