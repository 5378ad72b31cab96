// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/band_strip.h"

#include "ui/shared/formats.h"
#include "ui/shared/theme.h"
#include "ui/shared/type_scale.h"

#include <QPainter>

#include <algorithm>

namespace kairos::ui {
namespace {

constexpr int kMarkRow = 20;
constexpr int kBand = 16;
constexpr int kTickRow = 18;

} // namespace

BandStrip::BandStrip(const scales::Instrument& instrument, QWidget* parent)
    : QWidget(parent), m_instrument(instrument) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void BandStrip::setTotal(std::optional<double> total) {
    m_total = total;
    describe();
    update();
}

void BandStrip::setMarks(const QList<StripMark>& marks) {
    m_marks = marks;
    describe();
    update();
}

QSize BandStrip::sizeHint() const {
    return {px(240), px(kMarkRow + kBand + kTickRow)};
}

QSize BandStrip::minimumSizeHint() const {
    return {px(120), sizeHint().height()};
}

void BandStrip::describe() {
    QStringList parts;
    if (m_total) {
        parts.append(tr("total %1").arg(shortNumberText(*m_total, 1)));
    }
    for (const StripMark& mark : m_marks) {
        parts.append(mark.word);
    }
    setAccessibleName(tr("Range %1 to %2")
                          .arg(shortNumberText(m_instrument.scoring.low, 1),
                               shortNumberText(m_instrument.scoring.high, 1)));
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
}

qreal BandStrip::mapX(double total) const {
    const double low = m_instrument.scoring.low;
    const double high = m_instrument.scoring.high;
    const double share = high > low ? std::clamp((total - low) / (high - low), 0.0, 1.0) : 0.0;
    return 1 + share * (width() - 3);
}

void BandStrip::paintBands(QPainter& painter) const {
    const Theme& theme = themeOf(*this);
    const QRectF strip(1, px(kMarkRow), width() - 3, px(kBand));
    painter.fillRect(strip, theme.color(Token::Surface));
    painter.setFont(fontFor(TextRole::Caption));
    const QFontMetricsF metrics(painter.font());
    qreal free = -1; // right end of the last tick label
    const auto label = [&](double total, qreal x) {
        const QString text = shortNumberText(total, 1);
        const qreal wide = metrics.horizontalAdvance(text);
        const qreal left = std::clamp(x - wide / 2, 0.0, width() - wide);
        if (left > free) {
            painter.setPen(theme.color(Token::Text2));
            painter.drawText(QPointF(left, px(kMarkRow + kBand) + metrics.ascent() + 2), text);
            free = left + wide + px(4);
        }
    };
    label(m_instrument.scoring.low, mapX(m_instrument.scoring.low));
    for (const scales::Band& band : m_instrument.bands) {
        const qreal left = mapX(band.low);
        painter.fillRect(QRectF(left, strip.top(), strip.right() - left, strip.height()),
                         theme.band(std::clamp(band.step, 0, kBandCount - 1)));
        painter.fillRect(QRectF(left, strip.top(), 1, strip.height()), theme.color(Token::LineStrong));
        label(band.low, left);
    }
    label(m_instrument.scoring.high, mapX(m_instrument.scoring.high));
    painter.setPen(QPen(theme.color(Token::LineStrong), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(strip.adjusted(0, 0, 0, -1));
}

void BandStrip::paintMarks(QPainter& painter) const {
    const Theme& theme = themeOf(*this);
    painter.setFont(fontFor(TextRole::Caption));
    const QFontMetricsF metrics(painter.font());
    QList<QPair<qreal, qreal>> taken;
    if (m_total) {
        taken.append({mapX(*m_total) - px(8), mapX(*m_total) + px(8)});
    }
    for (const StripMark& mark : m_marks) {
        const qreal x = mapX(mark.total);
        painter.setPen(QPen(theme.color(Token::Text), 2, Qt::DotLine));
        painter.drawLine(QPointF(x, px(kMarkRow) + 2), QPointF(x, px(kMarkRow + kBand) - 2));
        const qreal wide = metrics.horizontalAdvance(mark.word);
        // Beside the pointer where the place above the mark is taken.
        qreal left = std::clamp(x - wide / 2, 0.0, width() - wide);
        for (const auto& span : taken) {
            if (left < span.second && left + wide > span.first) {
                const bool fitsRight = span.second + wide <= width();
                left = x >= (span.first + span.second) / 2 && fitsRight ? span.second : span.first - wide;
            }
        }
        const bool isFree = left >= 0 && left + wide <= width() + 1 &&
                            std::none_of(taken.begin(), taken.end(), [&](const QPair<qreal, qreal>& span) {
                                return left < span.second - 0.5 && left + wide > span.first + 0.5;
                            });
        if (isFree) {
            painter.setPen(theme.color(Token::Text2));
            painter.drawText(QPointF(left, px(kMarkRow) - px(6)), mark.word);
            taken.append({left - px(12), left + wide + px(12)});
        }
    }
}

void BandStrip::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintBands(painter);
    paintMarks(painter);
    if (m_total) {
        const QColor ink = themeOf(*this).color(Token::Text);
        const qreal x = mapX(*m_total);
        painter.fillRect(QRectF(x - 1, px(kMarkRow), 3, px(kBand)), ink);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        const qreal half = pxF(6);
        const qreal top = px(kMarkRow) - pxF(10);
        painter.drawPolygon(
            QPolygonF({{x + 0.5 - half, top}, {x + 0.5 + half, top}, {x + 0.5, top + pxF(8)}}));
    }
}

} // namespace kairos::ui
