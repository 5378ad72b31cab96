// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_menu.h"

#include "ui/shell/front_door.h"
#include "ui/shell/main_window.h"
#include "ui/shell/rail.h"
#include "ui/shell/work_area.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMenuBar>

namespace kairos::ui {
namespace {

/// Whether Alt is not alone any more. A shortcut takes its key away before it is pressed: only the question
/// whether somebody wants the key first tells of it.
bool endsAlt(const QEvent& event) {
    switch (static_cast<int>(event.type())) {
    case QEvent::ShortcutOverride:
        return static_cast<const QKeyEvent&>(event).key() != Qt::Key_Alt;
    case QEvent::Shortcut:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::WindowDeactivate:
        return true;
    default: // QEvent has some two hundred kinds; no other one is a person's doing with Alt.
        return false;
    }
}

bool hidesUntilAlt() {
#ifdef Q_OS_MACOS
    return false;
#else
    return true;
#endif
}

} // namespace

WindowMenu::WindowMenu(MainWindow& window) : QObject(&window), m_window(window) {
    addPracticeMenu();
    addEditMenu();
    addGoMenu();
    m_page = window.menuBar()->addMenu(tr("P&age"));
    connect(m_page, &QMenu::aboutToShow, this, &WindowMenu::fillPageMenu);
    addHelpMenu();
    connect(&window, &MainWindow::stateChanged, this, [this] {
        if (WorkArea* work = m_window.work()) {
            connect(work, &WorkArea::pageChanged, this, &WindowMenu::showState);
        }
        showState();
    });
    if (hidesUntilAlt()) {
        window.menuBar()->hide();
        QApplication::instance()->installEventFilter(this);
        for (QMenu* menu : window.menuBar()->findChildren<QMenu*>()) {
            // After the chosen command has run.
            connect(menu, &QMenu::aboutToHide, this, &WindowMenu::conceal, Qt::QueuedConnection);
        }
    }
    showState();
}

QAction* WindowMenu::add(QMenu& menu, const QString& text, const QKeySequence& key,
                         std::function<void()> run) {
    auto* action = menu.addAction(text);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    m_all.append(action);
    // The menu bar is mostly hidden: the window itself holds the key.
    m_window.addAction(action);
    return action;
}

void WindowMenu::addPracticeMenu() {
    QMenu& menu = *m_window.menuBar()->addMenu(tr("&Practice"));
    add(menu, tr("Create a practice"), {}, [this] {
        m_window.closePractice();
        m_window.door().showCreate();
    });
    add(menu, tr("Open another practice"), {}, [this] {
        m_window.closePractice();
        m_window.door().chooseFile();
    });
    menu.addSeparator();
    m_inside << add(menu, tr("Lock"), Qt::CTRL | Qt::Key_L, [this] { m_window.lock(); });
    m_inside << add(menu, tr("Close the practice"), {}, [this] { m_window.closePractice(); });
    menu.addSeparator();
    add(menu, tr("Quit"), QKeySequence::Quit, [this] { m_window.close(); });
}

void WindowMenu::addEditMenu() {
    QMenu& menu = *m_window.menuBar()->addMenu(tr("&Edit"));
    m_undo = add(menu, tr("Undo"), QKeySequence::Undo, [this] {
        if (m_window.work() != nullptr) {
            m_window.work()->undo();
        }
    });
}

void WindowMenu::addGoMenu() {
    QMenu& menu = *m_window.menuBar()->addMenu(tr("&Go"));
    m_inside << add(menu, tr("Go to a patient or a place"), Qt::CTRL | Qt::Key_K,
                    [this] { m_window.showGoTo(); });
    m_inside << add(menu, tr("Find in notes and names"), kFindKey, [this] { m_window.showFind(); });
    m_inside << add(menu, tr("Back"), Qt::ALT | Qt::Key_Left, [this] {
        if (m_window.work() != nullptr) {
            m_window.work()->goBack();
        }
    });
    menu.addSeparator();
    int index = 0;
    for (const RailEntry& entry : railEntries()) {
        const QKeySequence key =
            entry.number > 0
                ? QKeySequence(Qt::CTRL | Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + entry.number))
                : QKeySequence();
        auto* action = add(menu, entry.title, key, [this, place = entry.place] {
            if (m_window.work() != nullptr) {
                m_window.work()->open(place);
            }
        });
        m_places.append({action, index++});
    }
}

void WindowMenu::addHelpMenu() {
    QMenu& menu = *m_window.menuBar()->addMenu(tr("&Help"));
    add(menu, tr("Keys of this page"), QKeySequence(Qt::Key_F1), [this] { m_window.showKeys(); });
    add(menu, tr("About Kairos"), {}, [this] { m_window.showAbout(); });
}

void WindowMenu::fillPageMenu() {
    m_page->clear();
    WorkArea* work = m_window.work();
    Page* page = work != nullptr ? work->page() : nullptr;
    if (page == nullptr) {
        m_page->addAction(tr("Nobody is signed in"))->setEnabled(false);
        return;
    }
    m_page->addActions(page->actions());
    // Buttons with a key are commands too.
    for (QAbstractButton* button : page->findChildren<QAbstractButton*>()) {
        if (button->isVisibleTo(page) && !button->shortcut().isEmpty()) {
            auto* action = m_page->addAction(button->text() + QLatin1Char('\t') +
                                             button->shortcut().toString(QKeySequence::NativeText));
            action->setEnabled(button->isEnabled());
            connect(action, &QAction::triggered, button, &QAbstractButton::click);
        }
    }
    if (m_page->isEmpty()) {
        m_page->addAction(tr("This page has no commands"))->setEnabled(false);
    }
}

void WindowMenu::setHeld(bool held) {
    m_isHeld = held;
    if (held && hidesUntilAlt()) {
        m_window.menuBar()->hide();
    }
    m_page->menuAction()->setEnabled(!held);
    for (QAction* action : std::as_const(m_all)) {
        action->setEnabled(!held);
    }
    showState();
}

void WindowMenu::showState() {
    if (m_isHeld) {
        return;
    }
    WorkArea* work = m_window.work();
    for (QAction* action : std::as_const(m_inside)) {
        action->setEnabled(work != nullptr);
    }
    const QList<RailEntry> entries = railEntries();
    for (const auto& [action, index] : std::as_const(m_places)) {
        const bool isThere = work != nullptr && work->canOpen(entries.at(index).place);
        action->setVisible(isThere);
        action->setEnabled(isThere);
    }
    const QString undo = work != nullptr ? work->undoText() : QString();
    m_undo->setEnabled(!undo.isEmpty());
    m_undo->setText(undo.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(undo));
}

bool WindowMenu::eventFilter(QObject* watched, QEvent* event) {
    if (m_isHeld) {
        m_isAltAlone = false;
        return QObject::eventFilter(watched, event);
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isPlain = (key->modifiers() & ~Qt::AltModifier) == Qt::NoModifier;
        // A key that is held repeats itself, also after another one was pressed beside it.
        m_isAltAlone = key->key() == Qt::Key_Alt && isPlain && (m_isAltAlone || !key->isAutoRepeat());
    } else if (endsAlt(*event)) {
        m_isAltAlone = false;
    } else if (event->type() == QEvent::KeyRelease && m_isAltAlone &&
               static_cast<QKeyEvent*>(event)->key() == Qt::Key_Alt && m_window.isActiveWindow()) {
        m_isAltAlone = false;
        m_window.menuBar()->isVisible() ? conceal() : reveal();
    }
    return QObject::eventFilter(watched, event);
}

void WindowMenu::reveal() {
    m_window.menuBar()->show();
    m_window.menuBar()->setFocus(Qt::MenuBarFocusReason);
    m_window.menuBar()->setActiveAction(m_window.menuBar()->actions().first());
}

void WindowMenu::conceal() {
    // Moving on to the next menu hides the former one: the bar stays while any is open.
    for (const QMenu* menu : m_window.menuBar()->findChildren<QMenu*>()) {
        if (menu->isVisible()) {
            return;
        }
    }
    m_window.menuBar()->hide();
}

} // namespace kairos::ui
