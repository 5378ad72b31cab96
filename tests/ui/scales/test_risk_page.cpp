// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/support/page_stage.h"

#include "ui/scales/scales_pages.h"
#include "ui/shared/banner.h"
#include "ui/shared/date_field.h"
#include "ui/shared/segments.h"

#include "core/workflow/draft_desk.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/risk_lane.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <catch2/catch_test_macros.hpp>

namespace test_risk_page {
using namespace kairos;
using support::required;

namespace {

std::unique_ptr<ui::Page> openRisk(test::PageStage& stage) {
    std::unique_ptr<ui::Page> page(ui::makeRiskPage({stage.patient()}, stage.context(), nullptr));
    REQUIRE(test::present(*page, {1290, 690}));
    return page;
}

void raise(test::PageStage& stage) {
    required(
        workflow::RiskLane(stage.practice())
            .open(stage.patient(), record::RiskLevel::Assess, QStringLiteral("said that life is too heavy")));
}

QPushButton* press(const QWidget& page, const QString& text) {
    const auto buttons = page.findChildren<QPushButton*>();
    for (QPushButton* button : buttons) {
        if (button->text() == text && button->isVisibleTo(&page)) {
            button->click();
            return button;
        }
    }
    return nullptr;
}

QList<QPlainTextEdit*> editors(const QWidget& page) {
    return page.findChildren<QPlainTextEdit*>();
}

} // namespace

TEST_CASE("A risk item closes only with assessment, plan and next look", "[scales][risk]") {
    test::PageStage stage;
    raise(stage);
    const auto page = openRisk(stage);
    editors(*page).at(0)->setPlainText(QStringLiteral("Passive thoughts, no plan, no means."));
    REQUIRE(press(*page, QStringLiteral("Close the item")) != nullptr);
    REQUIRE(required(workflow::RiskLane(stage.practice()).openItem(stage.patient())).has_value());
    editors(*page).at(1)->setPlainText(QStringLiteral("Safety plan gone through; partner told."));
    REQUIRE(press(*page, QStringLiteral("Close the item")) != nullptr);
    REQUIRE(required(workflow::RiskLane(stage.practice()).openItem(stage.patient())).has_value());
    page->findChild<ui::DateField*>()->setDate(stage.practice().today().addDays(1));
    REQUIRE(press(*page, QStringLiteral("Close the item")) != nullptr);
    REQUIRE_FALSE(required(workflow::RiskLane(stage.practice()).openItem(stage.patient())).has_value());
    const auto items = required(workflow::RiskLane(stage.practice()).itemsOf(stage.patient()));
    REQUIRE(items.first().plan == QStringLiteral("Safety plan gone through; partner told."));
}

TEST_CASE("An assessment that is left stays as a draft", "[scales][risk][draft]") {
    test::PageStage stage;
    raise(stage);
    {
        const auto page = openRisk(stage);
        editors(*page).at(0)->setPlainText(QStringLiteral("Half a sentence"));
        REQUIRE(page->mayLeave());
    }
    const auto page = openRisk(stage);
    REQUIRE(editors(*page).at(0)->toPlainText() == QStringLiteral("Half a sentence"));
}

TEST_CASE("A clinician's own finding opens an item", "[scales][risk]") {
    test::PageStage stage;
    const auto page = openRisk(stage);
    stage.questions().answerNext({QStringLiteral("gave away her dog"), {}});
    REQUIRE(press(*page, QStringLiteral("Open a risk item")) != nullptr);
    const auto open = required(workflow::RiskLane(stage.practice()).openItem(stage.patient()));
    REQUIRE(open.has_value());
    REQUIRE(open->evidence.first().text == QStringLiteral("gave away her dog"));
    REQUIRE(page->findChild<ui::Banner*>() != nullptr);
}

TEST_CASE("An assessment is saved while the item stays open", "[scales][risk]") {
    test::PageStage stage;
    raise(stage);
    const auto page = openRisk(stage);
    editors(*page).at(0)->setPlainText(QStringLiteral("Plan denied, means locked away."));
    REQUIRE(press(*page, QStringLiteral("Save, keep it open")) != nullptr);
    REQUIRE_FALSE(required(workflow::RiskLane(stage.practice()).openItem(stage.patient()))->isAssessed());
    editors(*page).at(1)->setPlainText(QStringLiteral("Safety plan renewed with her sister."));
    REQUIRE(press(*page, QStringLiteral("Save, keep it open")) != nullptr);
    const auto item = required(workflow::RiskLane(stage.practice()).openItem(stage.patient()));
    REQUIRE(item->isAssessed());
    const auto again = openRisk(stage);
    REQUIRE(editors(*again).at(1)->toPlainText() == QStringLiteral("Safety plan renewed with her sister."));
}

TEST_CASE("The banner asks for an assessment until one is written, and again after a new sign",
          "[scales][risk]") {
    test::PageStage stage;
    raise(stage);
    const auto titleOf = [&] { return openRisk(stage)->findChild<ui::Banner*>()->bannerText().title; };
    REQUIRE(titleOf().endsWith(QStringLiteral("to be assessed before the patient leaves")));
    workflow::RiskLane lane(stage.practice());
    const auto id = required(lane.openItem(stage.patient()))->id;
    stage.fixture().clock().advanceMs(600'000);
    required(lane.assess(id, {QStringLiteral("No plan."), QStringLiteral("Rings tomorrow."), QDate(),
                              record::RiskLevel::Note}));
    REQUIRE(titleOf().endsWith(QStringLiteral("risk low")));
    REQUIRE(titleOf().contains(QStringLiteral("assessed")));
    stage.fixture().clock().advanceMs(600'000);
    required(lane.open(stage.patient(), record::RiskLevel::Note, QStringLiteral("restless")));
    REQUIRE(titleOf().endsWith(QStringLiteral("to be assessed before the patient leaves")));
}

TEST_CASE("The level as judged is chosen by the arrow keys and kept", "[scales][risk]") {
    test::PageStage stage;
    raise(stage);
    const auto page = openRisk(stage);
    auto* level = page->findChild<ui::Segments*>();
    REQUIRE(level->current() == 1); // as the evidence says, until a person judges
    auto* chosen = level->findChildren<QToolButton*>().at(1);
    chosen->setFocus();
    QTest::keyClick(chosen, Qt::Key_Left);
    editors(*page).at(0)->setPlainText(QStringLiteral("A manner of speaking."));
    editors(*page).at(1)->setPlainText(QStringLiteral("Asked again at the next visit."));
    page->findChild<ui::DateField*>()->setDate(stage.practice().today().addDays(7));
    REQUIRE(press(*page, QStringLiteral("Close the item")) != nullptr);
    const auto items = required(workflow::RiskLane(stage.practice()).itemsOf(stage.patient()));
    REQUIRE(items.first().settledLevel() == record::RiskLevel::Note);
}

TEST_CASE("A sign noted at a closed item is the first thing on the page", "[scales][risk]") {
    test::PageStage stage;
    workflow::RiskLane lane(stage.practice());
    raise(stage);
    const auto id = required(lane.openItem(stage.patient()))->id;
    required(lane.close(id, {QStringLiteral("No plan."), QStringLiteral("Safety plan renewed."),
                             stage.practice().today().addDays(1)}));
    stage.fixture().clock().advanceMs(qint64{24} * 3600 * 1000);
    workflow::RatingDraft draft;
    draft.patient = stage.patient();
    draft.instrument = QStringLiteral("phq-9");
    draft.assessedAt = stage.practice().now();
    for (int item = 1; item <= 9; ++item) {
        draft.answers.append(record::Answer::given(item == 9 ? 1 : 0));
    }
    required(workflow::RatingCare(stage.practice()).save(draft));
    const auto page = openRisk(stage);
    const auto* banner = page->findChild<ui::Banner*>();
    REQUIRE(banner != nullptr);
    REQUIRE(banner->bannerText().title == QStringLiteral("Noted at risk item 1, which is closed"));
    REQUIRE(banner->bannerText().text.contains(QStringLiteral("item 9 (death or self-harm): 1 of 3")));
    stage.questions().answerNext({QStringLiteral("she means it this time"), {}});
    REQUIRE(press(*page, QStringLiteral("Open a risk item")) != nullptr);
    const auto open = required(lane.openItem(stage.patient()));
    REQUIRE(open->id == id);
    REQUIRE(open->closings.first().plan == QStringLiteral("Safety plan renewed."));
}

TEST_CASE("Nothing on the risk page is clipped", "[scales][risk][look]") {
    test::PageStage stage;
    raise(stage);
    const auto page = openRisk(stage);
    INFO(test::clippedTexts(*page).join(QLatin1Char('\n')).toStdString());
    REQUIRE(test::clippedTexts(*page).isEmpty());
}

} // namespace test_risk_page
