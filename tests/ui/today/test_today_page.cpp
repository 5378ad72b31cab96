// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/clock_strip.h"
#include "ui/today/day_model.h"
#include "ui/today/need_list.h"
#include "ui/today/today_room.h"

#include "ui/shared/empty_state.h"
#include "ui/shared/search_field.h"
#include "ui/shared/table_view.h"
#include "ui/shared/theme_manager.h"

#include "core/workflow/today_query.h"

#include "tests/support/both_themes.h"
#include "tests/support/demo_desk.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_today_page {
using namespace kairos;

namespace {

/// The page on the demo practice, shown, with the keyboard.
struct ShownToday {
    ui::ThemeManager themes{*qApp};
    test::DemoDesk desk;
    std::unique_ptr<ui::Page> page;

    ShownToday() { make(); }
    void make() {
        page.reset(ui::makeTodayPage(desk.context(), nullptr));
        page->resize(1290, 742);
        page->show();
        page->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(page.get()));
    }
    /// The table of today, or of the next open day.
    ui::TableView& table(int index) { return *page->findChildren<ui::TableView*>().at(index); }
    ui::NeedList& needs() { return *page->findChild<ui::NeedList*>(); }
    template <class P>
    P lastOpened() {
        REQUIRE_FALSE(desk.navigator().opened().isEmpty());
        const auto* place = desk.navigator().opened().last().as<P>();
        REQUIRE(place != nullptr);
        return *place;
    }
};

} // namespace

TEST_CASE("The day lists its sessions in order of time", "[today]") {
    ShownToday today;
    const auto& model = *today.table(0).model();
    REQUIRE(model.rowCount() >= 4);
    for (int row = 1; row < model.rowCount(); ++row) {
        REQUIRE(model.index(row - 1, ui::DayModel::Time).data().toString() <=
                model.index(row, ui::DayModel::Time).data().toString());
    }
}

TEST_CASE("What needs a person begins with the open risk item", "[today]") {
    ShownToday today;
    const auto& rows = today.needs().needs().rows();
    REQUIRE(rows.size() >= 2);
    REQUIRE(rows.first().need.kind == workflow::NeedKind::OpenRisk);
    REQUIRE(rows.first().need.patient->id == today.desk.patient(QStringLiteral("K-0171")));
    REQUIRE(rows.first().state.kind == ui::ChipKind::Risk);
}

TEST_CASE("Enter on a session opens its sheet, by its kind", "[today]") {
    ShownToday today;
    auto& table = today.table(0);
    const auto& model = static_cast<const ui::DayModel&>(*table.model());
    table.setFocus();
    for (int row = 0; row < model.rowCount(); ++row) {
        QTest::keyClick(&table, Qt::Key_Return);
        const auto& line = model.rowAt(row);
        if (line.row.isDosing) {
            REQUIRE(today.lastOpened<ui::DosingPlace>().session == line.row.session);
        } else {
            REQUIRE(today.lastOpened<ui::TherapyPlace>().session == line.row.session);
        }
        QTest::keyClick(&table, Qt::Key_Down);
    }
    REQUIRE(today.desk.navigator().opened().size() == model.rowCount());
}

TEST_CASE("Enter on a need opens the place where it is settled", "[today]") {
    ShownToday today;
    auto& needs = today.needs();
    needs.setFocus();
    QTest::keyClick(&needs, Qt::Key_Return);
    REQUIRE(today.lastOpened<ui::RiskPlace>().patient == today.desk.patient(QStringLiteral("K-0171")));
    const auto& rows = needs.needs().rows();
    for (int row = 1; row < rows.size(); ++row) {
        QTest::keyClick(&needs, Qt::Key_Down);
        QTest::keyClick(&needs, Qt::Key_Return);
        const auto& place = today.desk.navigator().opened().last();
        if (rows.at(row).need.kind == workflow::NeedKind::RatingDue) {
            REQUIRE(place.get<ui::RatingPlace>().step == rows.at(row).need.step);
            REQUIRE_FALSE(place.get<ui::RatingPlace>().instrument.isEmpty());
        }
        REQUIRE(ui::patientOf(place) == rows.at(row).need.patient->id);
    }
    REQUIRE(today.desk.navigator().opened().size() == rows.size());
}

TEST_CASE("An integration window opens the plan of its patient", "[today]") {
    ShownToday today;
    auto& strip = *today.page->findChild<ui::ClockStrip*>();
    REQUIRE_FALSE(strip.clocks().isEmpty());
    strip.setFocus();
    QTest::keyClick(&strip, Qt::Key_Return);
    const auto place = today.lastOpened<ui::ChartPlace>();
    REQUIRE(place.patient == strip.clocks().first().patient.id);
    REQUIRE(place.tab == QStringLiteral("plan"));
    REQUIRE(strip.accessibleDescription() == ui::clockSentence(strip.clocks().first()));
}

TEST_CASE("The search hands its words to the patients and Ctrl+N asks for a session", "[today]") {
    ShownToday today;
    QTest::keyClick(today.page.get(), Qt::Key_F, Qt::ControlModifier);
    auto* search = today.page->findChild<ui::SearchField*>();
    REQUIRE(QApplication::focusWidget() == search);
    QTest::keyClicks(search, QStringLiteral("okaf"));
    QTest::keyClick(search, Qt::Key_Return);
    REQUIRE(today.lastOpened<ui::PatientsPlace>().find == QStringLiteral("okaf"));
    QTest::keyClick(today.page.get(), Qt::Key_N, Qt::ControlModifier);
    // A button that is pressed by its key springs back before it clicks.
    REQUIRE(QTest::qWaitFor([&] { return today.desk.navigator().opened().size() == 2; }));
    REQUIRE_FALSE(today.lastOpened<ui::NewSessionPlace>().patient.has_value());
}

TEST_CASE("Tab walks from the sessions to what needs a person", "[today]") {
    ShownToday today;
    today.table(0).setFocus();
    QList<QWidget*> walked;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        walked.append(QApplication::focusWidget());
    }
    REQUIRE(walked.contains(&today.table(1)));
    REQUIRE(walked.contains(today.page->findChild<ui::ClockStrip*>()));
    REQUIRE(walked.contains(&today.needs()));
}

TEST_CASE("A day without sessions says so", "[today]") {
    ShownToday today;
    today.desk.clock().advanceMs(qint64{400} * 86'400'000);
    today.page->refresh();
    REQUIRE(today.table(0).model()->rowCount() == 0);
    REQUIRE_FALSE(today.table(0).isVisible());
    const auto states = today.page->findChildren<ui::EmptyState*>();
    const auto shown = std::count_if(states.begin(), states.end(), [](const ui::EmptyState* state) {
        return state->isVisible() && state->accessibleName() == QStringLiteral("No session today");
    });
    REQUIRE(shown == 1);
}

TEST_CASE("Every word of the day fits its place in both themes", "[today]") {
    ShownToday today;
    REQUIRE(test::clippedInBothThemes(today.themes, *today.page, QStringLiteral("today")) == "");
}

TEST_CASE("The day is counted as it is read", "[today]") {
    test::DemoDesk desk;
    const workflow::TodayQuery query(desk.context().practice);
    const auto counts = query.counts();
    const auto view = query.view();
    REQUIRE(counts.has_value());
    REQUIRE(view.has_value());
    REQUIRE(counts->today > 0);
    REQUIRE(counts->tomorrowDoses > 0);
    REQUIRE(counts->today == view->today.size());
    REQUIRE(counts->tomorrow == view->tomorrow.size());
    REQUIRE(counts->tomorrowDate == view->tomorrowDate);
    REQUIRE(counts->tomorrowDoses == std::count_if(view->tomorrow.begin(), view->tomorrow.end(),
                                                   [](const workflow::DayRow& row) { return row.isDosing; }));
}

TEST_CASE("Before the first paint the day keeps the room of its lists and calls none of them empty",
          "[today]") {
    ui::ThemeManager themes(*qApp);
    test::DemoDesk desk;
    ui::PageContext context = desk.context();
    context.isUnpainted = true;
    const std::unique_ptr<ui::Page> page(ui::makeTodayPage(context, nullptr));
    page->resize(1290, 742);
    page->show();
    page->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(page.get()));
    page->setFocus();
    const auto tables = page->findChildren<ui::TableView*>();
    REQUIRE(QApplication::focusWidget() == tables.at(0));
    for (const auto* word : page->findChildren<ui::EmptyState*>()) {
        REQUIRE_FALSE(word->isVisible());
    }
    QList<QRect> places;
    for (const auto* table : tables) {
        REQUIRE(table->model()->rowCount() == 0);
        places.append({table->mapTo(page.get(), QPoint()), table->size()});
    }
    page->refresh();
    QCoreApplication::processEvents();
    for (int i = 0; i < tables.size(); ++i) {
        REQUIRE(tables.at(i)->model()->rowCount() > 0);
        REQUIRE(places.at(i) == QRect(tables.at(i)->mapTo(page.get(), QPoint()), tables.at(i)->size()));
    }
    REQUIRE(QApplication::focusWidget() == tables.at(0));
    REQUIRE(tables.at(0)->currentIndex().isValid());
    REQUIRE(page->findChild<ui::NeedList*>()->needs().rowCount() > 0);
}

} // namespace test_today_page
