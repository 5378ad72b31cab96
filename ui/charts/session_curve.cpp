// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/session_curve.h"

#include "ui/charts/chart_words.h"

#include <QCoreApplication>

#include <cmath>

namespace kairos::ui {
namespace {

struct CurveWords {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::SessionCurve)
};

QString partText(const std::optional<int>& value) {
    return value ? QString::number(*value) : QStringLiteral("–");
}

} // namespace

QString pressureText(const CurvePoint& point) {
    return QStringLiteral("%1/%2").arg(partText(point.systolic), partText(point.diastolic));
}

std::optional<CurvePoint> SessionCurve::peak() const {
    std::optional<CurvePoint> highest;
    for (const CurvePoint& point : points) {
        if (point.systolic && (!highest || *point.systolic > *highest->systolic)) {
            highest = point;
        }
    }
    return highest;
}

QString SessionCurve::lastInWords() const {
    if (points.isEmpty()) {
        return {};
    }
    const CurvePoint& last = points.last();
    return CurveWords::tr("%1, heart rate %2 at %3 min")
        .arg(pressureText(last), partText(last.pulse),
             signedText(static_cast<int>(std::lround(last.minute))));
}

} // namespace kairos::ui
