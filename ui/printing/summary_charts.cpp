// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/summary_charts.h"

#include "ui/charts/chart_export.h"
#include "ui/charts/session_curve_painter.h"
#include "ui/charts/trend_chart_model.h"

#include "core/safety/safety_rules.h"
#include "core/scales/instrument_library.h"

namespace kairos::ui {
namespace {

constexpr double kCurveHeight = 138;
constexpr double kTrendHeight = 66;

QList<CurvePoint> curvePoints(const QList<record::Reading>& readings,
                              const std::optional<base::Instant>& start) {
    QList<CurvePoint> points;
    for (const record::Reading& reading : readings) {
        if (start) {
            const double minute = static_cast<double>(reading.measuredAt.msSince(*start)) / 60'000.0;
            points.append({minute, reading.systolic, reading.diastolic, reading.pulse});
        }
    }
    return points;
}

/// The limits of systolic pressure that the rules name, as lines with words.
QList<CurveLimit> limitsOf(const safety::SafetyRules& rules) {
    QList<CurveLimit> limits;
    for (const safety::VitalLimit& limit : rules.limits) {
        if (limit.vital != safety::Vital::Systolic || limit.isRise || limit.side != safety::Side::AtLeast) {
            continue;
        }
        if (limit.caution) {
            limits.append({*limit.caution,
                           QCoreApplication::translate("SummaryBlocks", "caution %1").arg(*limit.caution),
                           LimitLevel::Caution});
        }
        if (limit.stop) {
            limits.append({*limit.stop,
                           QCoreApplication::translate("SummaryBlocks", "stop %1").arg(*limit.stop),
                           LimitLevel::Stop});
        }
    }
    return limits;
}

} // namespace

Block curveBlock(const SummarySource& source) {
    const auto& facts = source.bundle.facts;
    SessionCurve curve;
    curve.points = curvePoints(facts.readings, facts.dosing->startedAt);
    for (const auto& earlier : source.bundle.earlier) {
        curve.earlier.append(curvePoints(earlier.readings, earlier.session.startedAt));
    }
    curve.limits = limitsOf(source.rules);
    if (facts.dosing->minutes) {
        curve.infusionEnd = facts.dosing->minutes->value;
    }
    curve.namesPeak = true;
    Block block;
    block.height = [](PagePen&, double) { return kCurveHeight; };
    block.paint = [curve](PagePen& pen, const QRectF& rect) {
        paintSessionCurve(pen.painter(), {pen.dots(rect), pen.dotsPerInch(), 7.5}, curve);
    };
    return block;
}

Block trendBlock(const SummarySource& source, double extraHeight) {
    const auto& facts = source.bundle.facts;
    if (facts.trends.isEmpty() || facts.trends.first().points.isEmpty()) {
        return {};
    }
    const auto* instrument = source.instruments.find(facts.trends.first().instrument);
    if (instrument == nullptr) {
        return {};
    }
    outcomes::Course course;
    course.doses = outcomes::doseMarksOf(source.bundle.doses);
    course.zone = facts.zone;
    const auto model = makeTrendChartModel(*instrument, facts.trends.first(), course, {});
    TrendChartOptions options;
    options.axis = model.hasDoses ? AxisMode::Days : AxisMode::Dates;
    options.showLegend = false;
    options.showLanes = false;
    options.showReadOut = false;
    Block block;
    block.height = [extraHeight](PagePen&, double) { return kTrendHeight + extraHeight; };
    block.paint = [model, options](PagePen& pen, const QRectF& rect) {
        paintTrend(pen.painter(), {pen.dots(rect), pen.dotsPerInch(), 7.5}, model, options);
    };
    return block;
}

} // namespace kairos::ui
