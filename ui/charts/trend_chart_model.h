// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include "core/outcomes/trend.h"
#include "core/scales/instrument.h"

#include <QDate>
#include <QList>
#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace kairos::ui {

/// Held is drawn filled, planned is drawn outlined.
enum class MarkState { Held, Planned };

/// One sign on a lane below the plot, as the caller knows it.
struct LaneEvent {
    base::Instant at;
    MarkState state = MarkState::Held;
    bool late = false; ///< a small triangle stands under it
};

/// A strand below the plot: therapy, integration.
struct LaneInput {
    QString name; ///< at the left, e.g. "CBT"
    Marker marker = Marker::Square;
    int series = 3; ///< its colour, 1 to 6
    QList<LaneEvent> events;
};

/// A dose that is still to come.
struct PlannedDose {
    base::Instant at;
    int number = 0;
};

/// A published figure at its own day: a point with its interval, name, n and mark. Never joined to others.
struct PublishedFigure {
    double day = 0; ///< days since dose 1
    double value = 0;
    std::optional<double> low;
    std::optional<double> high;
    QString label;
};

/// What a trend chart is made from.
struct TrendChartInput {
    QList<LaneInput> lanes;
    QList<PlannedDose> plannedDoses;
    QList<PublishedFigure> published;
    std::optional<base::Instant> today;
    int series = 1; ///< an instrument keeps its number everywhere, 1 to 5
};

/// A chart's point: x is local days since the origin, with the time of day as a fraction.
struct ChartPoint {
    double x = 0;
    double y = 0;
    bool hollow = false; ///< the recall window reaches back before the first dose
    QString readOut;     ///< "Mon 2 Nov 2026, day 56: QIDS-SR16 7, mild; 21 d after dose 7"
    QString shortDate;   ///< "2 Nov, day 56"
};

struct ChartDose {
    double x = 0;
    int number = 0;
    MarkState state = MarkState::Held;
};

struct ChartMark {
    double x = 0;
    MarkState state = MarkState::Held;
    bool late = false;
};

struct ChartLane {
    QString name;
    Marker marker = Marker::Square;
    int series = 3;
    QList<ChartMark> marks;
};

struct ChartBand {
    double low = 0; ///< of the band's own range
    double high = 0;
    double from = 0; ///< where it is drawn: halfway to the neighbour, so that a total lies inside its band
    double to = 0;
    int step = 0;
    QString word;
    QString range; ///< "6–10"
};

/// A line across the plot with a plate at its right end.
struct ChartLine {
    enum class Kind { Baseline, Response, Remission };
    Kind kind = Kind::Baseline;
    double y = 0;
    double fromX = 0;
    QString plate; ///< "response ≤ 9"
};

/// The measure: everything a trend chart shows, as values; made by makeTrendChartModel, drawn by TrendChart.
struct TrendChartModel {
    QString title;    ///< short title of the instrument
    QString subtitle; ///< "13 ratings"
    QDate origin;     ///< the day of x = 0: the first dose's, else the first rating's
    bool hasDoses = false;
    double low = 0; ///< of the scale
    double high = 1;
    int series = 1;
    QList<ChartPoint> points;
    QList<ChartDose> doses;
    QList<ChartBand> bands;
    QList<ChartLine> lines;
    QList<ChartLane> lanes;
    QList<PublishedFigure> published;
    QList<qsizetype>
        labelled; ///< points that carry their total: first, baseline, first response, best, latest
    std::optional<double> todayX;

    [[nodiscard]] bool isEmpty() const { return points.isEmpty(); }
    /// The outermost x of everything shown; absent when there is nothing at all.
    struct Span {
        double first = 0;
        double last = 0;
    };
    /// Of what has happened, up to today: points, held doses, held marks.
    [[nodiscard]] std::optional<Span> pastSpan() const;
    /// Of everything, plans included.
    [[nodiscard]] std::optional<Span> wholeSpan() const;
    [[nodiscard]] bool hasHollowPoints() const;
};

/// \param course the course the trend was judged against; its zone gives the days
[[nodiscard]] TrendChartModel makeTrendChartModel(const scales::Instrument& instrument,
                                                  const outcomes::Trend& trend,
                                                  const outcomes::Course& course,
                                                  const TrendChartInput& input);

/// Local days from the origin to a moment, with the time of day as a fraction.
[[nodiscard]] double chartX(const base::Instant& at, QDate origin, const QTimeZone& zone);

} // namespace kairos::ui
