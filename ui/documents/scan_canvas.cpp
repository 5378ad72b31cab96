// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/scan_canvas.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace kairos::ui {
namespace {

constexpr double kStep = 1.25;
constexpr double kLeast = 0.05;
constexpr double kMost = 4;

} // namespace

/// The picture itself. Paper stays white in the dark theme: it is a picture, not a part of the program.
class ScanCanvas::Face final : public QWidget {
public:
    using QWidget::QWidget;

    void setPicture(const QImage& picture) { m_picture = picture; }
    [[nodiscard]] const QImage& picture() const { return m_picture; }

protected:
    void paintEvent(QPaintEvent* event) override {
        Q_UNUSED(event)
        QPainter painter(this);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(rect(), m_picture);
    }

private:
    QImage m_picture;
};

ScanCanvas::ScanCanvas(QWidget* parent) : QScrollArea(parent), m_face(new Face) {
    setWidget(m_face);
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    // The room of the bar is kept, so that fitting the width does not hide and show it in turn.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFocusPolicy(Qt::StrongFocus);
}

void ScanCanvas::setPicture(const QImage& picture) {
    m_face->setPicture(picture);
    layOut();
    m_face->update();
    verticalScrollBar()->setValue(0);
}

const QImage& ScanCanvas::picture() const {
    return m_face->picture();
}

double ScanCanvas::scale() const {
    const int width = picture().width();
    return m_fitsWidth && width > 0
               ? std::clamp(static_cast<double>(viewport()->width()) / width, kLeast, kMost)
               : m_scale;
}

void ScanCanvas::zoomBy(double factor) {
    m_scale = std::clamp(scale() * factor, kLeast, kMost);
    m_fitsWidth = false;
    layOut();
}

void ScanCanvas::larger() {
    zoomBy(kStep);
}

void ScanCanvas::smaller() {
    zoomBy(1 / kStep);
}

void ScanCanvas::fitWidth() {
    m_fitsWidth = true;
    layOut();
}

void ScanCanvas::layOut() {
    const QSizeF size = QSizeF(picture().size()) * scale();
    m_face->resize(static_cast<int>(std::floor(size.width())), static_cast<int>(std::ceil(size.height())));
}

void ScanCanvas::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    layOut();
}

} // namespace kairos::ui
