// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/clinician.h"

#include "core/base/result.h"

#include <QList>
#include <QString>

#include <array>

namespace kairos::security {

/// What a clinician may be allowed to do beyond reading. Everybody who signs in may read, print and take
/// notes.
enum class Permission {
    EditPatient,  ///< register a patient; change name, allergies, medication, history
    Schedule,     ///< book, move and cancel appointments
    RecordRating, ///< enter or correct a rating
    RecordDosing, ///< arrive a patient, check gates, enter readings, events and doses given, discharge
    RecordEvent,  ///< write down an adverse event told of between sessions, and how any event went on
    KeepStock,    ///< receive, draw, waste, witness and count medicine
    SignTherapy,  ///< sign therapy notes
    SignDosing,   ///< sign a dosing session
    SignPlan,     ///< sign a treatment plan and its revisions; waive a step
    Prescribe,    ///< sign and stop orders
    OverrideStop, ///< go on past a stop, with a reason
    Import,       ///< bring records in from a file
    Export,       ///< take records out of the encrypted file
    Administer    ///< clinicians, roles, settings, passphrase, backup and restore
};

/// Every permission, in the order above.
inline constexpr std::array kPermissions{
    Permission::EditPatient, Permission::Schedule,  Permission::RecordRating, Permission::RecordDosing,
    Permission::RecordEvent, Permission::KeepStock, Permission::SignTherapy,  Permission::SignDosing,
    Permission::SignPlan,    Permission::Prescribe, Permission::OverrideStop, Permission::Import,
    Permission::Export,      Permission::Administer};

/// The roles that carry a permission: the one table of who may do what.
[[nodiscard]] QList<record::Role> rolesFor(Permission permission);

/// Whether an active clinician holds a role that carries the permission. An inactive one may nothing.
[[nodiscard]] bool may(const record::Clinician& clinician, Permission permission);

/// Nothing, or Refused with the roles that would be needed.
[[nodiscard]] base::Outcome requirePermission(const record::Clinician& clinician, Permission permission);

/// The role in words, e.g. "prescriber".
[[nodiscard]] QString roleName(record::Role role);

} // namespace kairos::security
