// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/paint_controls.h"

#include "ui/shared/icons.h"
#include "ui/shared/type_scale.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace kairos::ui {
namespace {

constexpr int kTabPadding = 14;
constexpr int kCellPadding = 14;
constexpr int kLeastHandle = 28;
constexpr int kSortRoom = 16;
constexpr int kHeadHeight = 28;

} // namespace

void paintTab(QPainter& painter, const Theme& theme, const QStyleOptionTab& option) {
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool over = option.state.testFlag(QStyle::State_MouseOver);
    painter.save();
    const int padding = px(kTabPadding);
    QRect text = option.rect.adjusted(padding, 0, -padding, 0);
    const Token ink = !enabled ? Token::Text3 : chosen ? Token::Accent : over ? Token::Text : Token::Text2;
    if (!option.icon.isNull()) {
        const int side = px(16);
        option.icon.paint(&painter, QRect(text.left(), text.center().y() - side / 2, side, side));
        text.setLeft(text.left() + side + px(8));
    }
    painter.setFont(fontFor(chosen ? TextRole::Strong : TextRole::Body));
    painter.setPen(theme.color(ink));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, option.text);
    if (chosen) {
        const QRect bar(option.rect.left() + padding / 2, option.rect.bottom() - 2,
                        option.rect.width() - padding, 3);
        painter.fillRect(bar, theme.color(Token::Accent));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        paintInnerFocus(painter, theme, option.rect.adjusted(2, 3, -2, -4));
    }
    painter.restore();
}

QSize tabSize(const QStyleOptionTab& option) {
    // The chosen tab is semibold: each tab keeps that room, so that nothing moves when another is chosen.
    const QFontMetrics metrics(fontFor(TextRole::Strong));
    const int icon = option.icon.isNull() ? 0 : px(16) + px(8);
    const int width = metrics.size(Qt::TextShowMnemonic, option.text).width();
    return {width + icon + 2 * px(kTabPadding), qMax(px(36), metrics.height() + px(14))};
}

void paintHeader(QPainter& painter, const Theme& theme, const QStyleOptionHeader& option,
                 const QWidget* widget) {
    painter.save();
    painter.fillRect(option.rect, theme.color(Token::Sunken));
    painter.setPen(theme.color(Token::Line));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter.setFont(fontFor(TextRole::CaptionStrong));
    painter.setPen(theme.color(Token::Text2));
    const int padding = px(kCellPadding);
    QRect text = option.rect.adjusted(padding, 0, -padding, 0);
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    const int mark = sorted ? px(kSortRoom) : 0;
    const QFontMetrics metrics(painter.font());
    const QString shown = metrics.elidedText(option.text, Qt::ElideRight, text.width() - mark);
    const bool right = option.textAlignment.testFlag(Qt::AlignRight);
    const int width = metrics.horizontalAdvance(shown);
    const int left = right ? text.right() + 1 - width - mark : text.left();
    painter.drawText(QRect(left, text.top(), width + 2, text.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     shown);
    if (sorted) {
        // Qt calls the arrow of ascending order "down".
        const Icon sign =
            option.sortIndicator == QStyleOptionHeader::SortDown ? Icon::ChevronUp : Icon::ChevronDown;
        const int side = px(12);
        paintIcon(painter, sign, QRect(left + width + px(4), option.rect.center().y() - side / 2, side, side),
                  theme.color(Token::Text2));
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && widget != nullptr && widget->hasFocus()) {
        paintInnerFocus(painter, theme, option.rect);
    }
    painter.restore();
}

QSize headerSize(const QStyleOptionHeader& option) {
    const QFontMetricsF metrics(fontFor(TextRole::CaptionStrong));
    const int mark = option.sortIndicator != QStyleOptionHeader::None ? px(kSortRoom) : 0;
    return {qCeil(metrics.horizontalAdvance(option.text)) + 1 + mark + 2 * px(kCellPadding),
            qMax(px(kHeadHeight), qCeil(metrics.height()) + px(8))};
}

void paintProgress(QPainter& painter, const Theme& theme, const QStyleOptionProgressBar& option) {
    const qreal radius = option.rect.height() / 2.0;
    paintBox(painter, option.rect, theme.color(Token::NeutralSoft), Qt::transparent, 0, radius);
    const int span = option.maximum - option.minimum;
    if (span <= 0) {
        return;
    }
    const double share = static_cast<double>(option.progress - option.minimum) / span;
    QRect done = option.rect;
    done.setWidth(qRound(option.rect.width() * qBound(0.0, share, 1.0)));
    if (done.width() > 0) {
        paintBox(painter, done, theme.color(Token::Accent), Qt::transparent, 0, radius);
    }
}

QRect scrollHandle(const QStyleOptionSlider& option) {
    const bool across = option.orientation == Qt::Horizontal;
    const int length = across ? option.rect.width() : option.rect.height();
    const int range = option.maximum - option.minimum;
    int handle = length;
    if (range > 0) {
        const double share = static_cast<double>(option.pageStep) / (range + option.pageStep);
        handle = qBound(qMin(px(kLeastHandle), length), qRound(length * share), length);
    }
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - handle, option.upsideDown);
    return across ? QRect(option.rect.left() + start, option.rect.top(), handle, option.rect.height())
                  : QRect(option.rect.left(), option.rect.top() + start, option.rect.width(), handle);
}

void paintScrollBar(QPainter& painter, const Theme& theme, const QStyleOptionSlider& option,
                    const QRect& handle) {
    painter.fillRect(option.rect, theme.color(Token::Sunken));
    if (option.maximum <= option.minimum) {
        return;
    }
    const bool active = option.state & (QStyle::State_Sunken | QStyle::State_MouseOver);
    const QRect bar = handle.adjusted(3, 3, -3, -3);
    paintBox(painter, bar, theme.color(active ? Token::Text3 : Token::LineStrong), Qt::transparent, 0,
             qMin(bar.width(), bar.height()) / 2.0);
}

} // namespace kairos::ui
