// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/therapy/therapy_stage.h"

#include "tests/support/label_fit.h"

#include "ui/shared/due_scales_card.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/safety_plan_card.h"
#include "ui/therapy/session_care.h"

#include "core/therapy/sheet_forms.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/rating_query.h"
#include "core/workflow/sheet_care.h"

#include <catch2/catch_test_macros.hpp>

namespace test_session_care {
using namespace kairos;
using support::required;
using test::TherapyStage;

namespace {

/// A session of the plan that was held so many days ago.
void held(TherapyStage& desk, int daysAgo) {
    record::TherapySession session;
    session.id = desk.practice().ids().next<record::SessionId>();
    session.patient = desk.stage().patient();
    session.plan = desk.plan;
    session.type = record::TherapyType::Therapy;
    session.state = record::SessionState::Held;
    session.startedAt = desk.practice().now().plusMinutes(-qint64{24} * 60 * daysAgo);
    session.booked = {desk.practice().today().addDays(-daysAgo), QTime(9, 0),
                      desk.practice().practice().zone};
    required(workflow::WritingDoor(desk.practice()).save({{record::Action::Created, session, {}}}));
}

void rate(TherapyStage& desk, const char* instrument, const QList<int>& answers, int daysAgo = 0) {
    workflow::RatingDraft draft;
    draft.patient = desk.stage().patient();
    draft.instrument = QString::fromLatin1(instrument);
    draft.assessedAt = desk.practice().now().plusMinutes(-qint64{24} * 60 * daysAgo);
    for (const int answer : answers) {
        draft.answers.append(record::Answer::given(answer));
    }
    required(workflow::RatingCare(desk.practice()).save(draft));
}

} // namespace

TEST_CASE("Beside a first session nothing is due and no plan is shown", "[therapy][rhythm]") {
    TherapyStage desk;
    auto& page = desk.open(desk.book(record::TherapyType::Preparation));
    REQUIRE_FALSE(page.care().isVisible());
    REQUIRE(page.care().scales().words().isEmpty());
}

TEST_CASE("The alliance is due in the second session and opens with one key", "[therapy][rhythm]") {
    TherapyStage desk;
    held(desk, 7);
    auto& page = desk.open(desk.book(record::TherapyType::Integration));
    const auto words = page.care().scales().words().join(QLatin1Char('\n'));
    REQUIRE(words.contains(QStringLiteral("WAI-SR: due")));
    REQUIRE(words.contains(QStringLiteral("Source: ")));
    REQUIRE(words.contains(QStringLiteral("(M)")));
    TherapyStage::ctrl(Qt::Key_R);
    REQUIRE(desk.stage().navigator().opened().last() ==
            ui::Place(ui::RatingPlace{desk.stage().patient(), QStringLiteral("wai-sr")}));
}

TEST_CASE("The day after a dose its scales are asked for in the session and may be declined by keyboard",
          "[therapy][rhythm]") {
    TherapyStage desk;
    desk.giveDose(24);
    auto& page = desk.open(desk.book(record::TherapyType::Integration));
    auto& card = page.care().scales();
    REQUIRE(card.words().filter(QStringLiteral(": due")).size() == 2);
    QPushButton* declined = nullptr;
    for (auto* button : card.findChildren<QPushButton*>()) {
        if (button->accessibleName() == QStringLiteral("EBI declined")) {
            declined = button;
        }
    }
    REQUIRE(declined != nullptr);
    TherapyStage::tabTo(*declined);
    TherapyStage::press(Qt::Key_Space);
    REQUIRE(QTest::qWaitFor([&] { return card.words().filter(QStringLiteral(": due")).size() == 1; }));
    REQUIRE(desk.stage().undo().offers().size() == 1);
    required(desk.stage().undo().offers().first().undo());
    page.refresh();
    REQUIRE(card.words().filter(QStringLiteral(": due")).size() == 2);
}

TEST_CASE("A fall of the alliance stands in words beside the session", "[therapy][rhythm]") {
    TherapyStage desk;
    for (const int daysAgo : {21, 14, 7}) {
        held(desk, daysAgo);
    }
    rate(desk, "wai-sr", QList<int>(12, 4), 14);
    rate(desk, "wai-sr", {4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3}, 7);
    auto& page = desk.open(desk.book(record::TherapyType::Therapy));
    const auto words = page.care().scales().words().join(QLatin1Char('\n'));
    REQUIRE(words.contains(QStringLiteral("The alliance fell by 9 points since session 2")));
    REQUIRE(words.contains(QStringLiteral("(M)")));
}

TEST_CASE("A yes of the screener shows how the safety plan stands, and one key leads to it",
          "[therapy][plan]") {
    TherapyStage desk;
    rate(desk, "c-ssrs", {1, 0, 0, 0, 0, 0, 0});
    auto& page = desk.open(desk.book(record::TherapyType::Therapy));
    auto& plan = page.care().safetyPlan();
    REQUIRE(plan.isVisible());
    REQUIRE(plan.words().contains(QStringLiteral("None on file.")));
    REQUIRE(plan.words().contains(QStringLiteral("C-SSRS")));
    TherapyStage::press(Qt::Key_L, Qt::AltModifier);
    REQUIRE(desk.stage().navigator().opened().last() ==
            ui::Place(ui::ChartPlace{desk.stage().patient(), QString(ui::kTabSheets),
                                     QString(therapy::kSafetyPlan)}));
    record::TherapySheet sheet;
    sheet.patient = desk.stage().patient();
    sheet.form = therapy::kSafetyPlan;
    sheet.parts = {{QStringLiteral("warning-signs"), QStringLiteral("no sleep for two nights")}};
    sheet.date = desk.practice().today();
    sheet.reviewOn = desk.practice().today().addDays(14);
    required(workflow::SheetCare(desk.practice()).save(sheet));
    page.refresh();
    REQUIRE(plan.words().contains(QStringLiteral("on file")));
    REQUIRE_FALSE(plan.words().contains(QStringLiteral("None on file.")));
    // Compact: its words are one key away.
    REQUIRE_FALSE(plan.words().contains(QStringLiteral("no sleep")));
}

TEST_CASE("All of it fits beside the note in both themes", "[therapy][rhythm][fit]") {
    for (const auto theme : {ui::ThemeId::Light, ui::ThemeId::Dark}) {
        TherapyStage desk;
        held(desk, 14);
        held(desk, 7);
        desk.giveDose(49);
        rate(desk, "c-ssrs", {1, 0, 0, 0, 0, 0, 0});
        auto& page = desk.open(desk.book(record::TherapyType::Integration));
        ui::ThemeManager themes(*qApp, theme);
        QCoreApplication::processEvents();
        REQUIRE(page.care().isVisible());
        REQUIRE(test::clippedTexts(page.care()).join(QLatin1Char('\n')).toStdString() == "");
    }
}

} // namespace test_session_care
