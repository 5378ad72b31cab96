// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/clinician.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace kairos::ui {

class Banner;
class Card;
class Field;
class FormSection;
class PasswordField;
class PeopleModel;
class RolesBox;
class TableView;

/// Who works here: adding people, changing roles, ending access. Nobody is deleted: what they signed stays.
class PeoplePanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PeoplePanel)

public:
    explicit PeoplePanel(PageContext& context, QWidget* parent = nullptr);

    void refresh();
    /// Who co-signs what the person signs; there while somebody is changed.
    [[nodiscard]] QComboBox& supervisorChoice() { return *m_supervisor; }

private:
    void buildList(class QVBoxLayout& column);
    void buildForm(QVBoxLayout& column);
    void edit(const record::Clinician& person);
    /// The people who may co-sign what this one signs, and the one who does.
    void fillSupervisors(const record::Clinician& person);
    [[nodiscard]] std::optional<record::Supervision> supervision() const;
    void closeForm();
    void save();
    [[nodiscard]] base::Outcome saveNew();
    [[nodiscard]] base::Outcome saveChanged();
    void showTrouble(const base::Error& error);

    PageContext& m_context;
    Banner* m_trouble = nullptr;
    PeopleModel* m_model = nullptr;
    TableView* m_table = nullptr;
    QPushButton* m_add = nullptr;
    Card* m_form = nullptr;
    FormSection* m_fields = nullptr;
    QLineEdit* m_name = nullptr;
    RolesBox* m_roles = nullptr;
    QCheckBox* m_active = nullptr;
    QComboBox* m_supervisor = nullptr;
    Field* m_supervisorField = nullptr;
    FormSection* m_secret = nullptr;
    PasswordField* m_password = nullptr;
    Field* m_passwordField = nullptr;
    record::Clinician m_edited; ///< a null id while somebody new is added
};

} // namespace kairos::ui
