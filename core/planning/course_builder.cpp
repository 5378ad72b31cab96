// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/course_builder.h"

#include "core/planning/integration_window.h"
#include "core/planning/step_time.h"

#include "core/base/check.h"

#include <algorithm>
#include <memory>

namespace kairos::planning {

using protocols::StepOrigin;
using protocols::StepSkeleton;
using record::StepWindow;

namespace {

/// The dose whose waiving takes the step along; 0 for none.
int doseOf(const StepSkeleton& skeleton, const protocols::Protocol& protocol) {
    switch (skeleton.origin) {
    case StepOrigin::Dose:
    case StepOrigin::Integration:
    case StepOrigin::MeasureBeforeDose:
    case StepOrigin::MeasureAfterDose:
        return skeleton.index;
    case StepOrigin::Therapy: {
        const protocols::TherapyStrand& strand = *protocol.strands().at(skeleton.part);
        return strand.anchored.isEmpty() ? 0 : strand.anchored.at(skeleton.index - 1).dose;
    }
    default:
        return 0;
    }
}

/// A chosen day outside the rule's limits moves the limit: earliest <= target <= latest always holds.
void stretch(StepWindow& window) {
    if (startOf(window.target) < startOf(window.earliest)) {
        window.earliest = window.target;
    }
    if (endOf(window.target) > endOf(window.latest)) {
        window.latest = window.target;
    }
}

/// A year no course of care begins in is a slip of the pen.
bool isPlausible(QDate start) {
    constexpr int kFirstYear = 1900;
    constexpr int kLastYear = 2199;
    return start.isValid() && start.year() >= kFirstYear && start.year() <= kLastYear;
}

} // namespace

CourseBuilder::CourseBuilder(const CourseInput& input) : m_input(input), m_calendar(input.request) {
    m_course.protocol = input.protocol.id;
    m_course.protocolVersion = input.protocol.version;
    m_course.start = isPlausible(input.request.start) ? input.request.start : QDate();
}

PlannedCourse CourseBuilder::build() {
    const auto ordered = protocols::inOrderOfDependence(protocols::stepSkeletons(m_input.protocol));
    KAIROS_CHECK(ordered.has_value()); // the loader refuses a protocol whose steps have no order
    for (const StepSkeleton& skeleton : *ordered) {
        if (const int dose = doseOf(skeleton, m_input.protocol)) {
            m_doseOf.insert(skeleton.key, dose);
        }
    }
    placeDoses();
    m_course.steps.reserve(ordered->size());
    for (const StepSkeleton& skeleton : *ordered) {
        addStep(skeleton);
    }
    addRequestFindings();
    addDoseFindings();
    addTooSoonFinding();
    addTherapyFinding();
    return m_course;
}

void CourseBuilder::placeDoses() {
    if (!m_course.start.isValid()) {
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
    wishes.chosen.resize(count);
    wishes.notBefore = request.notBefore;
    int lastHeld = 0;
    for (int dose = 1; dose <= count; ++dose) {
        const PlannedStep* former = m_input.former ? m_input.former->find(doseKey(dose)) : nullptr;
        const bool isSameStart = m_input.former && m_input.former->start == request.start;
        if (former && former->window && isSameStart) {
            wishes.former[dose - 1] = former->window->target.date;
        }
        wishes.held[dose - 1] = heldDay(doseKey(dose));
        wishes.chosen[dose - 1] = chosenDay(doseKey(dose));
        lastHeld = wishes.held.at(dose - 1) ? dose : lastHeld;
    }
    for (int dose = 1; dose <= count; ++dose) {
        const bool isWaived = m_input.facts.value(doseKey(dose)).kind == FactKind::Waived;
        if (isWaived || (dose < lastHeld && !wishes.held.at(dose - 1))) {
            wishes.skipped.insert(dose); // a dose is never put before one that was already given
        }
    }
    if (m_input.protocol.integration) {
        // The search asks for the same days again and again, and zones are slow to reckon with.
        wishes.hasIntegrationDay = [this, known = std::make_shared<QHash<QDate, bool>>()](QDate day) {
            auto found = known->constFind(day);
            if (found == known->constEnd()) {
                found = known->insert(day, hasIntegrationAfter(day));
            }
            return *found;
        };
    }
    return wishes;
}

bool CourseBuilder::hasIntegrationAfter(QDate day) const {
    constexpr int kHoursOfDay = 24;
    const protocols::IntegrationRule& rule = *m_input.protocol.integration;
    // Whole days inside the window need no reckoning with the clock.
    const int last = rule.latestHours / kHoursOfDay - 1;
    for (int ahead = rule.targetFromHours / kHoursOfDay + 1; ahead <= last; ++ahead) {
        if (m_calendar.isFree(day.addDays(ahead), Presence::Everyone)) {
            return true;
        }
    }
    return reckonIntegration(*m_input.protocol.integration, doseEnd(0, day), m_input.request, m_calendar)
        .has_value();
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
    const auto chosen = chosenDay(skeleton.key);
    if (chosen && step.window && !kept) {
        addChosenFindings(skeleton, step.window);
        stretch(*step.window);
    }
    if (step.window && !chosen && !kept) {
        addOvertakenFindings(skeleton, *step.window);
    }
    const auto convention = conventionOf(skeleton);
    const bool fitsNowhere = !step.window && m_course.start.isValid() && !isOfSkippedDose(skeleton.key);
    if (fitsNowhere && convention && dependencyWithoutDate(skeleton).isEmpty()) {
        m_missedConventions.insert(skeleton.key, *convention);
    }
    if (step.window) {
        addConventionFindings(skeleton);
    }
    if (!step.window && !isOfSkippedDose(skeleton.key)) {
        explainMissingDate(skeleton);
    } else if (step.window && skeleton.origin == StepOrigin::Integration) {
        addSameDayFinding(skeleton, *step.window);
    }
    m_index.insert(step.key, m_course.steps.size());
    m_course.steps.append(step);
}

/// The chosen day of a step that is still to be held.
std::optional<QDate> CourseBuilder::chosenDay(const QString& key) const {
    const QDate chosen = m_input.request.chosen.value(key);
    return chosen.isValid() && !m_input.facts.contains(key) ? std::optional(chosen) : std::nullopt;
}

CourseBuilder::Window CourseBuilder::keptWindow(const StepSkeleton& skeleton) const {
    const PlannedStep* former = m_input.former ? m_input.former->find(skeleton.key) : nullptr;
    const int dose = m_doseOf.value(skeleton.key);
    const bool isPassedOver = m_skipped.contains(dose) &&
                              (skeleton.origin == StepOrigin::Dose || skeleton.origin == StepOrigin::Therapy);
    const bool isSettled = m_input.facts.contains(skeleton.key) || isPassedOver;
    if (!former || !isSettled || skeleton.origin == StepOrigin::Integration) {
        return std::nullopt;
    }
    return former->window;
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
    return base::Instant::fromLocal(day, request.doseSlotOn(day), request.zone)
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

/// A dose that will not be held, its integration, its sessions and the ratings around it need no date and
/// hold nothing up.
bool CourseBuilder::isOfSkippedDose(const QString& key) const {
    return m_skipped.contains(m_doseOf.value(key));
}

/// How sure the rule is that asks for a step, where it is a convention: what no trial or label of high
/// confidence stands behind is told and holds nothing up. Consent and screening are no conventions, and a
/// dose keeps its own gaps.
std::optional<base::Confidence> CourseBuilder::conventionOf(const StepSkeleton& skeleton) const {
    using record::StepKind;
    const protocols::Protocol& protocol = m_input.protocol;
    std::optional<base::Confidence> confidence;
    switch (skeleton.origin) {
    case StepOrigin::Integration:
        confidence = protocol.integration->confidence;
        break;
    case StepOrigin::Therapy:
        confidence = protocol.strands().at(skeleton.part)->confidence;
        break;
    case StepOrigin::Template:
        confidence = protocol.templateOf(skeleton.key)->confidence;
        break;
    case StepOrigin::Checkpoint:
        for (const protocols::Checkpoint& point : protocol.checkpoints) {
            confidence = point.key == skeleton.key ? point.confidence : confidence;
        }
        break;
    default:
        return std::nullopt;
    }
    const bool isSafety = skeleton.kind == StepKind::Consent || skeleton.kind == StepKind::Screening;
    return isSafety || confidence == base::Confidence::High ? std::nullopt : confidence;
}

/// The rating before a dose takes its day from the dose, so that it is never the reason why the dose has
/// none.
QString CourseBuilder::dependencyWithoutDate(const StepSkeleton& skeleton) const {
    if (skeleton.origin == StepOrigin::MeasureBeforeDose) {
        return doseDay(skeleton.index) ? QString() : doseKey(skeleton.index);
    }
    const QString ownRatings = QStringLiteral("-") + skeleton.key;
    for (const QString& key : skeleton.dependsOn) {
        const bool isOwnRating = skeleton.origin == StepOrigin::Dose && key.endsWith(ownRatings);
        const bool isExempt = m_input.facts.contains(key) || isOfSkippedDose(key) || isOwnRating ||
                              m_missedConventions.contains(key);
        if (!isExempt && !dayOf(key)) {
            return key;
        }
    }
    return {};
}

} // namespace kairos::planning
