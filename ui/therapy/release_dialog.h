// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/private_release.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace kairos::ui {

class Banner;
class Field;
class PasswordField;
class PrivateText;
class TextLabel;

/// The way of a private note into the chart, in two acts: to ask, with a reason and for whom; then to read
/// what everybody will read, and give it with the password. Between the two it may be left or withdrawn.
class ReleaseDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReleaseDialog)

public:
    /// Released into `session`, once that is signed.
    ReleaseDialog(const workflow::PrivateNote& note, const record::SessionId& session,
                  workflow::OpenPractice& practice, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit& recipientEdit() { return *m_recipient; }
    [[nodiscard]] QLineEdit& reasonEdit() { return *m_reason; }
    [[nodiscard]] PasswordField& passwordEdit() { return *m_password; }
    [[nodiscard]] PrivateText& textView() { return *m_text; }
    [[nodiscard]] QPushButton& goButton() { return *m_go; }
    [[nodiscard]] QPushButton& withdrawButton() { return *m_withdraw; }
    /// What is shown as wrong; empty while nothing is.
    [[nodiscard]] QString shownError() const;

private:
    void buildButtons(QVBoxLayout& column);
    void showAct();
    void showAsk();
    void showGive(const QString& chartText);
    void say(const base::Error& error);
    void go();
    void withdraw();

    workflow::PrivateNote m_note;
    record::SessionId m_session;
    workflow::OpenPractice& m_practice;
    bool m_isAsked = false;
    TextLabel* m_act;
    TextLabel* m_words;
    PrivateText* m_text;
    Banner* m_trouble;
    QLineEdit* m_recipient;
    QLineEdit* m_reason;
    PasswordField* m_password;
    Field* m_recipientField;
    Field* m_reasonField;
    Field* m_passwordField;
    QPushButton* m_leave = nullptr;
    QPushButton* m_withdraw = nullptr;
    QPushButton* m_go = nullptr;
};

} // namespace kairos::ui
