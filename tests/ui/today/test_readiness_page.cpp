// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/booked_course.h"
#include "tests/support/demo_desk.h"
#include "tests/support/label_fit.h"
#include "tests/support/page_stage.h"

#include "ui/shared/empty_state.h"
#include "ui/shared/form.h"
#include "ui/shared/table_view.h"
#include "ui/shared/theme_manager.h"
#include "ui/today/readiness_model.h"
#include "ui/today/readiness_page.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace test_readiness_page {
using namespace kairos;
using workflow::ReadinessItem;
using workflow::ReadinessState;

namespace {

/// The board of the demo practice's next open day, shown, with the keyboard.
struct Board {
    ui::ThemeManager themes{*qApp};
    test::DemoDesk desk;
    std::unique_ptr<ui::ReadinessPage> page;

    Board() {
        page = std::make_unique<ui::ReadinessPage>(ui::TomorrowPlace{}, desk.context());
        REQUIRE(test::present(*page, {1290, 742}));
        table().setFocus();
    }
    ui::TableView& table() { return *page->findChild<ui::TableView*>(); }
    ui::ReadinessModel& model() { return static_cast<ui::ReadinessModel&>(*table().model()); }
    QLineEdit& said() { return *page->findChild<QLineEdit*>(); }
    void choose(int row, ReadinessItem item) {
        table().setCurrentIndex(model().index(row, ui::ReadinessModel::FirstItem + static_cast<int>(item)));
    }
    ReadinessState state(int row, ReadinessItem item) { return model().rowAt(row).cell(item).state; }
    const ui::Place& last() {
        REQUIRE_FALSE(desk.navigator().opened().isEmpty());
        return desk.navigator().opened().last();
    }
};

} // namespace

TEST_CASE("The board has one row a booked dose, in the order of time", "[today][readiness]") {
    Board board;
    REQUIRE(board.model().rowCount() == 3);
    REQUIRE(board.page->day() == QDate(2026, 11, 3));
    for (int row = 1; row < board.model().rowCount(); ++row) {
        REQUIRE(board.model().rowAt(row - 1).dose.booked.time <= board.model().rowAt(row).dose.booked.time);
    }
}

TEST_CASE("Y on a line of the call settles it, N takes it back, A says it is not needed",
          "[today][readiness]") {
    Board board;
    board.choose(0, ReadinessItem::Fasting);
    QTest::keyClick(&board.table(), Qt::Key_Y);
    REQUIRE(board.state(0, ReadinessItem::Fasting) == ReadinessState::Ready);
    board.desk.clock().advanceMs(1000);
    QTest::keyClick(&board.table(), Qt::Key_N);
    REQUIRE(board.state(0, ReadinessItem::Fasting) == ReadinessState::Missing);
    board.desk.clock().advanceMs(1000);
    QTest::keyClick(&board.table(), Qt::Key_A);
    REQUIRE(board.state(0, ReadinessItem::Fasting) == ReadinessState::NotNeeded);
    REQUIRE(board.table().currentIndex().column() == ui::ReadinessModel::FirstItem);
}

TEST_CASE("Enter on the escort asks for the name, and Enter keeps it", "[today][readiness]") {
    Board board;
    board.choose(1, ReadinessItem::Escort);
    QTest::keyClick(&board.table(), Qt::Key_Return);
    REQUIRE(QApplication::focusWidget() == &board.said());
    QTest::keyClick(&board.said(), Qt::Key_Return);
    REQUIRE(board.page->findChild<ui::Field*>()->error().contains(QStringLiteral("the escort has no name")));
    QTest::keyClicks(&board.said(), QStringLiteral("Ada O., 555 0199"));
    QTest::keyClick(&board.said(), Qt::Key_Return);
    REQUIRE(board.state(1, ReadinessItem::Escort) == ReadinessState::Ready);
    REQUIRE(QApplication::focusWidget() == &board.table());
    REQUIRE(board.table().currentIndex().row() == 1);
    REQUIRE(board.table().currentIndex().data().toString() == QStringLiteral("Ada O., 555 0199"));
}

TEST_CASE("What is typed and not kept is there when the page is opened again", "[today][readiness]") {
    Board board;
    board.choose(0, ReadinessItem::Escort);
    QTest::keyClick(&board.table(), Qt::Key_Return);
    QTest::keyClicks(&board.said(), QStringLiteral("Ada"));
    QTest::keyClick(&board.said(), Qt::Key_Escape);
    board.choose(1, ReadinessItem::Escort);
    REQUIRE(board.said().text().isEmpty());
    REQUIRE(board.page->mayLeave());
    ui::ReadinessPage again(ui::TomorrowPlace{}, board.desk.context());
    auto& table = *again.findChild<ui::TableView*>();
    table.setCurrentIndex(table.model()->index(0, 2));
    REQUIRE(again.findChild<QLineEdit*>()->text() == QStringLiteral("Ada"));
}

TEST_CASE("Enter on what is missing opens where it is settled", "[today][readiness]") {
    Board board;
    const auto open = [&](int row, ReadinessItem item) {
        board.choose(row, item);
        QTest::keyClick(&board.table(), Qt::Key_Return);
        return board.last();
    };
    const auto nadia = board.desk.patient(QStringLiteral("K-0171"));
    REQUIRE(open(1, ReadinessItem::Risk) == ui::Place(ui::RiskPlace{nadia}));
    REQUIRE(open(1, ReadinessItem::Consent).get<ui::ChartPlace>().tab == QStringLiteral("medication"));
    REQUIRE(open(1, ReadinessItem::Screening).get<ui::ChartPlace>().tab == QStringLiteral("medication"));
    REQUIRE(open(1, ReadinessItem::Order).get<ui::ChartPlace>().tab == QStringLiteral("plan"));
    REQUIRE(open(1, ReadinessItem::Pressure).is<ui::DosingPlace>());
    for (int row = 0; row < board.model().rowCount(); ++row) {
        const auto cell = board.model().rowAt(row).cell(ReadinessItem::Ratings);
        const auto place = open(row, ReadinessItem::Ratings);
        REQUIRE(place.is<ui::RatingPlace>() == !cell.instrument.isEmpty());
        const auto slot = board.model().rowAt(row).cell(ReadinessItem::Integration);
        const auto session = open(row, ReadinessItem::Integration);
        if (slot.slot) {
            REQUIRE(session.is<ui::TherapyPlace>());
        } else if (slot.step) {
            REQUIRE(session.get<ui::NewSessionPlace>().step == slot.step);
        }
    }
    board.table().setCurrentIndex(board.model().index(0, ui::ReadinessModel::Dose));
    QTest::keyClick(&board.table(), Qt::Key_Return);
    REQUIRE(board.last().is<ui::DosingPlace>());
}

TEST_CASE("Ctrl+P opens the call sheet of the day, Alt+Page Down the day after", "[today][readiness]") {
    Board board;
    QTest::keyClick(board.page.get(), Qt::Key_P, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&] { return !board.desk.navigator().opened().isEmpty(); }));
    REQUIRE(board.last() == ui::Place(ui::CallSheetPlace{QDate(2026, 11, 3)}));
    QTest::keyClick(board.page.get(), Qt::Key_PageDown, Qt::AltModifier);
    REQUIRE(QTest::qWaitFor([&] { return board.page->day() == QDate(2026, 11, 4); }));
}

TEST_CASE("A day without a dose says so", "[today][readiness]") {
    ui::ThemeManager themes{*qApp};
    test::PageStage stage;
    ui::ReadinessPage page(ui::TomorrowPlace{QDate(2026, 12, 24)}, stage.context());
    REQUIRE(test::present(page, {1290, 742}));
    REQUIRE(page.findChild<ui::EmptyState*>()->isVisible());
    REQUIRE_FALSE(page.findChild<ui::TableView*>()->isVisible());
}

TEST_CASE("Every state of the board is said in words, and the words fit in both themes",
          "[today][readiness]") {
    Board board;
    const auto& model = board.model();
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = ui::ReadinessModel::FirstItem; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            const auto state = static_cast<ReadinessState>(index.data(ui::ReadinessModel::StateRole).toInt());
            REQUIRE_FALSE(index.data().toString().isEmpty());
            REQUIRE(index.data(Qt::AccessibleDescriptionRole).toString().contains(ui::readinessWord(state)));
        }
    }
    for (const auto theme : {ui::ThemeId::Light, ui::ThemeId::Dark}) {
        board.themes.setTheme(theme);
        QCoreApplication::processEvents();
        const auto clipped = test::clippedTexts(*board.page);
        INFO(clipped.join(QLatin1Char('\n')).toStdString());
        REQUIRE(clipped.isEmpty());
    }
}

} // namespace test_readiness_page
