// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_chart_model.h"

#include "ui/charts/chart_words.h"

#include "core/outcomes/trend_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace kairos::ui {
namespace {

constexpr double kSecondsPerDay = 86'400.0;

struct ModelWords {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::TrendChartModel)
};

QString countText(qsizetype ratings) {
    return ModelWords::tr("%n rating(s)", nullptr, static_cast<int>(ratings));
}

struct Making {
    const scales::Instrument& instrument;
    const outcomes::Trend& trend;
    const outcomes::Course& course;
    QLocale locale;
    QDate origin;
};

QDate originOf(const outcomes::Trend& trend, const outcomes::Course& course, const TrendChartInput& input) {
    if (const auto first = outcomes::firstDose(course.doses)) {
        return first->start.local(course.zone).date();
    }
    if (input.origin.isValid()) {
        return input.origin;
    }
    if (!trend.points.isEmpty()) {
        return trend.points.front().at.local(course.zone).date();
    }
    if (!input.plannedDoses.isEmpty()) {
        return input.plannedDoses.front().at.local(course.zone).date();
    }
    return input.today ? input.today->local(course.zone).date() : QDate();
}

const CorrectionInput* correctionOf(const TrendChartInput& input, const record::RatingId& rating) {
    const auto found = std::ranges::find(input.corrections, rating, &CorrectionInput::rating);
    return found == input.corrections.end() ? nullptr : &*found;
}

QList<ChartPoint> pointsOf(const Making& making, const TrendChartInput& input) {
    QList<ChartPoint> points;
    points.reserve(making.trend.points.size());
    QString version;
    for (const outcomes::TrendPoint& point : making.trend.points) {
        ChartPoint made;
        made.series = input.series;
        made.rating = point.rating;
        made.x = chartX(point.at, making.origin, making.course.zone);
        made.y = point.total;
        made.hollow = point.pretreatmentShare > 0;
        made.readOut = readOutText(making.instrument, point, making.course, making.locale);
        made.shortDate = shortDateText(point, making.course.zone, making.locale);
        made.newVersion = !points.isEmpty() && point.version != version;
        version = point.version;
        if (made.newVersion) {
            made.readOut += QStringLiteral("; ") + ModelWords::tr("from here version %1").arg(version);
        }
        if (const CorrectionInput* correction = correctionOf(input, point.rating)) {
            made.corrected = true;
            made.readOut += QStringLiteral("; ") + correction->words;
        }
        points.append(made);
    }
    return points;
}

QList<ChartDose> dosesOf(const Making& making, const TrendChartInput& input) {
    QList<ChartDose> doses;
    for (const outcomes::DoseMark& dose : making.course.doses) {
        doses.append(
            ChartDose{chartX(dose.start, making.origin, making.course.zone), dose.number, MarkState::Held});
    }
    for (const PlannedDose& dose : input.plannedDoses) {
        doses.append(
            ChartDose{chartX(dose.at, making.origin, making.course.zone), dose.number, MarkState::Planned});
    }
    std::ranges::sort(doses, {}, &ChartDose::x);
    return doses;
}

QList<ChartLane> lanesOf(const Making& making, const TrendChartInput& input) {
    QList<ChartLane> lanes;
    for (const LaneInput& lane : input.lanes) {
        ChartLane made{lane.name, lane.marker, lane.series, {}};
        for (const LaneEvent& event : lane.events) {
            made.marks.append(
                ChartMark{chartX(event.at, making.origin, making.course.zone), event.state, event.late});
        }
        lanes.append(made);
    }
    return lanes;
}

QList<ChartPhase> phasesOf(const TrendChartInput& input, QDate origin) {
    QList<ChartPhase> phases;
    for (const PhaseInput& phase : input.phases) {
        phases.append(
            {phase.name, double(origin.daysTo(phase.from)), double(origin.daysTo(phase.to)), phase.brief});
    }
    return phases;
}

/// Everything of a model that belongs to the course, whatever is drawn in the plot.
TrendChartModel frameOf(const Making& making, const TrendChartInput& input) {
    TrendChartModel model;
    model.origin = making.origin;
    model.hasDoses = !making.course.doses.isEmpty();
    model.series = input.series;
    model.doses = dosesOf(making, input);
    model.lanes = lanesOf(making, input);
    model.phases = phasesOf(input, making.origin);
    model.zone = making.course.zone;
    if (const auto first = outcomes::firstDose(making.course.doses)) {
        model.firstDose = first->start;
    }
    if (input.today) {
        model.todayX = chartX(*input.today, making.origin, making.course.zone);
    }
    model.emptyWords = ModelWords::tr("No rating with a total yet");
    return model;
}

QList<ChartBand> bandsOf(const Making& making) {
    QList<ChartBand> bands;
    const std::vector<scales::Band>& source = making.instrument.bands;
    for (std::size_t i = 0; i < source.size(); ++i) {
        const scales::Band& band = source[i];
        ChartBand made;
        made.low = band.low;
        made.high = band.high;
        made.from = i == 0 ? making.instrument.scoring.low : (source[i - 1].high + band.low) / 2;
        made.to =
            i + 1 == source.size() ? making.instrument.scoring.high : (band.high + source[i + 1].low) / 2;
        made.step = band.step;
        made.word = band.label;
        made.range = QStringLiteral("%1–%2").arg(outcomes::totalText(band.low, making.locale),
                                                 outcomes::totalText(band.high, making.locale));
        bands.append(made);
    }
    return bands;
}

QString limitSign(const Making& making, ChartLine::Kind kind) {
    const bool rises = kind == ChartLine::Kind::Response
                           ? making.instrument.response.kind == scales::ResponseKind::RisePoints
                           : making.instrument.direction == scales::Direction::HighIsGood;
    return rises ? QStringLiteral("≥") : QStringLiteral("≤");
}

QList<ChartLine> linesOf(const Making& making, const QList<ChartPoint>& points) {
    QList<ChartLine> lines;
    if (points.isEmpty()) {
        return lines;
    }
    const double from = making.trend.baseline ? points.at(*making.trend.baseline).x : points.front().x;
    const auto number = [&making](double value) { return outcomes::totalText(value, making.locale); };
    if (const outcomes::TrendPoint* baseline = making.trend.baselinePoint()) {
        const QString plate = making.trend.noBaselineBeforeDose ? ModelWords::tr("first after dose %1")
                                                                : ModelWords::tr("baseline %1");
        lines.append(
            ChartLine{ChartLine::Kind::Baseline, baseline->total, from, plate.arg(number(baseline->total))});
    }
    if (making.trend.responseLine) {
        const double y = *making.trend.responseLine;
        lines.append(ChartLine{
            ChartLine::Kind::Response, y, from,
            ModelWords::tr("response %1 %2").arg(limitSign(making, ChartLine::Kind::Response), number(y))});
    }
    if (making.trend.remissionLine) {
        const double y = *making.trend.remissionLine;
        lines.append(ChartLine{
            ChartLine::Kind::Remission, y, from,
            ModelWords::tr("remission %1 %2").arg(limitSign(making, ChartLine::Kind::Remission), number(y))});
    }
    return lines;
}

QList<qsizetype> labelledOf(const outcomes::Trend& trend) {
    QList<qsizetype> labelled;
    const auto add = [&labelled](std::optional<qsizetype> index) {
        if (index && !labelled.contains(*index)) {
            labelled.append(*index);
        }
    };
    add(trend.latest);
    add(trend.baseline);
    add(trend.best);
    add(trend.firstResponse);
    if (!trend.points.isEmpty()) {
        add(0);
        add(trend.points.size() - 1);
    }
    return labelled;
}

void widen(std::optional<TrendChartModel::Span>& span, double x) {
    span = span ? TrendChartModel::Span{std::min(span->first, x), std::max(span->last, x)}
                : TrendChartModel::Span{x, x};
}

} // namespace

double chartX(const base::Instant& at, QDate origin, const QTimeZone& zone) {
    const QDateTime local = at.local(zone);
    return double(origin.daysTo(local.date())) +
           local.time().msecsSinceStartOfDay() / 1000.0 / kSecondsPerDay;
}

std::optional<TrendChartModel::Span> TrendChartModel::pastSpan() const {
    std::optional<Span> span;
    for (const ChartPoint& point : points) {
        widen(span, point.x);
    }
    for (const ChartDose& dose : doses) {
        if (dose.state == MarkState::Held) {
            widen(span, dose.x);
        }
    }
    for (const ChartLane& lane : lanes) {
        for (const ChartMark& mark : lane.marks) {
            if (mark.state == MarkState::Held) {
                widen(span, mark.x);
            }
        }
    }
    if (todayX) {
        widen(span, *todayX);
    }
    return span;
}

std::optional<TrendChartModel::Span> TrendChartModel::wholeSpan() const {
    std::optional<Span> span = pastSpan();
    for (const ChartDose& dose : doses) {
        widen(span, dose.x);
    }
    for (const ChartLane& lane : lanes) {
        for (const ChartMark& mark : lane.marks) {
            widen(span, mark.x);
        }
    }
    for (const PublishedFigure& figure : published) {
        widen(span, figure.day);
    }
    return span;
}

bool TrendChartModel::hasHollowPoints() const {
    return std::ranges::any_of(points, &ChartPoint::hollow);
}

TrendChartModel makeTrendChartModel(const scales::Instrument& instrument, const outcomes::Trend& trend,
                                    const outcomes::Course& course, const TrendChartInput& input) {
    const Making making{instrument, trend, course, QLocale(), originOf(trend, course, input)};
    TrendChartModel model = frameOf(making, input);
    model.title = instrument.shortTitle;
    model.subtitle = countText(trend.points.size());
    model.low = instrument.scoring.low;
    model.high = std::max(instrument.scoring.high, instrument.scoring.low + 1);
    model.points = pointsOf(making, input);
    model.bands = bandsOf(making);
    model.lines = linesOf(making, model.points);
    model.published = input.published;
    model.practice = input.practice;
    model.practiceCourses = input.practiceCourses;
    model.labelled = labelledOf(trend);
    return model;
}

} // namespace kairos::ui
