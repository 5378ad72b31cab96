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
    QString key = {};                 ///< a letter that stands where the label finds no room
    std::optional<double> toDay = {}; ///< the end of the stretch of days it was taken over
    Marker marker = Marker::Diamond;  ///< tells kinds of figures apart
    QString kind = {};                ///< what the marker means, for the legend
};

/// Where the middle half of the practice's courses stood in one stretch of days since dose 1.
struct BandStep {
    double from = 0;
    double to = 0;
    double low = 0;
    double high = 0;
};

/// A phase of the plan, by calendar day.
struct PhaseInput {
    QString name;
    QDate from;
    QDate to;           ///< exclusive
    QString brief = {}; ///< one word, where the name finds no room
};

/// A rating that was corrected, with what to say of it.
struct CorrectionInput {
    record::RatingId rating;
    QString words; ///< "corrected 3 Nov by R. Adeyemi, before 15: typed twice"
};

/// What a trend chart is made from.
struct TrendChartInput {
    QList<LaneInput> lanes;
    QList<PlannedDose> plannedDoses;
    QList<PublishedFigure> published;
    std::optional<base::Instant> today;
    int series = 1; ///< an instrument keeps its number everywhere, 1 to 5
    QList<PhaseInput> phases;
    QList<CorrectionInput> corrections;
    QList<BandStep> practice; ///< the practice's own quartiles
    qint64 practiceCourses = 0;
    QDate origin; ///< the day of x = 0 where no dose was given, for charts on one time axis; null: the own
                  ///< first
};

/// A chart's point: x is local days since the origin, with the time of day as a fraction.
struct ChartPoint {
    double x = 0;
    double y = 0;
    bool hollow = false; ///< the recall window reaches back before the first dose
    QString readOut;     ///< "Mon 2 Nov 2026, day 56: QIDS-SR16 7, mild; 21 d after dose 7"
    QString shortDate;   ///< "2 Nov, day 56"
    int series = 1;      ///< points of one series are joined
    record::RatingId rating;
    bool corrected = false;
    bool newVersion = false; ///< the instrument's version differs from that of the point before
};

/// What the points of one series are called where several share a plot.
struct ChartSeriesName {
    int series = 1;
    QString name;
};

struct ChartPhase {
    QString name;
    double from = 0;
    double to = 0;
    QString brief;
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
    QList<ChartPhase> phases;
    QList<BandStep> practice;
    qint64 practiceCourses = 0;
    QList<ChartSeriesName> names;           ///< of the series where there are several, else empty
    std::optional<base::Instant> firstDose; ///< hours are counted from its start
    QTimeZone zone = QTimeZone(0);
    QString unit;       ///< after a value, e.g. " %"
    QString emptyWords; ///< what stands in a plot with nothing in it

    /// Nothing to read in the plot: neither a point nor a published figure.
    [[nodiscard]] bool isEmpty() const { return points.isEmpty() && published.isEmpty(); }
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

/// Several series in one plot, each total as a share of its own baseline. Series without a baseline above 0
/// are not in it. Keeps the lanes, doses and phases of `input`.
struct SeriesToCompare {
    const scales::Instrument* instrument = nullptr; ///< never null
    const outcomes::Trend* trend = nullptr;         ///< never null
    int series = 1;
};
[[nodiscard]] TrendChartModel makePercentModel(const QList<SeriesToCompare>& series,
                                               const outcomes::Course& course, const TrendChartInput& input);

/// Published shares of patients by day, on the same days as the scores: 0 to 100 percent.
[[nodiscard]] TrendChartModel makeSharesModel(const TrendChartModel& scores,
                                              const QList<PublishedFigure>& shares, const QString& title);

/// Local days from the origin to a moment, with the time of day as a fraction.
[[nodiscard]] double chartX(const base::Instant& at, QDate origin, const QTimeZone& zone);

} // namespace kairos::ui
