// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/course_builder.h"

#include "core/planning/integration_window.h"
#include "core/planning/step_time.h"

#include <algorithm>

namespace kairos::planning {

using protocols::StepOrigin;
using protocols::StepSkeleton;
using record::StepTime;
using record::StepWindow;

namespace {

constexpr int kDaysOfWeek = 7;

/// The days of the `index`-th of `count` equal parts of a week that begins on `first`.
DayRange partOfWeek(QDate first, int index, int count) {
    return {first.addDays(kDaysOfWeek * index / count), first.addDays(kDaysOfWeek * (index + 1) / count - 1)};
}

QDate middleOf(const DayRange& range) {
    return range.first.addDays(range.first.daysTo(range.last) / 2);
}

/// A form needs no appointment with the clinician, unless it is part of one.
Presence presenceFor(const StepSkeleton& skeleton) {
    return skeleton.minutes > 0 ? Presence::Everyone : Presence::Patient;
}

} // namespace

CourseBuilder::Window CourseBuilder::windowOf(const StepSkeleton& skeleton) {
    const bool hasStart = m_course.start.isValid();
    const bool waits = !chosenDay(skeleton.key) && !dependencyWithoutDate(skeleton).isEmpty();
    if (!hasStart || isOfSkippedDose(skeleton.key) || waits) {
        return std::nullopt;
    }
    if (skeleton.origin == StepOrigin::Dose) {
        return doseWindow(skeleton.index);
    }
    if (skeleton.origin == StepOrigin::Integration) {
        return integrationWindow(skeleton);
    }
    if (skeleton.origin == StepOrigin::MeasureBeforeDose) {
        const auto day = doseDay(skeleton.index);
        return day ? Window(StepWindow{{*day, {}}, {*day, {}}, {*day, {}}}) : std::nullopt;
    }
    const auto allowed = allowedDays(skeleton);
    return allowed ? dayWindow(skeleton, *allowed) : std::nullopt;
}

CourseBuilder::Window CourseBuilder::doseWindow(int dose) const {
    const DosePlace& place = m_doses.at(dose - 1);
    if (!place.date) {
        return std::nullopt;
    }
    if (chosenDay(doseKey(dose))) {
        return StepWindow{{place.earliest, {}}, {*place.date, {}}, {place.latest, {}}};
    }
    StepWindow window{{place.earliest, {}}, {*place.date, {}}, {std::max(place.latest, *place.date), {}}};
    window.earliest.date = std::min(place.earliest, *place.date);
    const int withinDays = m_input.protocol.lastPreparationWithinDays;
    if (dose == 1 && withinDays > 0) {
        std::optional<QDate> prepared;
        for (const PlannedStep& step : m_course.steps) {
            if (step.kind == record::StepKind::Preparation) {
                prepared = std::max(prepared, dayOf(step.key));
            }
        }
        window.latest.date =
            std::max(window.latest.date, prepared ? prepared->addDays(withinDays) : *place.date);
    }
    return window;
}

CourseBuilder::Window CourseBuilder::integrationWindow(const StepSkeleton& skeleton) const {
    const auto day = doseDay(skeleton.index);
    if (!day) {
        return std::nullopt;
    }
    const protocols::IntegrationRule& rule = *m_input.protocol.integration;
    const base::Instant end = doseEnd(skeleton.index, *day);
    const auto chosen = chosenDay(skeleton.key);
    if (!chosen) {
        return reckonIntegration(rule, end, m_input.request, m_calendar);
    }
    // The limits are those of a clinic that is always open; the chosen day is held against them.
    PlanRequest open = m_input.request;
    open.closedWeekdays.clear();
    open.holidays.clear();
    open.patientAway.clear();
    open.clinicianAway.clear();
    Window window = reckonIntegration(rule, end, open);
    if (window && window->target.date != *chosen) {
        window->target = {*chosen, m_input.request.slotOn(*chosen)};
    }
    return window;
}

std::optional<CourseBuilder::Allowed> CourseBuilder::allowedDays(const StepSkeleton& skeleton) {
    switch (skeleton.origin) {
    case StepOrigin::Template:
        return templateDays(skeleton);
    case StepOrigin::Checkpoint:
        return checkpointDays(skeleton);
    case StepOrigin::Therapy:
        return therapyDays(skeleton);
    default:
        return measureDays(skeleton);
    }
}

std::optional<CourseBuilder::Allowed> CourseBuilder::templateDays(const StepSkeleton& skeleton) const {
    const protocols::StepTemplate* rule = m_input.protocol.templateOf(skeleton.key);
    const auto anchor = anchorDay(rule->anchor);
    if (!anchor) {
        return std::nullopt;
    }
    return Allowed{{anchor->addDays(rule->earliestDay), anchor->addDays(rule->latestDay)},
                   anchor->addDays(rule->targetDay),
                   latestDependency(skeleton),
                   presenceFor(skeleton)};
}

/// From the dose it looks back on to the next one, on whose day it comes first. A dose that was left out does
/// not take the look along.
std::optional<CourseBuilder::Allowed> CourseBuilder::checkpointDays(const StepSkeleton& skeleton) const {
    std::optional<QDate> from;
    std::optional<QDate> to;
    for (int dose = 1; dose <= m_doses.size(); ++dose) {
        const auto day = doseDay(dose);
        if (dose <= skeleton.index) {
            from = day ? day : from;
        } else if (!to) {
            to = day;
        }
    }
    if (!from) {
        return std::nullopt;
    }
    const QDate last = to.value_or(from->addDays(kDaysOfWeek));
    return Allowed{{*from, last}, last, latestDependency(skeleton), presenceFor(skeleton)};
}

std::optional<CourseBuilder::Allowed> CourseBuilder::therapyDays(const StepSkeleton& skeleton) {
    const protocols::TherapyStrand& strand = *m_input.protocol.strands().at(skeleton.part);
    if (!strand.anchored.isEmpty()) {
        return anchoredDays(skeleton);
    }
    const auto first = anchorDay(protocols::Anchor::FirstDose);
    if (!first) {
        return std::nullopt;
    }
    QDate begin = first->addDays(kDaysOfWeek * (strand.fromWeek - 1));
    for (const QString& need : strand.dependsOn) {
        begin = std::max(begin, dayOf(need).value_or(begin));
    }
    int week = 0;
    int sessionsBefore = 0;
    while (sessionsBefore + strand.perWeek.at(week) < skeleton.index) {
        sessionsBefore += strand.perWeek.at(week);
        ++week;
    }
    int& delay = m_therapyDelayDays[skeleton.part];
    const DayRange range = partOfWeek(begin.addDays(kDaysOfWeek * week + delay),
                                      skeleton.index - sessionsBefore - 1, strand.perWeek.at(week));
    if (const auto held = heldDay(skeleton.key); held && *held > range.last) {
        delay += static_cast<int>((range.last.daysTo(*held) + kDaysOfWeek - 1) / kDaysOfWeek) * kDaysOfWeek;
    }
    return Allowed{range, middleOf(range), latestDependency(skeleton),
                   strand.isAtHome ? Presence::Nobody : Presence::Everyone};
}

std::optional<CourseBuilder::Allowed> CourseBuilder::anchoredDays(const StepSkeleton& skeleton) const {
    const protocols::TherapyStrand& strand = *m_input.protocol.strands().at(skeleton.part);
    const protocols::AnchoredSession& session = strand.anchored.at(skeleton.index - 1);
    const auto day = doseDay(session.dose);
    if (!day) {
        return std::nullopt;
    }
    return Allowed{{day->addDays(session.earliestDay), day->addDays(session.latestDay)},
                   day->addDays(session.targetDay),
                   latestDependency(skeleton),
                   strand.isAtHome ? Presence::Nobody : Presence::Everyone};
}

std::optional<CourseBuilder::Allowed> CourseBuilder::measureDays(const StepSkeleton& skeleton) const {
    const protocols::MeasureRule& rule = m_input.protocol.measures.at(skeleton.part);
    if (skeleton.origin == StepOrigin::MeasureAfterDose) {
        const auto day = doseDay(skeleton.index);
        if (!day) {
            return std::nullopt;
        }
        // A question by telephone: on an open day where there is one, else on the day itself.
        const DayRange range{day->addDays(rule.earliestDay), day->addDays(rule.latestDay)};
        const QDate wish = day->addDays(rule.targetDay);
        const bool hasOpenDay = m_calendar.nearestOpen(wish, range, Presence::Patient).has_value();
        return Allowed{range, wish, latestDependency(skeleton),
                       hasOpenDay ? Presence::Patient : Presence::Nobody};
    }
    const auto first = anchorDay(protocols::Anchor::FirstDose);
    if (!first) {
        return std::nullopt;
    }
    if (skeleton.origin == StepOrigin::MeasureEveryDays) {
        const QDate target = first->addDays(rule.everyDays * skeleton.index);
        return Allowed{{target.addDays(-rule.windowDays), target.addDays(rule.windowDays)},
                       target,
                       *first,
                       Presence::Patient};
    }
    const DayRange week = partOfWeek(first->addDays(kDaysOfWeek * (skeleton.index - 1)), 0, 1);
    return Allowed{week, middleOf(week), week.first, Presence::Patient};
}

CourseBuilder::Window CourseBuilder::dayWindow(const StepSkeleton& skeleton, const Allowed& allowed) const {
    const DayRange range{std::max(allowed.range.first, allowed.notBefore), allowed.range.last};
    auto target = chosenDay(skeleton.key);
    if (!target) {
        target = m_calendar.nearestOpen(allowed.wish, range, allowed.presence);
    }
    if (!target) {
        return std::nullopt;
    }
    StepWindow window{{allowed.range.first, {}}, {*target, {}}, {allowed.range.last, {}}};
    const int dose = skeleton.origin == StepOrigin::Therapy ? m_doseOf.value(skeleton.key) : 0;
    const auto strand = dose > 0 ? m_input.protocol.strandOf(skeleton.key) : nullptr;
    if (strand && strand->notBeforeHours) {
        constexpr int kMinutesOfHour = 60;
        const base::Instant from =
            doseEnd(dose, *doseDay(dose)).plusMinutes(kMinutesOfHour * *strand->notBeforeHours);
        const QDateTime wall = wallTime(from, m_input.request.zone);
        if (wall > startOf(window.earliest)) {
            window.earliest = StepTime{wall.date(), wall.time()};
        }
        if (wall > startOf(window.target) && wall.date() == window.target.date) {
            window.target = StepTime{wall.date(), wall.time()};
        }
    }
    return window;
}

std::optional<QDate> CourseBuilder::anchorDay(protocols::Anchor anchor) const {
    switch (anchor) {
    case protocols::Anchor::FirstDose:
        for (int dose = 1; dose <= m_doses.size(); ++dose) {
            if (const auto day = doseDay(dose)) {
                return day;
            }
        }
        return std::nullopt;
    case protocols::Anchor::LastDose:
        return lastDoseDay();
    case protocols::Anchor::LastTherapy:
        return dayOf(m_input.protocol.therapy->keyOf(m_input.protocol.therapy->count()));
    }
    return std::nullopt;
}

} // namespace kairos::planning
