// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace kairos::ui {

class Page;
struct PageContext;
struct TomorrowPlace;
struct WeekPlace;

/// The page of the day: sessions, the next open day, integration windows, what needs a person.
[[nodiscard]] Page* makeTodayPage(const PageContext& context, QWidget* parent);

/// The readiness of a day's doses.
[[nodiscard]] Page* makeTomorrowPage(const TomorrowPlace& place, const PageContext& context, QWidget* parent);

/// The appointments of a week.
[[nodiscard]] Page* makeWeekPage(const WeekPlace& place, const PageContext& context, QWidget* parent);

} // namespace kairos::ui
