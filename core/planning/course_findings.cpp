// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/course_builder.h"
#include "core/planning/step_time.h"
#include "core/planning/words.h"

#include <QLocale>

#include <algorithm>

namespace kairos::planning {

using base::Confidence;
using base::Finding;
using base::FindingLevel;
using protocols::StepOrigin;
using protocols::StepSkeleton;

namespace {

/// Whole years from birth to `day`.
int yearsOn(QDate birth, QDate day) {
    const bool hadBirthday = std::pair(day.month(), day.day()) >= std::pair(birth.month(), birth.day());
    return day.year() - birth.year() - (hadBirthday ? 0 : 1);
}

QString closureWords(Closure closure) {
    switch (closure) {
    case Closure::Weekday:
        return Words::tr("the clinic is closed on that weekday");
    case Closure::Holiday:
        return Words::tr("the clinic has a holiday");
    case Closure::PatientAway:
        return Words::tr("the patient cannot come");
    case Closure::ClinicianAway:
        return Words::tr("the clinician cannot come");
    }
    return {};
}

} // namespace

QString dayWords(QDate day) {
    return QLocale().toString(day, QLocale::ShortFormat);
}

void CourseBuilder::addDoseFindings() {
    std::optional<QDate> before;
    for (int dose = 1; dose <= m_doses.size(); ++dose) {
        const auto day = m_doses.at(dose - 1).date;
        if (day && before) {
            addGapFindings(dose, *before);
            addDensityFinding(dose);
        }
        before = day ? day : before;
    }
    addStartFinding();
}

/// A dose that a person puts too soon after another one holds until an override; one that was given is told.
void CourseBuilder::addShortGap(int dose, qint64 gap) {
    const protocols::DoseBlock& block = m_input.protocol.regimen.blockOf(dose);
    const bool isHeld = heldDay(doseKey(dose)).has_value();
    QString text = Words::tr("Dose %1 would not come after the dose before it").arg(dose);
    if (isHeld) {
        text =
            Words::tr("Dose %1 was held with a gap of %2 to the dose before it; at least %3 days are planned")
                .arg(dose)
                .arg(gap)
                .arg(block.minGapDays);
    } else if (gap > 0) {
        text = Words::tr("Dose %1 would have a gap of %2 to the dose before it; at least %3 days are planned")
                   .arg(dose)
                   .arg(gap)
                   .arg(block.minGapDays);
    }
    m_course.findings.append({isHeld ? FindingLevel::Caution : FindingLevel::Stop,
                              QStringLiteral("plan.gap-short"), text, block.source, block.confidence,
                              doseKey(dose)});
}

void CourseBuilder::addGapFindings(int dose, QDate before) {
    const protocols::DoseBlock& block = m_input.protocol.regimen.blockOf(dose);
    const qint64 gap = before.daysTo(*m_doses.at(dose - 1).date);
    if (gap < block.minGapDays) {
        addShortGap(dose, gap);
    }
    if (gap > block.maxGapDays) {
        m_course.findings.append(
            {FindingLevel::Caution, QStringLiteral("plan.gap-long"),
             Words::tr("Dose %1 comes %2 days after the dose before it; at most %3 are planned")
                 .arg(dose)
                 .arg(gap)
                 .arg(block.maxGapDays),
             block.source, block.confidence, doseKey(dose)});
    }
}

/// The search keeps this rule by itself; a chosen day may break it.
void CourseBuilder::addDensityFinding(int dose) {
    constexpr int kDaysOfWeek = 7;
    const QDate day = *m_doses.at(dose - 1).date;
    const protocols::DoseBlock& block = m_input.protocol.regimen.blockOf(dose);
    const auto recent = std::count_if(m_doses.begin(), m_doses.begin() + dose, [day](const DosePlace& place) {
        return place.date && place.date->daysTo(day) >= 0 && place.date->daysTo(day) < kDaysOfWeek;
    });
    if (recent > block.maxInSevenDays && !heldDay(doseKey(dose))) {
        m_course.findings.append(
            {FindingLevel::Stop, QStringLiteral("plan.too-many"),
             Words::tr("Dose %1 would be number %2 within seven days; at most %3 are planned")
                 .arg(dose)
                 .arg(recent)
                 .arg(block.maxInSevenDays),
             block.source, block.confidence, doseKey(dose)});
    }
}

void CourseBuilder::addStartFinding() {
    const QDate start = m_input.request.start;
    const auto first = m_doses.first().date;
    const QString key = doseKey(1);
    if (!first || heldDay(key) || chosenDay(key) || *first == start) {
        return;
    }
    const auto closure = m_calendar.closureOf(start, Presence::Everyone);
    const QString why =
        closure ? closureWords(*closure) : Words::tr("that day has passed, or the plan kept its day");
    m_course.findings.append(
        {FindingLevel::Information, QStringLiteral("plan.start-moved"),
         Words::tr("Dose 1 falls on %1, not on %2: %3").arg(dayWords(*first), dayWords(start), why),
         Words::tr("the clinic's open days"), Confidence::High, key});
}

/// What the request itself gets wrong, or what the patient and the protocol do not share.
void CourseBuilder::addRequestFindings() {
    const QString first = doseKey(1);
    if (m_input.protocol.regimen.waitsForClinicLimit) {
        m_course.findings.append(
            {FindingLevel::Stop, QStringLiteral("plan.route-limit"),
             Words::tr("The clinic has set no limit for this route: it must be set before the first dose"),
             Words::tr("the limits of the dose"), Confidence::High, first});
    }
    const auto birth = m_input.request.birthDate;
    const QDate start = m_course.start;
    if (!birth || !start.isValid()) {
        return;
    }
    if (!birth->isValid() || *birth >= start) {
        m_course.findings.append(
            {FindingLevel::Stop, QStringLiteral("plan.birth-date"),
             Words::tr("The patient's birth date does not lie before the start of the plan: "
                       "check both"),
             Words::tr("the patient's record"), Confidence::High, first});
        return;
    }
    const auto& population = m_input.protocol.population;
    const int age = yearsOn(*birth, start);
    const bool isYounger = population && population->ageFrom && age < *population->ageFrom;
    const bool isOlder = population && population->ageTo && age > *population->ageTo;
    if (isYounger || isOlder) {
        const QString words =
            isYounger ? Words::tr("The patient is %1 years old at the start; the protocol begins at %2")
                            .arg(age)
                            .arg(*population->ageFrom)
                      : Words::tr("The patient is %1 years old at the start; the protocol ends at %2")
                            .arg(age)
                            .arg(*population->ageTo);
        m_course.findings.append({FindingLevel::Caution, QStringLiteral("plan.age"), words, population->basis,
                                  population->confidence, first});
    }
}

/// What was to be done before the first dose and is not, with its time already over.
void CourseBuilder::addTooSoonFinding() {
    const auto today = m_input.request.notBefore;
    if (!today || !m_course.start.isValid() || heldDay(doseKey(1))) {
        return;
    }
    const PlannedStep* worst = nullptr;
    for (const PlannedStep& step : std::as_const(m_course.steps)) {
        const bool isOver = step.window && step.window->latest.date < *today;
        const bool isOpen =
            isOver && !m_input.facts.contains(step.key) && step.kind != record::StepKind::Dosing;
        if (isOpen && (!worst || step.window->latest.date < worst->window->latest.date)) {
            worst = &step;
        }
    }
    if (!worst) {
        return;
    }
    const QDate start = m_course.start.addDays(worst->window->latest.date.daysTo(*today));
    m_course.findings.append({FindingLevel::Caution, QStringLiteral("plan.too-soon"),
                              Words::tr("%1: its time ended on %2 and it is not done. It would fit if the "
                                        "first dose came on %3 or later")
                                  .arg(worst->title, dayWords(worst->window->latest.date), dayWords(start)),
                              worst->basis, Confidence::Check, worst->key});
    m_course.loosenings.append({worst->key, QStringLiteral("start"),
                                Words::tr("the first dose comes on %1 or later").arg(dayWords(start)),
                                start});
}

/// A step goes ahead without what a convention puts before it: said with the convention's own source.
void CourseBuilder::addConventionFindings(const StepSkeleton& skeleton) {
    for (const QString& key : skeleton.dependsOn) {
        const PlannedStep* need = m_missedConventions.contains(key) ? m_course.find(key) : nullptr;
        if (need && !m_input.facts.contains(skeleton.key)) {
            m_course.findings.append(
                {FindingLevel::Caution, QStringLiteral("plan.convention"),
                 Words::tr("%1 comes without %2 before it, for which no day fits: that order is a "
                           "convention and does not hold it up")
                     .arg(skeleton.title, need->title),
                 need->basis, m_missedConventions.value(key), skeleton.key});
        }
    }
}

void CourseBuilder::addSameDayFinding(const StepSkeleton& skeleton, const record::StepWindow& window) {
    const bool isLast = skeleton.index >= m_doses.size();
    if (isLast || m_input.facts.contains(skeleton.key) || doseDay(skeleton.index + 1) != window.target.date) {
        return;
    }
    m_course.findings.append({FindingLevel::Information, QStringLiteral("plan.integration-same-day"),
                              Words::tr("%1 falls on the day of dose %2 and comes before it")
                                  .arg(skeleton.title)
                                  .arg(skeleton.index + 1),
                              skeleton.basis, m_input.protocol.integration->confidence, skeleton.key});
}

void CourseBuilder::addTherapyFinding() {
    const auto first = anchorDay(protocols::Anchor::FirstDose);
    const QList<const protocols::TherapyStrand*> strands = m_input.protocol.strands();
    for (const protocols::TherapyStrand* strand : strands) {
        const PlannedStep* last = first ? m_course.find(strand->keyOf(strand->count())) : nullptr;
        if (!last || !last->window || !strand->anchored.isEmpty()) {
            continue;
        }
        const QDate due = first->addDays(7 * strand->toWeek - 1);
        if (last->window->latest.date > due) {
            const auto days = static_cast<int>(due.daysTo(last->window->latest.date));
            m_course.findings.append({FindingLevel::Information, QStringLiteral("plan.therapy-longer"),
                                      Words::tr("%1 runs %n day(s) beyond week %2", nullptr, days)
                                          .arg(strand->title)
                                          .arg(strand->toWeek),
                                      strand->basis, strand->confidence, last->key});
        }
    }
}

/// What a step waits for was put behind it by a person.
void CourseBuilder::addOvertakenFindings(const StepSkeleton& skeleton, const record::StepWindow& window) {
    for (const QString& key : skeleton.dependsOn) {
        const auto day = chosenDay(key);
        const PlannedStep* need = day ? m_course.find(key) : nullptr;
        if (need && *day > window.target.date) {
            m_course.findings.append({FindingLevel::Stop, QStringLiteral("plan.chosen-order"),
                                      Words::tr("%1 on %2 would come before %3, for which it waits")
                                          .arg(skeleton.title, dayWords(window.target.date), need->title),
                                      skeleton.basis, Confidence::Check, skeleton.key});
        }
    }
}

/// What a day that a person chose breaks.
void CourseBuilder::addChosenFindings(const StepSkeleton& skeleton, const Window& ruled) {
    const record::StepTime& target = ruled->target;
    const auto tell = [&](FindingLevel level, const char* rule, const QString& text) {
        m_course.findings.append(
            {level, QString::fromLatin1(rule), text, skeleton.basis, Confidence::Check, skeleton.key});
    };
    const bool isFirstDose = skeleton.origin == StepOrigin::Dose && skeleton.index == 1;
    if (!isFirstDose && startOf(target) < startOf(ruled->earliest)) {
        tell(FindingLevel::Caution, "plan.chosen-early",
             Words::tr("%1 on %2 comes before its window, which begins on %3")
                 .arg(skeleton.title, dayWords(target.date), dayWords(ruled->earliest.date)));
    }
    if (!isFirstDose && endOf(target) > endOf(ruled->latest)) {
        tell(FindingLevel::Caution, "plan.chosen-late",
             Words::tr("%1 on %2 comes after its window, which ends on %3")
                 .arg(skeleton.title, dayWords(target.date), dayWords(ruled->latest.date)));
    }
    const auto* strand = m_input.protocol.strandOf(skeleton.key);
    const Presence presence = strand && strand->isAtHome ? Presence::Nobody
                              : skeleton.minutes > 0     ? Presence::Everyone
                                                         : Presence::Patient;
    if (const auto closure = m_calendar.closureOf(target.date, presence)) {
        tell(FindingLevel::Caution, "plan.chosen-closed",
             Words::tr("%1 on %2: %3").arg(skeleton.title, dayWords(target.date), closureWords(*closure)));
    }
    if (const QString waitsFor = dependencyWithoutDate(skeleton); !waitsFor.isEmpty()) {
        tell(FindingLevel::Stop, "plan.chosen-waits",
             Words::tr("%1 waits for %2, which has no date").arg(skeleton.title, waitsFor));
    }
    for (const QString& key : skeleton.dependsOn) {
        const auto day = dayOf(key);
        const PlannedStep* need = m_course.find(key);
        if (day && *day > target.date) {
            tell(FindingLevel::Stop, "plan.chosen-order",
                 Words::tr("%1 on %2 would come before %3, for which it waits")
                     .arg(skeleton.title, dayWords(target.date), need ? need->title : key));
        }
    }
}

} // namespace kairos::planning
