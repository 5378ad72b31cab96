// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/course_builder.h"

#include "core/planning/integration_window.h"
#include "core/planning/step_time.h"

#include "core/base/check.h"

#include <algorithm>

namespace kairos::planning {

using protocols::StepOrigin;
using protocols::StepSkeleton;
using record::StepTime;
using record::StepWindow;

namespace {

QString doseKey(int dose) {
    return QStringLiteral("dose-%1").arg(dose);
}

/// The days of the `index`-th of `count` equal parts of a week that begins on `first`.
DayRange partOfWeek(QDate first, int index, int count) {
    return {first.addDays(7 * index / count), first.addDays(7 * (index + 1) / count - 1)};
}

QDate middleOf(const DayRange& range) {
    return range.first.addDays(range.first.daysTo(range.last) / 2);
}

} // namespace

CourseBuilder::CourseBuilder(const CourseInput& input) : m_input(input), m_calendar(input.request) {
    m_course.protocol = input.protocol.id;
    m_course.protocolVersion = input.protocol.version;
    m_course.start = input.request.start;
}

PlannedCourse CourseBuilder::build() {
    placeDoses();
    const auto ordered = protocols::inOrderOfDependence(protocols::stepSkeletons(m_input.protocol));
    KAIROS_CHECK(ordered.has_value()); // the loader refuses a protocol whose steps have no order
    for (const StepSkeleton& skeleton : *ordered) {
        addStep(skeleton);
    }
    addDoseFindings();
    addTherapyFinding();
    return m_course;
}

void CourseBuilder::placeDoses() {
    if (!m_input.request.start.isValid()) {
        m_doses.resize(m_input.protocol.regimen.count()); // without a start no step has a date
        return;
    }
    const DoseWishes wishes = doseWishes();
    m_skipped = wishes.skipped;
    m_doses = DoseSearch(m_input.protocol.regimen, m_calendar, wishes).place();
}

DoseWishes CourseBuilder::doseWishes() const {
    const int count = m_input.protocol.regimen.count();
    const PlanRequest& request = m_input.request;
    DoseWishes wishes;
    wishes.ideal =
        idealDoseDays(m_input.protocol.regimen, m_calendar.firstOpen(request.start).value_or(request.start));
    wishes.former.resize(count);
    wishes.held.resize(count);
    wishes.notBefore = request.notBefore;
    int lastHeld = 0;
    for (int dose = 1; dose <= count; ++dose) {
        const PlannedStep* former = m_input.former ? m_input.former->find(doseKey(dose)) : nullptr;
        const bool isSameStart = m_input.former && m_input.former->start == request.start;
        if (former && former->window && isSameStart) {
            wishes.former[dose - 1] = former->window->target.date;
        }
        wishes.held[dose - 1] = heldDay(doseKey(dose));
        lastHeld = wishes.held.at(dose - 1) ? dose : lastHeld;
    }
    for (int dose = 1; dose <= count; ++dose) {
        const bool isWaived = m_input.facts.value(doseKey(dose)).kind == FactKind::Waived;
        if (isWaived || (dose < lastHeld && !wishes.held.at(dose - 1))) {
            wishes.skipped.insert(dose); // a dose is never put before one that was already given
        }
    }
    if (m_input.protocol.integration) {
        wishes.hasIntegrationDay = [this](QDate day) {
            return reckonIntegration(*m_input.protocol.integration, doseEnd(0, day), m_input.request)
                .has_value();
        };
    }
    return wishes;
}

void CourseBuilder::addStep(const StepSkeleton& skeleton) {
    PlannedStep step;
    step.key = skeleton.key;
    step.kind = skeleton.kind;
    step.number = skeleton.number;
    step.title = skeleton.title;
    step.strand = skeleton.strand;
    step.dependsOn = skeleton.dependsOn;
    step.instruments = skeleton.instruments;
    step.minutes = skeleton.minutes;
    step.basis = skeleton.basis;
    const Window reckoned = windowOf(skeleton); // also where it is kept: a late session delays those after it
    const Window kept = keptWindow(skeleton);
    step.window = kept ? kept : reckoned;
    if (!step.window && !isOfSkippedDose(skeleton.key)) {
        explainMissingDate(skeleton);
    } else if (step.window && skeleton.origin == StepOrigin::Integration) {
        addSameDayFinding(skeleton, *step.window);
    }
    m_index.insert(step.key, m_course.steps.size());
    m_course.steps.append(step);
}

CourseBuilder::Window CourseBuilder::keptWindow(const StepSkeleton& skeleton) const {
    const PlannedStep* former = m_input.former ? m_input.former->find(skeleton.key) : nullptr;
    const bool isPassedOver = skeleton.origin == StepOrigin::Dose && m_skipped.contains(skeleton.index);
    const bool isSettled = m_input.facts.contains(skeleton.key) || isPassedOver;
    if (!former || !isSettled || skeleton.origin == StepOrigin::Integration) {
        return std::nullopt;
    }
    return former->window;
}

CourseBuilder::Window CourseBuilder::windowOf(const StepSkeleton& skeleton) {
    const bool hasStart = m_input.request.start.isValid();
    if (!hasStart || isOfSkippedDose(skeleton.key) || !dependencyWithoutDate(skeleton).isEmpty()) {
        return std::nullopt;
    }
    switch (skeleton.origin) {
    case StepOrigin::Dose:
        return doseWindow(skeleton.index);
    case StepOrigin::Integration:
        return integrationWindow(skeleton.index);
    case StepOrigin::Therapy:
        return therapyWindow(skeleton);
    case StepOrigin::MeasureBeforeDose:
    case StepOrigin::MeasureWeekly:
        return measureWindow(skeleton);
    case StepOrigin::Template:
        return templateWindow(skeleton);
    }
    return std::nullopt;
}

CourseBuilder::Window CourseBuilder::doseWindow(int dose) const {
    const DosePlace& place = m_doses.at(dose - 1);
    if (!place.date) {
        return std::nullopt;
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

CourseBuilder::Window CourseBuilder::integrationWindow(int dose) const {
    const auto day = doseDay(dose);
    if (!day) {
        return std::nullopt;
    }
    return reckonIntegration(*m_input.protocol.integration, doseEnd(dose, *day), m_input.request);
}

CourseBuilder::Window CourseBuilder::templateWindow(const StepSkeleton& skeleton) const {
    const protocols::StepTemplate* rule = m_input.protocol.templateOf(skeleton.key);
    const auto anchor = anchorDay(rule->anchor);
    if (!anchor) {
        return std::nullopt;
    }
    return dayWindow({anchor->addDays(rule->earliestDay), anchor->addDays(rule->latestDay)},
                     anchor->addDays(rule->targetDay), latestDependency(skeleton));
}

CourseBuilder::Window CourseBuilder::therapyWindow(const StepSkeleton& skeleton) {
    const protocols::TherapyStrand& strand = *m_input.protocol.therapy;
    const auto first = anchorDay(protocols::Anchor::FirstDose);
    if (!first) {
        return std::nullopt;
    }
    QDate begin = first->addDays(7 * (strand.fromWeek - 1));
    for (const QString& need : strand.dependsOn) {
        begin = std::max(begin, dayOf(need).value_or(begin));
    }
    int week = 0;
    int sessionsBefore = 0;
    while (sessionsBefore + strand.perWeek.at(week) < skeleton.index) {
        sessionsBefore += strand.perWeek.at(week);
        ++week;
    }
    const DayRange range = partOfWeek(begin.addDays(7 * week + m_therapyDelayDays),
                                      skeleton.index - sessionsBefore - 1, strand.perWeek.at(week));
    if (const auto held = heldDay(skeleton.key); held && *held > range.last) {
        m_therapyDelayDays += static_cast<int>((range.last.daysTo(*held) + 6) / 7) * 7;
    }
    return dayWindow(range, middleOf(range), latestDependency(skeleton));
}

CourseBuilder::Window CourseBuilder::measureWindow(const StepSkeleton& skeleton) const {
    if (skeleton.origin == StepOrigin::MeasureBeforeDose) {
        const auto day = m_doses.at(skeleton.index - 1).date;
        return day ? Window(StepWindow{{*day, {}}, {*day, {}}, {*day, {}}}) : std::nullopt;
    }
    const auto first = anchorDay(protocols::Anchor::FirstDose);
    if (!first) {
        return std::nullopt;
    }
    const DayRange week = partOfWeek(first->addDays(7 * (skeleton.index - 1)), 0, 1);
    return dayWindow(week, middleOf(week), week.first);
}

CourseBuilder::Window CourseBuilder::dayWindow(DayRange range, QDate wish, QDate notBefore) const {
    const DayRange allowed{std::max(range.first, notBefore), range.last};
    const auto target = m_calendar.nearestOpen(wish, allowed);
    if (!target) {
        return std::nullopt;
    }
    return StepWindow{{range.first, {}}, {*target, {}}, {range.last, {}}};
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
        return dayOf(QStringLiteral("therapy-%1").arg(m_input.protocol.therapy->count()));
    }
    return std::nullopt;
}

std::optional<QDate> CourseBuilder::doseDay(int dose) const {
    return m_doses.at(dose - 1).date;
}

/// None while a dose that is still to be held has no date: what counts from the last dose cannot be known
/// then.
std::optional<QDate> CourseBuilder::lastDoseDay() const {
    std::optional<QDate> last;
    for (int dose = 1; dose <= m_doses.size(); ++dose) {
        const bool isWaived = m_input.facts.value(doseKey(dose)).kind == FactKind::Waived;
        const auto day = doseDay(dose);
        last = day || !isWaived ? day : last;
    }
    return last;
}

/// `dose` 0 asks for a dose not yet held on that day.
base::Instant CourseBuilder::doseEnd(int dose, QDate day) const {
    const auto fact = m_input.facts.constFind(doseKey(dose));
    if (fact != m_input.facts.constEnd() && fact->kind == FactKind::Held) {
        return fact->at;
    }
    const PlanRequest& request = m_input.request;
    return base::Instant::fromLocal(day, request.firstSlot, request.zone)
        .plusMinutes(m_input.protocol.regimen.lengthMinutes);
}

std::optional<QDate> CourseBuilder::dayOf(const QString& key) const {
    if (const auto held = heldDay(key)) {
        return held;
    }
    const auto index = m_index.constFind(key);
    if (index == m_index.constEnd() || !m_course.steps.at(*index).window) {
        return std::nullopt;
    }
    return m_course.steps.at(*index).window->target.date;
}

std::optional<QDate> CourseBuilder::heldDay(const QString& key) const {
    const auto fact = m_input.facts.constFind(key);
    if (fact == m_input.facts.constEnd() || fact->kind != FactKind::Held) {
        return std::nullopt;
    }
    return fact->at.local(m_input.request.zone).date();
}

/// The last target of what the step waits for. What was held late makes a step late, it does not take its
/// date away.
QDate CourseBuilder::latestDependency(const StepSkeleton& skeleton) const {
    QDate latest = QDate::fromJulianDay(0);
    for (const QString& key : skeleton.dependsOn) {
        const auto day = dayOf(key);
        if (day && !m_input.facts.contains(key)) {
            latest = std::max(latest, *day);
        }
    }
    return latest;
}

/// A dose that will not be held, its integration and the ratings before it need no date and hold nothing up.
bool CourseBuilder::isOfSkippedDose(const QString& key) const {
    return std::any_of(m_skipped.begin(), m_skipped.end(), [&key](int dose) {
        return key == doseKey(dose) || key == QStringLiteral("integration-%1").arg(dose) ||
               key == QStringLiteral("rating-dose-%1").arg(dose);
    });
}

/// The rating before a dose takes its day from the dose, so that it is never the reason why the dose has
/// none.
QString CourseBuilder::dependencyWithoutDate(const StepSkeleton& skeleton) const {
    if (skeleton.origin == StepOrigin::MeasureBeforeDose) {
        return doseDay(skeleton.index) ? QString() : doseKey(skeleton.index);
    }
    const QString ownRating = QStringLiteral("rating-%1").arg(skeleton.key);
    for (const QString& key : skeleton.dependsOn) {
        const bool isExempt = m_input.facts.contains(key) || isOfSkippedDose(key) || key == ownRating;
        if (!isExempt && !dayOf(key)) {
            return key;
        }
    }
    return {};
}

} // namespace kairos::planning
