// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/paper_view.h"

#include "ui/printing/paper_painter.h"
#include "ui/shared/theme.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace kairos::ui {
namespace {

constexpr int kPageGap = 16;
constexpr double kLeastZoom = 0.6;
constexpr double kMostZoom = 3.0;

} // namespace

PaperView::PaperView(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
}

void PaperView::setDocument(PaperPainter* document) {
    m_document = document;
    draw();
}

void PaperView::zoomBy(double factor) {
    m_zoom = std::clamp(m_zoom * factor, kLeastZoom, kMostZoom);
    draw();
}

void PaperView::draw() {
    m_pages.clear();
    if (m_document != nullptr) {
        const QSizeF points = pointsOf(m_document->paper());
        const double scale = m_zoom * devicePixelRatioF();
        const QSize pixels(static_cast<int>(std::ceil(points.width() * scale)),
                           static_cast<int>(std::ceil(points.height() * scale)));
        int count = 1;
        for (int page = 0; page < count; ++page) {
            QImage image(pixels, QImage::Format_RGB32);
            // The image's resolution is what makes a point a point for the painter.
            image.setDotsPerMeterX(static_cast<int>(std::lround(72 * scale / 0.0254)));
            image.setDotsPerMeterY(image.dotsPerMeterX());
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            count = m_document->pageCount(painter);
            m_document->paintPage(painter, page);
            painter.end();
            QPixmap pixmap = QPixmap::fromImage(image);
            pixmap.setDevicePixelRatio(devicePixelRatioF());
            m_pages.append(pixmap);
        }
        setAccessibleName(tr("%1, %n page(s)", nullptr, count).arg(m_document->title()));
    }
    updateGeometry();
    adjustSize();
    update();
}

QSize PaperView::sizeHint() const {
    int width = 0;
    int height = kPageGap;
    for (const QPixmap& page : m_pages) {
        const QSizeF size = page.deviceIndependentSize();
        width = std::max(width, static_cast<int>(size.width()));
        height += static_cast<int>(size.height()) + kPageGap;
    }
    return {width + 2 * kPageGap, height};
}

void PaperView::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    QPainter painter(this);
    const Theme& theme = themeOf(*this);
    painter.fillRect(rect(), theme.color(Token::Window));
    double top = kPageGap;
    for (const QPixmap& page : m_pages) {
        const QSizeF size = page.deviceIndependentSize();
        const QPointF at((width() - size.width()) / 2, top);
        painter.drawPixmap(at, page);
        painter.setPen(QPen(theme.color(Token::LineStrong), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(at, size));
        top += size.height() + kPageGap;
    }
}

} // namespace kairos::ui
