// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/release_dialog.h"

#include "ui/therapy/private_text.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/form.h"
#include "ui/shared/password_field.h"
#include "ui/shared/text_label.h"

#include "core/workflow/open_practice.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kReleaseWidth = 640;
constexpr int kHeight = 540;

/// A button loses its key with every new text.
void name(QPushButton& button, const QString& text) {
    const QKeySequence key = button.shortcut();
    button.setText(text);
    button.setShortcut(key);
}

} // namespace

ReleaseDialog::ReleaseDialog(const workflow::PrivateNote& note, const record::SessionId& session,
                             workflow::OpenPractice& practice, QWidget* parent)
    : QDialog(parent),
      m_note(note),
      m_session(session),
      m_practice(practice),
      m_act(new TextLabel({}, TextRole::Section, Token::Text, this)),
      m_words(makeWrapped({}, TextRole::Body, Token::Text2, this)),
      m_text(new PrivateText(this)),
      m_trouble(new Banner({}, this)),
      m_recipient(new QLineEdit(this)),
      m_reason(new QLineEdit(this)),
      m_password(new PasswordField(this)),
      m_recipientField(new Field(tr("For whom or what"), m_recipient, this)),
      m_reasonField(new Field(tr("Reason"), m_reason, this)),
      m_passwordField(new Field(tr("Your password"), m_password, this)) {
    setWindowTitle(tr("Release a private note"));
    setModal(true);
    resize(px(kReleaseWidth), px(kHeight));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(16), px(20), px(16));
    column->setSpacing(px(10));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::StyledPanel);
    m_text->setAccessibleName(tr("The text, whole"));
    m_recipientField->setRequired(tr("Say for whom or what it is"));
    m_reasonField->setRequired(tr("Say why; it stands in the chart with the text"));
    m_passwordField->setRequired(tr("Type your own password"));
    m_trouble->hide();
    column->addWidget(m_act);
    column->addWidget(m_words);
    column->addWidget(m_text, 1);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_recipientField, m_reasonField, m_passwordField, m_trouble}) {
        column->addWidget(part);
    }
    buildButtons(*column);
    showAct();
}

void ReleaseDialog::buildButtons(QVBoxLayout& column) {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    m_withdraw = makeButton({.text = tr("Withdraw"), .kind = ButtonKind::Quiet}, this);
    m_leave = makeButton({.text = tr("Not yet")}, this);
    setButtonKeyCap(*m_leave, QKeySequence(Qt::Key_Escape));
    m_go = makeButton(
        {.text = {}, .kind = ButtonKind::Primary, .key = QKeySequence(Qt::CTRL | Qt::Key_Return)}, this);
    // Enter in a field must not release anything.
    for (QPushButton* button : {m_withdraw, m_leave, m_go}) {
        button->setAutoDefault(false);
    }
    row->addWidget(m_withdraw);
    row->addStretch();
    row->addWidget(m_leave);
    row->addWidget(m_go);
    column.addLayout(row);
    connect(m_withdraw, &QPushButton::clicked, this, &ReleaseDialog::withdraw);
    connect(m_leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &ReleaseDialog::go);
}

void ReleaseDialog::showAct() {
    const workflow::PrivateRelease release(m_practice);
    const auto asked = release.find(m_note.id);
    m_isAsked = asked && *asked && (*asked)->state == storage::ReleaseState::Asked;
    const auto text = m_isAsked ? release.chartText(m_note.id) : base::Result<QString>(QString());
    if (!text) {
        // It was amended since it was asked for: it is read and asked for anew.
        say(text.error());
        m_isAsked = false;
    }
    m_withdraw->setVisible(m_isAsked);
    m_recipientField->setVisible(!m_isAsked);
    m_reasonField->setVisible(!m_isAsked);
    m_passwordField->setVisible(m_isAsked);
    if (m_isAsked) {
        showGive(*text);
    } else {
        showAsk();
    }
}

void ReleaseDialog::showAsk() {
    m_act->setText(tr("Step 1 of 2: ask for the release"));
    m_words->setText(
        tr("This is the whole note. Once released, the text stands in the chart: whoever reads the "
           "chart reads it, it is found, printed and exported, and cannot be taken back."));
    m_text->setPlainText(m_note.text);
    name(*m_go, tr("Ask for the release"));
    m_recipient->setFocus(Qt::OtherFocusReason);
}

void ReleaseDialog::showGive(const QString& chartText) {
    m_act->setText(tr("Step 2 of 2: read what everybody will read"));
    m_words->setText(
        tr("Word for word as it will stand in the chart, as a signed addendum of this session. Your "
           "password signs it."));
    m_text->setPlainText(chartText);
    name(*m_go, tr("Release and sign"));
    m_password->clear();
    m_text->setFocus(Qt::OtherFocusReason);
}

void ReleaseDialog::say(const base::Error& error) {
    m_trouble->setBannerText(bannerTextOf(error));
    m_trouble->show();
}

QString ReleaseDialog::shownError() const {
    return m_trouble->isHidden() ? QString() : m_trouble->bannerText().title + m_trouble->bannerText().text;
}

void ReleaseDialog::go() {
    m_trouble->hide();
    for (Field* field : {m_recipientField, m_reasonField, m_passwordField}) {
        if (!field->isHidden() && !field->validate()) {
            field->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    workflow::PrivateRelease release(m_practice);
    const auto done = m_isAsked ? release.give(m_note.id, m_session, m_password->text())
                                : release.ask({m_note.id, m_reason->text(), m_recipient->text()});
    if (!done) {
        say(done.error());
        m_password->selectAll();
        return;
    }
    if (m_isAsked) {
        accept();
        return;
    }
    showAct();
}

void ReleaseDialog::withdraw() {
    const auto done = workflow::PrivateRelease(m_practice).withdraw(m_note.id);
    if (!done) {
        say(done.error());
        return;
    }
    reject();
}

} // namespace kairos::ui
