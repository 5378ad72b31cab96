// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/plan_actual.h"
#include "core/planning/step_time.h"

#include "tests/core/planning/planning_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_plan_actual {
using namespace kairos;
using namespace kairos::planning;
using namespace kairos::planning::fixture;
using record::StepKind;

TEST_CASE("Plan against actual counts what was held, when, and in its window", "[planning][actual]") {
    const auto combined = protocol("iv-cbt");
    Facts facts;
    facts.insert(QStringLiteral("dose-1"), heldAt("2026-03-02T09:40"));
    facts.insert(QStringLiteral("integration-1"), heldAt("2026-03-05T09:41"));
    facts.insert(QStringLiteral("dose-2"), heldAt("2026-03-06T09:40"));
    facts.insert(QStringLiteral("dose-3"), {FactKind::Waived, heldAt("2026-03-08T10:00").at, {}});
    const auto course = replan(combined, plan(combined, fromMonday()), facts, fromMonday());
    const StatusContext context{course, facts, {}, wallTime(day("2026-03-10"), QTime(12, 0)), {}};
    const auto actual = planAgainstActual(context, QTimeZone::utc());
    REQUIRE(*actual.of(StepKind::Dosing) == KindActual{StepKind::Dosing, 6, 2, 2, 1, 0, 0, 2});
    REQUIRE(*actual.of(StepKind::Integration) == KindActual{StepKind::Integration, 6, 1, 0, 1, 0, 1, 2});
    REQUIRE(actual.steps.size() == 3);
    REQUIRE(actual.steps.at(0).daysFromTarget == 0);
    REQUIRE(actual.steps.at(1) == StepActual{QStringLiteral("integration-1"), 2, false});
    REQUIRE(actual.steps.at(2) == StepActual{QStringLiteral("dose-2"), 1, true});
}

TEST_CASE("An unstarted plan has held nothing", "[planning][actual]") {
    const auto course = plan(protocol("iv-elektd"), fromMonday());
    const Facts none;
    const auto actual =
        planAgainstActual({course, none, {}, wallTime(day("2026-01-01"), QTime(9, 0)), {}}, QTimeZone::utc());
    REQUIRE(actual.steps.isEmpty());
    REQUIRE(actual.of(StepKind::Dosing)->planned == 6);
    REQUIRE(actual.of(StepKind::Dosing)->held == 0);
    REQUIRE(actual.of(StepKind::Therapy) == nullptr);
}

} // namespace test_plan_actual
