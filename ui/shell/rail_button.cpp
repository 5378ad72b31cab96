// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail_button.h"

#include "ui/shared/type_scale.h"

#include <QPainter>

namespace kairos::ui {
namespace {

constexpr int kButtonHeight = 54;
constexpr int kButtonWidth = 64;
constexpr int kButtonSign = 22;
constexpr int kBar = 3;

} // namespace

RailButton::RailButton(Icon icon, const QString& title, QWidget* parent)
    : QAbstractButton(parent), m_icon(icon) {
    setText(title);
    setAccessibleName(title);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void RailButton::setBadge(int count) {
    m_badge = count;
    setAccessibleDescription(count > 0 ? tr("needs a person: %1").arg(count) : QString());
    update();
}

QSize RailButton::sizeHint() const {
    const QFontMetrics words(fontFor(TextRole::CaptionStrong));
    return {qMax(px(kButtonWidth), words.horizontalAdvance(text()) + px(6)),
            qMax(px(kButtonHeight), words.height() + px(kButtonSign + 14))};
}

void RailButton::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    const Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse() || isDown()) {
        QColor ground = theme.color(Token::RailSel);
        ground.setAlphaF(isChecked() ? 1.0F : 0.5F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(rect(), 4, 4);
    }
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::RailMark));
        painter.drawRoundedRect(QRectF(0, px(8), px(kBar), height() - 2 * px(8)), 1.5, 1.5);
    }
    const QFont font = fontFor(isChecked() ? TextRole::CaptionStrong : TextRole::Caption);
    const QFontMetrics words(font);
    const int block = px(kButtonSign) + px(4) + words.height();
    const QRectF sign((width() - px(kButtonSign)) / 2.0, (height() - block) / 2.0, px(kButtonSign),
                      px(kButtonSign));
    const QColor ink = theme.color(Token::RailText);
    paintIcon(painter, m_icon, sign, ink);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QRectF(0, sign.bottom() + px(4), width(), words.height()), Qt::AlignCenter, text());
    if (m_badge > 0) {
        paintBadge(painter, sign);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(Token::RailMark), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void RailButton::paintBadge(QPainter& painter, const QRectF& sign) const {
    const Theme& theme = themeOf(*this);
    const QFont font = fontFor(TextRole::CaptionStrong);
    const QString words = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
    const qreal high = px(17);
    const qreal wide = qMax(high, QFontMetricsF(font).horizontalAdvance(words) + px(8));
    const QRectF plate(sign.right() - px(4), sign.top() - px(6), wide, high);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::Badge));
    painter.drawRoundedRect(plate, high / 2, high / 2);
    painter.setFont(font);
    painter.setPen(theme.color(Token::BadgeText));
    painter.drawText(plate, Qt::AlignCenter, words);
}

void RailButton::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void RailButton::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace kairos::ui
