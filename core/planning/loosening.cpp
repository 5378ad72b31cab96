// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/course_builder.h"
#include "core/planning/words.h"

#include <QLocale>

#include <algorithm>
#include <cstdlib>

namespace kairos::planning {

using base::Confidence;
using base::FindingLevel;
using protocols::StepOrigin;
using protocols::StepSkeleton;

namespace {

/// The stable word of what gives way.
QString ruleOf(Closure closure) {
    switch (closure) {
    case Closure::Weekday:
        return QStringLiteral("weekday");
    case Closure::Holiday:
        return QStringLiteral("holiday");
    case Closure::PatientAway:
        return QStringLiteral("patient");
    case Closure::ClinicianAway:
        return QStringLiteral("clinician");
    }
    return {};
}

QString looseningWords(Closure closure, QDate day) {
    const QString date = dayWords(day);
    switch (closure) {
    case Closure::Weekday:
        return Words::tr("the clinic opened on %1, a weekday on which it is closed").arg(date);
    case Closure::Holiday:
        return Words::tr("the clinic opened on %1, a holiday").arg(date);
    case Closure::PatientAway:
        return Words::tr("the patient came on %1").arg(date);
    case Closure::ClinicianAway:
        return Words::tr("the clinician worked on %1").arg(date);
    }
    return {};
}

} // namespace

/// Says which rule leaves the step without a date, and what would loosen it.
void CourseBuilder::explainMissingDate(const StepSkeleton& skeleton) {
    const QString waitsFor = dependencyWithoutDate(skeleton);
    QString text;
    if (!m_course.start.isValid()) {
        const bool isGiven = m_input.request.start.isValid();
        text = isGiven ? Words::tr("%1: no course of care begins in the year %2")
                             .arg(skeleton.title)
                             .arg(m_input.request.start.year())
                       : Words::tr("%1: the plan has no start date").arg(skeleton.title);
        m_course.loosenings.append(
            {skeleton.key, QStringLiteral("start"), Words::tr("the plan had a day for its first dose"), {}});
    } else if (!waitsFor.isEmpty()) {
        text = Words::tr("%1: it waits for %2, which has no date").arg(skeleton.title, waitsFor);
        m_course.loosenings.append(
            {skeleton.key, QStringLiteral("depends-on"), Words::tr("%1 had a date").arg(waitsFor), {}});
    } else {
        text = skeleton.origin == StepOrigin::Dose ? explainDose(skeleton) : explainDays(skeleton);
    }
    m_course.findings.append({FindingLevel::Caution, QStringLiteral("plan.no-date"), text, skeleton.basis,
                              Confidence::Check, skeleton.key});
}

/// The days that are allowed are named, and the day each of the nearest ways out would give.
QString CourseBuilder::loosened(const QString& step, const QString& reason, const Allowed& allowed) {
    const DayRange range{std::max(allowed.range.first, allowed.notBefore), allowed.range.last};
    QHash<QString, QDate> nearest;
    QList<Loosening> ways;
    for (QDate day = range.first; day <= range.last; day = day.addDays(1)) {
        const auto closure = m_calendar.closureOf(day, allowed.presence);
        if (!closure) {
            continue;
        }
        const QDate known = nearest.value(ruleOf(*closure));
        if (!known.isValid() ||
            std::llabs(day.daysTo(allowed.wish)) < std::llabs(known.daysTo(allowed.wish))) {
            nearest.insert(ruleOf(*closure), day);
        }
    }
    for (const Closure closure :
         {Closure::PatientAway, Closure::ClinicianAway, Closure::Holiday, Closure::Weekday}) {
        if (const QDate day = nearest.value(ruleOf(closure)); day.isValid()) {
            ways.append({step, ruleOf(closure), looseningWords(closure, day), day});
        }
    }
    const auto after = m_calendar.firstOpen(std::max(range.last.addDays(1), range.first), allowed.presence);
    if (after) {
        ways.append({step, QStringLiteral("window"),
                     Words::tr("its window reached to %1, the next free day").arg(dayWords(*after)), after});
    }
    m_course.loosenings.append(ways);
    QStringList words;
    for (const Loosening& way : std::as_const(ways)) {
        words.append(way.text);
    }
    return words.isEmpty()
               ? Words::tr("%1. No free day comes within a year").arg(reason)
               : Words::tr("%1. It would fit if %2").arg(reason, words.join(Words::tr(", or if ")));
}

QString CourseBuilder::explainDose(const StepSkeleton& skeleton) {
    const DosePlace& place = m_doses.at(skeleton.index - 1);
    const protocols::DoseBlock& block = m_input.protocol.regimen.blockOf(skeleton.index);
    const Allowed allowed{{place.earliest, place.latest}, place.earliest, place.earliest, Presence::Everyone};
    if (skeleton.index == 1) {
        return loosened(skeleton.key,
                        Words::tr("%1: no open day comes within a year of the start").arg(skeleton.title),
                        allowed);
    }
    const QString reason =
        place.earliest > place.latest
            ? Words::tr(
                  "%1: no open day keeps both its gap of %2 to %3 days and %4 doses at most in seven days")
                  .arg(skeleton.title)
                  .arg(block.minGapDays)
                  .arg(block.maxGapDays)
                  .arg(block.maxInSevenDays)
            : Words::tr("%1: no open day from %4 to %5 keeps its gap of %2 to %3 days")
                  .arg(skeleton.title)
                  .arg(block.minGapDays)
                  .arg(block.maxGapDays)
                  .arg(dayWords(place.earliest), dayWords(place.latest));
    return loosened(skeleton.key, reason, allowed);
}

QString CourseBuilder::explainDays(const StepSkeleton& skeleton) {
    if (skeleton.origin == StepOrigin::Integration) {
        const auto day = doseDay(skeleton.index);
        const protocols::IntegrationRule& rule = *m_input.protocol.integration;
        const QDate last = doseEnd(skeleton.index, *day)
                               .plusMinutes(60 * rule.latestHours)
                               .local(m_input.request.zone)
                               .date();
        const Allowed allowed{{day->addDays(1), last}, day->addDays(1), day->addDays(1), Presence::Everyone};
        return loosened(skeleton.key,
                        Words::tr("%1: no open day fits its window of %2 hours after the dose")
                            .arg(skeleton.title)
                            .arg(rule.latestHours),
                        allowed);
    }
    const auto allowed = allowedDays(skeleton);
    if (!allowed) {
        m_course.loosenings.append({skeleton.key,
                                    QStringLiteral("depends-on"),
                                    Words::tr("the doses or sessions it counts from had dates"),
                                    {}});
        return Words::tr("%1: no open day fits its window, the day it counts from has no date")
            .arg(skeleton.title);
    }
    if (allowed->notBefore > allowed->range.last) {
        return loosened(
            skeleton.key,
            Words::tr("%1: no open day fits its window, which ends on %2, before what it waits for")
                .arg(skeleton.title, dayWords(allowed->range.last)),
            *allowed);
    }
    return loosened(skeleton.key,
                    Words::tr("%1: no open day fits its window from %2 to %3")
                        .arg(skeleton.title, dayWords(allowed->range.first), dayWords(allowed->range.last)),
                    *allowed);
}

} // namespace kairos::planning
