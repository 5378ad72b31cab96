// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

class QLineEdit;
class QPushButton;

namespace kairos::ui {

class Banner;
class Card;
class Field;
class PasswordField;
class TextLabel;

/// The way behind the wall: sets private notes up, opens them with the password, or with the author's own
/// recovery code after an administrator set the password anew.
class PrivateGate final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrivateGate)

public:
    explicit PrivateGate(const PageContext& context, QWidget* parent = nullptr);

    /// Shows what is to be done now; what was typed is forgotten.
    void refresh();
    [[nodiscard]] PasswordField& passwordEdit() { return *m_password; }
    [[nodiscard]] QLineEdit& codeEdit() { return *m_code; }
    [[nodiscard]] QPushButton& goButton() { return *m_go; }
    /// Changes between password and recovery code.
    [[nodiscard]] QPushButton& otherWayButton() { return *m_other; }
    /// What is shown as wrong; empty while nothing is.
    [[nodiscard]] QString shownError() const;

Q_SIGNALS:
    void opened();
    /// The notes were set up: the code is to be shown once.
    void codeMade(const QString& code);

private:
    enum class Way { SetUp, Password, Code };

    void showWay(Way way);
    void go();
    [[nodiscard]] base::Outcome attempt();

    PageContext m_context;
    Way m_way = Way::Password;
    TextLabel* m_title;
    TextLabel* m_words;
    Banner* m_trouble;
    QLineEdit* m_code;
    Field* m_codeField;
    PasswordField* m_password;
    Field* m_passwordField;
    QPushButton* m_go;
    QPushButton* m_other;
    QString m_made; ///< the code of a wall that was just set up, until it is handed on
};

} // namespace kairos::ui
