// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"
#include "core/protocols/protocol.h"

namespace kairos::planning::fixture {

/// A shipped protocol.
[[nodiscard]] protocols::Protocol protocol(const char* id);
/// The first dose on Monday 2 March 2026, no closed day.
[[nodiscard]] PlanRequest fromMonday();
/// The same with the weekend closed.
[[nodiscard]] PlanRequest weekdaysOnly();
/// The target days of the dosing steps; invalid where there is none.
[[nodiscard]] QList<QDate> doseDays(const PlannedCourse& course);
/// A fact that a step was held at a UTC time such as "2026-03-02T10:40".
[[nodiscard]] StepFact heldAt(const char* utc);
[[nodiscard]] QDate day(const char* iso);
/// "earliest target latest" of a step, "none" without a window.
[[nodiscard]] QString windowText(const PlannedCourse& course, const char* key);

} // namespace kairos::planning::fixture
