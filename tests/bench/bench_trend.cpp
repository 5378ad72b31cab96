// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include "tests/support/series.h"
#include "tests/ui/charts/bare_chart.h"

#include "ui/charts/chart_export.h"
#include "ui/charts/thinning.h"
#include "ui/charts/trend_chart.h"

#include <QGraphicsScene>
#include <QImage>
#include <QPainter>

#include <cstdio>
#include <memory>
#include <vector>

namespace kairos::bench {
namespace {

constexpr int kRuns = 15;
constexpr int kWeeks = 522; ///< ten years
constexpr QSizeF kChart(1200, 180);
constexpr double kMostDelayMs = 50;
constexpr int kLongSeries = 100'000;
constexpr int kFrames = 12;
constexpr double kMostFrames = 2.0;
constexpr QSizeF kFrame(1000, 400);

const char* const kInstruments[] = {"phq-9", "gad-7", "qids-sr16", "madrs", "who-5"};

QList<record::Rating> weekly(const char* id) {
    const scales::Instrument& scale = testing::instrument(id);
    const auto span = static_cast<int>(scale.scoring.high - scale.scoring.low);
    QList<record::Rating> made;
    for (int week = 0; week < kWeeks; ++week) {
        const double total = scale.scoring.low + (week * 7 + week % 5) % (span + 1);
        made.append(testing::rating(id, testing::dayAt(7 * week, QTime(9, 0)), total));
    }
    return made;
}

/// A chart that is drawn again and again, as a widget does while a person moves it.
class Frames final {
public:
    explicit Frames(const ui::TrendChartModel& model)
        : m_chart(new ui::TrendChart(ui::loadTheme(ui::ThemeId::Light), ui::paperFace(9))),
          m_image(kFrame.toSize(), QImage::Format_ARGB32_Premultiplied) {
        m_scene.addItem(m_chart);
        m_scene.setSceneRect(QRectF(QPointF(0, 0), kFrame));
        m_chart->setModel(model);
        m_chart->resize(kFrame);
    }
    Q_DISABLE_COPY_MOVE(Frames)

    void draw(const ui::TrendChartModel::Span& window) {
        ui::TrendChartOptions options;
        options.window = window;
        m_chart->setOptions(options);
        QPainter painter(&m_image);
        m_scene.render(&painter);
    }

private:
    QGraphicsScene m_scene;
    ui::TrendChart* m_chart; ///< the scene's
    QImage m_image;
};

ui::TrendChartModel longModel() {
    const auto series = testing::ratings("phq-9", {{0, 20}, {7, 10}});
    const auto course = testing::courseOf({0});
    auto model =
        ui::makeTrendChartModel(testing::instrument("phq-9"),
                                outcomes::trendOf(testing::instrument("phq-9"), series, course), course, {});
    model.points.clear();
    model.labelled.clear();
    model.points.reserve(kLongSeries);
    unsigned state = 20261102;
    for (int i = 0; i < kLongSeries; ++i) {
        state = state * 1664525U + 1013904223U;
        ui::ChartPoint point;
        point.x = i / 24.0; // an hour apart
        point.y = double(state >> 16U) / 65535.0 * 27.0;
        model.points.append(point);
    }
    return model;
}

/// From the whole to a closer and closer look that moves to the right.
std::vector<ui::TrendChartModel::Span> windows(const ui::TrendChartModel& model) {
    const double whole = model.points.last().x;
    std::vector<ui::TrendChartModel::Span> made;
    double width = whole;
    for (int i = 0; i < kFrames; ++i) {
        const double first = (whole - width) * i / kFrames;
        made.push_back({first, first + width});
        width *= 0.8;
    }
    return made;
}

ui::TrendChartModel thinned(const ui::TrendChartModel& model, const ui::TrendChartModel::Span& window) {
    ui::TrendChartOptions options;
    options.window = window;
    const auto geometry = ui::layOutTrend(model, options, ui::paperFace(9), kFrame);
    ui::TrendChartModel made = model;
    made.points.clear();
    for (const qsizetype index : geometry.shown.first()) {
        made.points.append(model.points.at(index));
    }
    return made;
}

} // namespace

int benchTrendDraw() {
    const auto course = testing::courseOf({0, 3, 7, 10, 14, 17});
    QList<ui::TrendChartModel> models;
    QList<outcomes::Trend> trends;
    for (const char* id : kInstruments) {
        trends.append(outcomes::trendOf(testing::instrument(id), weekly(id), course));
        models.append(ui::makeTrendChartModel(testing::instrument(id), trends.last(), course, {}));
    }
    QImage image(QSizeF(kChart.width(), 5 * kChart.height()).toSize(), QImage::Format_ARGB32_Premultiplied);
    const auto placeOf = [](qsizetype i) { return QRectF(QPointF(0, double(i) * kChart.height()), kChart); };
    const auto pair = measure(
        kRuns,
        [&] {
            QPainter painter(&image);
            for (qsizetype i = 0; i < trends.size(); ++i) {
                const auto model =
                    ui::makeTrendChartModel(testing::instrument(kInstruments[i]), trends.at(i), course, {});
                ui::paintTrend(painter, {placeOf(i), 96, 9}, model, {}, ui::loadTheme(ui::ThemeId::Light));
            }
        },
        [&] {
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            for (qsizetype i = 0; i < models.size(); ++i) {
                testing::paintBareChart(painter, placeOf(i), models.at(i));
            }
        });
    const double delay = (pair.ours - pair.bare) / 1000.0;
    std::printf("%-52s %10.0f us %10.0f us  %+5.1f ms  goal +%.0f ms  %s\n",
                "draw 5 x 522 weekly ratings / bare Qt Charts", pair.ours, pair.bare, delay, kMostDelayMs,
                delay < kMostDelayMs ? "held" : "MISSED");
    return delay < kMostDelayMs ? 0 : 1;
}

int benchTrendMove() {
    const ui::TrendChartModel whole = longModel();
    const auto stretches = windows(whole);
    Frames ours(whole);
    std::vector<std::unique_ptr<Frames>> thin;
    for (const auto& window : stretches) {
        thin.push_back(std::make_unique<Frames>(thinned(whole, window)));
    }
    const auto pair = measure(
        kRuns,
        [&] {
            for (const auto& window : stretches) {
                ours.draw(window);
            }
        },
        [&] {
            for (std::size_t i = 0; i < stretches.size(); ++i) {
                thin[i]->draw(stretches[i]);
            }
        });
    return report("zoom and move 100,000 points / thinned, 12 frames", pair, kMostFrames);
}

} // namespace kairos::bench
