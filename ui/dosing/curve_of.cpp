// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/curve_of.h"

#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/dosing_text.h"

#include "ui/shared/formats.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"

#include <algorithm>

namespace kairos::ui {

using namespace record;

namespace {

CurvePoint pointOf(const Reading& reading, const base::Instant& zero) {
    return {static_cast<double>(reading.measuredAt.msSince(zero)) / 60'000.0, reading.systolic,
            reading.diastolic, reading.pulse, reading.spo2};
}

QList<CurvePoint> pointsOf(const QList<Reading>& readings, const base::Instant& zero) {
    QList<CurvePoint> points;
    for (const Reading& reading : readings) {
        points.append(pointOf(reading, zero));
    }
    std::sort(points.begin(), points.end(),
              [](const CurvePoint& a, const CurvePoint& b) { return a.minute < b.minute; });
    return points;
}

/// The lines of the systolic pressure: what the eye needs while the pressure rises.
QList<CurveLimit> limitsOf(const DosingController& controller, const safety::SafetyRules& rules) {
    QList<CurveLimit> limits;
    const auto& baseline = controller.view().baseline;
    for (const safety::VitalLimit& limit : rules.limits) {
        if (limit.vital != safety::Vital::Systolic || limit.side != safety::Side::AtLeast) {
            continue;
        }
        if (limit.isRise && limit.caution && baseline && baseline->systolic) {
            const double value = *baseline->systolic + *limit.caution;
            limits.append(
                {value, QStringLiteral("+%1 = %2").arg(*limit.caution).arg(value), LimitLevel::Information});
        } else if (!limit.isRise) {
            if (limit.stop) {
                limits.append({*limit.stop, DosingText::tr("stop %1").arg(*limit.stop), LimitLevel::Stop});
            }
            if (limit.caution) {
                limits.append(
                    {*limit.caution, DosingText::tr("caution %1").arg(*limit.caution), LimitLevel::Caution});
            }
        }
    }
    return limits;
}

/// What is lettered on the curve.
struct Lettered {
    base::Instant at;
    CurveMark mark = CurveMark::Event;
    QString text;
};

CurveMark markOf(EventType type) {
    switch (type) {
    case EventType::Pause:
    case EventType::Resume:
    case EventType::RateChange:
    case EventType::Booster:
    case EventType::Spray:
        return CurveMark::Dose;
    case EventType::RescueDrug:
        return CurveMark::Rescue;
    case EventType::Distress:
        return CurveMark::Rating;
    case EventType::Observation:
        break;
    }
    return CurveMark::Event;
}

/// Ratings of the session come after it too, such as the experience on the day after: they are not of its
/// hours.
bool isOfItsHours(const Rating& rating, const DosingSession& session) {
    return !session.dischargedAt || rating.assessedAt <= *session.dischargedAt;
}

/// Everything of the log and the ratings taken until the patient went home, in order.
QList<Lettered> letteredOf(const DosingController& controller) {
    QList<Lettered> all;
    for (const SessionEvent& event : controller.view().content.events) {
        const QString text = event.type == EventType::RescueDrug
                                 ? QStringLiteral("%1 %2").arg(event.drug, event.dose)
                                 : event.text;
        all.append({event.at, markOf(event.type), text});
    }
    for (const Rating& rating : controller.view().ratings) {
        if (!isOfItsHours(rating, controller.session())) {
            continue;
        }
        const QString total = rating.total ? shortNumberText(*rating.total, 1) : QStringLiteral("–");
        all.append({rating.assessedAt, CurveMark::Rating,
                    QStringLiteral("%1 %2").arg(rating.instrument.toUpper(), total)});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Lettered& a, const Lettered& b) { return a.at < b.at; });
    constexpr qsizetype kLetters = 26;
    return all.mid(0, kLetters);
}

QString letter(qsizetype index) {
    return QString(QChar(static_cast<char16_t>(u'a' + index)));
}

} // namespace

SessionCurve curveOf(const DosingController& controller, const std::optional<Reading>& preview) {
    SessionCurve curve;
    const DosingSession& session = controller.session();
    const base::Instant zero = session.startedAt.value_or(controller.now());
    curve.points = pointsOf(controller.view().content.readings, zero);
    if (preview) {
        curve.preview = pointOf(*preview, zero);
    }
    for (const workflow::EarlierDose& dose : controller.earlier()) {
        curve.earlier.append(pointsOf(dose.readings, *dose.session.startedAt));
    }
    curve.limits = limitsOf(controller, controller.rules());
    const QList<Lettered> events = letteredOf(controller);
    for (qsizetype i = 0; session.startedAt && i < events.size(); ++i) {
        curve.events.append({controller.minuteOf(events.at(i).at), letter(i), events.at(i).mark});
    }
    const auto end = session.stoppedAt ? session.stoppedAt : controller.expectedEnd();
    if (end && controller.isInfusion()) {
        curve.infusionEnd = controller.minuteOf(*end);
    }
    if (controller.stage() == DosingStage::Running) {
        curve.now = controller.minuteOf(controller.now());
    }
    return curve;
}

QString curveEventWords(const DosingController& controller) {
    QStringList parts;
    const QList<Lettered> events = letteredOf(controller);
    for (qsizetype i = 0; i < events.size(); ++i) {
        parts.append(
            QStringLiteral("%1 %2 %3").arg(letter(i), controller.timeOf(events.at(i).at), events.at(i).text));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace kairos::ui
