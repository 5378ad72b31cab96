// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/kiosk_screen.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/password_field.h"
#include "ui/shared/text_label.h"

#include "core/base/check.h"
#include "core/workflow/open_practice.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kDoorWidth = 470;
constexpr int kBigButton = 40;

} // namespace

KioskScreen::KioskScreen(std::unique_ptr<KioskForm> form, const workflow::OpenPractice& practice,
                         QWidget* parent)
    : QWidget(parent), m_practice(practice), m_form(form.release()) {
    KAIROS_CHECK(m_practice.signedIn().has_value());
    m_pages = new QStackedLayout(this);
    auto* front = new QWidget(this);
    auto* column = new QVBoxLayout(front);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_form, 1);
    column->addWidget(makeFoot());
    m_pages->addWidget(front);
    m_pages->addWidget(makeDoor());
    // Escape leaves a page everywhere else; here it leaves the door alone.
    m_password->installEventFilter(this);
}

QWidget* KioskScreen::makeFoot() {
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(px(24), px(8), px(24), px(12));
    row->addStretch(1);
    m_clinician = makeButton({tr("For the clinician"), ButtonKind::Quiet, Icon::Lock}, foot);
    m_clinician->setObjectName(QStringLiteral("kioskClinician"));
    m_clinician->setMinimumHeight(px(kBigButton));
    row->addWidget(m_clinician);
    connect(m_clinician, &QPushButton::clicked, this, &KioskScreen::askPassword);
    return foot;
}

QWidget* KioskScreen::makeDoor() {
    auto* door = new QWidget(this);
    auto* outer = new QVBoxLayout(door);
    outer->addStretch(2);
    auto* card = new Card({}, CardContent::Padded, door);
    card->setFixedWidth(px(kDoorWidth));
    auto& body = card->body();
    body.addWidget(new TextLabel(tr("Unlock the screen"), TextRole::Welcome, Token::Text, card));
    body.addWidget(makeParagraph(tr("%1 handed this screen over.").arg(m_practice.signedIn()->name),
                                 TextRole::Body, Token::Text2, card));
    m_password = new PasswordField(card);
    m_password->setObjectName(QStringLiteral("kioskPassword"));
    m_password->setMinimumHeight(px(kBigButton));
    m_passwordField = new Field(tr("Personal password"), m_password, card);
    body.addWidget(m_passwordField);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    auto* unlockButton = makeButton({tr("Unlock"), ButtonKind::Primary}, card);
    setButtonKeyCap(*unlockButton, QKeySequence(Qt::Key_Return));
    auto* back = makeButton({tr("Back to the form")}, card);
    for (QPushButton* button : {unlockButton, back}) {
        button->setMinimumHeight(px(kBigButton));
        row->addWidget(button);
    }
    row->addStretch(1);
    body.addLayout(row);
    auto* other = makeButton({tr("Somebody else signs in"), ButtonKind::Quiet}, card);
    other->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    body.addWidget(other);
    outer->addWidget(card, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    connect(unlockButton, &QPushButton::clicked, this, &KioskScreen::unlock);
    connect(m_password, &QLineEdit::returnPressed, this, &KioskScreen::unlock);
    connect(back, &QPushButton::clicked, this, &KioskScreen::showForm);
    connect(other, &QPushButton::clicked, this, &KioskScreen::lockRequested);
    return door;
}

void KioskScreen::showForm() {
    m_password->clear();
    m_passwordField->setError({});
    m_pages->setCurrentIndex(0);
    m_form->setFocus(Qt::OtherFocusReason);
}

void KioskScreen::askPassword() {
    m_form->keep();
    m_password->clear();
    m_passwordField->setError({});
    m_pages->setCurrentIndex(1);
    m_password->setFocus(Qt::OtherFocusReason);
}

void KioskScreen::unlock() {
    const auto confirmed = m_practice.confirm(m_password->text());
    m_password->clear();
    if (!confirmed) {
        m_passwordField->setError(confirmed.error().sentence());
        m_password->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_form->keep();
    Q_EMIT unlocked();
}

bool KioskScreen::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_password && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        showForm();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void KioskScreen::keyPressEvent(QKeyEvent* event) {
    // No key of the form reaches the window behind it.
    event->accept();
}

} // namespace kairos::ui
