// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include "core/record/dosing_session.h"
#include "core/record/therapy_session.h"
#include "core/workflow/plan_query.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace kairos::ui {

/// The rows of the axis, in three strands: medicine, therapy, measures.
enum class AxisLane { Dosing, Care, Integration, Therapy, Ratings };
inline constexpr int kAxisLaneCount = static_cast<int>(AxisLane::Ratings) + 1;

/// What a step is marked with, beside its place in time.
enum class AxisMark { None, Due, Late, Blocked, Missed };

/// One step, or a session that belongs to no step, on the axis. All times are the practice's wall time.
struct AxisItem {
    QString key; ///< of the step; of a session off the plan its id
    AxisLane lane = AxisLane::Care;
    QString label;      ///< beside the mark, e.g. "dose 8, risk item 7 is open"
    QString shortLabel; ///< where there is less room, e.g. "8"
    QString sentence;   ///< the whole step for a screen reader
    std::optional<QDateTime> from;
    std::optional<QDateTime> target;
    std::optional<QDateTime> to;
    std::optional<QDateTime> at; ///< when it was held, else when it is booked
    bool isHeld = false;
    bool isBooked = false;
    bool isWaived = false;
    bool isMovable = false; ///< a step that is still to come
    AxisMark mark = AxisMark::None;
    QStringList waitsFor; ///< keys of steps

    /// Where the glyph stands: at the actual time, else at the target.
    [[nodiscard]] std::optional<QDateTime> place() const { return at ? at : target; }
};

/// Sessions of the patient, so that those off the plan are seen too.
struct PatientSessions {
    QList<record::DosingSession> dosing;
    QList<record::TherapySession> therapy;
};

/// What stands on the axis, by time. Steps without any date are left out: the list beside names them.
[[nodiscard]] QList<AxisItem> axisItems(const workflow::PlanView& view, const PatientSessions& sessions,
                                        const QTimeZone& zone);

[[nodiscard]] QString laneText(AxisLane lane);
/// The glyph of a lane; none for care steps, which are bars alone.
[[nodiscard]] std::optional<Marker> laneMarker(AxisLane lane);

} // namespace kairos::ui
