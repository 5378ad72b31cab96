// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/password_panel.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/error_text.h"
#include "ui/shared/form.h"
#include "ui/shared/password_field.h"
#include "ui/shared/text_label.h"

#include "core/security/key_file.h"
#include "core/workflow/clinic_care.h"
#include "core/workflow/open_practice.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

PasswordPanel::PasswordPanel(PageContext& context, QWidget* parent) : QWidget(parent), m_context(context) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    auto* card = new Card(tr("My password"), CardContent::Padded, this);
    card->setSubtitle(context.practice.signedIn() ? context.practice.signedIn()->name : QString());
    m_form = new FormSection({}, card);
    m_old = new PasswordField(m_form);
    m_new = new PasswordField(m_form);
    m_again = new PasswordField(m_form);
    m_oldField = m_form->addField(tr("Present password"), m_old);
    m_oldField->setRequired(tr("Type the password you signed in with"));
    Field* fresh = m_form->addField(tr("New password"), m_new);
    fresh->setRequired(tr("Choose a new password"));
    fresh->setHelp(tr("%1 characters at least. The passphrase of the practice stays as it is.")
                       .arg(security::kLeastPassphraseCharacters));
    fresh->setCheck([this] { return newSecretProblem(m_new->text()); });
    Field* again = m_form->addField(tr("New password again"), m_again);
    again->setRequired(tr("Type it a second time"));
    again->setCheck([this] {
        return m_again->text() == m_new->text() ? QString() : tr("The two differ. Type it again.");
    });
    card->body().addWidget(m_form);
    column->addWidget(card);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    auto* change = makeButton({.text = tr("Change my password"), .kind = ButtonKind::Primary}, this);
    m_said = new TextLabel({}, TextRole::Body, Token::Text2, this);
    row->addWidget(change);
    row->addWidget(m_said, 1);
    column->addLayout(row);
    connect(change, &QPushButton::clicked, this, &PasswordPanel::save);
}

void PasswordPanel::save() {
    m_said->clear();
    if (!m_form->validate()) {
        return;
    }
    const auto changed =
        workflow::ClinicCare(m_context.practice).changePassword(m_old->text(), m_new->text());
    if (!changed) {
        m_oldField->setError(errorText(changed.error()));
        m_old->selectAll();
        m_old->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_old->clear();
    m_new->clear();
    m_again->clear();
    m_said->setText(tr("Changed. It is asked for from now on."));
}

QString newSecretProblem(const QString& secret) {
    if (secret.isEmpty()) {
        return {};
    }
    const auto checked = security::checkNewPassphrase(secret);
    return checked ? QString() : errorText(checked.error());
}

} // namespace kairos::ui
