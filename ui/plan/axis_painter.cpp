// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/axis_painter.h"

#include "ui/plan/plan_words.h"

#include "ui/shared/formats.h"
#include "ui/shared/glyphs.h"
#include "ui/shared/icons.h"
#include "ui/shared/type_scale.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace kairos::ui {
namespace {

constexpr int kOverview = 58;
constexpr int kHead = 30;
constexpr int kNames = 158;
constexpr int kMostNames = 230;
constexpr int kMarkSide = 14;
constexpr int kMarkGlyph = 13;

QColor inkOf(const Theme& theme, AxisLane lane) {
    switch (lane) {
    case AxisLane::Dosing:
        return theme.color(Token::Text);
    case AxisLane::Integration:
        return theme.series(4).color;
    case AxisLane::Therapy:
        return theme.series(3).color;
    case AxisLane::Ratings:
        return theme.series(1).color;
    case AxisLane::Care:
        return theme.color(Token::Accent);
    }
    return theme.color(Token::Text);
}

/// The colours of a bar by how its step stands.
struct BarLook {
    Token fill = Token::Surface;
    Token edge = Token::LineStrong;
    Qt::PenStyle line = Qt::DashLine;
};

BarLook lookOf(const AxisItem& item) {
    if (item.mark == AxisMark::Late) {
        return {Token::CautionSoft, Token::CautionMark, Qt::SolidLine};
    }
    if (item.mark == AxisMark::Blocked) {
        return {Token::StopSoft, Token::Stop, Qt::SolidLine};
    }
    if (item.isHeld) {
        return {Token::OkSoft, Token::Ok, Qt::SolidLine};
    }
    if (item.isBooked || item.mark == AxisMark::Due) {
        return {Token::AccentSoft, Token::Accent, item.isBooked ? Qt::SolidLine : Qt::DashLine};
    }
    return {};
}

void paintBar(QPainter& painter, const AxisPicture& picture, const AxisItem& item, const PlacedItem& placed) {
    const BarLook look = lookOf(item);
    QPen pen(picture.theme.color(look.edge), 1);
    pen.setStyle(look.line);
    painter.setPen(pen);
    painter.setBrush(picture.theme.color(look.fill));
    painter.drawRoundedRect(placed.bar, 3, 3);
    if (item.target) {
        const qreal x = picture.detail.xOf(*item.target);
        painter.setPen(QPen(picture.theme.color(look.edge), 1.6));
        painter.drawLine(QPointF(x, placed.bar.top() + 1), QPointF(x, placed.bar.bottom() - 1));
    }
}

void paintGlyph(QPainter& painter, const AxisPicture& picture, const AxisItem& item, const QPointF& at) {
    const auto marker = laneMarker(item.lane);
    const QColor ink = picture.theme.color(Token::Ok);
    if (!marker) {
        // A care step has no glyph of its own: its tick is the target, and done is a sign.
        if (item.isHeld) {
            const qreal side = pxF(15);
            paintIcon(painter, Icon::Done, QRectF(at.x() - side / 2, at.y() - side / 2, side, side), ink);
        }
        return;
    }
    const QColor color = item.isWaived ? picture.theme.color(Token::Text3) : inkOf(picture.theme, item.lane);
    paintMarker(painter, markerPath(*marker, at, pxF(kMarkGlyph)),
                item.isHeld ? GlyphFill::Filled : GlyphFill::Outlined, color,
                picture.theme.color(Token::Surface));
    if (item.mark == AxisMark::Missed) {
        // Struck through: it was to be here and is no more.
        const qreal reach = pxF(kMarkGlyph) / 2 + pxF(2);
        painter.setPen(QPen(picture.theme.color(Token::Caution), 1.8));
        painter.drawLine(QPointF(at.x() - reach, at.y() + reach), QPointF(at.x() + reach, at.y() - reach));
    }
}

void paintLabel(QPainter& painter, const AxisPicture& picture, const PlacedItem& placed) {
    if (placed.text.isEmpty()) {
        return;
    }
    const AxisItem& item = picture.items.at(placed.index);
    const bool isLate = item.mark == AxisMark::Late;
    const bool isMarked = isLate || item.mark == AxisMark::Blocked;
    QRectF room = placed.label;
    const qreal now = picture.detail.xOf(picture.now);
    if (now > room.left() - 1 && now < room.right() + 1 && !placed.bar.intersects(room)) {
        // Words are not struck through by the line of today.
        painter.fillRect(room.adjusted(-pxF(2), 0, pxF(2), 0), picture.theme.color(Token::Surface));
    }
    const QColor ink = picture.theme.color(isLate        ? Token::Caution
                                           : isMarked    ? Token::Stop
                                           : item.isHeld ? Token::Text2
                                                         : Token::Text);
    if (isMarked) {
        const qreal side = labelSignSide();
        paintIcon(painter, isLate ? Icon::Caution : Icon::Blocked,
                  QRectF(room.left(), room.center().y() - side / 2, side, side), ink);
        room.setLeft(room.left() + side + pxF(4));
    }
    painter.setFont(fontFor(isMarked ? TextRole::CaptionStrong : TextRole::Caption));
    painter.setPen(ink);
    painter.drawText(room.adjusted(0, -2, 2, 2), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
                     placed.text);
}

/// Elbows from the steps in view that the step at hand waits for.
void paintWaits(QPainter& painter, const AxisPicture& picture, const AxisLayout& layout) {
    const PlacedItem* current = nullptr;
    for (const PlacedItem& placed : layout.items) {
        current = placed.index == picture.current ? &placed : current;
    }
    if (current == nullptr) {
        return;
    }
    const QStringList& waits = picture.items.at(current->index).waitsFor;
    painter.setPen(QPen(picture.theme.color(Token::LineStrong), 1.3));
    painter.setBrush(Qt::NoBrush);
    const qreal left = current->bar.isNull() ? current->glyph.x() - pxF(9) : current->bar.left();
    for (const PlacedItem& placed : layout.items) {
        if (!waits.contains(picture.items.at(placed.index).key)) {
            continue;
        }
        const qreal right = placed.bar.isNull() ? placed.glyph.x() + pxF(9) : placed.bar.right();
        const qreal knee = qMax(right + pxF(5), left - pxF(10));
        QPainterPath path(QPointF(right, placed.glyph.y()));
        path.lineTo(knee, placed.glyph.y());
        path.lineTo(knee, current->glyph.y());
        path.lineTo(left, current->glyph.y());
        const qreal head = left >= knee ? -pxF(4) : pxF(4);
        path.moveTo(left + head, current->glyph.y() - pxF(4));
        path.lineTo(left, current->glyph.y());
        path.lineTo(left + head, current->glyph.y() + pxF(4));
        painter.drawPath(path);
    }
}

void paintWeeks(QPainter& painter, const AxisPicture& picture, const AxisLayout& layout) {
    const Theme& theme = picture.theme;
    const int top = overviewHeight() + axisHeadHeight();
    painter.setFont(fontFor(TextRole::Caption));
    // On a long course not every Monday has room for its date.
    const qreal week = picture.detail.width * 7 / picture.detail.days;
    const int every = qMax(1, static_cast<int>(pxF(64) / week) + (week < pxF(64) ? 1 : 0));
    QDate monday = picture.detail.start.addDays(1 - picture.detail.start.dayOfWeek());
    for (int i = 0; picture.detail.xOf(monday) < picture.detail.right(); ++i, monday = monday.addDays(7)) {
        const qreal x = picture.detail.xOf(monday);
        const qreal saturday = picture.detail.xOf(monday.addDays(5));
        const QRectF weekend(
            QPointF(qMax(saturday, picture.detail.left), top),
            QPointF(qMin(picture.detail.xOf(monday.addDays(7)), picture.detail.right()), layout.bottom));
        if (week > pxF(40) && weekend.width() > 0) {
            painter.fillRect(weekend, theme.color(Token::Sunken));
        }
        if (x < picture.detail.left - 1 || i % every != 0) {
            continue;
        }
        painter.fillRect(QRectF(qRound(x), top - px(6), 1, layout.bottom - top + px(6)),
                         theme.color(Token::Line));
        const QString words = monday.day() <= 7 || i == 0
                                  ? QLocale().toString(monday, QStringLiteral("d MMM"))
                                  : QString::number(monday.day());
        const qreal room = painter.fontMetrics().horizontalAdvance(words);
        if (x + px(6) + room < picture.detail.right()) {
            painter.setPen(theme.color(Token::Text2));
            painter.drawText(QRectF(x + px(6), overviewHeight(), room + 4, axisHeadHeight() - px(2)),
                             Qt::AlignVCenter | Qt::AlignLeft, words);
        }
    }
}

void paintToday(QPainter& painter, const AxisPicture& picture, int bottom) {
    const qreal x = picture.detail.xOf(picture.now);
    if (x < picture.detail.left || x > picture.detail.right()) {
        return;
    }
    const Theme& theme = picture.theme;
    painter.fillRect(QRectF(x - 1, overviewHeight() + axisHeadHeight() - px(5), 2,
                            bottom - overviewHeight() - axisHeadHeight() + px(5)),
                     theme.color(Token::Accent));
    painter.setFont(fontFor(TextRole::CaptionStrong));
    const QString words =
        PlanWords::tr("today %1").arg(QLocale().toString(picture.now.date(), QStringLiteral("d MMM")));
    const qreal width = painter.fontMetrics().horizontalAdvance(words) + px(16);
    QRectF plate(x - width / 2, overviewHeight() + px(4), width, px(20));
    plate.moveLeft(qBound(picture.detail.left, plate.left(), picture.detail.right() - width));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::Accent));
    painter.drawRoundedRect(plate, 3, 3);
    painter.setPen(theme.color(Token::AccentText));
    painter.drawText(plate, Qt::AlignCenter, words);
}

void paintNames(QPainter& painter, const AxisPicture& picture, const AxisLayout& layout) {
    const Theme& theme = picture.theme;
    for (const PlacedStrand& strand : layout.strands) {
        painter.fillRect(QRect(0, strand.top, picture.size.width(), strand.height),
                         theme.color(Token::NeutralSoft));
        painter.setFont(fontFor(TextRole::CaptionStrong));
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(QRect(px(kMarkSide), strand.top, px(300), strand.height), Qt::AlignVCenter,
                         strand.title);
    }
    painter.setFont(fontFor(TextRole::Body));
    for (const PlacedLane& lane : layout.lanes) {
        painter.setPen(theme.color(Token::Text));
        const QRect room(px(kMarkSide), lane.top, axisNamesWidth() - px(kMarkSide) - px(6), lane.height);
        painter.drawText(room, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(laneText(lane.lane), Qt::ElideRight, room.width()));
        painter.fillRect(QRect(0, lane.top + lane.height - 1, picture.size.width(), 1),
                         theme.color(Token::Line));
    }
}

void paintCurrent(QPainter& painter, const AxisPicture& picture, const PlacedItem& placed) {
    const qreal half = pxF(11);
    QRectF ring(placed.glyph.x() - half, placed.glyph.y() - half, 2 * half, 2 * half);
    ring = placed.bar.isNull() ? ring : ring.united(placed.bar.adjusted(-3, -2, 3, 2));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(picture.theme.color(picture.hasFocus ? Token::Focus : Token::LineStrong),
                        picture.hasFocus ? 2 : 1));
    painter.drawRoundedRect(ring, 5, 5);
}

} // namespace

int overviewHeight() {
    return px(kOverview);
}

int axisHeadHeight() {
    return px(kHead);
}

int axisNamesWidth() {
    // As wide as the longest name asks for, within reason: some languages are longer than ours.
    const QFontMetrics metrics(fontFor(TextRole::Body));
    int widest = 0;
    for (int lane = 0; lane <= static_cast<int>(AxisLane::Ratings); ++lane) {
        widest = qMax(widest, metrics.horizontalAdvance(laneText(static_cast<AxisLane>(lane))));
    }
    return qBound(px(kNames), widest + px(kMarkSide) + px(10), px(kMostNames));
}

void paintOverview(QPainter& painter, const AxisPicture& picture) {
    const Theme& theme = picture.theme;
    painter.setFont(fontFor(TextRole::Body));
    painter.setPen(theme.color(Token::Text));
    painter.drawText(QRect(px(kMarkSide), 0, axisNamesWidth() - px(kMarkSide), overviewHeight()),
                     Qt::AlignVCenter, PlanWords::tr("Whole course"));
    const QRectF strip(picture.course.left, px(20), picture.course.width, px(28));
    painter.fillRect(strip, theme.color(Token::NeutralSoft));
    painter.setFont(fontFor(TextRole::Caption));
    painter.setPen(theme.color(Token::Text2));
    QDate month(picture.course.start.year(), picture.course.start.month(), 1);
    for (month = month.addMonths(1); picture.course.xOf(month) < picture.course.right();
         month = month.addMonths(1)) {
        const qreal x = picture.course.xOf(month);
        painter.fillRect(QRectF(qRound(x), strip.top(), 1, strip.height()), theme.color(Token::Line));
        if (x + px(40) < picture.course.right()) {
            painter.drawText(QRectF(x, 0, px(60), px(19)), Qt::AlignVCenter | Qt::AlignLeft,
                             QLocale().toString(month, QStringLiteral("MMM")));
        }
    }
    for (const AxisItem& item : picture.items) {
        const auto marker = laneMarker(item.lane);
        if (!marker || item.lane == AxisLane::Ratings || item.isWaived) {
            continue;
        }
        const qreal y = strip.top() + (item.lane == AxisLane::Dosing ? pxF(8) : pxF(20));
        paintMarker(painter, markerPath(*marker, {picture.course.xOf(*item.place()), y}, pxF(9)),
                    item.isHeld ? GlyphFill::Filled : GlyphFill::Outlined, inkOf(theme, item.lane),
                    theme.color(Token::Surface));
    }
    painter.fillRect(QRectF(picture.course.xOf(picture.now) - 1, strip.top() - 2, 2, strip.height() + 4),
                     theme.color(Token::Accent));
    const qreal from = picture.course.xOf(picture.detail.start);
    const qreal span = picture.course.width * picture.detail.days / picture.course.days;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Token::Accent), 2));
    painter.drawRoundedRect(QRectF(from, strip.top() - 2, span, strip.height() + 4), 3, 3);
    painter.fillRect(QRect(0, overviewHeight() - 1, picture.size.width(), 1), theme.color(Token::Line));
}

void paintDetail(QPainter& painter, const AxisPicture& picture, const AxisLayout& layout) {
    paintWeeks(painter, picture, layout);
    paintNames(painter, picture, layout);
    paintToday(painter, picture, layout.bottom);
    painter.save();
    painter.setClipRect(QRectF(picture.detail.left, 0, picture.detail.width + px(8), layout.bottom));
    for (const PlacedItem& placed : layout.items) {
        if (!placed.bar.isNull()) {
            paintBar(painter, picture, picture.items.at(placed.index), placed);
        }
    }
    paintWaits(painter, picture, layout);
    for (const PlacedItem& placed : layout.items) {
        paintGlyph(painter, picture, picture.items.at(placed.index), placed.glyph);
        paintLabel(painter, picture, placed);
        if (placed.index == picture.current) {
            paintCurrent(painter, picture, placed);
        }
    }
    painter.restore();
}

void paintGhosts(QPainter& painter, const AxisPicture& picture, const AxisLayout& layout) {
    if (picture.ghosts.isEmpty()) {
        return;
    }
    const QColor ink = picture.theme.color(Token::Accent);
    painter.save();
    painter.setClipRect(QRectF(picture.detail.left, 0, picture.detail.width + px(8), layout.bottom));
    for (const PlacedItem& placed : layout.items) {
        const AxisItem& item = picture.items.at(placed.index);
        const auto ghost = picture.ghosts.constFind(item.key);
        if (ghost == picture.ghosts.constEnd()) {
            continue;
        }
        const QPointF to(picture.detail.xOf(*ghost), placed.glyph.y());
        painter.setPen(QPen(ink, 1.4, Qt::DashLine));
        painter.drawLine(placed.glyph, to);
        const qreal side = pxF(kMarkGlyph) / 2 + pxF(3);
        const QRectF room(to.x() - side, to.y() - side, 2 * side, 2 * side);
        painter.setBrush(picture.theme.color(Token::AccentSoft));
        painter.drawRoundedRect(room, 4, 4);
        const auto marker = laneMarker(item.lane);
        if (marker) {
            paintMarker(painter, markerPath(*marker, to, pxF(kMarkGlyph)), GlyphFill::Outlined, ink,
                        picture.theme.color(Token::Surface));
        }
    }
    painter.restore();
}

} // namespace kairos::ui
