// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/integration_window.h"

#include "core/planning/step_time.h"

#include <algorithm>

namespace kairos::planning {

namespace {

record::StepTime pointOf(const QDateTime& wall) {
    return {wall.date(), wall.time()};
}

/// The first open moment from `from` to `until`: `from` itself on an open day, else the first slot of an open
/// day.
std::optional<QDateTime> firstOpenMoment(const ClinicCalendar& calendar, const PlanRequest& request,
                                         const QDateTime& from, const QDateTime& until) {
    for (QDate day = from.date(); day <= until.date(); day = day.addDays(1)) {
        const QDateTime moment = day == from.date() ? from : wallTime(day, request.slotOn(day));
        if (calendar.isFree(day, Presence::Everyone) && moment <= until) {
            return moment;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<record::StepWindow> reckonIntegration(const protocols::IntegrationRule& rule,
                                                    const base::Instant& doseEnd,
                                                    const PlanRequest& request) {
    return reckonIntegration(rule, doseEnd, request, ClinicCalendar(request));
}

std::optional<record::StepWindow> reckonIntegration(const protocols::IntegrationRule& rule,
                                                    const base::Instant& doseEnd, const PlanRequest& request,
                                                    const ClinicCalendar& calendar) {
    const QDateTime end = wallTime(doseEnd, request.zone);
    const QDateTime earliest = wallTime(end.date().addDays(1), QTime(0, 0));
    const QDateTime wish =
        std::max(earliest, wallTime(doseEnd.plusMinutes(60 * rule.targetFromHours), request.zone));
    const QDateTime latest = wallTime(doseEnd.plusMinutes(60 * rule.latestHours), request.zone);
    auto target = firstOpenMoment(calendar, request, wish, latest);
    if (!target) {
        const QDateTime firstSlot = wallTime(earliest.date(), request.slotOn(earliest.date()));
        target = firstOpenMoment(calendar, request, firstSlot, wish);
    }
    if (!target) {
        return std::nullopt;
    }
    return record::StepWindow{pointOf(earliest), pointOf(*target), pointOf(latest)};
}

} // namespace kairos::planning
