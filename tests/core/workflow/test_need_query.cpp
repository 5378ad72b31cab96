// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/need_query.h"

#include "tests/support/booked_course.h"

#include "core/workflow/exposure.h"
#include "core/workflow/patient_list.h"
#include "core/workflow/risk_lane.h"
#include "core/workflow/today_query.h"
#include "core/workflow/writing_door.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

namespace test_need_query {
using namespace kairos;
using namespace kairos::workflow;
using base::FindingLevel;
using support::BookedCourse;
using support::required;

namespace {

std::optional<Need> needOf(OpenPractice& practice, NeedKind kind) {
    const auto needs = required(NeedQuery(practice).all());
    const auto found =
        std::find_if(needs.begin(), needs.end(), [kind](const Need& need) { return need.kind == kind; });
    return found == needs.end() ? std::nullopt : std::optional(*found);
}

} // namespace

TEST_CASE("A dose near without order, consent and screening needs a person three times",
          "[workflow][needs]") {
    BookedCourse course;
    for (const NeedKind kind : {NeedKind::OrderMissing, NeedKind::ConsentMissing, NeedKind::ScreeningHolds}) {
        const auto need = needOf(course.practice(), kind);
        REQUIRE(need.has_value());
        REQUIRE(need->level == FindingLevel::Stop);
        REQUIRE(need->patient->id == course.patient);
        REQUIRE(need->session == course.dose);
    }
    course.signOrder();
    course.consent(QDate(2026, 11, 5), QDate(2027, 11, 4));
    course.fixture.clearScreening(course.patient);
    for (const NeedKind kind : {NeedKind::OrderMissing, NeedKind::ConsentMissing, NeedKind::ScreeningHolds,
                                NeedKind::ConsentEnding}) {
        REQUIRE_FALSE(needOf(course.practice(), kind).has_value());
    }
}

TEST_CASE("A dose four days ahead lacks its consent, and is not stopped by it yet", "[workflow][needs]") {
    BookedCourse course(QDate(2026, 11, 5));
    REQUIRE(needOf(course.practice(), NeedKind::ConsentMissing)->level == FindingLevel::Caution);
    REQUIRE_FALSE(needOf(course.practice(), NeedKind::OrderMissing).has_value());
    REQUIRE_FALSE(needOf(course.practice(), NeedKind::ScreeningHolds).has_value());
}

TEST_CASE("A consent that ends within fourteen days is named, one of fifteen is not", "[workflow][needs]") {
    BookedCourse course;
    const auto [days, isNamed] = GENERATE(table<int, bool>({{14, true}, {15, false}}));
    course.consent(QDate(2026, 1, 5), QDate(2026, 11, 6).addDays(days));
    REQUIRE(needOf(course.practice(), NeedKind::ConsentEnding).has_value() == isNamed);
    REQUIRE_FALSE(needOf(course.practice(), NeedKind::ConsentMissing).has_value());
}

TEST_CASE("A consent that ends the day before the dose is no consent to it", "[workflow][needs]") {
    BookedCourse course;
    course.consent(QDate(2026, 1, 5), QDate(2026, 11, 8));
    REQUIRE(needOf(course.practice(), NeedKind::ConsentMissing).has_value());
}

TEST_CASE("A dose that was not given is late after its window, and what follows is not said too",
          "[workflow][needs]") {
    BookedCourse course;
    course.moveTo(QDate(2026, 11, 23));
    PlanCare plans(course.practice());
    for (const char* key : {"screening-1", "consent-1", "preparation-1", "preparation-2"}) {
        if (const auto step = course.step(key); !step.key.isEmpty()) {
            required(plans.complete(step.id, course.practice().now()));
        }
    }
    const auto late = [&] {
        QStringList titles;
        for (const Need& need : required(NeedQuery(course.practice()).all())) {
            if (need.kind == NeedKind::StepLate) {
                titles.append(need.detail);
            }
        }
        return titles;
    };
    for (const record::PlanStep& step : required(plans.steps(course.plan))) {
        const bool isBefore = course.step("dose-1").dependsOn.contains(step.key) && !step.doneBy;
        if (isBefore) {
            required(plans.complete(step.id, course.practice().now()));
        }
    }
    REQUIRE(late().contains(course.step("dose-1").title));
    REQUIRE_FALSE(late().contains(course.step("dose-2").title));
}

TEST_CASE("The screening and the consent step are due at a desk until they are done", "[workflow][needs]") {
    BookedCourse course(QDate(2026, 11, 6));
    REQUIRE(needOf(course.practice(), NeedKind::ScreeningDue).has_value());
    required(PlanCare(course.practice()).complete(course.step("screening-1").id, course.practice().now()));
    REQUIRE_FALSE(needOf(course.practice(), NeedKind::ScreeningDue).has_value());
}

TEST_CASE("A stopped plan asks for nothing", "[workflow][needs]") {
    BookedCourse course;
    course.moveTo(QDate(2026, 11, 23));
    required(PlanCare(course.practice())
                 .setState(course.plan, record::PlanState::Stopped, QStringLiteral("moved away")));
    for (const Need& need : required(NeedQuery(course.practice()).all())) {
        REQUIRE_FALSE(need.step.has_value());
    }
}

TEST_CASE("Danger goes by level, kind, gravity and time, and the patients stand in the same order",
          "[workflow][needs]") {
    BookedCourse course;
    auto& fixture = course.fixture;
    RiskLane lane(course.practice());
    const auto assess =
        fixture.addPatient(QStringLiteral("A-1"), QStringLiteral("Amara"), QStringLiteral("Adams"));
    const auto urgent =
        fixture.addPatient(QStringLiteral("A-2"), QStringLiteral("Zoe"), QStringLiteral("Zander"));
    const auto quiet =
        fixture.addPatient(QStringLiteral("A-3"), QStringLiteral("Bea"), QStringLiteral("Bell"));
    required(lane.open(assess, record::RiskLevel::Assess, QStringLiteral("said so")));
    fixture.clock().advanceMs(60'000);
    required(lane.open(urgent, record::RiskLevel::Urgent, QStringLiteral("said so")));
    const auto needs = required(TodayQuery(course.practice()).needs());
    REQUIRE(needs.at(0).patient->id == urgent);
    REQUIRE(needs.at(1).patient->id == assess);
    for (qsizetype i = 1; i < needs.size(); ++i) {
        REQUIRE_FALSE(isMoreDangerous(needs.at(i), needs.at(i - 1)));
    }
    const PatientList list(course.practice());
    REQUIRE(required(list.find({})) == QList{urgent, assess, course.patient, quiet});
    const auto stages = required(list.byStage());
    REQUIRE(stages.size() == 7);
    REQUIRE(stages.first() == QList{urgent, assess, course.patient, quiet});
}

TEST_CASE("What needs a person is reckoned again when the record or the minute changed",
          "[workflow][needs]") {
    BookedCourse course;
    const TodayQuery today(course.practice());
    const auto before = required(today.needs()).size();
    required(RiskLane(course.practice())
                 .open(course.patient, record::RiskLevel::Assess, QStringLiteral("said so")));
    REQUIRE(required(today.needs()).size() == before + 1);
    course.moveTo(QDate(2026, 11, 30));
    REQUIRE(required(today.needs()).size() != before + 1);
}

TEST_CASE("A walk in strides of one record finds what one walk finds", "[workflow][needs]") {
    BookedCourse course;
    course.moveTo(QDate(2026, 11, 23));
    const auto whole = required(NeedQuery(course.practice()).all());
    NeedQuery query(course.practice());
    REQUIRE(query.share() == 0);
    double share = 0;
    int strides = 0;
    while (!required(query.advance(1))) {
        REQUIRE(query.share() >= share);
        share = query.share();
        REQUIRE(++strides < 10'000);
    }
    REQUIRE(strides > 1);
    REQUIRE(query.share() == 1);
    const auto walked = query.found();
    REQUIRE(walked.size() == whole.size());
    for (qsizetype i = 0; i < whole.size(); ++i) {
        REQUIRE(walked.at(i).kind == whole.at(i).kind);
        REQUIRE(walked.at(i).step == whole.at(i).step);
    }
}

TEST_CASE("Bladder, liver, cognition and craving are due before a dose by the doses so far, until they are "
          "answered",
          "[workflow][needs][labs]") {
    BookedCourse course;
    auto& practice = course.practice();
    REQUIRE_FALSE(needOf(practice, NeedKind::LabDue).has_value());
    // A dose of an earlier course, seven months ago: craving is asked every month, the bladder every three,
    // liver and cognition every six.
    record::DosingSession past;
    past.id = practice.ids().next<record::SessionId>();
    past.patient = course.patient;
    past.state = record::SessionState::Signed;
    past.booked = {QDate(2026, 4, 2), QTime(10, 0), practice.practice().zone};
    past.startedAt = course.fixture.at(QDate(2026, 4, 2), QTime(10, 0));
    required(WritingDoor(practice).save({{record::Action::Created, past}}));
    const auto labs = [&] {
        QStringList details;
        for (const Need& need : required(NeedQuery(practice).all())) {
            if (need.kind == NeedKind::LabDue) {
                REQUIRE(need.level == FindingLevel::Information);
                REQUIRE(need.patient->id == course.patient);
                details.append(need.detail.left(7));
            }
        }
        details.sort();
        return details;
    };
    REQUIRE(labs() == QStringList{QStringLiteral("Bladder"), QStringLiteral("Brief c"),
                                  QStringLiteral("Craving"), QStringLiteral("Liver e")});
    const auto write = [&](const char* check, QDate day) {
        required(writeCheck(practice, course.patient,
                            {QLatin1String(check), false, QStringLiteral("nothing found"), day}));
    };
    write("craving", practice.today().addMonths(-1));
    write("cognition", practice.today().addMonths(-6).addDays(1));
    // The one is due again today, the other tomorrow.
    REQUIRE(labs() ==
            QStringList{QStringLiteral("Bladder"), QStringLiteral("Craving"), QStringLiteral("Liver e")});
    write("craving", practice.today());
    REQUIRE(labs() == QStringList{QStringLiteral("Bladder"), QStringLiteral("Liver e")});
    course.fixture.clearScreening(course.patient);
    REQUIRE(labs() == QStringList{QStringLiteral("Bladder")});
    record::Rating rating;
    rating.id = practice.ids().next<record::RatingId>();
    rating.patient = course.patient;
    rating.instrument = QStringLiteral("icsi");
    rating.total = 2;
    rating.assessedAt = practice.now();
    required(WritingDoor(practice).save({{record::Action::Created, rating}}));
    REQUIRE(labs().isEmpty());
}

} // namespace test_need_query
