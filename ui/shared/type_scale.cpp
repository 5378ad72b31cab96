// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/type_scale.h"

#include <QApplication>

namespace kairos::ui {
namespace {

constexpr qreal kBasePoints = 10.0;

qreal scale() {
    const qreal points = QApplication::font().pointSizeF();
    return points > 0 ? points / kBasePoints : 1.0;
}

struct ScaleSize {
    qreal points;
    QFont::Weight weight;
};

ScaleSize sizeOf(TextRole role) {
    switch (role) {
    case TextRole::PageTitle:
        return {17, QFont::DemiBold};
    case TextRole::PatientName:
        return {15, QFont::DemiBold};
    case TextRole::HeaderValue:
        return {10.5, QFont::DemiBold};
    case TextRole::Section:
        return {11, QFont::DemiBold};
    case TextRole::Body:
        return {10, QFont::Normal};
    case TextRole::Strong:
        return {10, QFont::DemiBold};
    case TextRole::Caption:
        return {9, QFont::Normal};
    case TextRole::CaptionStrong:
        return {9, QFont::DemiBold};
    case TextRole::Figure:
        return {18, QFont::DemiBold};
    case TextRole::Total:
        return {34, QFont::DemiBold};
    case TextRole::Reading:
        return {13, QFont::Normal};
    case TextRole::Welcome:
        return {21, QFont::DemiBold};
    }
    return {10, QFont::Normal};
}

QFont sized(ScaleSize size) {
    QFont font = QApplication::font();
    font.setPointSizeF(size.points * scale());
    font.setWeight(size.weight);
    return font;
}

} // namespace

QFont fontFor(TextRole role) {
    return sized(sizeOf(role));
}

QFont strongFont(qreal points) {
    return sized({points, QFont::DemiBold});
}

int px(qreal length) {
    return qRound(pxF(length));
}

qreal pxF(qreal length) {
    return length * scale();
}

} // namespace kairos::ui
