// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLineEdit>

class QToolButton;

namespace kairos::ui {

/// A password or passphrase. The eye shows it; a hint says when Caps Lock seems to be on.
class PasswordField final : public QLineEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PasswordField)

public:
    explicit PasswordField(QWidget* parent = nullptr);

    [[nodiscard]] bool isRevealed() const { return echoMode() == QLineEdit::Normal; }
    /// Judged by the letters typed: no platform tells it without a private door.
    [[nodiscard]] bool seemsCapsLocked() const { return m_capsLocked; }
    [[nodiscard]] QToolButton& eyeButton() { return *m_eye; }
    /// Shows and hides what is typed; the eye does the same for a pointer.
    [[nodiscard]] static QKeySequence revealKey();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void toggleReveal();
    void place();

    QToolButton* m_eye;
    bool m_capsLocked = false;
};

} // namespace kairos::ui
