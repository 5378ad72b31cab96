// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/permissions.h"

#include "core/security/words.h"

#include <algorithm>

namespace kairos::security {
namespace {

using record::Role;

/// What is refused, as a whole sentence without its stop.
QString refusal(Permission permission) {
    switch (permission) {
    case Permission::EditPatient:
        return Words::tr("The patient was not changed");
    case Permission::Schedule:
        return Words::tr("The appointment was not changed");
    case Permission::RecordRating:
        return Words::tr("The rating was not saved");
    case Permission::RecordDosing:
        return Words::tr("The dosing session was not changed");
    case Permission::RecordEvent:
        return Words::tr("The adverse event was not saved");
    case Permission::KeepStock:
        return Words::tr("The stock was not changed");
    case Permission::SignTherapy:
        return Words::tr("The therapy note was not signed");
    case Permission::SignDosing:
        return Words::tr("The dosing session was not signed");
    case Permission::SignPlan:
        return Words::tr("The plan was not signed");
    case Permission::Prescribe:
        return Words::tr("The order was not signed");
    case Permission::OverrideStop:
        return Words::tr("The stop was not overridden");
    case Permission::Import:
        return Words::tr("Nothing was imported");
    case Permission::Export:
        return Words::tr("Nothing was exported");
    case Permission::Administer:
        return Words::tr("The practice was not changed");
    }
    return {};
}

} // namespace

QList<Role> rolesFor(Permission permission) {
    switch (permission) {
    case Permission::EditPatient:
    case Permission::Schedule:
        return {Role::Therapist, Role::Prescriber, Role::Monitor, Role::Administrator};
    case Permission::RecordRating:
    case Permission::RecordEvent: // Whoever is told of it writes it down.
        return {Role::Therapist, Role::Prescriber, Role::Monitor};
    case Permission::RecordDosing:
    case Permission::KeepStock:
    case Permission::SignDosing:
        return {Role::Prescriber, Role::Monitor};
    case Permission::SignTherapy:
        return {Role::Therapist};
    case Permission::SignPlan:
        return {Role::Therapist, Role::Prescriber};
    case Permission::Prescribe:
    case Permission::OverrideStop:
        return {Role::Prescriber};
    case Permission::Import:
    case Permission::Export:
        return {Role::Prescriber, Role::Administrator};
    case Permission::Administer:
        return {Role::Administrator};
    }
    return {};
}

bool may(const record::Clinician& clinician, Permission permission) {
    const QList<Role> roles = rolesFor(permission);
    return clinician.active &&
           std::any_of(roles.begin(), roles.end(), [&clinician](Role role) { return clinician.has(role); });
}

base::Outcome requirePermission(const record::Clinician& clinician, Permission permission) {
    if (may(clinician, permission)) {
        return {};
    }
    if (!clinician.active) {
        return base::fail(base::ErrorCode::Refused, refusal(permission),
                          Words::tr("this clinician is no longer active here"),
                          Words::tr("sign in as another clinician"));
    }
    QStringList names;
    for (const Role role : rolesFor(permission)) {
        names.append(roleName(role));
    }
    return base::fail(base::ErrorCode::Refused, refusal(permission),
                      Words::tr("it needs one of these roles: %1").arg(names.join(QStringLiteral(", "))),
                      Words::tr("ask a clinician who holds it to sign in"));
}

QString roleName(Role role) {
    switch (role) {
    case Role::Therapist:
        return Words::tr("therapist");
    case Role::Prescriber:
        return Words::tr("prescriber");
    case Role::Monitor:
        return Words::tr("monitor");
    case Role::Administrator:
        return Words::tr("administrator");
    }
    return {};
}

} // namespace kairos::security
