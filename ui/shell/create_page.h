// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/workflow/open_practice.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace kairos::ui {

class Banner;
class Field;
class FileDialogs;
class FormSection;
class PasswordField;
class RolesBox;
class TextLabel;
class ZoneBox;

/// The form of a new practice: its name, zone and file, the passphrase, and who signs in first.
class CreatePage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CreatePage)

public:
    /// Proposes files in `folder`.
    CreatePage(FileDialogs& files, const QString& folder, QWidget* parent = nullptr);

    [[nodiscard]] workflow::NewPractice wanted() const;
    /// Empties the secrets; the rest stays, so that a person who looked elsewhere need not type again.
    void clearSecrets();
    void showError(const base::Error& error);
    /// While the practice is made, nothing can be typed.
    void setWorking(const QString& words);

Q_SIGNALS:
    void createRequested();
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addPractice(class QVBoxLayout& column);
    void addPassphrase(QVBoxLayout& column);
    void addPerson(QVBoxLayout& column);
    void addButtons(QVBoxLayout& column);
    void proposeFile();
    void chooseFile();
    void showOwnPassword();
    void submit();

    FileDialogs& m_files;
    QString m_folder;
    Banner* m_trouble = nullptr;
    FormSection* m_practice = nullptr;
    FormSection* m_secret = nullptr;
    FormSection* m_person = nullptr;
    FormSection* m_own = nullptr;
    QLineEdit* m_name = nullptr;
    ZoneBox* m_zone = nullptr;
    QLineEdit* m_path = nullptr;
    bool m_isPathProposed = true;
    PasswordField* m_passphrase = nullptr;
    PasswordField* m_again = nullptr;
    QLineEdit* m_clinician = nullptr;
    RolesBox* m_roles = nullptr;
    QCheckBox* m_same = nullptr;
    PasswordField* m_password = nullptr;
    PasswordField* m_passwordAgain = nullptr;
    QPushButton* m_create = nullptr;
    QPushButton* m_back = nullptr;
    TextLabel* m_working = nullptr;
    TextLabel* m_rolesError = nullptr;
};

} // namespace kairos::ui
