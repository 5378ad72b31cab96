// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include "tests/ui/charts/bare_chart.h"

#include "ui/charts/session_curve_view.h"
#include "ui/charts/thinning.h"

#include <QImage>
#include <QPainter>

#include <cstdio>

namespace kairos::bench {
namespace {

constexpr int kRuns = 15;
constexpr int kSeconds = 4 * 3600;
constexpr QSize kSize(620, 360); ///< as the sheet has room for at 1366 x 768
constexpr double kFrameMs = 16;

ui::SessionCurve fourHours() {
    ui::SessionCurve curve;
    unsigned state = 20261102;
    for (int second = 0; second < kSeconds; ++second) {
        state = state * 1664525U + 1013904223U;
        const int noise = static_cast<int>(state >> 28U);
        curve.points.append(
            {second / 60.0, 120 + second % 40 + noise, 70 + noise, 60 + noise, 92 + noise / 2});
    }
    curve.limits = {{180, QStringLiteral("stop 180"), ui::LimitLevel::Stop},
                    {160, QStringLiteral("caution 160"), ui::LimitLevel::Caution}};
    curve.infusionEnd = 40;
    curve.now = kSeconds / 60.0;
    return curve;
}

/// The four strands one behind the other, each with the points that the pixels of the sheet can show.
ui::TrendChartModel thinned(const ui::SessionCurve& curve) {
    ui::TrendChartModel model;
    const auto add = [&](auto part) {
        QList<QPointF> pixels;
        for (const ui::CurvePoint& point : curve.points) {
            pixels.append(QPointF(point.minute * kSize.width() / curve.points.last().minute, *part(point)));
        }
        for (const QPointF& kept : ui::thinnedLine(pixels)) {
            ui::ChartPoint point;
            point.x = kept.x();
            point.y = kept.y();
            model.points.append(point);
        }
    };
    add([](const ui::CurvePoint& point) { return point.systolic; });
    add([](const ui::CurvePoint& point) { return point.diastolic; });
    add([](const ui::CurvePoint& point) { return point.pulse; });
    add([](const ui::CurvePoint& point) { return point.spo2; });
    return model;
}

} // namespace

int benchSessionCurve() {
    const ui::SessionCurve curve = fourHours();
    const ui::TrendChartModel bare = thinned(curve);
    ui::SessionCurveView view;
    view.resize(kSize);
    view.setCurve(curve);
    QImage image(kSize, QImage::Format_ARGB32_Premultiplied);
    const auto pair = measure(
        kRuns, [&] { view.render(&image); },
        [&] {
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            testing::paintBareChart(painter, QRectF(QPointF(0, 0), QSizeF(kSize)), bare);
        });
    const double beyond = (pair.ours - pair.bare) / 1000.0;
    std::printf("%-52s %10.0f us %10.0f us  %+5.1f ms  goal +%.0f ms  %s\n",
                "draw a dose of 4 h, a reading a second / bare Qt Charts", pair.ours, pair.bare, beyond,
                kFrameMs, beyond < kFrameMs ? "held" : "MISSED");
    std::fflush(stdout);
    return beyond < kFrameMs ? 0 : 1;
}

} // namespace kairos::bench
