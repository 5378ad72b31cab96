// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace kairos::ui {

/// One set of vital signs on the curve; what was not measured is absent.
struct CurvePoint {
    double minute = 0;            ///< since the start of the dose; negative before it
    std::optional<int> systolic;  ///< mmHg
    std::optional<int> diastolic; ///< mmHg
    std::optional<int> pulse;     ///< beats a minute
    std::optional<int> spo2 = {}; ///< per cent

    bool operator==(const CurvePoint&) const = default;
};

/// How a limit is drawn: dotted; dashed or solid with the room beyond it shaded, up to the next limit.
enum class LimitLevel { Information, Caution, Stop };

/// A limit of blood pressure as a line with words.
struct CurveLimit {
    double value = 0; ///< mmHg
    QString words;    ///< "caution 160"
    LimitLevel level = LimitLevel::Caution;

    bool operator==(const CurveLimit&) const = default;
};

/// What kind of thing happened, told apart by its sign.
enum class CurveMark { Event, Dose, Rescue, Rating };

/// Something that happened: a letter at its minute, explained below the curve by the caller.
struct CurveEvent {
    double minute = 0;
    QString letter;
    CurveMark mark = CurveMark::Event;

    bool operator==(const CurveEvent&) const = default;
};

/// The vital signs of one dosing session over those of earlier ones, aligned at the start of the dose.
struct SessionCurve {
    QList<CurvePoint> points;          ///< by minute
    std::optional<CurvePoint> preview; ///< what is being typed: drawn hollow
    QList<QList<CurvePoint>> earlier;  ///< earlier sessions, faint
    QList<CurveLimit> limits;
    QList<CurveEvent> events;
    std::optional<double> infusionEnd; ///< minutes; the span from 0 is shaded
    std::optional<double> now;         ///< the minute of the moment, while it runs
    double firstMinute = -15;          ///< the axis shows at least from here
    double lastMinute = 120;           ///< to here
    bool namesPeak = false;            ///< the highest systolic carries its words (printed pages)

    bool operator==(const SessionCurve&) const = default;

    /// The reading with the highest systolic value, the first of equals; none without one.
    [[nodiscard]] std::optional<CurvePoint> peak() const;
    /// "149/92, heart rate 86 at 20 min" of the last reading; empty without one.
    [[nodiscard]] QString lastInWords() const;
};

/// "149/92"; a part that was not measured is a dash.
[[nodiscard]] QString pressureText(const CurvePoint& point);

} // namespace kairos::ui
