// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/clock_strip.h"

#include "ui/shared/formats.h"
#include "ui/shared/glyphs.h"
#include "ui/shared/paint_controls.h"
#include "ui/shared/type_scale.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <array>

namespace kairos::ui {
namespace {

constexpr double kScaleHours = 96;
constexpr std::array kTicks{0, 24, 48, 72, 96};
constexpr int kRow = 29;
constexpr int kHead = 24;
constexpr int kSide = 14;
constexpr int kNames = 200;
constexpr int kWords = 176;

bool isHeldInside(const workflow::IntegrationClock& clock) {
    return clock.held && clock.windowFrom && clock.windowTo && *clock.held >= *clock.windowFrom &&
           *clock.held <= *clock.windowTo;
}

Token inkOf(const workflow::IntegrationClock& clock) {
    if (clock.held) {
        return isHeldInside(clock) ? Token::Ok : Token::Caution;
    }
    if (clock.windowTo && *clock.windowTo - clock.hoursSince < 24) {
        return clock.hoursSince > *clock.windowTo ? Token::Stop : Token::Caution;
    }
    return Token::Text2;
}

QString duration(double hours) {
    return durationText(static_cast<qint64>(qMax(0.0, hours) * 3'600'000.0));
}

} // namespace

QString clockWords(const workflow::IntegrationClock& clock) {
    if (clock.held) {
        const QString at = ClockStrip::tr("held at %1 h").arg(qRound(*clock.held));
        return !clock.windowTo || isHeldInside(clock) ? at : ClockStrip::tr("%1, outside").arg(at);
    }
    if (!clock.windowTo || !clock.windowFrom) {
        return ClockStrip::tr("no open day fits");
    }
    if (clock.hoursSince > *clock.windowTo) {
        return ClockStrip::tr("%1 late").arg(duration(clock.hoursSince - *clock.windowTo));
    }
    if (clock.hoursSince < *clock.windowFrom) {
        return ClockStrip::tr("opens in %1").arg(duration(*clock.windowFrom - clock.hoursSince));
    }
    return ClockStrip::tr("%1 left").arg(duration(*clock.windowTo - clock.hoursSince));
}

QString clockSentence(const workflow::IntegrationClock& clock) {
    QString words = ClockStrip::tr("%1, dose %2, %3 h ago: %4")
                        .arg(clock.patient.displayName())
                        .arg(clock.dose)
                        .arg(qRound(clock.hoursSince))
                        .arg(clockWords(clock));
    if (clock.booked) {
        words += ClockStrip::tr(", booked at %1 h").arg(qRound(*clock.booked));
    }
    return words;
}

ClockStrip::ClockStrip(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Integration windows, hours since the dose"));
}

void ClockStrip::setClocks(QList<workflow::IntegrationClock> clocks) {
    m_clocks = std::move(clocks);
    setCurrent(m_current);
    updateGeometry();
    update();
}

QSize ClockStrip::sizeHint() const {
    return {px(640), px(kHead) + static_cast<int>(m_clocks.size()) * px(kRow) + px(6)};
}

QSize ClockStrip::minimumSizeHint() const {
    return {px(480), sizeHint().height()};
}

QRect ClockStrip::rowRect(int index) const {
    return {0, px(kHead) + index * px(kRow), width(), px(kRow)};
}

qreal ClockStrip::xOf(double hours) const {
    const qreal left = px(kNames);
    const qreal right = width() - px(kWords);
    return left + (right - left) * qBound(0.0, hours / kScaleHours, 1.0);
}

void ClockStrip::setCurrent(int index) {
    m_current = m_clocks.isEmpty() ? 0 : qBound(0, index, static_cast<int>(m_clocks.size()) - 1);
    setAccessibleDescription(m_clocks.isEmpty() ? QString() : clockSentence(m_clocks.at(m_current)));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    update();
}

void ClockStrip::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintScale(painter);
    for (int i = 0; i < m_clocks.size(); ++i) {
        paintClock(painter, i);
    }
    if (hasFocus() && !m_clocks.isEmpty()) {
        paintInnerFocus(painter, themeOf(*this), rowRect(m_current).adjusted(px(2), 0, -px(2), 0));
    }
}

void ClockStrip::paintScale(QPainter& painter) const {
    const Theme& theme = themeOf(*this);
    painter.setFont(fontFor(TextRole::Caption));
    for (const int hours : kTicks) {
        const int x = qRound(xOf(hours));
        painter.fillRect(QRect(x, px(kHead) - px(4), 1, height() - px(kHead)), theme.color(Token::Line));
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(QRect(x - px(30), 0, px(60), px(kHead) - px(4)), Qt::AlignCenter,
                         tr("%1 h").arg(hours));
    }
}

void ClockStrip::paintClock(QPainter& painter, int index) const {
    const Theme& theme = themeOf(*this);
    const workflow::IntegrationClock& clock = m_clocks.at(index);
    const QRect row = rowRect(index);
    const qreal middle = row.center().y() + 0.5;
    painter.setFont(fontFor(TextRole::Strong));
    painter.setPen(theme.color(Token::Text));
    const int names = px(kNames) - px(kSide) - px(70);
    painter.drawText(QRect(px(kSide), row.top(), names, row.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(clock.patient.familyName, Qt::ElideRight, names));
    painter.setFont(fontFor(TextRole::Caption));
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(QRect(px(kNames) - px(76), row.top(), px(62), row.height()),
                     Qt::AlignVCenter | Qt::AlignRight, tr("dose %1").arg(clock.dose));
    if (clock.windowFrom && clock.windowTo) {
        const QRectF window(QPointF(xOf(*clock.windowFrom), middle - px(9)),
                            QPointF(xOf(*clock.windowTo), middle + px(9)));
        const bool isSettled = clock.booked || clock.held;
        painter.setPen(QPen(theme.color(Token::Accent), 1.2, isSettled ? Qt::SolidLine : Qt::DashLine));
        painter.setBrush(theme.color(Token::AccentSoft));
        painter.drawRoundedRect(window, 3, 3);
    }
    const double reached = clock.held ? *clock.held : clock.hoursSince;
    painter.setPen(QPen(theme.color(Token::Accent), px(4), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(xOf(0), middle), QPointF(xOf(reached), middle));
    if (!clock.held) {
        painter.setPen(QPen(theme.color(Token::Accent), px(2)));
        painter.drawLine(QPointF(xOf(reached), middle - px(11)), QPointF(xOf(reached), middle + px(11)));
    }
    if (clock.held || clock.booked) {
        const auto path =
            markerPath(Marker::Diamond, {xOf(clock.held ? *clock.held : *clock.booked), middle}, pxF(12));
        paintMarker(painter, path, clock.held ? GlyphFill::Filled : GlyphFill::Outlined,
                    theme.series(4).color, theme.color(Token::Surface));
    }
    painter.setFont(fontFor(TextRole::Strong));
    painter.setPen(theme.color(inkOf(clock)));
    const int words = px(kWords) - px(20) - px(kSide);
    painter.drawText(QRect(width() - px(kWords) + px(20), row.top(), words, row.height()),
                     Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(clockWords(clock), Qt::ElideRight, words));
}

void ClockStrip::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Up:
        setCurrent(m_current - 1);
        return;
    case Qt::Key_Down:
        setCurrent(m_current + 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_clocks.isEmpty()) {
            Q_EMIT clockOpened(m_current);
        }
        return;
    default: // Everything else is the page's.
        QWidget::keyPressEvent(event);
    }
}

void ClockStrip::mouseReleaseEvent(QMouseEvent* event) {
    for (int i = 0; i < m_clocks.size(); ++i) {
        if (rowRect(i).contains(event->pos())) {
            setCurrent(i);
            Q_EMIT clockOpened(i);
            return;
        }
    }
}

void ClockStrip::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    setCurrent(m_current);
}

} // namespace kairos::ui
