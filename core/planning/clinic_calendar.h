// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/planned_course.h"

#include <QSet>

#include <optional>

namespace kairos::planning {

/// Days from `first` to `last`, both included.
struct DayRange {
    QDate first;
    QDate last;
};

/// Which days the clinic is open.
class ClinicCalendar {
public:
    explicit ClinicCalendar(const PlanRequest& request);

    [[nodiscard]] bool isOpen(QDate day) const;
    /// The first open day from `day` on, within a year.
    [[nodiscard]] std::optional<QDate> firstOpen(QDate day) const;
    /// The open day of the range nearest to `wish`, of two equally near the earlier.
    [[nodiscard]] std::optional<QDate> nearestOpen(QDate wish, DayRange range) const;

private:
    QSet<int> m_closedWeekdays;
    QSet<QDate> m_holidays;
};

} // namespace kairos::planning
