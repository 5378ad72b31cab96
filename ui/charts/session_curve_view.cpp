// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/session_curve_view.h"

#include "ui/charts/session_curve_painter.h"

#include "ui/shared/type_scale.h"

#include <QAccessible>
#include <QPainter>

namespace kairos::ui {

SessionCurveView::SessionCurveView(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Blood pressure and heart rate of this dose"));
}

void SessionCurveView::setCurve(const SessionCurve& curve) {
    if (curve == m_curve) {
        return;
    }
    m_curve = curve;
    setAccessibleDescription(m_curve.lastInWords());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    update();
}

void SessionCurveView::setPreview(const std::optional<CurvePoint>& preview) {
    if (preview != m_curve.preview) {
        m_curve.preview = preview;
        update();
    }
}

void SessionCurveView::setNow(std::optional<double> minute) {
    if (minute != m_curve.now) {
        m_curve.now = minute;
        update();
    }
}

QSize SessionCurveView::sizeHint() const {
    return {px(760), px(320)};
}

QSize SessionCurveView::minimumSizeHint() const {
    return {px(300), px(180)};
}

void SessionCurveView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ChartFace face = screenFace();
    SessionCurvePainter(m_curve, themeOf(*this), face).paint(painter, rect());
}

} // namespace kairos::ui
