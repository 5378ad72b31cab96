// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/support/page_stage.h"

#include "ui/scales/scales_pages.h"
#include "ui/shared/banner.h"
#include "ui/shared/date_field.h"

#include "core/workflow/draft_desk.h"
#include "core/workflow/risk_lane.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

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

TEST_CASE("Nothing on the risk page is clipped", "[scales][risk][look]") {
    test::PageStage stage;
    raise(stage);
    const auto page = openRisk(stage);
    INFO(test::clippedTexts(*page).join(QLatin1Char('\n')).toStdString());
    REQUIRE(test::clippedTexts(*page).isEmpty());
}
