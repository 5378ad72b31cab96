// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/dose_search.h"

#include "tests/core/planning/planning_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_dose_search {
using namespace kairos::planning;
using namespace kairos::planning::fixture;

namespace {

DoseWishes wishesFor(const kairos::protocols::Regimen& regimen, QDate start) {
    DoseWishes wishes;
    wishes.ideal = idealDoseDays(regimen, start);
    wishes.former.resize(regimen.count());
    wishes.held.resize(regimen.count());
    return wishes;
}

} // namespace

TEST_CASE("The pattern moves along with a start on another weekday", "[planning][search]") {
    const auto regimen = protocol("iv-elektd").regimen;
    REQUIRE(idealDoseDays(regimen, day("2026-03-03")).mid(0, 3) ==
            QList{day("2026-03-03"), day("2026-03-06"), day("2026-03-10")});
    REQUIRE(idealDoseDays(regimen, day("2026-03-05")).mid(0, 3) ==
            QList{day("2026-03-05"), day("2026-03-09"), day("2026-03-12")});
    REQUIRE(idealDoseDays(regimen, day("2026-03-01")).mid(0, 3) ==
            QList{day("2026-03-01"), day("2026-03-04"), day("2026-03-08")});
}

TEST_CASE("The search goes back on its steps when the nearest days lead nowhere", "[planning][search]") {
    // Dose 2 stands nearest to its wish on the 4th, yet from there no open day lies within five days: only
    // the 6th and the 7th lead on.
    auto regimen = protocol("iv-elektd").regimen;
    PlanRequest request = fromMonday();
    request.holidays = {day("2026-03-05"), day("2026-03-08"), day("2026-03-09"), day("2026-03-10"),
                        day("2026-03-06")};
    const ClinicCalendar calendar(request);
    const auto places = DoseSearch(regimen, calendar, wishesFor(regimen, request.start)).place();
    REQUIRE(places.at(1).date == day("2026-03-07"));
    REQUIRE(places.at(2).date.has_value());
    REQUIRE(*places.at(2).date >= day("2026-03-11"));
    REQUIRE(places.at(5).date.has_value());
}

TEST_CASE("A dose never stands before the day that the caller names", "[planning][search]") {
    const auto regimen = protocol("iv-elektd").regimen;
    const PlanRequest request = fromMonday();
    const ClinicCalendar calendar(request);
    DoseWishes wishes = wishesFor(regimen, request.start);
    wishes.held[0] = request.start;
    wishes.notBefore = day("2026-03-20");
    const auto places = DoseSearch(regimen, calendar, wishes).place();
    REQUIRE(places.at(0).date == request.start);
    REQUIRE(places.at(1).date == day("2026-03-20"));
}

} // namespace test_dose_search
