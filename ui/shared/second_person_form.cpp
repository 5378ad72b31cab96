// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/second_person_form.h"

#include "ui/shared/form.h"
#include "ui/shared/password_field.h"
#include "ui/shared/type_scale.h"

#include <QComboBox>
#include <QHBoxLayout>

namespace kairos::ui {

SecondPersonForm::SecondPersonForm(const QString& label, workflow::OpenPractice& practice, QWidget* parent)
    : QWidget(parent), m_practice(practice), m_people(new QComboBox), m_password(new PasswordField) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(12));
    m_field = new Field(label, m_people, this);
    row->addWidget(m_field, 1);
    row->addWidget(new Field(tr("That person's password"), m_password, this), 1);
    connect(m_password, &QLineEdit::returnPressed, this, &SecondPersonForm::confirmed);
    refresh();
}

void SecondPersonForm::refresh() {
    const QVariant kept = m_people->currentData();
    m_people->clear();
    m_people->addItem(tr("choose"), QVariant());
    const auto people = workflow::secondPersons(m_practice);
    if (!people) {
        m_field->setError(people.error().sentence());
        return;
    }
    for (const record::Clinician& person : *people) {
        m_people->addItem(person.name, person.id.toString());
    }
    m_people->setCurrentIndex(kept.isValid() ? qMax(0, m_people->findData(kept)) : 0);
    m_field->setHelp(people->isEmpty() ? tr("Nobody else here may: add people under Settings.") : QString());
}

workflow::SecondPerson SecondPersonForm::person() const {
    workflow::SecondPerson chosen;
    chosen.password = m_password->text();
    const auto people = workflow::secondPersons(m_practice);
    for (const record::Clinician& person : people ? *people : QList<record::Clinician>()) {
        if (person.id.toString() == m_people->currentData().toString()) {
            chosen.id = person.id;
        }
    }
    return chosen;
}

void SecondPersonForm::setLabel(const QString& label) {
    m_field->setLabel(label);
}

bool SecondPersonForm::isChosen() const {
    return m_people->currentData().isValid();
}

void SecondPersonForm::clear() {
    m_people->setCurrentIndex(0);
    m_password->clear();
}

} // namespace kairos::ui
