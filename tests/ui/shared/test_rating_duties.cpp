// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/page_stage.h"

#include "ui/shared/rating_duties.h"
#include "ui/shared/status_chip.h"

#include "core/record/plan.h"
#include "core/record/step.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/writing_door.h"

#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace test_rating_duties {
using namespace kairos;
using support::required;

namespace {

record::StepId addStep(test::PageStage& stage, int from, int to) {
    record::TreatmentPlan plan;
    plan.id = stage.practice().ids().next<record::PlanId>();
    plan.patient = stage.patient();
    plan.state = record::PlanState::Active;
    record::PlanStep step;
    step.id = stage.practice().ids().next<record::StepId>();
    step.plan = plan.id;
    step.patient = stage.patient();
    step.key = QStringLiteral("rating-1");
    step.kind = record::StepKind::Rating;
    step.instruments = {QStringLiteral("phq-9"), QStringLiteral("gad-7")};
    const QDate today = stage.practice().today();
    step.window =
        record::StepWindow{{today.addDays(from), {}}, {today.addDays(to), {}}, {today.addDays(to), {}}};
    required(workflow::WritingDoor(stage.practice())
                 .save({{record::Action::Created, plan, {}}, {record::Action::Created, step, {}}}));
    return step.id;
}

QStringList chipWords(const ui::RatingDuties& duties) {
    QStringList words;
    for (const auto* chip : duties.findChildren<ui::StatusChip*>()) {
        words.append(chip->chip().object + QStringLiteral(": ") + chip->chip().word);
    }
    return words;
}

} // namespace

TEST_CASE("Without a plan nothing is asked for", "[shared][duties]") {
    test::PageStage stage;
    const auto context = stage.context();
    const ui::RatingDuties duties(stage.patient(), context);
    REQUIRE(duties.isHidden());
}

TEST_CASE("Late, due and done stand in words, and one key opens the first form", "[shared][duties]") {
    test::PageStage stage;
    const auto context = stage.context();
    const auto late = addStep(stage, -4, -1);
    ui::RatingDuties duties(stage.patient(), context);
    REQUIRE(test::present(duties, {1200, 40}));
    REQUIRE(chipWords(duties) == QStringList{QStringLiteral("PHQ-9: late, by Sun 1 Nov"),
                                             QStringLiteral("GAD-7: late, by Sun 1 Nov")});
    QTest::keyClick(&duties, Qt::Key_R, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&] { return !stage.navigator().opened().isEmpty(); }));
    REQUIRE(stage.navigator().opened().first() ==
            ui::Place(ui::RatingPlace{stage.patient(), QStringLiteral("phq-9"), late}));
    workflow::RatingDraft draft;
    draft.patient = stage.patient();
    draft.step = late;
    draft.instrument = QStringLiteral("phq-9");
    draft.assessedAt = stage.practice().now();
    draft.answers = QList<record::Answer>(9, record::Answer::given(0));
    required(workflow::RatingCare(stage.practice()).save(draft));
    duties.refresh();
    REQUIRE(chipWords(duties) == QStringList{QStringLiteral("GAD-7: late, by Sun 1 Nov"),
                                             QStringLiteral("PHQ-9: done Mon 2 Nov")});
}

} // namespace test_rating_duties
