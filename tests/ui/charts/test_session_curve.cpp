// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/session_curve_geometry.h"
#include "ui/charts/session_curve_view.h"

#include "ui/shared/theme_manager.h"

#include "tests/ui/charts/elena.h"

#include <QApplication>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_session_curve {
using namespace kairos::ui;
using namespace kairos::testing;
using Catch::Approx;

namespace {

CurveGeometry laidOut(const SessionCurve& curve, QSizeF size = {800, 320}) {
    return layOutCurve(curve, screenFace(), QRectF(QPointF(0, 0), size));
}

} // namespace

TEST_CASE("The peak is the highest systolic, the first of equals", "[charts][curve]") {
    SessionCurve curve = elenaCurve();
    REQUIRE(curve.peak()->minute == 40);
    REQUIRE(pressureText(*curve.peak()) == QStringLiteral("158/96"));
    curve.points.append({150, 158, 90, 70});
    REQUIRE(curve.peak()->minute == 40);
    REQUIRE_FALSE(SessionCurve().peak().has_value());
}

TEST_CASE("The last reading is said, and what was not measured is a dash", "[charts][curve]") {
    REQUIRE(elenaCurve().lastInWords() == QStringLiteral("126/80, heart rate 72 at 120 min"));
    SessionCurve curve;
    curve.points = {{-15, 124, std::nullopt, std::nullopt}};
    REQUIRE(curve.lastInWords() == QStringLiteral("124/–, heart rate – at −15 min"));
    REQUIRE(SessionCurve().lastInWords().isEmpty());
}

TEST_CASE("The axis begins at 15 minutes before the dose and grows with late readings", "[charts][curve]") {
    SessionCurve curve = elenaCurve();
    REQUIRE(laidOut(curve).xFirst == -15);
    REQUIRE(laidOut(curve).xLast == 120);
    REQUIRE(laidOut(curve).ticks.first().label == QStringLiteral("−15"));
    REQUIRE(laidOut(curve).ticks.last().label == QStringLiteral("120 min"));
    curve.points.append({185, 120, 76, 70});
    REQUIRE(laidOut(curve).xLast == 185);
    curve.earlier.first().append({300, 210, 76, 70});
    REQUIRE(laidOut(curve).xLast == 185);
    REQUIRE(laidOut(curve).yHigh > 210);
}

TEST_CASE("Extreme values and the preview stay inside the plot", "[charts][curve]") {
    SessionCurve curve = elenaCurve();
    curve.points.append({130, 231, 41, 38});
    curve.preview = CurvePoint{140, 244, 50, 60};
    const CurveGeometry g = laidOut(curve);
    REQUIRE(g.yLow <= 38);
    REQUIRE(g.plot.contains(g.map(140, 244)));
    REQUIRE(g.mapY(g.yLow) == Approx(g.plot.bottom()));
}

TEST_CASE("Words of limits never cover each other or a neighbour's line", "[charts][curve]") {
    const SessionCurve curve = elenaCurve();
    const CurveGeometry g = laidOut(curve);
    REQUIRE(g.limits.size() == 3);
    for (qsizetype i = 0; i < g.limits.size(); ++i) {
        for (qsizetype j = i + 1; j < g.limits.size(); ++j) {
            REQUIRE_FALSE(g.limits.at(i).words.intersects(g.limits.at(j).words));
        }
    }
    // 154 lies just under 160: its words hang below its own line.
    REQUIRE(g.limits.at(2).words.top() >= g.mapY(154) - 0.5);
    REQUIRE(g.limits.at(1).words.bottom() <= g.mapY(160) + 0.5);
}

TEST_CASE("Minute labels and the legend keep apart at every width", "[charts][curve]") {
    for (const qreal width : {1200.0, 800.0, 500.0, 336.0, 300.0}) {
        const CurveGeometry g = laidOut(elenaCurve(), {width, 240});
        for (qsizetype i = 1; i < g.ticks.size(); ++i) {
            REQUIRE(g.ticks.at(i - 1).rect.right() < g.ticks.at(i).rect.left());
        }
        for (const CurveLegend& entry : g.legend) {
            REQUIRE(entry.rect.right() <= width + 0.5);
            REQUIRE(entry.rect.bottom() <= g.plot.top());
        }
        REQUIRE(g.infusionWord.bottom() <= g.plot.top());
        REQUIRE(g.infusionWord.top() >= g.legend.last().rect.bottom() - 1);
    }
}

TEST_CASE("The curve tells a screen reader its last reading and draws its preview", "[charts][curve]") {
    SessionCurveView view;
    view.resize(800, 320);
    view.setCurve(elenaCurve());
    REQUIRE(view.accessibleDescription() == QStringLiteral("126/80, heart rate 72 at 120 min"));
    const QImage before = view.grab().toImage();
    view.setPreview(CurvePoint{75, 170, 100, 110});
    const QImage with = view.grab().toImage();
    REQUIRE(with != before);
    view.setPreview(std::nullopt);
    REQUIRE(view.grab().toImage() == before);
    view.setNow(30.6);
    REQUIRE(view.grab().toImage() != before);
}

TEST_CASE("Oxygen and the marks of what happened stand in the legend, each once", "[charts][curve]") {
    using Kind = CurveLegend::Kind;
    const auto kinds = [](const SessionCurve& curve) {
        QList<Kind> found;
        for (const CurveLegend& entry : laidOut(curve).legend) {
            found.append(entry.kind);
        }
        return found;
    };
    SessionCurve curve;
    curve.points = {{0, 124, 78, 70, 97}, {10, 140, 84, 76, 96}};
    REQUIRE(kinds(curve) == QList<Kind>{Kind::Systolic, Kind::Diastolic, Kind::Pulse, Kind::Oxygen});
    curve.points = {{0, 124, 78, 70}};
    curve.events = {{5, QStringLiteral("a"), CurveMark::Event},
                    {6, QStringLiteral("b"), CurveMark::Rescue},
                    {7, QStringLiteral("c"), CurveMark::Dose},
                    {8, QStringLiteral("d"), CurveMark::Dose}};
    REQUIRE(kinds(curve) ==
            QList<Kind>{Kind::Systolic, Kind::Diastolic, Kind::Pulse, Kind::Dose, Kind::Rescue});
}

TEST_CASE("A caution and a stop are bands, whatever the colour of their lines", "[charts][curve]") {
    ThemeManager themes(*qApp, ThemeId::Light);
    SessionCurveView view;
    view.resize(800, 320);
    SessionCurve curve;
    curve.limits = {{180, QStringLiteral("stop 180"), LimitLevel::Stop},
                    {160, QStringLiteral("caution 160"), LimitLevel::Caution}};
    view.setCurve(curve);
    const CurveGeometry g = layOutCurve(curve, screenFace(), QRectF(view.rect()));
    const QImage image = view.grab().toImage();
    const auto colorAt = [&](double value) {
        return image.pixelColor(QPointF(g.mapX(60), g.mapY(value)).toPoint());
    };
    REQUIRE(colorAt(170) != colorAt(150));
    REQUIRE(colorAt(184) != colorAt(170));
    REQUIRE(colorAt(150) == colorAt(110));
}

TEST_CASE("Four hours at a reading a second are drawn with the points that pixels can show",
          "[charts][curve]") {
    SessionCurve curve;
    for (int second = 0; second < 4 * 3600; ++second) {
        curve.points.append({second / 60.0, 130 + second % 30, 80 + second % 10, 70, 97});
    }
    SessionCurveView view;
    view.resize(800, 320);
    view.setCurve(curve);
    const QImage dense = view.grab().toImage();
    curve.points = {curve.points.first(), curve.points.last()};
    view.setCurve(curve);
    REQUIRE(view.grab().toImage() != dense);
}

TEST_CASE("An empty curve and a dim room are drawn", "[charts][curve]") {
    ThemeManager themes(*qApp, ThemeId::Light);
    SessionCurveView view;
    view.resize(600, 300);
    const QImage light = view.grab().toImage();
    themes.setTheme(ThemeId::Dim);
    REQUIRE(view.grab().toImage() != light);
    themes.setTheme(ThemeId::Light);
    REQUIRE(view.grab().toImage() == light);
}

} // namespace test_session_curve
