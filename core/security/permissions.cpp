// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/permissions.h"

#include <QCoreApplication>

#include <algorithm>

namespace kairos::security {
namespace {

using record::Role;

/// What is refused, as a whole sentence without its stop.
QString refusal(Permission permission) {
    switch (permission) {
    case Permission::EditPatient:
        return QCoreApplication::translate("security", "The patient was not changed");
    case Permission::Schedule:
        return QCoreApplication::translate("security", "The appointment was not changed");
    case Permission::RecordRating:
        return QCoreApplication::translate("security", "The rating was not saved");
    case Permission::RecordDosing:
        return QCoreApplication::translate("security", "The dosing session was not changed");
    case Permission::RecordEvent:
        return QCoreApplication::translate("security", "The adverse event was not saved");
    case Permission::KeepStock:
        return QCoreApplication::translate("security", "The stock was not changed");
    case Permission::SignTherapy:
        return QCoreApplication::translate("security", "The therapy note was not signed");
    case Permission::SignDosing:
        return QCoreApplication::translate("security", "The dosing session was not signed");
    case Permission::SignPlan:
        return QCoreApplication::translate("security", "The plan was not signed");
    case Permission::Prescribe:
        return QCoreApplication::translate("security", "The order was not signed");
    case Permission::OverrideStop:
        return QCoreApplication::translate("security", "The stop was not overridden");
    case Permission::Import:
        return QCoreApplication::translate("security", "Nothing was imported");
    case Permission::Export:
        return QCoreApplication::translate("security", "Nothing was exported");
    case Permission::Administer:
        return QCoreApplication::translate("security", "The practice was not changed");
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
                          QCoreApplication::translate("security", "this clinician is no longer active here"),
                          QCoreApplication::translate("security", "sign in as another clinician"));
    }
    QStringList names;
    for (const Role role : rolesFor(permission)) {
        names.append(roleName(role));
    }
    return base::fail(base::ErrorCode::Refused, refusal(permission),
                      QCoreApplication::translate("security", "it needs one of these roles: %1")
                          .arg(names.join(QStringLiteral(", "))),
                      QCoreApplication::translate("security", "ask a clinician who holds it to sign in"));
}

QString roleName(Role role) {
    switch (role) {
    case Role::Therapist:
        return QCoreApplication::translate("security", "therapist");
    case Role::Prescriber:
        return QCoreApplication::translate("security", "prescriber");
    case Role::Monitor:
        return QCoreApplication::translate("security", "monitor");
    case Role::Administrator:
        return QCoreApplication::translate("security", "administrator");
    }
    return {};
}

} // namespace kairos::security
