// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/dose_history_card.h"
#include "ui/plan/dose_history_table.h"

#include "ui/shared/empty_state.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"
#include "ui/shared/theme_manager.h"

#include "tests/ui/plan/card_page.h"

#include "tests/support/both_themes.h"
#include "tests/support/demo_desk.h"
#include "tests/support/keyboard.h"
#include "tests/support/page_stage.h"

#include "core/workflow/plan_care.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>

#include <catch2/catch_test_macros.hpp>

namespace test_dose_history_card {
using namespace kairos;
using support::required;
using test::Keyboard;

namespace {

class CardPage final : public test::CardPage<ui::DoseHistoryCard> {
public:
    using test::CardPage<ui::DoseHistoryCard>::CardPage;
    [[nodiscard]] ui::DoseHistoryTable& model() { return *findChild<ui::DoseHistoryTable*>(); }
    [[nodiscard]] ui::TableView& table() { return *findChild<ui::TableView*>(); }
};

} // namespace

TEST_CASE("A plan without a dose says what will stand there", "[plan][dose-history]") {
    ui::ThemeManager themes(*qApp);
    test::PageStage stage;
    workflow::PlanWish wish;
    wish.patient = stage.patient();
    wish.protocol = QStringLiteral("iv-cbt");
    wish.start = stage.practice().today().addDays(21);
    workflow::PlanCare care(stage.practice());
    const auto plan = required(care.plan(required(care.start(wish))));
    CardPage page(stage.context());
    page.card().showDoses(plan);
    REQUIRE(test::present(page, {1290, 400}));
    REQUIRE(page.findChild<ui::EmptyState*>()->isVisible());
    REQUIRE_FALSE(page.table().isVisible());
}

TEST_CASE("The doses of the demo stand in a table that is copied as text and opens a session",
          "[plan][dose-history]") {
    ui::ThemeManager themes(*qApp);
    test::DemoDesk desk;
    const auto patient = desk.patient(QStringLiteral("K-0147"));
    const auto plan = required(workflow::PlanCare(desk.practice()).current(patient));
    CardPage page(desk.context());
    page.card().showDoses(*plan);
    REQUIRE(test::present(page, {1290, 500}));
    REQUIRE(page.model().rowCount() >= 7);
    const auto cell = [&](int row, int column) {
        return page.model().index(row, column).data(Qt::DisplayRole).toString();
    };
    using Table = ui::DoseHistoryTable;
    for (const int column : {Table::Dose, Table::Ordered, Table::Given, Table::PerKg, Table::Before,
                             Table::After, Table::Pressure}) {
        INFO(column);
        REQUIRE_FALSE(cell(0, column).isEmpty());
        REQUIRE(cell(0, column) != QStringLiteral("–"));
    }
    // What was ordered and what was given read alike; what is not known is a dash, not a hole.
    REQUIRE(cell(0, Table::PerKg) == QStringLiteral("0.50"));
    REQUIRE(cell(0, Table::Ordered).startsWith(QStringLiteral("0.50")));
    REQUIRE(cell(page.model().rowCount() - 1, Table::Dissociation) == QStringLiteral("–"));
    REQUIRE(cell(0, Table::Pressure).contains(QLatin1Char('/')));
    REQUIRE(cell(0, Table::Oxygen).toInt() >= 50);
    REQUIRE(cell(0, Table::Oxygen).toInt() <= 100);
    REQUIRE(cell(0, Table::Home).toInt() >= 60);
    QString exposure;
    for (const auto* label : page.findChildren<ui::TextLabel*>()) {
        if (label->text().startsWith(QStringLiteral("Over all plans"))) {
            exposure = label->text();
        }
    }
    REQUIRE(exposure.contains(QStringLiteral("mg/kg")));
    REQUIRE(exposure.contains(QStringLiteral("in the last 30 days")));
    REQUIRE(exposure.contains(QStringLiteral("Bladder symptom scale (ICSI or BPIC-SS) [C]: due")));
    REQUIRE(exposure.contains(QStringLiteral("Liver enzymes [C]: due on")));
    for (auto* button : page.findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Copy as text")) {
            button->setFocus();
        }
    }
    Keyboard::press(Qt::Key_Space);
    const auto lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
    REQUIRE(lines.size() == page.model().rowCount() + 1);
    REQUIRE(lines.first().startsWith(QStringLiteral("Dose\tOrdered\tGiven, mg\tmg/kg")));
    REQUIRE(lines.at(1).split(QLatin1Char('\t')).size() == page.model().columnCount());
    page.table().setFocus();
    page.table().selectRow(1);
    Keyboard::press(Qt::Key_Return);
    REQUIRE(desk.navigator().opened().last().is<ui::DosingPlace>());
    REQUIRE(test::clippedInBothThemes(themes, page, QStringLiteral("doses")) == "");
}

TEST_CASE("A check that no scale answers is written by keyboard, and stands with its result",
          "[plan][dose-history]") {
    ui::ThemeManager themes(*qApp);
    test::DemoDesk desk;
    const auto patient = desk.patient(QStringLiteral("K-0147"));
    const auto plan = required(workflow::PlanCare(desk.practice()).current(patient));
    CardPage page(desk.context());
    page.card().showDoses(*plan);
    QObject::connect(&page.card(), &ui::DoseHistoryCard::saved, &page, [&] { page.card().showDoses(*plan); });
    REQUIRE(test::present(page, {1290, 560}));
    const auto says = [&](const QString& words) {
        for (const auto* label : page.findChildren<ui::TextLabel*>()) {
            if (label->isVisible() && label->text().contains(words)) {
                return true;
            }
        }
        return false;
    };
    page.card().openChecks();
    page.card().setFocus();
    auto* result = page.findChild<QLineEdit*>(QStringLiteral("check-result"));
    REQUIRE(QApplication::focusWidget() == result);
    Keyboard::press(Qt::Key_Return);
    REQUIRE(says(QStringLiteral("it has no result")));
    Keyboard::type(QStringLiteral("none; register seen"));
    Keyboard::press(Qt::Key_Return);
    REQUIRE(says(QStringLiteral("no concern, none; register seen")));
    REQUIRE_FALSE(says(QStringLiteral("it has no result")));
    REQUIRE(test::clippedInBothThemes(themes, page, QStringLiteral("checks")) == "");
}

} // namespace test_dose_history_card
