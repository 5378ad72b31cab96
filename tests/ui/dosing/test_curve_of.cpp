// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/curve_of.h"

#include "tests/ui/dosing/dosing_stage.h"

#include "core/workflow/catalog.h"

#include <catch2/catch_test_macros.hpp>

namespace test_curve_of {
using namespace kairos;
using support::required;
using test::DosingStage;

namespace {

/// The lowest answer to each item, in the session, at the clock's now.
void rate(DosingStage& desk, const QString& instrument) {
    workflow::RatingDraft draft;
    draft.patient = desk.stage().patient();
    draft.session = desk.session;
    draft.instrument = instrument;
    draft.assessedAt = desk.practice().now();
    for (const auto& item : desk.practice().catalog().instruments.find(instrument)->items) {
        draft.answers.append(record::Answer::given(item.min));
    }
    required(workflow::RatingCare(desk.practice()).save(draft));
}

} // namespace

TEST_CASE("A rating on the day after the dose is not lettered on the curve of its session",
          "[dosing][curve]") {
    DosingStage desk;
    desk.startByUseCases();
    desk.clockOn(10);
    rate(desk, QStringLiteral("cadss-6"));
    desk.finishByUseCases();
    desk.clockOn(22 * 60);
    rate(desk, QStringLiteral("ebi"));
    rate(desk, QStringLiteral("meq-30"));
    REQUIRE(desk.view().ratings.size() == 3);
    const auto& controller = desk.open().controller();
    const auto curve = ui::curveOf(controller);
    REQUIRE(curve.events.size() == 1);
    REQUIRE(curve.events.first().mark == ui::CurveMark::Rating);
    REQUIRE(curve.events.first().minute == 10);
    const QString words = ui::curveEventWords(controller);
    REQUIRE(words.contains(QStringLiteral("CADSS-6")));
    REQUIRE_FALSE(words.contains(QStringLiteral("EBI")));
    REQUIRE_FALSE(words.contains(QStringLiteral("MEQ-30")));
}

} // namespace test_curve_of
