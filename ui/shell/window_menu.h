// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>
#include <QPointer>

#include <functional>

class QAction;
class QMenu;

namespace kairos::ui {

class MainWindow;

/// The menu bar: every command of the window and of the page. Hidden until Alt on Windows and Linux, native
/// on macOS; its keys work all the time.
class WindowMenu final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowMenu)

public:
    explicit WindowMenu(MainWindow& window);

    /// While a patient holds the screen no command and no key of the window works, and Alt shows nothing.
    void setHeld(bool held);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* add(QMenu& menu, const QString& text, const QKeySequence& key, std::function<void()> run);
    void addPracticeMenu();
    void addEditMenu();
    void addGoMenu();
    void addHelpMenu();
    void fillPageMenu();
    void showState();
    void reveal();
    void conceal();

    MainWindow& m_window;
    QMenu* m_page = nullptr;
    QAction* m_undo = nullptr;
    QList<QAction*> m_all;
    QList<QAction*> m_inside; ///< commands that need somebody signed in
    QList<QPair<QAction*, int>> m_places;
    bool m_isAltAlone = false;
    bool m_isHeld = false;
};

} // namespace kairos::ui
