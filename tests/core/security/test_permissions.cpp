// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/permissions.h"

#include <catch2/catch_test_macros.hpp>

namespace test_permissions {
using namespace kairos::security;
using kairos::base::ErrorCode;
using kairos::record::Clinician;
using kairos::record::Role;

namespace {

Clinician clinicianWith(const QList<Role>& roles) {
    Clinician clinician;
    clinician.name = QStringLiteral("Ruth Adeyemi");
    clinician.roles = roles;
    return clinician;
}

QList<Permission> permissionsOf(const Clinician& clinician) {
    QList<Permission> held;
    for (const Permission permission : kPermissions) {
        if (may(clinician, permission)) {
            held.append(permission);
        }
    }
    return held;
}

} // namespace

TEST_CASE("Each role carries what the table says and nothing else", "[security]") {
    using P = Permission;
    REQUIRE(permissionsOf(clinicianWith({Role::Therapist})) == QList<P>{P::EditPatient, P::Schedule,
                                                                        P::RecordRating, P::RecordEvent,
                                                                        P::SignTherapy, P::SignPlan});
    REQUIRE(permissionsOf(clinicianWith({Role::Prescriber})) ==
            QList<P>{P::EditPatient, P::Schedule, P::RecordRating, P::RecordDosing, P::RecordEvent,
                     P::KeepStock, P::SignDosing, P::SignPlan, P::Prescribe, P::OverrideStop, P::Import,
                     P::Export});
    REQUIRE(permissionsOf(clinicianWith({Role::Monitor})) ==
            QList<P>{P::EditPatient, P::Schedule, P::RecordRating, P::RecordDosing, P::RecordEvent,
                     P::KeepStock, P::SignDosing});
    REQUIRE(permissionsOf(clinicianWith({Role::Administrator})) ==
            QList<P>{P::EditPatient, P::Schedule, P::Import, P::Export, P::Administer});
}

TEST_CASE("Several roles add up and no role carries nothing", "[security]") {
    REQUIRE(permissionsOf(clinicianWith({})).isEmpty());
    const Clinician alone =
        clinicianWith({Role::Therapist, Role::Prescriber, Role::Monitor, Role::Administrator});
    REQUIRE(permissionsOf(alone).size() == static_cast<qsizetype>(kPermissions.size()));
}

TEST_CASE("A clinician who left may do nothing", "[security]") {
    Clinician left = clinicianWith({Role::Prescriber, Role::Administrator});
    left.active = false;
    REQUIRE(permissionsOf(left).isEmpty());
    const auto outcome = requirePermission(left, Permission::Prescribe);
    REQUIRE(outcome.error().code == ErrorCode::Refused);
    REQUIRE(outcome.error().why.contains(QStringLiteral("no longer active")));
}

TEST_CASE("A refusal says what did not happen and which role it needs", "[security]") {
    const Clinician therapist = clinicianWith({Role::Therapist});
    REQUIRE(requirePermission(therapist, Permission::SignTherapy).has_value());
    const auto outcome = requirePermission(therapist, Permission::Prescribe);
    REQUIRE_FALSE(outcome.has_value());
    REQUIRE(outcome.error().code == ErrorCode::Refused);
    REQUIRE(outcome.error().sentence() ==
            QStringLiteral(
                "The order was not signed: it needs one of these roles: prescriber; ask a clinician who "
                "holds it to sign in"));
    for (const Permission permission : kPermissions) {
        REQUIRE_FALSE(requirePermission(clinicianWith({}), permission).error().what.isEmpty());
    }
}

} // namespace test_permissions
