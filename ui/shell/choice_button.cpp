// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/choice_button.h"

#include "ui/shared/key_cap.h"
#include "ui/shared/type_scale.h"

#include <QKeyEvent>
#include <QPainter>

namespace kairos::ui {
namespace {

constexpr int kWidth = 620;
constexpr int kTile = 46;
constexpr int kPad = 16;
constexpr qreal kRadius = 6;

} // namespace

ChoiceButton::ChoiceButton(Icon icon, const QString& title, const QString& text, const QKeySequence& key,
                           QWidget* parent)
    : QAbstractButton(parent), m_icon(icon), m_words(text), m_key(keyText(key)) {
    setText(title);
    setShortcut(key);
    setAccessibleName(title);
    setAccessibleDescription(text);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QRect ChoiceButton::wordsRect() const {
    const int left = px(kPad + kTile + kPad);
    const int right = keyCapSize(m_key).width() + px(kPad * 2);
    return QRect(left, px(kPad), px(kWidth) - left - right, 0);
}

QSize ChoiceButton::sizeHint() const {
    const QFontMetrics title(fontFor(TextRole::Section));
    const QFontMetrics text(fontFor(TextRole::Body));
    const int lines =
        text.boundingRect(QRect(0, 0, wordsRect().width(), 10'000), Qt::TextWordWrap, m_words).height();
    return {px(kWidth), qMax(px(kTile), title.height() + px(4) + lines) + px(2 * kPad)};
}

void ChoiceButton::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    const Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(underMouse() || isDown() ? Token::Accent : Token::Line), 1));
    painter.setBrush(theme.color(isDown() ? Token::AccentSoft : Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    const QRectF tile(px(kPad), (height() - px(kTile)) / 2.0, px(kTile), px(kTile));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::AccentSoft));
    painter.drawRoundedRect(tile, kRadius, kRadius);
    const qreal side = px(22);
    paintIcon(painter, m_icon, QRectF(tile.center() - QPointF(side / 2, side / 2), QSizeF(side, side)),
              theme.color(Token::Accent));
    const QFont titleFont = fontFor(TextRole::Section);
    const QFontMetrics title(titleFont);
    QRect words = wordsRect();
    words.setWidth(width() - words.left() - keyCapSize(m_key).width() - px(kPad * 2));
    const int lines = QFontMetrics(fontFor(TextRole::Body))
                          .boundingRect(QRect(0, 0, words.width(), 10'000), Qt::TextWordWrap, m_words)
                          .height();
    const int top = (height() - title.height() - px(4) - lines) / 2;
    painter.setFont(titleFont);
    painter.setPen(theme.color(Token::Text));
    painter.drawText(QRect(words.left(), top, words.width(), title.height()), Qt::AlignLeft, text());
    painter.setFont(fontFor(TextRole::Body));
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(QRect(words.left(), top + title.height() + px(4), words.width(), lines),
                     Qt::TextWordWrap, m_words);
    const QSize cap = keyCapSize(m_key);
    paintKeyCap(painter, QRect(QPoint(width() - cap.width() - px(kPad), (height() - cap.height()) / 2), cap),
                m_key, theme.color(Token::Text2), theme.color(Token::Surface));
}

void ChoiceButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        focusNextPrevChild(event->key() == Qt::Key_Down);
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void ChoiceButton::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void ChoiceButton::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace kairos::ui
