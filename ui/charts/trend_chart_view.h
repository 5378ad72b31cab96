// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/trend_geometry.h"

#include <QtCharts/QChartView>

#include <optional>

namespace kairos::ui {

class TrendChart;

/// A trend as a widget. Arrow keys walk the points, Home and End take the first and last, Esc leaves; the
/// pointer does the same. What stands under the crosshair is the widget's accessible description. Plus and
/// minus zoom, Shift with an arrow moves, 0 shows the whole; the wheel zooms at the pointer, dragging moves.
class TrendChartView final : public QChartView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrendChartView)

public:
    explicit TrendChartView(QWidget* parent = nullptr);
    ~TrendChartView() override;

    void setModel(const TrendChartModel& model);
    void setOptions(const TrendChartOptions& options);
    [[nodiscard]] const TrendChartModel& model() const;
    [[nodiscard]] const TrendChartOptions& options() const;
    [[nodiscard]] const TrendGeometry& geometryOfTrend() const;

    /// The point under the crosshair.
    [[nodiscard]] std::optional<qsizetype> current() const;
    void setCurrent(std::optional<qsizetype> point);
    /// The point nearest in time to a day, for charts that follow each other; none takes the crosshair away.
    void setCurrentDay(std::optional<double> x);

    /// The stretch of time that was zoomed to; none while the whole is shown.
    [[nodiscard]] const std::optional<TrendChartModel::Span>& zoomWindow() const { return options().window; }
    /// Shows this stretch without telling anybody: for charts that follow each other.
    void setZoomWindow(const std::optional<TrendChartModel::Span>& window);
    /// Zooms around the middle: a factor below 1 is closer.
    void zoom(double factor);
    /// Moves by a share of the stretch that is shown; negative is earlier.
    void pan(double share);
    void showWhole();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// What the crosshair says; empty when it leaves.
    void readOut(const QString& text);
    /// The day under the crosshair, for charts that follow each other.
    void currentDayChanged(std::optional<double> x);
    /// A person zoomed or moved.
    void windowChanged(const std::optional<kairos::ui::TrendChartModel::Span>& window);
    /// Enter or a double click on a point.
    void pointActivated(qsizetype point);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void choose(std::optional<qsizetype> point);
    void chooseWindow(const std::optional<TrendChartModel::Span>& window);
    void zoomAt(double factor, double anchor);
    void showPoint(qsizetype point);
    [[nodiscard]] bool walk(int key);
    [[nodiscard]] bool look(QKeyEvent& event);
    [[nodiscard]] TrendChartModel::Span shownSpan() const;
    [[nodiscard]] TrendChartModel::Span wholeSpan() const;
    [[nodiscard]] QPointF onChart(const QPointF& position) const;
    void describe();
    [[nodiscard]] std::optional<qsizetype> nearestTo(qreal pixel, qreal reach) const;

    TrendChart* m_chart; ///< owned by the view
    /// Where a drag began, and what was shown then.
    struct Drag {
        qreal pixel = 0;
        TrendChartModel::Span shown;
        double daysPerPixel = 0;
        bool isMoving = false;
    };
    std::optional<Drag> m_drag;
};

} // namespace kairos::ui
