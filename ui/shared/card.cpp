// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/card.h"

#include "ui/shared/paint_controls.h"
#include "ui/shared/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kAcross = 14;
constexpr int kDown = 10;
constexpr qreal kCardRadius = 6;

/// A one pixel line in the colour of hairlines.
class Hairline final : public QWidget {
public:
    explicit Hairline(QWidget* parent) : QWidget(parent) { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent* event) override {
        Q_UNUSED(event)
        QPainter(this).fillRect(rect(), themeOf(*this).color(Token::Line));
    }
};

} // namespace

Card::Card(const QString& title, CardContent content, QWidget* parent)
    : QFrame(parent),
      m_head(new QWidget(this)),
      m_title(new TextLabel(title, TextRole::Section, Token::Text, m_head)),
      m_subtitle(new TextLabel({}, TextRole::Body, Token::Text2, m_head)),
      m_headRow(new QHBoxLayout(m_head)),
      m_column(new QVBoxLayout(this)),
      m_body(new QVBoxLayout),
      m_content(content) {
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(0);
    m_headRow->setContentsMargins(px(kAcross), px(kDown), px(kAcross), px(8));
    m_headRow->setSpacing(px(10));
    m_headRow->addWidget(m_title);
    m_headRow->addWidget(m_subtitle);
    m_headRow->addStretch(1);
    m_head->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_head->setVisible(!title.isEmpty());
    m_subtitle->hide();
    m_column->addWidget(m_head);
    const bool padded = content == CardContent::Padded;
    const int top = title.isEmpty() ? px(kDown) : 0;
    m_body->setContentsMargins(padded ? QMargins(px(kAcross), top, px(kAcross), px(kDown))
                                      : QMargins(0, 0, 0, 0));
    m_body->setSpacing(padded ? px(8) : 0);
    m_column->addLayout(m_body, 1);
    setAccessibleName(title);
}

void Card::setTitle(const QString& title) {
    m_title->setText(title);
    m_head->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Card::setSubtitle(const QString& subtitle) {
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void Card::addToTitle(QWidget* widget) {
    m_headRow->addWidget(widget);
    m_head->show();
}

QHBoxLayout& Card::foot() {
    if (m_foot == nullptr) {
        m_foot = new QWidget(this);
        auto* row = new QHBoxLayout(m_foot);
        row->setContentsMargins(px(kAcross), px(8), px(kAcross), px(8));
        row->setSpacing(px(8));
        m_foot->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        m_column->addWidget(m_foot);
    }
    return *static_cast<QHBoxLayout*>(m_foot->layout());
}

void Card::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    const Theme& theme = themeOf(*this);
    QPainter painter(this);
    paintBox(painter, rect(), theme.color(Token::Surface), theme.color(Token::Line), 1, kCardRadius);
    if (m_foot != nullptr && m_foot->isVisible()) {
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath card;
        card.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kCardRadius - 1, kCardRadius - 1);
        painter.setClipPath(card);
        painter.fillRect(m_foot->geometry(), theme.color(Token::Sunken));
        painter.fillRect(QRect(0, m_foot->y(), width(), 1), theme.color(Token::Line));
    }
}

QWidget* makeHairline(QWidget* parent) {
    return new Hairline(parent);
}

TextLabel* makeSectionTitle(const QString& text, QWidget* parent) {
    return new TextLabel(text, TextRole::Section, Token::Text, parent);
}

} // namespace kairos::ui
