// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/record/clinician.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace kairos::ui {

class Banner;
class Card;
class Field;
class PasswordField;
class PersonModel;
class ProgressLine;
class TableView;
class TextLabel;

/// What the unlock page names: the file, the practice, and whether it is synthetic.
struct UnlockTitle {
    QString path;
    QString practice;
    bool synthetic = false;
};

/// The way into a practice: its passphrase or recovery code, then who signs in, then the personal password.
/// The page asks; the front door tries.
class UnlockPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UnlockPage)

public:
    explicit UnlockPage(QWidget* parent = nullptr);

    /// The file is closed: asks for the passphrase.
    void askPassphrase(const UnlockTitle& title);
    /// The file is open: asks who signs in; `chosen` is preselected where it is in the list.
    void askPerson(const UnlockTitle& title, const QList<record::Clinician>& people,
                   const record::ClinicianId& chosen);
    /// The file is older than what this PC saw: asks why it is opened all the same.
    void askOlder(const base::Error& older);
    /// Says what keeps the practice shut, at the field it is about.
    void showError(const base::Error& error);
    /// The key is being derived: nothing can be typed.
    void setWorking(const QString& words);
    void clearSecrets();

Q_SIGNALS:
    void passphraseGiven(const QString& passphrase);
    void codeGiven(const QString& code);
    void personGiven(const kairos::record::ClinicianId& person, const QString& password);
    void reasonGiven(const QString& reason);
    void anotherRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Step { Passphrase, Code, Older, Person };

    void addFields(class QVBoxLayout& column);
    void addPeople(QVBoxLayout& column);
    void addButtons(QVBoxLayout& column);
    void showStep(Step step);
    void showTitle(const UnlockTitle& title);
    void submit();

    Step m_step = Step::Passphrase;
    TextLabel* m_path;
    TextLabel* m_title;
    TextLabel* m_mark;
    Banner* m_trouble;
    PasswordField* m_passphrase = nullptr;
    Field* m_passphraseField = nullptr;
    QLineEdit* m_code = nullptr;
    Field* m_codeField = nullptr;
    QPushButton* m_otherWay = nullptr;
    QPlainTextEdit* m_reason = nullptr;
    Field* m_reasonField = nullptr;
    QWidget* m_peopleBox = nullptr;
    PersonModel* m_people = nullptr;
    TableView* m_table = nullptr;
    PasswordField* m_password = nullptr;
    Field* m_passwordField = nullptr;
    QPushButton* m_unlock = nullptr;
    QPushButton* m_another = nullptr;
    ProgressLine* m_progress = nullptr;
};

} // namespace kairos::ui
