// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dosing/dosing_stage.h"

#include "ui/shared/due_scales_card.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/safety_plan_card.h"

#include "core/therapy/sheet_forms.h"
#include "core/workflow/sheet_care.h"
#include "core/workflow/therapy_care.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_safety_plan {
using namespace kairos;
using support::required;
using test::DosingStage;

namespace {

void screen(DosingStage& desk, int wish) {
    workflow::RatingDraft draft;
    draft.patient = desk.stage().patient();
    draft.instrument = QStringLiteral("c-ssrs");
    draft.assessedAt = desk.practice().now();
    draft.answers = QList<record::Answer>(7, record::Answer::given(0));
    draft.answers[0] = record::Answer::given(wish);
    required(workflow::RatingCare(desk.practice()).save(draft));
}

record::TherapySheetId writePlan(DosingStage& desk, int reviewInDays) {
    record::TherapySheet sheet;
    sheet.patient = desk.stage().patient();
    sheet.form = therapy::kSafetyPlan;
    sheet.parts = {{QStringLiteral("warning-signs"), QStringLiteral("no sleep for two nights")},
                   {QStringLiteral("helpers"), QStringLiteral("my sister, at any hour")}};
    sheet.date = desk.practice().today().addDays(-7);
    sheet.reviewOn = desk.practice().today().addDays(reviewInDays);
    return required(workflow::SheetCare(desk.practice()).save(sheet));
}

safety::GateLine planLine(DosingStage& desk) {
    const auto lines = desk.view().preDose;
    const auto found = std::find_if(lines.begin(), lines.end(), [](const safety::GateLine& line) {
        return line.id == QStringLiteral("safety-plan");
    });
    REQUIRE(found != lines.end());
    return *found;
}

} // namespace

TEST_CASE("While every answer is no, no safety plan stands before the dose", "[dosing][plan]") {
    DosingStage desk;
    screen(desk, 0);
    writePlan(desk, 7);
    auto& page = desk.open();
    REQUIRE_FALSE(page.before()->safetyPlan().isVisible());
    REQUIRE(planLine(desk).state == safety::GateState::NotApplicable);
}

TEST_CASE("A yes and no plan: the card and the gate say so, one key writes it, F4 lets it go with a reason",
          "[dosing][plan]") {
    DosingStage desk;
    screen(desk, 1);
    auto& page = desk.open();
    auto& card = page.before()->safetyPlan();
    REQUIRE(card.isVisible());
    REQUIRE(card.words().contains(QStringLiteral("None on file.")));
    REQUIRE(card.openButton().text() == QStringLiteral("Write it"));
    DosingStage::press(Qt::Key_L, Qt::AltModifier);
    REQUIRE(desk.stage().navigator().opened().last() ==
            ui::Place(ui::ChartPlace{desk.stage().patient(), QString(ui::kTabSheets),
                                     QString(therapy::kSafetyPlan)}));
    REQUIRE(planLine(desk).evidence == QStringLiteral("none on file"));
    DosingStage::walkTo(page.before()->gates(), QStringLiteral("safety-plan"));
    desk.stage().questions().answerNext(
        {QStringLiteral("written together tomorrow"), DosingStage::password()});
    DosingStage::press(Qt::Key_F4);
    REQUIRE(planLine(desk).state == safety::GateState::Overridden);
    REQUIRE(planLine(desk).overrideReason == QStringLiteral("written together tomorrow"));
}

TEST_CASE("A yes with a plan: its words stand under their headings before the dose", "[dosing][plan]") {
    DosingStage desk;
    screen(desk, 1);
    writePlan(desk, 0);
    auto& page = desk.open();
    auto& card = page.before()->safetyPlan();
    REQUIRE(card.words().contains(QStringLiteral("How I notice that it gets worse")));
    REQUIRE(card.words().contains(QStringLiteral("no sleep for two nights")));
    REQUIRE(card.words().contains(QStringLiteral("my sister, at any hour")));
    REQUIRE(card.words().contains(QStringLiteral("nothing written")));
    REQUIRE(card.openButton().text() == QStringLiteral("Open"));
    REQUIRE(planLine(desk).state == safety::GateState::Met);
}

TEST_CASE("A plan whose review was due yesterday stands there with its words and says so", "[dosing][plan]") {
    DosingStage desk;
    screen(desk, 1);
    writePlan(desk, -1);
    auto& page = desk.open();
    auto& card = page.before()->safetyPlan();
    REQUIRE(card.words().startsWith(QStringLiteral("review due")));
    REQUIRE(card.words().contains(QStringLiteral("Its review was due 1 Nov 2026.")));
    REQUIRE(card.words().contains(QStringLiteral("no sleep for two nights")));
    REQUIRE(planLine(desk).state == safety::GateState::NotMet);
}

TEST_CASE("After the dose its scales are asked for, and one key opens the first", "[dosing][rhythm]") {
    DosingStage desk;
    record::TherapySession integration;
    integration.patient = desk.stage().patient();
    integration.plan = desk.plan;
    integration.type = record::TherapyType::Integration;
    integration.booked = {QDate(2026, 11, 3), QTime(9, 0), desk.practice().practice().zone};
    required(workflow::TherapyCare(desk.practice()).book(integration));
    desk.startByUseCases();
    auto& page = desk.open();
    REQUIRE(page.after()->scales().words().isEmpty());
    desk.finishByUseCases();
    auto& later = desk.open();
    const auto words = later.after()->scales().words().join(QLatin1Char('\n'));
    REQUIRE(words.contains(QStringLiteral("MEQ30: due Tue 3 Nov")));
    REQUIRE(words.contains(QStringLiteral("EBI: due Tue 3 Nov")));
    DosingStage::ctrl(Qt::Key_R);
    REQUIRE(
        desk.stage().navigator().opened().last() ==
        ui::Place(ui::RatingPlace{desk.stage().patient(), QStringLiteral("meq-30"), {}, desk.session, {}}));
}

} // namespace test_safety_plan
