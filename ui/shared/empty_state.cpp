// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/empty_state.h"

#include "ui/shared/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kRoomForSign = 50;

} // namespace

EmptyState::EmptyState(Icon icon, const QString& sentence, const QString& hint, QWidget* parent)
    : QFrame(parent),
      m_icon(icon),
      m_sentence(makeWrapped({}, TextRole::Strong, Token::Text, this)),
      m_hint(makeWrapped({}, TextRole::Caption, Token::Text2, this)),
      m_row(new QHBoxLayout(this)) {
    m_row->setContentsMargins(px(kRoomForSign), px(10), px(12), px(10));
    m_row->setSpacing(px(16));
    auto* words = new QVBoxLayout;
    words->setSpacing(px(2));
    words->addStretch();
    words->addWidget(m_sentence);
    words->addWidget(m_hint);
    words->addStretch();
    m_row->addLayout(words, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setSentence(sentence, hint);
}

void EmptyState::setSentence(const QString& sentence, const QString& hint) {
    m_sentence->setText(sentence);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    setAccessibleName(sentence);
    setAccessibleDescription(hint);
}

void EmptyState::setAction(QPushButton* button) {
    delete m_action;
    m_action = button;
    m_row->addWidget(button, 0, Qt::AlignVCenter);
}

void EmptyState::clearAction() {
    delete m_action;
    m_action = nullptr;
}

void EmptyState::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    const Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::LineStrong), 1, Qt::DashLine));
    painter.setBrush(theme.color(Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const int side = px(22);
    paintIcon(painter, m_icon, QRectF(px(14), (height() - side) / 2, side, side), theme.color(Token::Text2));
}

} // namespace kairos::ui
