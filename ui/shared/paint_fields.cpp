// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/paint_controls.h"

#include "ui/shared/icons.h"
#include "ui/shared/type_scale.h"

#include <QComboBox>
#include <QPainter>
#include <QStyleOption>

namespace kairos::ui {
namespace {

bool hasError(const QWidget* widget) {
    return widget != nullptr && widget->property("fieldError").toBool();
}

struct Edge {
    QColor color;
    qreal width;
};

Edge edgeOf(const Theme& theme, const QStyleOption& option, const QWidget* widget) {
    if (hasError(widget)) {
        return {theme.color(Token::Stop), 2.0};
    }
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool readOnly = option.state.testFlag(QStyle::State_ReadOnly);
    return {theme.color(enabled && !readOnly ? Token::LineStrong : Token::Line), 1.0};
}

QColor fillOf(const Theme& theme, const QStyleOption& option) {
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool readOnly = option.state.testFlag(QStyle::State_ReadOnly);
    return theme.color(enabled && !readOnly ? Token::Surface : Token::Sunken);
}

struct IndicatorColors {
    QColor fill;
    QColor edge;
    QColor mark;
};

IndicatorColors indicatorColors(const Theme& theme, const QStyleOption& option) {
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    if (!option.state.testFlag(QStyle::State_Enabled)) {
        return {theme.color(Token::Sunken), theme.color(Token::Line), theme.color(Token::Text3)};
    }
    if (on) {
        return {theme.color(Token::Accent), theme.color(Token::Accent), theme.color(Token::AccentText)};
    }
    const bool over = option.state.testFlag(QStyle::State_MouseOver);
    return {theme.color(over ? Token::AccentSoft : Token::Surface), theme.color(Token::LineStrong),
            theme.color(Token::Text)};
}

} // namespace

void paintField(QPainter& painter, const Theme& theme, const QStyleOption& option, const QWidget* widget) {
    const Edge edge = edgeOf(theme, option, widget);
    paintBox(painter, option.rect, fillOf(theme, option), edge.color, edge.width);
}

void paintTextFrame(QPainter& painter, const Theme& theme, const QStyleOption& option,
                    const QWidget* widget) {
    Edge edge = edgeOf(theme, option, widget);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        edge = {theme.color(Token::Focus), 2.0};
    }
    paintBox(painter, option.rect, Qt::transparent, edge.color, edge.width);
}

void paintComboBox(QPainter& painter, const Theme& theme, const QStyleOptionComboBox& option,
                   const QWidget* widget) {
    const Edge edge = edgeOf(theme, option, widget);
    const bool over = option.state.testFlag(QStyle::State_MouseOver) && !option.editable;
    const QColor fill = over ? theme.color(Token::Sunken) : fillOf(theme, option);
    paintBox(painter, option.rect, fill, edge.color, edge.width);
    const int side = px(16);
    const QRect arrow(option.rect.right() - px(10) - side + 1,
                      option.rect.top() + (option.rect.height() - side) / 2, side, side);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    paintIcon(painter, Icon::ChevronDown, arrow, theme.color(enabled ? Token::Text2 : Token::Text3));
}

void paintCheckIndicator(QPainter& painter, const Theme& theme, const QStyleOption& option) {
    const IndicatorColors colors = indicatorColors(theme, option);
    paintBox(painter, option.rect, colors.fill, colors.edge, 1, 3);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal side = option.rect.width();
    const QPointF corner = option.rect.topLeft();
    painter.setPen(QPen(colors.mark, side / 9.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (option.state.testFlag(QStyle::State_NoChange)) {
        painter.drawLine(corner + QPointF(0.28, 0.5) * side, corner + QPointF(0.72, 0.5) * side);
    } else if (option.state.testFlag(QStyle::State_On)) {
        painter.drawPolyline(QPolygonF{corner + QPointF(0.24, 0.53) * side,
                                       corner + QPointF(0.43, 0.71) * side,
                                       corner + QPointF(0.77, 0.32) * side});
    }
    painter.restore();
}

void paintRadioIndicator(QPainter& painter, const Theme& theme, const QStyleOption& option) {
    const IndicatorColors colors = indicatorColors(theme, option);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(colors.edge, 1));
    painter.setBrush(colors.fill);
    painter.drawEllipse(box);
    if (option.state.testFlag(QStyle::State_On)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.mark);
        painter.drawEllipse(box.center(), box.width() * 0.22, box.height() * 0.22);
    }
    painter.restore();
}

void paintFocusRing(QPainter& painter, const Theme& theme, const QRect& rect) {
    paintBox(painter, rect, Qt::transparent, theme.color(Token::Focus), 2.0, 6.0);
}

void paintInnerFocus(QPainter& painter, const Theme& theme, const QRect& rect) {
    paintBox(painter, rect, Qt::transparent, theme.color(Token::Focus), 2.0, 2.0);
}

} // namespace kairos::ui
