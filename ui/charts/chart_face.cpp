// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_face.h"

#include "ui/shared/type_scale.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace kairos::ui {
namespace {

constexpr qreal kFacePaperDpi = 96.0;
constexpr qreal kFacePointsPerInch = 72.0;
constexpr qreal kScreenLabelPoints = 9.0;

QFont pixelFont(qreal points, QFont::Weight weight) {
    QFont font = QApplication::font();
    font.setPixelSize(std::max(1, qRound(points * kFacePaperDpi / kFacePointsPerInch)));
    font.setWeight(weight);
    return font;
}

} // namespace

ChartFace screenFace() {
    return ChartFace{fontFor(TextRole::Section), fontFor(TextRole::Caption), fontFor(TextRole::CaptionStrong),
                     pxF(1.0)};
}

ChartFace paperFace(qreal labelPoints) {
    return ChartFace{pixelFont(labelPoints + 2, QFont::DemiBold), pixelFont(labelPoints, QFont::Normal),
                     pixelFont(labelPoints, QFont::DemiBold), labelPoints / kScreenLabelPoints};
}

PaperScope::PaperScope(QPainter& painter, const PaperPlace& place) : m_painter(painter) {
    const qreal scale = place.unitsPerInch / kFacePaperDpi;
    m_painter.save();
    m_painter.translate(place.rect.topLeft());
    m_painter.scale(scale, scale);
    m_rect = QRectF(QPointF(0, 0), place.rect.size() / scale);
}

PaperScope::~PaperScope() {
    m_painter.restore();
}

} // namespace kairos::ui
