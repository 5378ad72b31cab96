// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/step.h"

#include <QDateTime>
#include <QTimeZone>

namespace kairos::planning {

/// A local time without zone arithmetic, for comparing with the points of a window. Only for values that are
/// already in the practice's local time.
[[nodiscard]] QDateTime wallTime(QDate date, QTime time);
/// The local reading of a moment in `zone`.
[[nodiscard]] QDateTime wallTime(const base::Instant& instant, const QTimeZone& zone);

/// The first moment of a point: its time, or the day's beginning.
[[nodiscard]] QDateTime startOf(const record::StepTime& point);
/// The last moment of a point: its time, or the day's end.
[[nodiscard]] QDateTime endOf(const record::StepTime& point);

/// True from the start of the earliest point to the end of the latest.
[[nodiscard]] bool isInside(const record::StepWindow& window, const QDateTime& wall);

/// "2026-03-03T10:40" for a point with a time, "2026-03-03" for a day.
[[nodiscard]] QString toIso(const record::StepTime& point);

} // namespace kairos::planning
