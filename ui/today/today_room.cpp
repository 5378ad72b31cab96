// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/today_room.h"

#include "ui/today/readiness_page.h"
#include "ui/today/today_page.h"
#include "ui/today/week_page.h"

namespace kairos::ui {

Page* makeTodayPage(const PageContext& context, QWidget* parent) {
    return new TodayPage(context, parent);
}

Page* makeTomorrowPage(const TomorrowPlace& place, const PageContext& context, QWidget* parent) {
    return new ReadinessPage(place, context, parent);
}

Page* makeWeekPage(const WeekPlace& place, const PageContext& context, QWidget* parent) {
    return new WeekPage(place, context, parent);
}

} // namespace kairos::ui
