// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme_manager.h"
#include "ui/shell/front_door.h"
#include "ui/shell/main_window.h"
#include "ui/shell/work_area.h"

#include "tests/support/open_practice_fixture.h"
#include "tests/support/scripted_questions.h"

#include <QLineEdit>

#include <functional>
#include <stdexcept>

namespace kairos::test {

/// The main window over Alder House, driven by the keyboard. The practice is closed until somebody unlocks
/// it in the window.
class WindowFixture final {
public:
    explicit WindowFixture(ui::ThemeId theme = ui::ThemeId::Light);
    ~WindowFixture();
    Q_DISABLE_COPY_MOVE(WindowFixture)

    [[nodiscard]] support::OpenPracticeFixture& alder() { return m_alder; }
    [[nodiscard]] ui::MainWindow& window() { return m_window; }
    [[nodiscard]] ScriptedQuestions& questions() { return m_questions; }
    [[nodiscard]] ScriptedFileDialogs& files() { return m_files; }
    [[nodiscard]] QString settingsPath() const { return m_alder.folder() + QStringLiteral("/desktop.json"); }

    /// Shows the window at the size of a small clinic PC.
    void show(QSize size = {1366, 768});
    /// Opens the file and signs Ruth Adeyemi in, by typing: the day is shown.
    void enter();
    /// Enters, and goes to the patients.
    void unlock();

    /// Types into whatever has the keyboard.
    void type(const QString& text);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    [[nodiscard]] QWidget* focused();
    [[nodiscard]] QLineEdit* visibleEdit(const char* name);
    static void waitFor(const std::function<bool()>& holds);
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
