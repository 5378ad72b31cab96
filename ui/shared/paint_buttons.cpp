// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/paint_controls.h"

#include "ui/shared/buttons.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/type_scale.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace kairos::ui {
namespace {

struct ButtonColors {
    QColor fill;
    QColor edge;
    QColor ink;
};

ButtonColors enabledColors(const Theme& theme, ButtonKind kind, QStyle::State state) {
    const bool down = state.testFlag(QStyle::State_Sunken) || state.testFlag(QStyle::State_On);
    const bool over = state.testFlag(QStyle::State_MouseOver);
    const auto at = [&theme](Token token) { return theme.color(token); };
    switch (kind) {
    case ButtonKind::Primary: {
        const QColor fill = at(down || over ? Token::AccentHover : Token::Accent);
        return {fill, fill, at(Token::AccentText)};
    }
    case ButtonKind::Danger:
        return {at(down || over ? Token::StopSoft : Token::Surface), at(Token::Stop), at(Token::Stop)};
    case ButtonKind::Quiet:
        return {down || over ? at(Token::AccentSoft) : QColor(Qt::transparent), Qt::transparent,
                at(Token::Accent)};
    case ButtonKind::Secondary:
        break;
    }
    const Token fill = down ? Token::NeutralSoft : over ? Token::Sunken : Token::Surface;
    return {at(fill), at(Token::LineStrong), at(Token::Text)};
}

ButtonColors colorsOf(const Theme& theme, ButtonKind kind, QStyle::State state) {
    if (state.testFlag(QStyle::State_Enabled)) {
        return enabledColors(theme, kind, state);
    }
    if (kind == ButtonKind::Quiet) {
        return {Qt::transparent, Qt::transparent, theme.color(Token::Text3)};
    }
    return {theme.color(Token::Sunken), theme.color(Token::Line), theme.color(Token::Text3)};
}

QFont buttonFont() {
    return fontFor(TextRole::Strong);
}

/// Widths of the parts of a push button, left to right, in pixels.
struct ButtonParts {
    int icon = 0;
    int iconGap = 0;
    int text = 0;
    int keyGap = 0;
    int key = 0;
    int menu = 0;

    int total() const { return icon + iconGap + text + keyGap + key + menu; }
};

ButtonParts partsOf(const QStyleOptionButton& option, const QWidget* widget) {
    ButtonParts parts;
    const bool hasIcon = buttonIcon(widget).has_value() || !option.icon.isNull();
    parts.icon = hasIcon ? px(16) : 0;
    parts.iconGap = hasIcon && !option.text.isEmpty() ? px(8) : 0;
    parts.text = QFontMetrics(buttonFont()).size(Qt::TextShowMnemonic, option.text).width();
    if (const QString key = buttonKeyText(widget); !key.isEmpty()) {
        parts.keyGap = px(8);
        parts.key = keyCapSize(key).width();
    }
    parts.menu = option.features.testFlag(QStyleOptionButton::HasMenu) ? px(20) : 0;
    return parts;
}

void paintButtonIcon(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget,
                     const QRect& rect, const QColor& ink) {
    if (const auto sign = buttonIcon(widget)) {
        paintIcon(painter, *sign, rect, ink);
    } else {
        option.icon.paint(&painter, rect);
    }
}

QRect centered(const QRect& within, int left, const QSize& size) {
    return {left, within.top() + (within.height() - size.height()) / 2, size.width(), size.height()};
}

QPainterPath segmentShape(const QRectF& rect, const QString& place) {
    constexpr qreal kRadius = 4;
    const bool first = place == QLatin1String("first") || place == QLatin1String("only");
    const bool last = place == QLatin1String("last") || place == QLatin1String("only");
    QPainterPath rounded;
    rounded.addRoundedRect(rect, kRadius, kRadius);
    QPainterPath square;
    if (!first) {
        square.addRect(rect.adjusted(0, 0, -rect.width() / 2, 0));
    }
    if (!last) {
        square.addRect(rect.adjusted(rect.width() / 2, 0, 0, 0));
    }
    return rounded.united(square);
}

void paintSegment(QPainter& painter, const Theme& theme, const QStyleOptionToolButton& option,
                  const QString& place) {
    const bool chosen = option.state.testFlag(QStyle::State_On);
    const bool over = option.state.testFlag(QStyle::State_MouseOver);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const Token fill = chosen ? Token::AccentSoft : over ? Token::Sunken : Token::Surface;
    // Neighbours share one edge: every segment but the first begins one pixel to the left.
    const qreal left = place == QLatin1String("first") || place == QLatin1String("only") ? 0.5 : -0.5;
    painter.setPen(QPen(theme.color(Token::LineStrong), 1));
    painter.setBrush(theme.color(fill));
    painter.drawPath(segmentShape(QRectF(option.rect).adjusted(left, 0.5, -0.5, -0.5), place));
    painter.setFont(fontFor(chosen ? TextRole::Strong : TextRole::Body));
    painter.setPen(theme.color(!enabled ? Token::Text3 : chosen ? Token::Accent : Token::Text));
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
}

} // namespace

void paintBox(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& edge, qreal edgeWidth,
              qreal radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    const qreal inset = edgeWidth / 2.0;
    if (edge.alpha() > 0 && edgeWidth > 0) {
        painter.setPen(QPen(edge, edgeWidth));
    } else {
        painter.setPen(Qt::NoPen);
    }
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void paintPushButton(QPainter& painter, const Theme& theme, const QStyleOptionButton& option,
                     const QWidget* widget) {
    const ButtonKind kind = buttonKind(widget);
    const ButtonColors colors = colorsOf(theme, kind, option.state);
    painter.save();
    paintBox(painter, option.rect, colors.fill, colors.edge);
    const ButtonParts parts = partsOf(option, widget);
    int left = option.rect.left() + qMax(px(4), (option.rect.width() - parts.total()) / 2);
    if (parts.icon > 0) {
        paintButtonIcon(painter, option, widget, centered(option.rect, left, {parts.icon, parts.icon}),
                        colors.ink);
        left += parts.icon + parts.iconGap;
    }
    painter.setFont(buttonFont());
    painter.setPen(colors.ink);
    const QRect text = centered(option.rect, left, {parts.text + 2, option.rect.height()});
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, option.text);
    left += parts.text + parts.keyGap;
    if (parts.key > 0) {
        const QString key = buttonKeyText(widget);
        paintKeyCap(painter, centered(option.rect, left, keyCapSize(key)), key, colors.ink, Qt::transparent);
    }
    if (parts.menu > 0) {
        const int right = option.rect.right() - px(12) - px(14);
        paintIcon(painter, Icon::ChevronDown, centered(option.rect, right, {px(14), px(14)}), colors.ink);
    }
    painter.restore();
}

QSize pushButtonSize(const QStyleOptionButton& option, const QWidget* widget) {
    const ButtonParts parts = partsOf(option, widget);
    const int padding = buttonKind(widget) == ButtonKind::Quiet ? px(8) : px(14);
    const int height = qMax(px(32), QFontMetrics(buttonFont()).height() + px(12));
    return {qMax(parts.total() + 2 * padding, height), height};
}

void paintToolButton(QPainter& painter, const Theme& theme, const QStyleOptionToolButton& option,
                     const QWidget* widget) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QString place = widget != nullptr ? widget->property("segment").toString() : QString();
    if (!place.isEmpty()) {
        paintSegment(painter, theme, option, place);
        painter.restore();
        return;
    }
    const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_On | QStyle::State_Sunken);
    if (active && option.state.testFlag(QStyle::State_Enabled)) {
        paintBox(painter, option.rect, theme.color(Token::AccentSoft), Qt::transparent, 0);
    }
    const bool withText = option.toolButtonStyle != Qt::ToolButtonIconOnly && !option.text.isEmpty();
    const int side = option.icon.isNull() ? 0 : px(18);
    int left = withText ? option.rect.left() + px(8) : option.rect.center().x() - side / 2 + 1;
    const auto mode = option.state.testFlag(QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled;
    option.icon.paint(&painter, centered(option.rect, left, {side, side}), Qt::AlignCenter, mode);
    if (withText) {
        left += side > 0 ? side + px(6) : 0;
        painter.setFont(fontFor(TextRole::Body));
        painter.setPen(theme.color(mode == QIcon::Normal ? Token::Text : Token::Text3));
        painter.drawText(option.rect.adjusted(left - option.rect.left(), 0, 0, 0),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, option.text);
    }
    if (option.features.testFlag(QStyleOptionToolButton::HasMenu)) {
        const QRect menu = centered(option.rect, option.rect.right() - px(18), {px(14), px(14)});
        paintIcon(painter, Icon::ChevronDown, menu, theme.color(Token::Text2));
    }
    painter.restore();
}

QSize toolButtonSize(const QStyleOptionToolButton& option, const QWidget* widget) {
    const bool segment = widget != nullptr && widget->property("segment").isValid();
    const bool withText = option.toolButtonStyle != Qt::ToolButtonIconOnly && !option.text.isEmpty();
    const QFontMetrics metrics(fontFor(segment ? TextRole::Strong : TextRole::Body));
    const int text = withText ? metrics.size(Qt::TextShowMnemonic, option.text).width() : 0;
    if (segment) {
        return {text + px(26), qMax(px(32), metrics.height() + px(12))};
    }
    const int side = option.icon.isNull() ? 0 : px(18);
    const int gap = side > 0 && text > 0 ? px(6) : 0;
    const int menu = option.features.testFlag(QStyleOptionToolButton::HasMenu) ? px(16) : 0;
    const int width = side + gap + text + menu + (text > 0 ? px(16) : px(10));
    return {width, qMax(px(28), metrics.height() + px(8))};
}

} // namespace kairos::ui
