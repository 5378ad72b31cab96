// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/sheet_forms.h"

#include "core/base/built_in.h"
#include "core/therapy/modalities.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_sheet_forms {
using namespace kairos;
using therapy::SheetForm;
using therapy::SheetForms;

namespace {

QByteArray fileOf(const char* form) {
    return base::builtInFile(QStringLiteral("therapy/sheets/%1.json").arg(QLatin1String(form)));
}

record::TherapySheet planDue(QDate reviewOn) {
    record::TherapySheet sheet;
    sheet.form = therapy::kSafetyPlan;
    sheet.reviewOn = reviewOn;
    return sheet;
}

} // namespace

TEST_CASE("Six forms are shipped, the safety plan first, each with source and mark", "[therapy][sheets]") {
    const auto& forms = SheetForms::builtIn().forms;
    REQUIRE(forms.size() == 6);
    REQUIRE(forms.first().id == therapy::kSafetyPlan);
    for (const SheetForm& form : forms) {
        INFO(form.id.toStdString());
        REQUIRE_FALSE(form.title.isEmpty());
        REQUIRE_FALSE(form.purpose.isEmpty());
        REQUIRE_FALSE(form.source.isEmpty());
        REQUIRE(form.confidence == base::Confidence::Medium);
        REQUIRE((form.modality.isEmpty() || therapy::Modalities::builtIn().find(form.modality) != nullptr));
        for (const auto& part : form.parts) {
            REQUIRE(form.findPart(part.id) == &part);
            REQUIRE_FALSE(part.hint.isEmpty());
        }
    }
    REQUIRE(SheetForms::builtIn().find(QStringLiteral("dance")) == nullptr);
    REQUIRE(SheetForms::builtIn().titleOf(QStringLiteral("parts-map")) == QStringLiteral("Parts map"));
    REQUIRE(SheetForms::builtIn().titleOf(QStringLiteral("dance")) == QStringLiteral("dance"));
}

TEST_CASE("The safety plan has seven headings, names its source and is reviewed within thirty days",
          "[therapy][sheets]") {
    const SheetForm& plan = *SheetForms::builtIn().find(therapy::kSafetyPlan);
    REQUIRE(plan.parts.size() == 7);
    REQUIRE(plan.isOnePerPatient);
    REQUIRE(plan.hasCrisisText);
    REQUIRE(plan.source.contains(QStringLiteral("Stanley & Brown")));
    REQUIRE(plan.review->within.value == 30);
    REQUIRE(plan.review->within.confidence == base::Confidence::Medium);
    REQUIRE_FALSE(plan.review->askAfter.source.isEmpty());
}

TEST_CASE("The activity schedule has a cell for each part of each day", "[therapy][sheets]") {
    const SheetForm& week = *SheetForms::builtIn().find(QStringLiteral("activity-schedule"));
    REQUIRE(week.grid->rows.size() == 7);
    REQUIRE(week.grid->columns.size() == 3);
    REQUIRE(week.parts.size() == 1 + 7 * 3);
    REQUIRE(week.parts.at(1).id == QStringLiteral("monday.morning"));
    REQUIRE(week.parts.at(1).title == QStringLiteral("Monday, Morning"));
    REQUIRE(week.parts.last().id == QStringLiteral("sunday.evening"));
    REQUIRE_FALSE(week.review.has_value());
}

TEST_CASE("A form that does not fit is refused with its place", "[therapy][sheets]") {
    struct Case {
        const char* form;
        const char* from;
        const char* to;
        const char* place;
    };
    const auto bad = GENERATE(
        Case{"safety-plan", "\"value\": 30", "\"value\": 0", "/review/withinDays/value"},
        Case{"safety-plan", "\"value\": 1,", "\"value\": -1,", "/review/askAfterDays/value"},
        Case{"safety-plan", "\"id\": \"alone\"", "\"id\": \"warning-signs\"", "/parts"},
        Case{"safety-plan", "\"id\": \"alone\"", "\"id\": \"all alone\"", "/parts/1/id"},
        Case{"safety-plan", "\"lines\": 3", "\"lines\": 9", "/parts/0/lines"},
        Case{"safety-plan", "\"lines\": 3", "\"lines\": 0", "/parts/0/lines"},
        Case{"safety-plan", "\"onePerPatient\": true", "\"oneAPatient\": true", ": the key \"oneAPatient\""},
        Case{"safety-plan", "\"title\": \"Safety plan\",", "", "/title"},
        Case{"activity-schedule", "\"id\": \"monday\"", "\"id\": \"tuesday\"", "/parts"},
        Case{"activity-schedule", "\"hint\": \"What; afterwards mood 0 to 10\"", "\"hint\": \"\"",
             "/grid/hint"},
        Case{"thought-record", "\"confidence\": \"M\"", "\"confidence\": \"X\"", "/confidence"});
    QByteArray json = fileOf(bad.form);
    REQUIRE(json.contains(bad.from));
    json.replace(bad.from, bad.to);
    const auto read = SheetForm::read(json);
    INFO(bad.place);
    REQUIRE_FALSE(read.has_value());
    INFO(read.error().why.toStdString());
    REQUIRE(read.error().why.startsWith(QLatin1String(bad.place)));
    REQUIRE_FALSE(SheetForm::read("[]").has_value());
    REQUIRE_FALSE(SheetForm::read("{").has_value());
}

TEST_CASE("A review is due from its day on, and Today asks from the day after", "[therapy][sheets]") {
    const QDate day(2026, 11, 30);
    const auto plan = planDue(day);
    REQUIRE_FALSE(therapy::isReviewDue(plan, day.addDays(-1)));
    REQUIRE(therapy::isReviewDue(plan, day));
    REQUIRE_FALSE(therapy::asksForReview(plan, day));
    REQUIRE(therapy::asksForReview(plan, day.addDays(1)));
    REQUIRE_FALSE(therapy::isReviewDue(planDue({}), day));
    REQUIRE_FALSE(therapy::asksForReview(planDue({}), day));
    auto strange = planDue(day);
    strange.form = QStringLiteral("dance");
    REQUIRE_FALSE(therapy::asksForReview(strange, day.addDays(1)));
}

} // namespace test_sheet_forms
