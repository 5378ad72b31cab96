// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/support/window_fixture.h"

#include "ui/settings/calendar_panel.h"
#include "ui/settings/settings_page.h"
#include "ui/shared/absence_list.h"
#include "ui/shared/date_field.h"
#include "ui/shared/table_view.h"
#include "ui/shared/time_field.h"

#include "core/workflow/practice_calendar.h"

#include <QCheckBox>
#include <QPushButton>

#include <catch2/catch_test_macros.hpp>

namespace test_calendar_panel {
using namespace kairos;
using namespace kairos::test;
using workflow::PracticeCalendar;

namespace {

struct CalendarDesk {
    WindowFixture alder;
    ui::CalendarPanel* panel = nullptr;

    explicit CalendarDesk(ui::ThemeId theme = ui::ThemeId::Light) : alder(theme) {
        alder.unlock();
        alder.window().work()->open(ui::SettingsPlace{ui::kSectionCalendar});
        panel = alder.page<ui::SettingsPage>().findChild<ui::CalendarPanel*>();
    }
    workflow::OpenPractice& practice() { return alder.window().work()->practice(); }
    QWidget& named(const QString& name) {
        for (auto* widget : panel->findChildren<QWidget*>()) {
            if (widget->accessibleName() == name) {
                return *widget;
            }
        }
        throw std::runtime_error("no such field: " + name.toStdString());
    }
    void typeInto(QLineEdit& edit, const QString& text) {
        edit.setFocus();
        edit.selectAll();
        alder.type(text);
    }
};

} // namespace

TEST_CASE("The clinic's hours are typed by keyboard and are a default until then", "[settings][calendar]") {
    CalendarDesk desk;
    REQUIRE(PracticeCalendar(desk.practice()).isDefault());
    auto& opens = dynamic_cast<ui::TimeField&>(desk.named(QStringLiteral("Monday opens")));
    desk.typeInto(opens, QStringLiteral("0730"));
    auto* friday = desk.panel->findChildren<QCheckBox*>().at(4);
    friday->setFocus();
    desk.alder.press(Qt::Key_Space);
    desk.alder.press(Qt::Key_Return, Qt::ControlModifier);
    desk.alder.waitFor([&] { return !PracticeCalendar(desk.practice()).isDefault(); });
    const PracticeCalendar calendar(desk.practice());
    REQUIRE(calendar.hoursOfWeekday(1)->opens == QTime(7, 30));
    REQUIRE(calendar.hoursOfWeekday(2)->opens == QTime(9, 0));
    REQUIRE_FALSE(calendar.hoursOfWeekday(5).has_value());
}

TEST_CASE("A holiday is typed with its name and taken back with Delete", "[settings][calendar]") {
    CalendarDesk desk;
    auto* list = desk.panel->findChild<ui::HolidayList*>();
    auto* day = list->findChild<ui::DateField*>();
    desk.typeInto(*day, QStringLiteral("2026-12-25"));
    desk.alder.press(Qt::Key_Tab);
    desk.alder.type(QStringLiteral("Christmas Day"));
    desk.alder.press(Qt::Key_Return);
    REQUIRE(desk.practice().practice().holidays ==
            QList{record::Holiday{QDate(2026, 12, 25), QStringLiteral("Christmas Day")}});
    auto* table = list->findChild<ui::TableView*>();
    table->setFocus();
    table->selectRow(0);
    desk.alder.press(Qt::Key_Delete);
    REQUIRE(desk.practice().practice().holidays.isEmpty());
}

TEST_CASE("A holiday without a name is refused beside its field", "[settings][calendar]") {
    CalendarDesk desk;
    auto* list = desk.panel->findChild<ui::HolidayList*>();
    desk.typeInto(*list->findChild<ui::DateField*>(), QStringLiteral("2026-12-25"));
    desk.alder.press(Qt::Key_Return);
    REQUIRE(desk.practice().practice().holidays.isEmpty());
}

TEST_CASE("A clinician's days away are typed, changed and taken back by keyboard", "[settings][calendar]") {
    CalendarDesk desk;
    auto* away = desk.panel->findChild<ui::AbsenceList*>();
    const auto me = desk.practice().signedIn()->id;
    const auto stored = [&] { return PracticeCalendar(desk.practice()).awayOf(me).value(); };
    auto* first = away->findChildren<ui::DateField*>().at(0);
    desk.typeInto(*first, QStringLiteral("2026-12-21"));
    desk.alder.press(Qt::Key_Tab);
    desk.alder.type(QStringLiteral("2026-12-31"));
    desk.alder.press(Qt::Key_Tab);
    desk.alder.type(QStringLiteral("leave"));
    desk.alder.press(Qt::Key_Return);
    REQUIRE(stored().size() == 1);
    REQUIRE(stored().first().last == QDate(2026, 12, 31));
    REQUIRE(stored().first().why == QStringLiteral("leave"));
    away->table().setFocus();
    away->table().selectRow(0);
    desk.alder.press(Qt::Key_Return);
    REQUIRE(QApplication::focusWidget() == first);
    auto* last = away->findChildren<ui::DateField*>().at(1);
    desk.typeInto(*last, QStringLiteral("2026-12-23"));
    desk.alder.press(Qt::Key_Return);
    REQUIRE(stored().size() == 1);
    REQUIRE(stored().first().last == QDate(2026, 12, 23));
    away->table().setFocus();
    away->table().selectRow(0);
    desk.alder.press(Qt::Key_Delete);
    REQUIRE(stored().isEmpty());
}

} // namespace test_calendar_panel
