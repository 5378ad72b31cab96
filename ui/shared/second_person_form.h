// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/second_person.h"

#include <QWidget>

class QComboBox;

namespace kairos::workflow {
class OpenPractice;
}

namespace kairos::ui {

class Field;
class PasswordField;

/// Who stands beside, and that person's own password. Nobody is preselected.
class SecondPersonForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecondPersonForm)

public:
    /// `label` names the part this person plays, e.g. "Witness".
    SecondPersonForm(const QString& label, workflow::OpenPractice& practice, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    /// Reads the people anew; the choice stays where it still can.
    void refresh();
    /// The chosen person; a null id while nobody is.
    [[nodiscard]] workflow::SecondPerson person() const;
    /// Forgets the person and what was typed.
    void clear();
    [[nodiscard]] bool isChosen() const;
    [[nodiscard]] QComboBox& people() { return *m_people; }
    [[nodiscard]] PasswordField& password() { return *m_password; }

Q_SIGNALS:
    /// Enter in the password.
    void confirmed();

private:
    workflow::OpenPractice& m_practice;
    QComboBox* m_people;
    PasswordField* m_password;
    Field* m_field;
};

} // namespace kairos::ui
