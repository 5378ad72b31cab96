// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/monitoring_query.h"

#include "tests/support/running_dose.h"

#include <catch2/catch_test_macros.hpp>

namespace test_monitoring_query {
using namespace kairos;
using base::ErrorCode;
using support::required;

namespace {

reports::MonitoringSheet sheetOf(support::RunningDose& dose) {
    return required(workflow::MonitoringQuery(dose.fixture.practice()).sheet(dose.id, QLocale::c()));
}

} // namespace

TEST_CASE("The worksheet of a spray reads the session as it stands", "[workflow][monitoring]") {
    support::RunningDose dose({.protocol = QStringLiteral("esketamine-trd")});
    REQUIRE(sheetOf(dose).line(QStringLiteral("dose"))->isMissing);
    required(dose.run().takeSprays(dose.id, {2, dose.fixture.practice().now()}));
    dose.clockOn(5);
    required(dose.run().takeSprays(dose.id, {2, dose.fixture.practice().now()}));
    const auto sheet = sheetOf(dose);
    REQUIRE(sheet.line(QStringLiteral("dose"))->value == QStringLiteral("56 mg"));
    REQUIRE(sheet.line(QStringLiteral("first-session"))->value == QStringLiteral("yes"));
    REQUIRE(sheet.line(QStringLiteral("lot"))->isMissing);
    REQUIRE(sheet.line(QStringLiteral("two-hours"))->isMissing);
    REQUIRE(sheet.identity.isDraft);
    REQUIRE_FALSE(sheet.identity.fingerprint.isEmpty());
}

TEST_CASE("A racemic dose has no such worksheet", "[workflow][monitoring]") {
    support::RunningDose dose;
    const auto sheet = workflow::MonitoringQuery(dose.fixture.practice()).sheet(dose.id, QLocale::c());
    REQUIRE(sheet.error().code == ErrorCode::Refused);
}

} // namespace test_monitoring_query
