// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_item.h"

#include "ui/shared/type_scale.h"

#include <QPainter>

namespace kairos::ui {
namespace {

constexpr int kSign = 14;
constexpr int kAcross = 8;
constexpr int kLeastWords = 40;

} // namespace

StatusItem::StatusItem(std::optional<Icon> icon, QWidget* parent) : QWidget(parent), m_icon(icon) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void StatusItem::setWords(const QString& words) {
    if (words == m_words) {
        return;
    }
    m_words = words;
    setAccessibleName(words);
    setToolTip(words);
    updateGeometry();
    update();
}

void StatusItem::setVoice(Token ink, std::optional<Token> ground) {
    m_ink = ink;
    m_ground = ground;
    update();
}

void StatusItem::setStrong() {
    m_isStrong = true;
    updateGeometry();
}

QFont StatusItem::wordsFont() const {
    return fontFor(m_isStrong || m_ground ? TextRole::CaptionStrong : TextRole::Caption);
}

QSize StatusItem::sizeHint() const {
    const QFontMetrics metrics(fontFor(TextRole::CaptionStrong));
    const int sign = m_icon ? px(kSign + 6) : 0;
    return {px(2 * kAcross) + sign + metrics.horizontalAdvance(m_words) + 1, px(26)};
}

QSize StatusItem::minimumSizeHint() const {
    const int sign = m_icon ? px(kSign + 6) : 0;
    return {qMin(sizeHint().width(), px(2 * kAcross + kLeastWords) + sign), px(26)};
}

void StatusItem::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    const Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_ground) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(*m_ground));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 2, -1, -2), 4, 4);
    }
    const QColor ink = theme.color(m_ink);
    int left = px(kAcross);
    if (m_icon) {
        const int side = px(kSign);
        paintIcon(painter, *m_icon, QRectF(left, (height() - side) / 2.0, side, side), ink);
        left += px(kSign + 6);
    }
    const QFont font = wordsFont();
    painter.setFont(font);
    painter.setPen(m_isStrong ? theme.color(Token::Text) : ink);
    const QRect room(left, 0, width() - left - px(kAcross) + 1, height());
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(font).elidedText(m_words, Qt::ElideRight, room.width()));
}

} // namespace kairos::ui
