// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/trend_chart_model.h"

#include "core/record/dosing_session.h"
#include "core/record/therapy_session.h"

#include <QList>
#include <QStringView>

namespace kairos::ui {

/// The sessions of a course that a trend chart marks.
struct CourseSessions {
    QList<record::DosingSession> dosing;
    QList<record::TherapySession> therapy;
};

/// Therapy and integration as lanes, doses to come as outlined signs; cancelled sessions and no-shows leave
/// no sign. Times are those of the sessions, or of their booking.
[[nodiscard]] TrendChartInput chartInputOf(const CourseSessions& sessions, const base::Instant& now);

/// The number of an instrument's colour, marker and dash, 1 to 5: the same on every chart.
[[nodiscard]] int seriesNumberOf(QStringView instrument);

} // namespace kairos::ui
