// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme_manager.h"
#include "ui/shell/front_door.h"
#include "ui/shell/main_window.h"
#include "ui/shell/work_area.h"

#include "tests/support/open_practice_fixture.h"
#include "tests/support/scripted_questions.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QTest>

#include <algorithm>
#include <functional>
#include <stdexcept>

namespace kairos::test {

/// The main window over Alder House, driven by the keyboard. The practice is closed until somebody unlocks
/// it in the window.
class WindowFixture final {
public:
    explicit WindowFixture(ui::ThemeId theme = ui::ThemeId::Light)
        : m_themes(*qApp, theme),
          m_environment(m_alder.environment()),
          m_window(ui::WindowParts{.environment = m_environment,
                                   .questions = m_questions,
                                   .files = m_files,
                                   .settings = ui::SettingsFile(settingsPath()),
                                   .theme = &m_themes,
                                   .systemTheme = theme,
                                   .practiceFolder = m_alder.folder()}) {}

    [[nodiscard]] support::OpenPracticeFixture& alder() { return m_alder; }
    [[nodiscard]] ui::MainWindow& window() { return m_window; }
    [[nodiscard]] ScriptedQuestions& questions() { return m_questions; }
    [[nodiscard]] ScriptedFileDialogs& files() { return m_files; }
    [[nodiscard]] QString settingsPath() const { return m_alder.folder() + QStringLiteral("/desktop.json"); }

    /// Shows the window at the size of a small clinic PC.
    void show(QSize size = {1366, 768}) {
        m_window.resize(size);
        m_window.show();
        m_window.activateWindow();
        if (!QTest::qWaitForWindowActive(&m_window)) {
            throw std::runtime_error("the window did not become active");
        }
    }
    /// Opens the file and signs Ruth Adeyemi in, by typing: the day is shown.
    void enter() {
        m_alder.close();
        m_window.askToUnlock(m_alder.path());
        show();
        type(support::OpenPracticeFixture::passphrase());
        press(Qt::Key_Return);
        waitFor([this] { return visibleEdit("passwordEdit") != nullptr; });
        type(support::OpenPracticeFixture::password());
        press(Qt::Key_Return);
        waitFor([this] { return m_window.work() != nullptr; });
    }
    /// Enters, and goes to the patients.
    void unlock() {
        enter();
        m_window.work()->open(ui::PatientsPlace{});
    }

    /// Types into whatever has the keyboard.
    void type(const QString& text) { QTest::keyClicks(focused(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(focused(), key, modifiers);
        // A button pressed by its shortcut stays down for a tenth of a second, then clicks.
        waitFor([] {
            const auto widgets = QApplication::allWidgets();
            return std::none_of(widgets.begin(), widgets.end(), [](QWidget* widget) {
                const auto* button = qobject_cast<QAbstractButton*>(widget);
                return button != nullptr && button->isDown();
            });
        });
    }
    [[nodiscard]] QWidget* focused() {
        QWidget* widget = QApplication::focusWidget();
        return widget != nullptr ? widget : &m_window;
    }
    [[nodiscard]] QLineEdit* visibleEdit(const char* name) {
        for (auto* edit : m_window.findChildren<QLineEdit*>(QLatin1String(name))) {
            if (edit->isVisible()) {
                return edit;
            }
        }
        return nullptr;
    }
    static void waitFor(const std::function<bool()>& holds) {
        if (!QTest::qWaitFor(holds, 8000)) {
            throw std::runtime_error("waited in vain");
        }
    }
    /// The page that is shown, as the type it should be.
    template <class P>
    [[nodiscard]] P& page() {
        auto* found = m_window.work() != nullptr ? dynamic_cast<P*>(m_window.work()->page()) : nullptr;
        if (found == nullptr) {
            throw std::runtime_error("another page is shown");
        }
        return *found;
    }

private:
    support::OpenPracticeFixture m_alder;
    ui::ThemeManager m_themes;
    workflow::Environment m_environment;
    ScriptedQuestions m_questions;
    ScriptedFileDialogs m_files;
    ui::MainWindow m_window;
};

} // namespace kairos::test
