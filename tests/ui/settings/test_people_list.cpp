// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_fixture.h"

#include "ui/settings/people_panel.h"
#include "ui/settings/settings_page.h"
#include "ui/shared/table_view.h"

#include "core/workflow/clinic_care.h"

#include <QPushButton>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace kairos;
using namespace kairos::test;

// There is always somebody: a practice is made with its first administrator.
TEST_CASE("1 and 500 people are listed, and the last is reached and opened by keyboard",
          "[settings][people][many]") {
    const int count = GENERATE(1, 500);
    WindowFixture alder;
    for (int i = 1; i < count; ++i) {
        support::required(workflow::ClinicCare(alder.alder().practice())
                              .addClinician(QStringLiteral("Person %1").arg(i, 3, 10, QLatin1Char('0')),
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
        fprintf(stderr, "%s %s %s\n", alder.focused()->metaObject()->className(),
                qPrintable(alder.focused()->accessibleName()), qPrintable(alder.focused()->objectName()));
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
