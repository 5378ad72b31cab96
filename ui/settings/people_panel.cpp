// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/people_panel.h"

#include "ui/settings/password_panel.h"
#include "ui/settings/people_model.h"
#include "ui/settings/roles_box.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/password_field.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/security/permissions.h"
#include "core/workflow/clinic_care.h"
#include "core/workflow/open_practice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

PeoplePanel::PeoplePanel(PageContext& context, QWidget* parent) : QWidget(parent), m_context(context) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    m_trouble = new Banner({}, this);
    m_trouble->hide();
    column->addWidget(m_trouble);
    buildList(*column);
    buildForm(*column);
    refresh();
}

void PeoplePanel::buildList(QVBoxLayout& column) {
    auto* card = new Card(tr("People"), CardContent::Full, this);
    m_add = makeButton({.text = tr("Add a person"), .icon = Icon::Plus}, card);
    card->addToTitle(m_add);
    m_model = new PeopleModel(this);
    m_table = new TableView(RowHeight::Table, card);
    m_table->setAccessibleName(tr("People"));
    m_table->setModel(m_model);
    m_table->setStretchColumns({PeopleModel::Roles});
    m_table->setFitsRows();
    card->body().addWidget(m_table);
    card->foot().addWidget(
        makeKeyHints({{QStringLiteral("↑ ↓"), tr("choose")},
                      {keyText(QKeySequence(Qt::Key_Return)), tr("change roles, or end access")}},
                     card));
    card->foot().addStretch(1);
    column.addWidget(card);
    connect(m_add, &QPushButton::clicked, this, [this] {
        record::Clinician fresh;
        fresh.roles = {record::Role::Therapist};
        edit(fresh);
    });
    connect(m_table, &TableView::rowOpened, this,
            [this](const QModelIndex& index) { edit(m_model->rowAt(index.row())); });
    if (const auto allowed = m_context.practice.require(security::Permission::Administer); !allowed) {
        setButtonBlockedBy(*m_add, allowed.error().why);
        m_table->setEnabled(false);
        card->setSubtitle(tr("only an administrator may change this page"));
    }
}

void PeoplePanel::buildForm(QVBoxLayout& column) {
    m_form = new Card(tr("Person"), CardContent::Padded, this);
    m_fields = new FormSection({}, m_form);
    m_name = new QLineEdit(m_fields);
    m_fields->addField(tr("Name"), m_name)->setRequired(tr("Type the name that signs"));
    m_fields->addWide(new TextLabel(tr("Roles"), TextRole::CaptionStrong, Token::Text, m_fields));
    m_roles = new RolesBox(m_fields);
    m_fields->addWide(m_roles);
    m_active = new QCheckBox(tr("May sign in"), m_fields);
    m_active->setMinimumHeight(px(24));
    m_fields->addWide(m_active);
    m_supervisor = new QComboBox(m_fields);
    m_supervisorField = m_fields->addField(tr("Co-signed by"), m_supervisor);
    m_supervisorField->setHelp(tr(
        "For a clinician under supervision: from the day it is set, each signed session waits on Today for "
        "this second name."));
    m_form->body().addWidget(m_fields);
    m_secret = new FormSection({}, m_form);
    m_password = new PasswordField(m_secret);
    m_passwordField = m_secret->addField(tr("First password"), m_password);
    m_passwordField->setHelp(
        tr("A new password opens no private notes: only their author's own recovery code does."));
    m_passwordField->setCheck([this] {
        return m_edited.id.isNull() && m_password->text().isEmpty() ? tr("Choose a first password together")
                                                                    : newSecretProblem(m_password->text());
    });
    m_form->body().addWidget(m_secret);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    auto* save = makeButton({.text = tr("Save the person"), .kind = ButtonKind::Primary}, m_form);
    auto* leave = makeButton({.text = tr("Leave")}, m_form);
    row->addWidget(save);
    row->addWidget(leave);
    row->addStretch(1);
    m_form->body().addLayout(row);
    m_form->hide();
    column.addWidget(m_form);
    connect(save, &QPushButton::clicked, this, &PeoplePanel::save);
    connect(leave, &QPushButton::clicked, this, &PeoplePanel::closeForm);
}

void PeoplePanel::refresh() {
    if (const auto people = workflow::ClinicCare(m_context.practice).everyone()) {
        m_model->setRows(*people);
    } else {
        showTrouble(people.error());
    }
}

void PeoplePanel::fillSupervisors(const record::Clinician& person) {
    m_supervisor->clear();
    m_supervisor->addItem(tr("nobody"));
    const auto people = m_context.practice.clinicians();
    for (const record::Clinician& other : people ? *people : QList<record::Clinician>()) {
        const bool maySign = security::may(other, security::Permission::SignTherapy) ||
                             security::may(other, security::Permission::SignDosing);
        if (maySign && other.id != person.id) {
            m_supervisor->addItem(other.name, other.id.toString());
        }
    }
    const int chosen = person.supervision ? m_supervisor->findData(person.supervision->by.toString()) : 0;
    m_supervisor->setCurrentIndex(qMax(0, chosen));
}

std::optional<record::Supervision> PeoplePanel::supervision() const {
    const auto by = record::ClinicianId::fromString(m_supervisor->currentData().toString());
    if (!by) {
        return std::nullopt;
    }
    const bool isSame = m_edited.supervision && m_edited.supervision->by == *by;
    return isSame ? m_edited.supervision
                  : std::optional(record::Supervision{*by, m_context.practice.today()});
}

void PeoplePanel::edit(const record::Clinician& person) {
    m_trouble->hide();
    m_edited = person;
    const bool isNew = person.id.isNull();
    m_form->setTitle(isNew ? tr("A new person") : person.name);
    m_name->setText(person.name);
    m_roles->setRoles(person.roles);
    m_active->setChecked(person.active);
    m_active->setVisible(!isNew);
    fillSupervisors(person);
    m_supervisorField->setVisible(!isNew);
    m_password->clear();
    m_passwordField->setLabel(isNew ? tr("First password, required") : tr("New password"));
    m_passwordField->setHelp(isNew ? tr("They change it under Settings, My password.")
                                   : tr("Only for somebody who forgot theirs; empty keeps it."));
    m_passwordField->setError({});
    m_form->show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void PeoplePanel::closeForm() {
    m_form->hide();
    m_table->setFocus(Qt::OtherFocusReason);
}

void PeoplePanel::save() {
    m_trouble->hide();
    if (!m_fields->validate() || !m_secret->validate()) {
        return;
    }
    const base::Outcome saved = m_edited.id.isNull() ? saveNew() : saveChanged();
    if (!saved) {
        showTrouble(saved.error());
        return;
    }
    m_password->clear();
    refresh();
    closeForm();
}

base::Outcome PeoplePanel::saveNew() {
    return workflow::ClinicCare(m_context.practice)
        .addClinician(m_name->text(), m_roles->roles(), m_password->text())
        .map([](const record::ClinicianId&) {});
}

base::Outcome PeoplePanel::saveChanged() {
    record::Clinician person = m_edited;
    person.name = m_name->text().trimmed();
    person.roles = m_roles->roles();
    person.active = m_active->isChecked();
    person.supervision = supervision();
    workflow::ClinicCare care(m_context.practice);
    return (person == m_edited ? base::Outcome() : care.saveClinician(person))
        .and_then([&]() -> base::Outcome {
            return m_password->text().isEmpty() ? base::Outcome()
                                                : care.setPassword(person.id, m_password->text());
        });
}

void PeoplePanel::showTrouble(const base::Error& error) {
    m_trouble->setBannerText(bannerTextOf(error));
    m_trouble->show();
}

} // namespace kairos::ui
