// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QEvent>

#include <functional>
#include <utility>

namespace kairos::bench {

/// Does something at the very moment at which a widget's window stands painted on the screen, before any
/// timer or posted event that waits behind the paint.
class PaintWatch final : public QApplication {
public:
    using QApplication::QApplication;

    /// \pre called once a paint that is waited for
    void whenPainted(QObject& widget, std::function<void()> then) {
        m_widget = &widget;
        m_then = std::move(then);
        m_isPainted = false;
    }

    bool notify(QObject* receiver, QEvent* event) override {
        const auto type = event->type();
        m_isPainted = m_isPainted || (type == QEvent::Paint && receiver == m_widget);
        const bool isTaken = QApplication::notify(receiver, event);
        // These two paint the whole window and flush it.
        if (m_isPainted && (type == QEvent::UpdateRequest || type == QEvent::Expose)) {
            m_then();
        }
        return isTaken;
    }

private:
    const QObject* m_widget = nullptr;
    std::function<void()> m_then;
    bool m_isPainted = false;
};

} // namespace kairos::bench
