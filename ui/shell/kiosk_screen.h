// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/kiosk.h"

#include <memory>

class QPushButton;
class QStackedLayout;

namespace kairos::workflow {
class OpenPractice;
}

namespace kairos::ui {

class Field;
class PasswordField;
class TextLabel;

/// The whole window while a patient holds the device: the form, and the way back for a clinician, which asks
/// for the password of the person who handed it over.
class KioskScreen final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KioskScreen)

public:
    /// The practice outlives the screen. \pre somebody is signed in
    KioskScreen(std::unique_ptr<KioskForm> form, const workflow::OpenPractice& practice,
                QWidget* parent = nullptr);

    [[nodiscard]] KioskForm& form() { return *m_form; }
    /// The form has the keyboard.
    void showForm();
    /// Asks for the password.
    void askPassword();

Q_SIGNALS:
    /// The person who handed the device over is there again.
    void unlocked();
    /// Somebody else takes it: the lock falls.
    void lockRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeFoot();
    [[nodiscard]] QWidget* makeDoor();
    void unlock();

    const workflow::OpenPractice& m_practice;
    KioskForm* m_form;
    QStackedLayout* m_pages = nullptr;
    QPushButton* m_clinician = nullptr;
    Field* m_passwordField = nullptr;
    PasswordField* m_password = nullptr;
};

} // namespace kairos::ui
