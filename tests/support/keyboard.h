// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QTest>

#include <stdexcept>

namespace kairos::test {

/// A person at the keyboard: every key goes to what has the focus.
class Keyboard {
public:
    /// Keys go to what has the focus, as at the desk.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* target = QApplication::focusWidget();
        if (target == nullptr) {
            target = QApplication::activeWindow();
        }
        if (target == nullptr) {
            throw std::runtime_error("nothing has the focus");
        }
        QTest::keyClick(target, key, modifiers);
        // A button that is pressed by its key springs back before it clicks.
        settle();
    }
    static void type(const QString& text) {
        if (QApplication::focusWidget() == nullptr) {
            throw std::runtime_error("nothing has the focus");
        }
        QTest::keyClicks(QApplication::focusWidget(), text);
    }
    static void enter(const QString& text) {
        type(text);
        press(Qt::Key_Return);
    }
    /// Waits until no button is held down by its key.
    static void settle() {
        static_cast<void>(QTest::qWaitFor(
            [] {
                for (QWidget* widget : QApplication::allWidgets()) {
                    const auto* button = qobject_cast<QAbstractButton*>(widget);
                    if (button != nullptr && button->isDown()) {
                        return false;
                    }
                }
                return true;
            },
            1000));
    }
    /// Goes on by Tab until this has the focus.
    static void tabTo(QWidget& target) {
        constexpr int kMost = 150;
        for (int i = 0; i < kMost; ++i) {
            if (QApplication::focusWidget() == &target) {
                return;
            }
            press(Qt::Key_Tab);
        }
        throw std::runtime_error("Tab does not lead there");
    }
    static void ctrl(Qt::Key key) { press(key, Qt::ControlModifier); }
};

} // namespace kairos::test
