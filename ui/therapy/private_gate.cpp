// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/private_gate.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/password_field.h"
#include "ui/shared/text_label.h"

#include "core/security/secret_bytes.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/private_access.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kWidth = 560;
constexpr int kSign = 22;

/// The wall itself, drawn in the colour of the theme.
class WallSign final : public QWidget {
public:
    explicit WallSign(QWidget* parent) : QWidget(parent) { setFixedSize(px(kSign), px(kSign)); }

protected:
    void paintEvent(QPaintEvent* event) override {
        Q_UNUSED(event)
        QPainter painter(this);
        paintIcon(painter, Icon::Wall, rect(), themeOf(*this).color(Token::Text2));
    }
};

} // namespace

PrivateGate::PrivateGate(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_title(new TextLabel({}, TextRole::Section, Token::Text, this)),
      m_words(makeWrapped({}, TextRole::Body, Token::Text2, this)),
      m_trouble(new Banner({}, this)),
      m_code(new QLineEdit(this)),
      m_codeField(new Field(tr("Your own recovery code"), m_code, this)),
      m_password(new PasswordField(this)),
      m_passwordField(new Field(tr("Your password"), m_password, this)),
      m_go(makeButton({.text = {}, .kind = ButtonKind::Primary}, this)),
      m_other(makeButton({.text = {}, .kind = ButtonKind::Quiet}, this)) {
    auto* card = new Card({}, CardContent::Padded, this);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    auto* box = new QWidget(card);
    box->setMaximumWidth(px(kWidth));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, px(8), 0, 0);
    column->setSpacing(px(12));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(8));
    head->addWidget(new WallSign(box));
    head->addWidget(m_title, 1);
    column->addLayout(head);
    m_trouble->hide();
    for (QWidget* part : std::initializer_list<QWidget*>{m_words, m_trouble, m_codeField, m_passwordField}) {
        column->addWidget(part);
    }
    m_codeField->setRequired(tr("Type all 13 groups of the code"));
    m_passwordField->setRequired(tr("Type the password you sign in with"));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    setButtonKeyCap(*m_go, QKeySequence(Qt::Key_Return));
    row->addWidget(m_go);
    row->addWidget(m_other);
    row->addStretch();
    column->addLayout(row);
    card->body().addWidget(box);
    card->body().addStretch();
    connect(m_go, &QPushButton::clicked, this, &PrivateGate::go);
    for (QLineEdit* edit : std::initializer_list<QLineEdit*>{m_code, m_password}) {
        connect(edit, &QLineEdit::returnPressed, this, &PrivateGate::go);
    }
    connect(m_other, &QPushButton::clicked, this,
            [this] { showWay(m_way == Way::Code ? Way::Password : Way::Code); });
    setFocusProxy(m_password);
}

void PrivateGate::refresh() {
    const auto isSetUp = workflow::PrivateAccess(m_context.practice).isSetUp();
    showWay(isSetUp && !*isSetUp ? Way::SetUp : Way::Password);
    if (!isSetUp) {
        m_trouble->setBannerText(bannerTextOf(isSetUp.error()));
        m_trouble->show();
    }
}

void PrivateGate::showWay(Way way) {
    m_way = way;
    m_code->clear();
    m_password->clear();
    m_trouble->hide();
    m_codeField->setVisible(way == Way::Code);
    m_other->setVisible(way != Way::SetUp);
    switch (way) {
    case Way::SetUp:
        m_title->setText(tr("Notes behind a wall, for you alone"));
        m_words->setText(tr(
            "Process notes that you write for your own thinking. They are sealed with a key of your own: no "
            "search, print, export or other clinician's screen shows them, not an administrator's either, "
            "and what you choose to release you release in two steps. Your password opens them. If it is "
            "lost, a recovery code of your own does, which is shown once; without both, nobody can."));
        m_go->setText(tr("Set up my private notes"));
        break;
    case Way::Password:
        m_title->setText(tr("Your private notes are sealed"));
        m_words->setText(tr("They stay open until you seal them, lock or sign out."));
        m_go->setText(tr("Open"));
        m_other->setText(tr("Use my own recovery code"));
        break;
    case Way::Code:
        m_title->setText(tr("Open with your own recovery code"));
        m_words->setText(tr("The code that was shown when you set your private notes up, not that of the "
                            "practice. From then on your present password opens them again."));
        m_go->setText(tr("Open"));
        m_other->setText(tr("Use my password"));
        break;
    }
}

base::Outcome PrivateGate::attempt() {
    workflow::PrivateAccess access(m_context.practice);
    switch (m_way) {
    case Way::SetUp:
        return access.setUp(m_password->text()).map([this](const QString& code) { m_made = code; });
    case Way::Password:
        return access.open(m_password->text());
    case Way::Code:
        return access.recover(m_code->text(), m_password->text());
    }
    return {};
}

void PrivateGate::go() {
    for (Field* field : {m_codeField, m_passwordField}) {
        if (!field->isHidden() && !field->validate()) {
            field->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    const auto done = attempt();
    if (!done) {
        m_trouble->setBannerText(bannerTextOf(done.error()));
        m_trouble->show();
        m_password->selectAll();
        m_password->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_password->clear();
    m_code->clear();
    m_trouble->hide();
    if (!m_made.isEmpty()) {
        Q_EMIT codeMade(m_made);
        security::wipe(m_made);
        return;
    }
    Q_EMIT opened();
}

QString PrivateGate::shownError() const {
    return m_trouble->isHidden() ? QString() : m_trouble->bannerText().title + m_trouble->bannerText().text;
}

} // namespace kairos::ui
