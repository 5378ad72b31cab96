// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/next_steps.h"

#include "core/workflow/catalog.h"

#include <catch2/catch_test_macros.hpp>

namespace test_next_steps {
using namespace kairos;

namespace {

constexpr int kMost = 4;
const QDate kToday(2026, 11, 2);

record::PlanStep step(const QString& key, record::StepKind kind, int day) {
    record::PlanStep made;
    made.key = key;
    made.title = key;
    made.kind = kind;
    const record::StepTime time{kToday.addDays(day), std::nullopt};
    made.window = record::StepWindow{time, time, time};
    return made;
}

void add(workflow::PlanView& view, const record::PlanStep& planned, record::StepState state) {
    planning::StepStatus status;
    status.key = planned.key;
    status.state = state;
    if (state == record::StepState::Blocked) {
        status.blockedBy = {QStringLiteral("risk item 7")};
        view.next.blocked.append(status);
    } else if (state == record::StepState::Late) {
        view.next.late.append(status);
    } else {
        view.next.next.append(status);
    }
    view.steps.append({planned, {}, 0, status});
}

} // namespace

TEST_CASE("The open risk stands first, then blocked, late, next", "[chart][next]") {
    workflow::PlanView plan;
    auto due = step(QStringLiteral("rating-3"), record::StepKind::Rating, 0);
    due.instruments = {QStringLiteral("phq-9")};
    add(plan, due, record::StepState::Due);
    add(plan, step(QStringLiteral("liver"), record::StepKind::Review, -25), record::StepState::Late);
    add(plan, step(QStringLiteral("dose-8"), record::StepKind::Dosing, 0), record::StepState::Blocked);
    record::RiskItem risk;
    risk.number = 7;
    const auto rows = ui::nextStepRowsOf({}, risk, plan, kToday, kMost);
    REQUIRE(rows.size() == 4);
    REQUIRE(rows.at(0).chip.kind == ui::ChipKind::Risk);
    REQUIRE(rows.at(0).place == ui::Place(ui::RiskPlace{}));
    REQUIRE(rows.at(1).chip.kind == ui::ChipKind::Blocked);
    REQUIRE(rows.at(1).detail == QStringLiteral("by risk item 7"));
    REQUIRE_FALSE(rows.at(1).place.has_value());
    REQUIRE(rows.at(2).chip.kind == ui::ChipKind::Late);
    REQUIRE(rows.at(2).chip.word == QStringLiteral("25 d late"));
    REQUIRE(rows.at(3).chip.kind == ui::ChipKind::Due);
    REQUIRE(rows.at(3).place->get<ui::RatingPlace>().instrument == QStringLiteral("phq-9"));
}

TEST_CASE("No more rows than asked for, and none without a plan", "[chart][next]") {
    workflow::PlanView plan;
    for (int i = 0; i < 6; ++i) {
        add(plan, step(QStringLiteral("therapy-%1").arg(i), record::StepKind::Therapy, i),
            record::StepState::Open);
    }
    REQUIRE(ui::nextStepRowsOf({}, std::nullopt, plan, kToday, kMost).size() == kMost);
    REQUIRE(ui::nextStepRowsOf({}, std::nullopt, std::nullopt, kToday, kMost).isEmpty());
}

TEST_CASE("Scales on their rhythm stand with their source, and those of the plan's steps are left out",
          "[chart][next][rhythm]") {
    const auto catalog = workflow::Catalog::builtIn();
    workflow::RatingDuty late;
    late.asked.instrument = QStringLiteral("wai-sr");
    late.asked.stepTitle = QStringLiteral("The alliance is rated");
    late.asked.basis = QStringLiteral("convention (M)");
    late.asked.latest = kToday.addDays(-3);
    late.asked.isLate = true;
    late.state = workflow::DutyState::Late;
    workflow::RatingDuty due = late;
    due.asked.instrument = QStringLiteral("ebi");
    due.asked.session = record::SessionId{};
    due.asked.isLate = false;
    due.state = workflow::DutyState::Due;
    workflow::RatingDuty ofStep = due;
    ofStep.asked.step = record::StepId{};
    const auto rows = ui::rhythmRowsOf({}, {ofStep, late, due}, catalog, kToday, kMost);
    REQUIRE(rows.size() == 2);
    REQUIRE(rows.at(0).title == QStringLiteral("WAI-SR"));
    REQUIRE(rows.at(0).chip.word == QStringLiteral("3 d late"));
    REQUIRE(rows.at(0).detail == QStringLiteral("The alliance is rated. Source: convention (M)"));
    REQUIRE(rows.at(1).chip.kind == ui::ChipKind::Due);
    REQUIRE(rows.at(1).place->get<ui::RatingPlace>().session.has_value());
    REQUIRE(ui::rhythmRowsOf({}, {late, due}, catalog, kToday, 1).size() == 1);
}

TEST_CASE("A booked session offers no second booking", "[chart][next]") {
    workflow::PlanView plan;
    auto booked = step(QStringLiteral("integration-3"), record::StepKind::Integration, 1);
    booked.booked = base::Appointment{kToday.addDays(1), QTime(15, 0), QStringLiteral("Europe/Oslo")};
    add(plan, booked, record::StepState::Open);
    add(plan, step(QStringLiteral("therapy-1"), record::StepKind::Therapy, 2), record::StepState::Open);
    const auto rows = ui::nextStepRowsOf({}, std::nullopt, plan, kToday, kMost);
    REQUIRE_FALSE(rows.at(0).place.has_value());
    REQUIRE(rows.at(0).detail.contains(QStringLiteral("15:00")));
    REQUIRE(rows.at(1).place->is<ui::NewSessionPlace>());
}

} // namespace test_next_steps
