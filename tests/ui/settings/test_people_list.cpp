// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_fixture.h"

#include "ui/settings/people_panel.h"
#include "ui/settings/settings_page.h"
#include "ui/shared/table_view.h"

#include "core/workflow/clinic_care.h"

#include <QPushButton>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_people_list {
using namespace kairos;
using namespace kairos::test;

// There is always somebody: a practice is made with its first administrator.
TEST_CASE("1 and 500 people are listed, and the last is reached and opened by keyboard",
          "[settings][people][many]") {
    const int count = GENERATE(1, 500);
    WindowFixture alder;
    for (int i = 1; i < count; ++i) {
        support::required(workflow::ClinicCare(alder.alder().practice())
                              .addClinician(QStringLiteral("Team member %1").arg(i, 3, 10, QLatin1Char('0')),
                                            {record::Role::Monitor},
                                            support::OpenPracticeFixture::password()));
    }
    alder.unlock();
    alder.window().work()->open(ui::SettingsPlace{ui::kSectionPeople});
    auto& page = alder.page<ui::SettingsPage>();
    auto& table = *page.findChild<ui::PeoplePanel*>()->findChild<ui::TableView*>();
    REQUIRE(table.model()->rowCount() == count);
    QStringList walked;
    while (alder.focused() != &table) {
        walked.append(QLatin1String(alder.focused()->metaObject()->className()) + QLatin1Char(' ') +
                      alder.focused()->accessibleName());
        CAPTURE(walked.join(QStringLiteral(", ")).toStdString());
        REQUIRE(walked.size() < 40);
        alder.press(Qt::Key_Tab);
    }
    alder.press(Qt::Key_End, Qt::ControlModifier);
    REQUIRE(table.currentIndex().row() == count - 1);
    const QRect row = table.visualRect(table.currentIndex());
    REQUIRE(table.viewport()->visibleRegion().contains(row.center()));
    alder.press(Qt::Key_Return);
    auto* name = alder.page<ui::SettingsPage>().findChild<ui::PeoplePanel*>()->findChild<QLineEdit*>();
    REQUIRE(name->isVisible());
    REQUIRE(name->text() == table.model()->index(count - 1, 0).data().toString());
}

TEST_CASE("A supervisor is chosen by keyboard, and nobody again", "[settings][people]") {
    WindowFixture alder;
    support::required(workflow::ClinicCare(alder.alder().practice())
                          .addClinician(QStringLiteral("Zoe Alder"), {record::Role::Therapist},
                                        support::OpenPracticeFixture::password()));
    alder.unlock();
    alder.window().work()->open(ui::SettingsPlace{ui::kSectionPeople});
    auto& panel = *alder.page<ui::SettingsPage>().findChild<ui::PeoplePanel*>();
    auto& table = *panel.findChild<ui::TableView*>();
    const auto choose = [&](Qt::Key key) {
        table.setFocus(Qt::OtherFocusReason);
        alder.press(Qt::Key_End, Qt::ControlModifier);
        alder.press(Qt::Key_Return);
        auto& choice = panel.supervisorChoice();
        choice.setFocus(Qt::OtherFocusReason);
        alder.press(key);
        for (auto* button : panel.findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Save the person")) {
                button->click();
            }
        }
        auto& practice = alder.window().work()->practice();
        return workflow::ClinicCare(practice).everyone().value().last();
    };
    const auto supervised = choose(Qt::Key_Down);
    REQUIRE(supervised.name == QStringLiteral("Zoe Alder"));
    REQUIRE(supervised.supervision.has_value());
    REQUIRE(supervised.supervision->from == alder.window().work()->practice().today());
    REQUIRE_FALSE(choose(Qt::Key_Up).supervision.has_value());
}

} // namespace test_people_list
