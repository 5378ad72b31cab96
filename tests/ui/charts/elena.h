// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/session_curve.h"
#include "ui/charts/trend_chart_model.h"

#include "tests/support/series.h"

/// The course of Elena Marsh, the synthetic practice's patient, up to Monday 2 November 2026.
namespace kairos::testing {

inline base::Instant on(int month, int day, QTime time = QTime(9, 10)) {
    return base::Instant::fromLocal(QDate(2026, month, day), time, zone());
}

inline outcomes::Course elenaCourse() {
    outcomes::Course course;
    course.zone = zone();
    int number = 0;
    for (const base::Instant& start :
         {on(9, 7, QTime(10, 0)), on(9, 10, QTime(10, 0)), on(9, 14, QTime(10, 0)), on(9, 17, QTime(10, 0)),
          on(9, 21, QTime(10, 0)), on(9, 24, QTime(10, 0)), on(10, 12, QTime(10, 12))}) {
        course.doses.append(outcomes::DoseMark{start, start.plusMinutes(40), ++number});
    }
    return course;
}

inline QList<record::Rating> elenaQids() {
    struct Row {
        int month, day;
        double total;
    };
    QList<record::Rating> made;
    for (const Row& row : {Row{8, 24, 19}, Row{9, 7, 18}, Row{9, 10, 15}, Row{9, 14, 14}, Row{9, 17, 12},
                           Row{9, 21, 11}, Row{9, 24, 9}, Row{10, 1, 9}, Row{10, 8, 8}, Row{10, 12, 8},
                           Row{10, 19, 6}, Row{10, 26, 5}, Row{11, 2, 7}}) {
        made.append(rating("qids-sr16", on(row.month, row.day), row.total));
    }
    return made;
}

inline ui::TrendChartInput elenaInput() {
    using ui::LaneEvent;
    using ui::MarkState;
    ui::LaneInput cbt{QStringLiteral("CBT"), ui::Marker::Square, 3, {}};
    for (const int day : {1, 8, 15, 22, 29}) {
        cbt.events.append(LaneEvent{on(10, day, QTime(16, 0)), MarkState::Held, false});
    }
    for (const int day : {5, 12, 19, 26}) {
        cbt.events.append(LaneEvent{on(11, day, QTime(16, 0)), MarkState::Planned, false});
    }
    ui::LaneInput integration{QStringLiteral("integration"), ui::Marker::Diamond, 4, {}};
    for (const int day : {8, 11, 15, 21, 22, 25}) {
        integration.events.append(LaneEvent{on(9, day, QTime(15, 0)), MarkState::Held, day == 21});
    }
    integration.events.append(LaneEvent{on(10, 13, QTime(15, 10)), MarkState::Held, false});
    integration.events.append(LaneEvent{on(11, 3, QTime(15, 0)), MarkState::Planned, false});
    ui::TrendChartInput input;
    input.lanes = {cbt, integration};
    input.plannedDoses = {{on(11, 2, QTime(10, 0)), 8}, {on(11, 23, QTime(10, 0)), 9}};
    input.today = on(11, 2, QTime(9, 36));
    return input;
}

inline outcomes::Trend elenaTrend() {
    return outcomes::trendOf(instrument("qids-sr16"), elenaQids(), elenaCourse());
}

inline ui::TrendChartModel elenaModel() {
    return ui::makeTrendChartModel(instrument("qids-sr16"), elenaTrend(), elenaCourse(), elenaInput());
}

/// Dose 8 over the earlier seven.
inline ui::SessionCurve elenaCurve() {
    ui::SessionCurve curve;
    curve.points = {{-15, 124, 78, 70}, {0, 126, 80, 72},  {10, 138, 86, 80},
                    {20, 149, 92, 86},  {30, 156, 94, 95}, {40, 158, 96, 97},
                    {60, 146, 88, 86},  {90, 132, 82, 76}, {120, 126, 80, 72}};
    for (int dose = 0; dose < 7; ++dose) {
        const int shift = dose - 4;
        curve.earlier.append({{-15, 124 + shift, 77 + shift / 2, 70},
                              {0, 126 + shift, 78 + shift / 2, 71},
                              {20, 144 + shift, 88 + shift / 2, 80},
                              {40, 154 + shift, 92 + shift / 2, 88},
                              {60, 145 + shift, 87 + shift / 2, 82},
                              {90, 131 + shift, 80 + shift / 2, 75},
                              {120, 124 + shift, 77 + shift / 2, 72}});
    }
    curve.limits = {{180, QStringLiteral("stop 180"), ui::LimitLevel::Stop},
                    {160, QStringLiteral("caution 160"), ui::LimitLevel::Caution},
                    {154, QStringLiteral("+30 = 154"), ui::LimitLevel::Information}};
    curve.events = {{12, QStringLiteral("a")}, {24, QStringLiteral("b")}};
    curve.infusionEnd = 40;
    return curve;
}

} // namespace kairos::testing
