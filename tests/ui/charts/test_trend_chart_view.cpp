// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_chart_view.h"

#include "ui/shared/theme_manager.h"

#include "tests/ui/charts/elena.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <catch2/catch_test_macros.hpp>

#include <cmath>

namespace test_trend_chart_view {
using namespace kairos;
using namespace kairos::ui;
using namespace kairos::testing;

namespace {

struct Shown {
    TrendChartView view;
    QSignalSpy spoken{&view, &TrendChartView::readOut};

    explicit Shown(const TrendChartModel& model) {
        view.resize(935, 400);
        view.setModel(model);
        view.show();
    }
    QString lastWords() const { return spoken.last().first().toString(); }
};

} // namespace

TEST_CASE("Arrow keys walk the points and stop at both ends", "[charts][view]") {
    Shown shown(elenaModel());
    QTest::keyClick(&shown.view, Qt::Key_Left);
    REQUIRE(shown.view.current() == 12);
    REQUIRE(shown.lastWords().startsWith(QStringLiteral("Mon 2 Nov 2026, day 56: QIDS-SR16 7, mild")));
    QTest::keyClick(&shown.view, Qt::Key_Right);
    REQUIRE(shown.view.current() == 12);
    QTest::keyClick(&shown.view, Qt::Key_Left);
    REQUIRE(shown.view.current() == 11);
    QTest::keyClick(&shown.view, Qt::Key_Home);
    REQUIRE(shown.view.current() == 0);
    QTest::keyClick(&shown.view, Qt::Key_Left);
    REQUIRE(shown.view.current() == 0);
    QTest::keyClick(&shown.view, Qt::Key_End);
    REQUIRE(shown.view.current() == 12);
}

TEST_CASE("The read-out is the accessible description", "[charts][view]") {
    Shown shown(elenaModel());
    REQUIRE(shown.view.accessibleName() == QStringLiteral("QIDS-SR16, 13 ratings"));
    QTest::keyClick(&shown.view, Qt::Key_Right);
    REQUIRE(shown.view.accessibleDescription() ==
            QStringLiteral("Mon 24 Aug 2026, day −14: QIDS-SR16 19, severe"));
}

TEST_CASE("Escape leaves the points and says nothing more", "[charts][view]") {
    Shown shown(elenaModel());
    QTest::keyClick(&shown.view, Qt::Key_Right);
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    REQUIRE_FALSE(shown.view.current().has_value());
    REQUIRE(shown.lastWords().isEmpty());
}

TEST_CASE("Enter opens the point", "[charts][view]") {
    Shown shown(elenaModel());
    QSignalSpy opened(&shown.view, &TrendChartView::pointActivated);
    QTest::keyClick(&shown.view, Qt::Key_Return);
    REQUIRE(opened.isEmpty());
    QTest::keyClick(&shown.view, Qt::Key_End);
    QTest::keyClick(&shown.view, Qt::Key_Return);
    REQUIRE(opened.size() == 1);
    REQUIRE(opened.first().first().value<qsizetype>() == 12);
}

TEST_CASE("The pointer takes the nearest point of the plot", "[charts][view]") {
    Shown shown(elenaModel());
    const TrendGeometry& g = shown.view.geometryOfTrend();
    const ChartPoint& target = shown.view.model().points.at(10);
    QTest::mouseMove(shown.view.viewport(), QPointF(g.mapX(target.x) + 3, g.plot.center().y()).toPoint());
    REQUIRE(QTest::qWaitFor([&] { return shown.view.current() == 10; }));
    REQUIRE(shown.lastWords().contains(QStringLiteral("QIDS-SR16 6")));
}

TEST_CASE("Charts that follow each other take the day nearest", "[charts][view]") {
    Shown shown(elenaModel());
    shown.view.setCurrentDay(48.0);
    REQUIRE(shown.view.current() == 11);
    REQUIRE(shown.spoken.isEmpty());
    shown.view.setCurrentDay(std::nullopt);
    REQUIRE_FALSE(shown.view.current().has_value());
}

TEST_CASE("An empty chart takes the keys without harm", "[charts][view]") {
    const auto course = courseOf({});
    Shown shown(makeTrendChartModel(instrument("phq-9"), outcomes::trendOf(instrument("phq-9"), {}, course),
                                    course, {}));
    QTest::keyClick(&shown.view, Qt::Key_Left);
    QTest::keyClick(&shown.view, Qt::Key_End);
    REQUIRE_FALSE(shown.view.current().has_value());
    REQUIRE_FALSE(shown.view.grab().isNull());
}

TEST_CASE("A new model takes the crosshair away", "[charts][view]") {
    Shown shown(elenaModel());
    shown.view.setCurrent(12);
    shown.view.setModel(elenaModel());
    REQUIRE_FALSE(shown.view.current().has_value());
    shown.view.setCurrent(99);
    REQUIRE_FALSE(shown.view.current().has_value());
}

TEST_CASE("A change of the theme repaints the bands", "[charts][view]") {
    ThemeManager themes(*qApp, ThemeId::Light);
    Shown shown(elenaModel());
    const auto severest = [&shown] {
        const QRectF plot = shown.view.geometryOfTrend().plot;
        return shown.view.grab().toImage().pixelColor((plot.topLeft() + QPointF(30, 8)).toPoint());
    };
    REQUIRE(severest() == loadTheme(ThemeId::Light).band(4));
    themes.setTheme(ThemeId::Dark);
    // Qt tells widgets of a new application palette only while the event loop runs.
    QEvent change(QEvent::PaletteChange);
    QApplication::sendEvent(&shown.view, &change);
    REQUIRE(severest() == loadTheme(ThemeId::Dark).band(4));
}

TEST_CASE("Five hundred ratings are shown and walked", "[charts][view]") {
    QList<record::Rating> series;
    for (int i = 0; i < 500; ++i) {
        series.append(rating("phq-9", dayAt(2 * i, QTime(9, 0)), (i * 7) % 28));
    }
    const auto course = courseOf({0});
    Shown shown(makeTrendChartModel(instrument("phq-9"),
                                    outcomes::trendOf(instrument("phq-9"), series, course), course, {}));
    QTest::keyClick(&shown.view, Qt::Key_End);
    REQUIRE(shown.view.current() == 499);
    REQUIRE_FALSE(shown.view.grab().isNull());
}

TEST_CASE("Plus and minus zoom, and 0 shows the whole again", "[charts][view][zoom]") {
    Shown shown(elenaModel());
    QSignalSpy told(&shown.view, &TrendChartView::windowChanged);
    const auto span = [&shown] {
        return shown.view.geometryOfTrend().xLast - shown.view.geometryOfTrend().xFirst;
    };
    const double whole = span();
    QTest::keyClick(&shown.view, Qt::Key_Plus);
    REQUIRE(shown.view.zoomWindow().has_value());
    QTest::keyClick(&shown.view, Qt::Key_Plus);
    const double closer = span();
    REQUIRE(closer < whole);
    QTest::keyClick(&shown.view, Qt::Key_Minus);
    REQUIRE(span() > closer);
    QTest::keyClick(&shown.view, Qt::Key_0);
    REQUIRE_FALSE(shown.view.zoomWindow().has_value());
    REQUIRE(span() == whole);
    REQUIRE(told.size() == 4);
}

TEST_CASE("Zooming by keys keeps the chosen point in view", "[charts][view][zoom]") {
    Shown shown(elenaModel());
    QTest::keyClick(&shown.view, Qt::Key_Home);
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(&shown.view, Qt::Key_Plus);
    }
    REQUIRE(shown.view.geometryOfTrend().isInside(shown.view.model().points.first().x));
    REQUIRE(shown.view.zoomWindow()->last - shown.view.zoomWindow()->first < 0.26);
    QTest::keyClick(&shown.view, Qt::Key_End);
    REQUIRE(shown.view.geometryOfTrend().isInside(shown.view.model().points.last().x));
}

TEST_CASE("Shift with an arrow moves a zoomed chart and stops at its ends", "[charts][view][zoom]") {
    Shown shown(elenaModel());
    QTest::keyClick(&shown.view, Qt::Key_Left, Qt::ShiftModifier);
    REQUIRE_FALSE(shown.view.zoomWindow().has_value());
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(&shown.view, Qt::Key_Plus);
    }
    const auto before = *shown.view.zoomWindow();
    QTest::keyClick(&shown.view, Qt::Key_Right, Qt::ShiftModifier);
    REQUIRE(shown.view.zoomWindow()->first > before.first);
    for (int i = 0; i < 30; ++i) {
        QTest::keyClick(&shown.view, Qt::Key_Left, Qt::ShiftModifier);
    }
    REQUIRE(shown.view.zoomWindow()->first == shown.view.model().wholeSpan()->first);
    REQUIRE_FALSE(shown.view.current().has_value());
}

TEST_CASE("The wheel zooms at the pointer and dragging moves", "[charts][view][zoom]") {
    Shown shown(elenaModel());
    const TrendGeometry& g = shown.view.geometryOfTrend();
    const QPointF at(g.mapX(20), g.plot.center().y());
    const double x = g.xAt(at.x());
    QWheelEvent wheel(at, shown.view.viewport()->mapToGlobal(at), {}, QPoint(0, 240), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(shown.view.viewport(), &wheel);
    REQUIRE(shown.view.zoomWindow().has_value());
    REQUIRE(std::abs(g.xAt(at.x()) - x) < 0.5);
    const auto before = *shown.view.zoomWindow();
    const QPoint from = at.toPoint();
    QTest::mousePress(shown.view.viewport(), Qt::LeftButton, {}, from);
    QMouseEvent drag(QEvent::MouseMove, QPointF(from + QPoint(-80, 0)),
                     shown.view.viewport()->mapToGlobal(QPointF(from + QPoint(-80, 0))), Qt::LeftButton,
                     Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(shown.view.viewport(), &drag);
    QTest::mouseRelease(shown.view.viewport(), Qt::LeftButton, {}, from + QPoint(-80, 0));
    REQUIRE(shown.view.zoomWindow()->first > before.first);
    REQUIRE(std::abs((shown.view.zoomWindow()->last - shown.view.zoomWindow()->first) -
                     (before.last - before.first)) < 1e-9);
}

} // namespace test_trend_chart_view
