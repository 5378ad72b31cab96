// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/both_themes.h"
#include "tests/support/window_fixture.h"

#include "ui/settings/macros_model.h"
#include "ui/settings/macros_panel.h"
#include "ui/settings/settings_page.h"
#include "ui/shared/banner.h"
#include "ui/shared/table_view.h"

#include "core/workflow/macro_desk.h"

#include <QPlainTextEdit>
#include <QPushButton>

#include <catch2/catch_test_macros.hpp>

namespace test_macros_panel {
using namespace kairos;
using namespace kairos::test;

namespace {

ui::MacrosPanel& openPanel(WindowFixture& alder) {
    alder.window().work()->open(ui::SettingsPlace{ui::kSectionMacros});
    return *alder.page<ui::SettingsPage>().findChild<ui::MacrosPanel*>();
}

QPushButton& button(ui::MacrosPanel& panel, const QString& text) {
    for (auto* one : panel.findChildren<QPushButton*>()) {
        if (one->text() == text) {
            return *one;
        }
    }
    throw std::runtime_error("no such button: " + text.toStdString());
}

void begin(WindowFixture& alder, ui::MacrosPanel& panel) {
    button(panel, QStringLiteral("New macro")).setFocus();
    alder.press(Qt::Key_Space);
    REQUIRE(alder.focused() == &panel.nameEdit());
}

/// Writes a macro by keyboard and saves it.
void write(WindowFixture& alder, ui::MacrosPanel& panel, const QString& name, const QString& text) {
    begin(alder, panel);
    alder.type(name);
    alder.press(Qt::Key_Tab);
    REQUIRE(alder.focused() == &panel.textEdit());
    alder.type(text);
    alder.press(Qt::Key_Return, Qt::ControlModifier);
}

QList<record::TextMacro> own(WindowFixture& alder) {
    return workflow::MacroDesk(alder.window().work()->practice()).own();
}

} // namespace

TEST_CASE("A macro is written, changed and taken away by keyboard", "[settings][macros]") {
    WindowFixture alder;
    alder.unlock();
    auto& panel = openPanel(alder);
    const int shipped = panel.model().rowCount();
    write(alder, panel, QStringLiteral("closing"), QStringLiteral("Thanked, next on {date}."));
    REQUIRE(own(alder) == QList<record::TextMacro>{
                              {QStringLiteral("closing"), QStringLiteral("Thanked, next on {date}.")}});
    REQUIRE(panel.model().rowCount() == shipped + 1);
    REQUIRE(panel.table().currentIndex().row() == panel.model().rowOf(QStringLiteral("closing")));
    alder.press(Qt::Key_Return);
    REQUIRE(alder.focused() == &panel.textEdit());
    alder.press(Qt::Key_End, Qt::ControlModifier);
    alder.type(QStringLiteral(" Well."));
    alder.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(own(alder).first().text == QStringLiteral("Thanked, next on {date}. Well."));
    alder.questions().answerNext({});
    button(panel, QStringLiteral("Take away")).setFocus();
    alder.press(Qt::Key_Space);
    REQUIRE(own(alder).isEmpty());
    REQUIRE(panel.model().rowCount() == shipped);
}

TEST_CASE("A double, an empty name and an empty text are said, and what was typed stays",
          "[settings][macros]") {
    WindowFixture alder;
    alder.unlock();
    auto& panel = openPanel(alder);
    write(alder, panel, QStringLiteral("closing"), QStringLiteral("Thanked."));
    write(alder, panel, QStringLiteral("closing"), QStringLiteral("Again."));
    REQUIRE(panel.result().isVisible());
    REQUIRE(panel.result().bannerText().text.contains(QStringLiteral("already")));
    REQUIRE(panel.textEdit().toPlainText() == QStringLiteral("Again."));
    write(alder, panel, QString(), QStringLiteral("Again."));
    REQUIRE(panel.result().bannerText().text.contains(QStringLiteral("no name")));
    write(alder, panel, QStringLiteral("intake"), QStringLiteral("Again."));
    REQUIRE(panel.result().bannerText().text.contains(QStringLiteral("of the program")));
    write(alder, panel, QStringLiteral("other"), QString());
    REQUIRE(panel.result().bannerText().text.contains(QStringLiteral("no text")));
    REQUIRE(own(alder).size() == 1);
    write(alder, panel, QStringLiteral("other"), QStringLiteral("Well."));
    REQUIRE_FALSE(panel.result().isVisible());
    REQUIRE(own(alder).size() == 2);
}

TEST_CASE("A macro of the program is read, not changed", "[settings][macros]") {
    WindowFixture alder;
    alder.unlock();
    auto& panel = openPanel(alder);
    panel.table().selectRow(panel.model().rowOf(QStringLiteral("intake")));
    REQUIRE(panel.textEdit().isReadOnly());
    REQUIRE(panel.nameEdit().isReadOnly());
    REQUIRE_FALSE(button(panel, QStringLiteral("Save macro")).isEnabled());
    REQUIRE_FALSE(button(panel, QStringLiteral("Take away")).isEnabled());
    REQUIRE(panel.textEdit().toPlainText().startsWith(QStringLiteral("# Intake")));
}

TEST_CASE("What is being typed outlasts a change of the record", "[settings][macros]") {
    WindowFixture alder;
    alder.unlock();
    auto& panel = openPanel(alder);
    begin(alder, panel);
    alder.type(QStringLiteral("clos"));
    panel.refresh();
    REQUIRE(panel.nameEdit().text() == QStringLiteral("clos"));
}

TEST_CASE("No word of the macros is cut off on a small clinic PC", "[settings][macros][look]") {
    WindowFixture alder;
    alder.unlock();
    auto& panel = openPanel(alder);
    write(alder, panel, QStringLiteral("closing"), QStringLiteral("Thanked."));
    ui::ThemeManager themes(*qApp);
    REQUIRE(clippedInBothThemes(themes, alder.window(), QStringLiteral("settings-macros")) == "");
}

} // namespace test_macros_panel
