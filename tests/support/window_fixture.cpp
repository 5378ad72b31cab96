// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_fixture.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTest>

#include <algorithm>
#include <stdexcept>

namespace kairos::test {

WindowFixture::WindowFixture(ui::ThemeId theme)
    : m_themes(*qApp, theme),
      m_environment(m_alder.environment()),
      m_window(ui::WindowParts{.environment = m_environment,
                               .questions = m_questions,
                               .files = m_files,
                               .settings = ui::SettingsFile(settingsPath()),
                               .theme = &m_themes,
                               .systemTheme = theme,
                               .practiceFolder = m_alder.folder()}) {}

WindowFixture::~WindowFixture() = default;

void WindowFixture::show(QSize size) {
    m_window.resize(size);
    m_window.show();
    m_window.activateWindow();
    if (!QTest::qWaitForWindowActive(&m_window)) {
        throw std::runtime_error("the window did not become active");
    }
}

void WindowFixture::enter() {
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

void WindowFixture::unlock() {
    enter();
    m_window.work()->open(ui::PatientsPlace{});
}

void WindowFixture::type(const QString& text) {
    QTest::keyClicks(focused(), text);
}

void WindowFixture::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
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

QWidget* WindowFixture::focused() {
    QWidget* widget = QApplication::focusWidget();
    return widget != nullptr ? widget : &m_window;
}

QLineEdit* WindowFixture::visibleEdit(const char* name) {
    for (auto* edit : m_window.findChildren<QLineEdit*>(QLatin1String(name))) {
        if (edit->isVisible()) {
            return edit;
        }
    }
    return nullptr;
}

void WindowFixture::waitFor(const std::function<bool()>& holds) {
    if (!QTest::qWaitFor(holds, 8000)) {
        throw std::runtime_error("waited in vain");
    }
}

} // namespace kairos::test
