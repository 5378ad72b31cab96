// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/front_art.h"

#include "ui/shared/glyphs.h"
#include "ui/shared/icons.h"
#include "ui/shared/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QVBoxLayout>

#include <array>

namespace kairos::ui {
namespace {

/// One dose of the drawn course: where it is given, how the line stands before, and where it falls to.
struct DrawnDose {
    qreal x;
    qreal before;
    qreal after;
};

// A drawing on a ground of 520 by 300, not data.
constexpr std::array kCourse{DrawnDose{40, 51, 110},   DrawnDose{89, 98, 137},   DrawnDose{138, 130, 160},
                             DrawnDose{187, 154, 178}, DrawnDose{236, 173, 191}, DrawnDose{314, 187, 209},
                             DrawnDose{412, 199, 213}};
constexpr qreal kGroundWidth = 520;
constexpr qreal kGroundHeight = 300;
constexpr qreal kAxis = 282;
constexpr qreal kTop = 16;
constexpr qreal kFall = 18;
constexpr int kArtShare = 38;

QPainterPath courseLine() {
    QPainterPath line(QPointF(0, 46));
    for (const DrawnDose& dose : kCourse) {
        line.quadTo(QPointF(dose.x - 12, dose.before + 3), QPointF(dose.x, dose.before));
        line.cubicTo(QPointF(dose.x + 3, dose.before + 30), QPointF(dose.x + 5, dose.after - 3),
                     QPointF(dose.x + kFall, dose.after));
    }
    line.quadTo(QPointF(480, 213), QPointF(kGroundWidth, 208));
    return line;
}

void paintWindows(QPainter& painter, const Theme& theme) {
    for (const DrawnDose& dose : kCourse) {
        const bool isPlanned = dose.x == kCourse.back().x;
        const QRectF window(dose.x + 9, kTop, kFall, kAxis - kTop);
        QColor edge = theme.color(Token::RailMark);
        edge.setAlphaF(0.5F);
        painter.setPen(isPlanned ? QPen(edge, 1, Qt::DashLine) : QPen(Qt::NoPen));
        painter.setBrush(theme.color(Token::RailSel));
        painter.drawRoundedRect(window, 2, 2);
        QColor stem = theme.color(Token::RailText);
        stem.setAlphaF(0.35F);
        painter.setPen(QPen(stem, 1));
        painter.drawLine(QPointF(dose.x, kTop), QPointF(dose.x, kAxis));
    }
}

void paintCourse(QPainter& painter, const Theme& theme) {
    paintWindows(painter, theme);
    QColor axis = theme.color(Token::RailText);
    axis.setAlphaF(0.5F);
    painter.setPen(QPen(axis, 1));
    painter.drawLine(QPointF(0, kAxis), QPointF(kGroundWidth, kAxis));
    for (qreal x = 40; x < kGroundWidth; x += 49) {
        painter.drawLine(QPointF(x, kAxis), QPointF(x, kAxis + 6));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Token::RailText), 2.5));
    painter.drawPath(courseLine());
    const QColor ground = theme.color(Token::Rail);
    for (const DrawnDose& dose : kCourse) {
        const auto fill = dose.x == kCourse.back().x ? GlyphFill::Outlined : GlyphFill::Filled;
        paintMarker(painter, markerPath(Marker::TriangleDown, QPointF(dose.x, 6), 13), fill,
                    theme.color(Token::RailText), ground);
        paintMarker(painter, markerPath(Marker::Diamond, QPointF(dose.x + kFall, dose.after), 14), fill,
                    theme.color(Token::RailMark), ground);
    }
}

} // namespace

FrontArt::FrontArt(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(40), px(36), px(24), px(36));
    column->setSpacing(px(8));
    auto* name = new TextLabel(QStringLiteral("Kairos"), TextRole::Welcome, Token::RailText, this);
    name->setContentsMargins(px(46), 0, 0, 0);
    column->addWidget(name);
    column->addStretch(1);
    auto* promise = makeWrapped(tr("Medicine and therapy,\nplanned as one course."), TextRole::Section,
                                Token::RailText, this);
    column->addWidget(promise);
    column->addSpacing(px(6));
    column->addWidget(
        makeWrapped(tr("Version %1. Opens no network connection.").arg(QStringLiteral(KAIROS_VERSION)),
                    TextRole::Caption, Token::RailText, this));
    setMinimumWidth(px(240));
}

void FrontArt::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    const Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Rail));
    painter.setRenderHint(QPainter::Antialiasing);
    const int side = px(34);
    paintIcon(painter, Icon::Mark, QRectF(px(40), px(36), side, side), theme.color(Token::RailText));
    const qreal scale = width() / kGroundWidth;
    painter.translate(0, (height() - kGroundHeight * scale) * 0.46);
    painter.scale(scale, scale);
    paintCourse(painter, theme);
}

QWidget* makeFrontPage(QWidget* content, QWidget* parent) {
    auto* page = new QWidget(parent);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(new FrontArt(page), kArtShare);
    auto* scroll = new QScrollArea(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* ground = new QWidget(scroll);
    scroll->setWidget(ground); // While it is empty: a full one is measured here, and again when it is shown.
    auto* column = new QVBoxLayout(ground);
    column->setContentsMargins(px(24), px(24), px(24), px(24));
    column->addStretch(1);
    column->addWidget(content, 0, Qt::AlignHCenter);
    column->addStretch(1);
    row->addWidget(scroll, 100 - kArtShare);
    return page;
}

} // namespace kairos::ui
