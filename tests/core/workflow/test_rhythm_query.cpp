// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/rhythm_query.h"

#include "core/workflow/clinic_care.h"
#include "core/workflow/need_query.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/rating_decline.h"

#include "tests/support/rhythm_course.h"

#include <catch2/catch_test_macros.hpp>

namespace test_rhythm_query {
using namespace kairos;
using namespace record;
using support::required;
using support::RhythmCourse;
using workflow::DutyState;
using workflow::RhythmQuery;

namespace {

QStringList asked(RhythmCourse& course) {
    QStringList ids;
    for (const auto& duty : required(RhythmQuery(course.practice()).duties(course.patient))) {
        ids.append(duty.asked.instrument +
                   (duty.state == DutyState::Late ? QStringLiteral(" late") : QString()));
    }
    return ids;
}

QStringList needed(RhythmCourse& course) {
    QStringList details;
    for (const auto& need : required(workflow::NeedQuery(course.practice()).all())) {
        if (need.kind == workflow::NeedKind::RatingDue) {
            details.append(need.detail);
        }
    }
    return details;
}

const QStringList kBothLate{QStringLiteral("meq-30 late"), QStringLiteral("ebi late")};

} // namespace

TEST_CASE("The alliance is asked for from the second session that counts, and late after the third",
          "[workflow][rhythm]") {
    RhythmCourse course;
    course.held(20);
    course.held(15, TherapyType::PhoneContact);
    course.held(14, TherapyType::DosingSupport);
    REQUIRE(asked(course).isEmpty());
    course.held(8, TherapyType::Integration);
    REQUIRE(asked(course) == QStringList{QStringLiteral("wai-sr")});
    REQUIRE(needed(course).isEmpty());
    course.held(1);
    REQUIRE(asked(course) == QStringList{QStringLiteral("wai-sr late")});
    REQUIRE(needed(course) == QStringList{QStringLiteral("WAI-SR")});
}

TEST_CASE("The session that is booked for today counts from the morning on, one that was missed does not",
          "[workflow][rhythm]") {
    RhythmCourse course;
    course.held(7);
    course.booked(0, SessionState::NoShow);
    REQUIRE(asked(course).isEmpty());
    course.booked(0);
    REQUIRE(asked(course) == QStringList{QStringLiteral("wai-sr")});
}

TEST_CASE("After a rating the alliance is asked for three sessions on", "[workflow][rhythm]") {
    RhythmCourse course;
    for (const int daysAgo : {28, 21, 14, 7}) {
        course.held(daysAgo);
    }
    course.rate("wai-sr", 21, 4);
    REQUIRE(asked(course).isEmpty());
    course.held(1);
    REQUIRE(asked(course) == QStringList{QStringLiteral("wai-sr")});
    course.rate("wai-sr", 0, 4);
    REQUIRE(asked(course).isEmpty());
}

TEST_CASE("Sessions of a plan that no longer runs ask for nothing", "[workflow][rhythm]") {
    RhythmCourse course;
    const auto plan = course.plan(PlanState::Active);
    course.held(20, TherapyType::Therapy, plan.id);
    course.held(10, TherapyType::Therapy, plan.id);
    REQUIRE(asked(course) == QStringList{QStringLiteral("wai-sr")});
    course.end(plan);
    REQUIRE(asked(course).isEmpty());
}

TEST_CASE("Experience and breakthrough are asked for after a dose, late after the day after it, then gone",
          "[workflow][rhythm]") {
    RhythmCourse course;
    course.held(9, TherapyType::Preparation);
    SECTION("on the day") {
        const auto dose = course.dose(0);
        const auto duties = required(RhythmQuery(course.practice()).duties(course.patient));
        REQUIRE(duties.size() == 2);
        REQUIRE(duties.first().asked.session == dose);
        REQUIRE_FALSE(duties.first().asked.step.has_value());
        REQUIRE(duties.first().asked.basis.endsWith(QStringLiteral("(C)")));
    }
    SECTION("the day after") {
        course.dose(1);
        REQUIRE(asked(course) == QStringList{QStringLiteral("meq-30"), QStringLiteral("ebi")});
        REQUIRE(needed(course).isEmpty());
    }
    SECTION("two days after") {
        course.dose(2);
        REQUIRE(asked(course) == kBothLate);
        // Optional scales are asked for in the session and on the chart; Today is for what needs a person.
        REQUIRE(needed(course).isEmpty());
    }
    SECTION("seven days after") {
        course.dose(7);
        REQUIRE(asked(course).isEmpty());
        REQUIRE(needed(course).isEmpty());
    }
}

TEST_CASE("A dose without therapy asks for no scale of therapy", "[workflow][rhythm]") {
    RhythmCourse course;
    course.dose(2);
    REQUIRE(asked(course).isEmpty());
}

TEST_CASE("A rating belongs to its dose, or to the dose before it", "[workflow][rhythm]") {
    RhythmCourse course;
    course.held(9, TherapyType::Preparation);
    course.dose(5);
    course.rate("ebi", 4, 50);
    REQUIRE(asked(course) == QStringList{QStringLiteral("meq-30 late")});
    course.dose(2);
    REQUIRE(asked(course).filter(QStringLiteral("ebi")).size() == 1);
    REQUIRE(asked(course).filter(QStringLiteral("meq-30")).size() == 2);
}

TEST_CASE("What was declined is not asked for again, and taken back it is", "[workflow][rhythm]") {
    RhythmCourse course;
    course.held(9, TherapyType::Preparation);
    course.dose(2);
    const auto duty = required(RhythmQuery(course.practice()).duties(course.patient)).first();
    const auto saved = required(workflow::declineRating(course.practice(), course.patient, duty.asked));
    REQUIRE(asked(course) == QStringList{QStringLiteral("ebi late")});
    const auto rating = required(workflow::RatingQuery(course.practice()).rating(saved.id));
    REQUIRE_FALSE(rating.total.has_value());
    REQUIRE(rating.session == duty.asked.session);
    for (const Answer& answer : rating.answers) {
        REQUIRE(answer.state == AnswerState::Declined);
    }
    required(workflow::RatingCare(course.practice()).withdraw(saved.id, QStringLiteral("by mistake")));
    REQUIRE(asked(course) == kBothLate);
    auto foreign = duty.asked;
    foreign.instrument = QStringLiteral("no-such-form");
    const auto refused = workflow::declineRating(course.practice(), course.patient, foreign);
    REQUIRE(refused.error().code == base::ErrorCode::NotFound);
}

TEST_CASE("A practice may do without a rhythm, and a plan that asks itself is not doubled",
          "[workflow][rhythm]") {
    RhythmCourse course;
    course.held(9, TherapyType::Preparation);
    course.dose(2);
    auto practice = course.practice().practice();
    practice.rhythmsOff = {QStringLiteral("experience")};
    required(workflow::ClinicCare(course.practice()).savePractice(practice));
    REQUIRE(asked(course) == QStringList{QStringLiteral("ebi late")});
    course.planAsking("ebi");
    REQUIRE(asked(course).isEmpty());
}

TEST_CASE("Ratings that are asked for hold those on their rhythm beside those of the plan",
          "[workflow][rhythm][ratings]") {
    RhythmCourse course;
    course.held(9, TherapyType::Preparation);
    course.dose(1);
    course.planAsking("phq-9");
    const auto due = required(workflow::RatingQuery(course.practice()).due(course.patient));
    REQUIRE(due.size() == 3);
}

TEST_CASE("The alliance is judged over the sessions of the course", "[workflow][rhythm]") {
    RhythmCourse course;
    const auto findings = [&] { return required(RhythmQuery(course.practice()).alliance(course.patient)); };
    REQUIRE(findings().isEmpty());
    for (const int daysAgo : {35, 28, 21, 14, 7, 1}) {
        course.held(daysAgo);
    }
    course.rate("wai-sr", 40, 5); // of before the course
    course.rate("wai-sr", 21, 4);
    REQUIRE(findings().isEmpty());
    course.rate("wai-sr", 1, 3);
    REQUIRE(findings().size() == 1);
    REQUIRE(findings().first().text.contains(QStringLiteral("fell by 12 points since session 3")));
    course.rate("wai-sr", 0, 2);
    REQUIRE(findings().size() == 2);
}

} // namespace test_rhythm_query
