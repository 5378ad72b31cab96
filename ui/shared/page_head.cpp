// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/page_head.h"

#include "ui/shared/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace kairos::ui {

PageHead::PageHead(const QString& title, const QString& subtitle, QWidget* parent)
    : QFrame(parent),
      m_title(new TextLabel(title, TextRole::PageTitle, Token::Text, this)),
      m_subtitle(new TextLabel(subtitle, TextRole::Body, Token::Text2, this)),
      m_row(new QHBoxLayout(this)) {
    m_row->setContentsMargins(px(20), px(8), px(20), px(8));
    m_row->setSpacing(px(12));
    auto* words = new QVBoxLayout;
    words->setSpacing(px(2));
    words->addStretch();
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    words->addStretch();
    m_row->addLayout(words);
    m_row->addStretch(1);
    // Not a minimum height: that would let a full page press the head below what its words need.
    m_row->addStrut(px(44));
    m_subtitle->setVisible(!subtitle.isEmpty());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PageHead::setTitle(const QString& title) {
    m_title->setText(title);
}

void PageHead::setSubtitle(const QString& subtitle) {
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void PageHead::addAction(QWidget* widget) {
    m_row->addWidget(widget, 0, Qt::AlignVCenter);
}

void PageHead::addBesideTitle(QWidget* widget) {
    m_row->insertSpacing(m_beside++, px(8));
    m_row->insertWidget(m_beside++, widget, 0, Qt::AlignVCenter);
}

void PageHead::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    const Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Line));
}

} // namespace kairos::ui
