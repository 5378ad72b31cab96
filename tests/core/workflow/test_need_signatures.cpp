// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/need_query.h"

#include "tests/core/workflow/shared_visit.h"

#include "core/workflow/clinic_care.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_need_signatures {
using namespace kairos;
using namespace record;
using base::ErrorCode;
using support::required;
using test::SharedVisit;
using workflow::Need;
using workflow::NeedKind;

namespace {

std::optional<Need> needOf(SharedVisit& visit, NeedKind kind) {
    const auto needs = required(workflow::NeedQuery(visit.practice()).all());
    const auto found =
        std::find_if(needs.begin(), needs.end(), [kind](const Need& need) { return need.kind == kind; });
    return found == needs.end() ? std::nullopt : std::optional(*found);
}

void supervise(SharedVisit& visit, const ClinicianId& who, const std::optional<ClinicianId>& by) {
    visit.signIn(visit.fixture.clinician());
    auto person = required(visit.practice().file().records().find<Clinician>(who)).value();
    person.supervision = by ? std::optional(Supervision{*by, visit.practice().today()}) : std::nullopt;
    required(workflow::ClinicCare(visit.practice()).saveClinician(person));
}

} // namespace

TEST_CASE("A visit that is signed in part says what is still open", "[workflow][needs][sign]") {
    SharedVisit visit;
    REQUIRE(needOf(visit, NeedKind::Unsigned)->detail.isEmpty());
    visit.write(QStringLiteral("Calm throughout."));
    visit.signIn(visit.therapist);
    visit.write(QStringLiteral("Held her hand."));
    required(visit.sign());
    auto need = needOf(visit, NeedKind::Unsigned);
    REQUIRE(need->session == visit.id);
    REQUIRE(need->sheet == workflow::NeedSession::Dosing);
    REQUIRE(need->detail == QStringLiteral("the record of the session; the note of Nora Voss"));
    visit.signIn(visit.nurse);
    required(visit.sign());
    REQUIRE_FALSE(needOf(visit, NeedKind::Unsigned).has_value());
}

TEST_CASE("What a supervised clinician signs waits for the supervisor's name", "[workflow][needs][sign]") {
    SharedVisit visit;
    supervise(visit, visit.nurse, visit.fixture.clinician());
    visit.signIn(visit.nurse);
    visit.write(QStringLiteral("Calm throughout."));
    REQUIRE_FALSE(needOf(visit, NeedKind::CosignDue).has_value());
    required(visit.sign());
    const auto need = needOf(visit, NeedKind::CosignDue);
    REQUIRE(need.has_value());
    REQUIRE(need->session == visit.id);
    REQUIRE(need->detail == QStringLiteral("signed by Nora Voss, for Ruth Adeyemi to co-sign"));
    visit.signIn(visit.fixture.clinician());
    required(
        workflow::SessionDesk(visit.practice()).cosign(visit.id, support::OpenPracticeFixture::password()));
    REQUIRE_FALSE(needOf(visit, NeedKind::CosignDue).has_value());
}

TEST_CASE("What was signed before the supervision began waits for nobody", "[workflow][needs][sign]") {
    SharedVisit visit;
    visit.write(QStringLiteral("Calm throughout."));
    required(visit.sign());
    visit.fixture.clock().advanceMs(qint64{24} * 3'600'000);
    supervise(visit, visit.nurse, visit.fixture.clinician());
    REQUIRE_FALSE(needOf(visit, NeedKind::CosignDue).has_value());
    // The day on which it begins counts.
    auto nurse = required(visit.practice().file().records().find<Clinician>(visit.nurse)).value();
    nurse.supervision->from = nurse.supervision->from.addDays(-1);
    required(workflow::ClinicCare(visit.practice()).saveClinician(nurse));
    REQUIRE(needOf(visit, NeedKind::CosignDue).has_value());
    supervise(visit, visit.nurse, std::nullopt);
    REQUIRE_FALSE(needOf(visit, NeedKind::CosignDue).has_value());
}

TEST_CASE("A supervisor is another person who may sign sessions", "[workflow][clinic]") {
    SharedVisit visit;
    visit.signIn(visit.fixture.clinician());
    const auto clerk = required(workflow::ClinicCare(visit.practice())
                                    .addClinician(QStringLiteral("Ada Lund"), {Role::Administrator},
                                                  support::OpenPracticeFixture::password()));
    for (const ClinicianId& wrong : {visit.nurse, clerk, visit.practice().ids().next<ClinicianId>()}) {
        auto nurse = required(visit.practice().file().records().find<Clinician>(visit.nurse)).value();
        nurse.supervision = Supervision{wrong, visit.practice().today()};
        REQUIRE(workflow::ClinicCare(visit.practice()).saveClinician(nurse).error().code ==
                ErrorCode::InvalidInput);
    }
}

} // namespace test_need_signatures
