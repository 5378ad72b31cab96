// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/course_change.h"

#include "core/planning/clinic_calendar.h"
#include "core/planning/course_builder.h"
#include "core/planning/words.h"

#include <algorithm>

namespace kairos::planning {

namespace {

using record::StepKind;

/// The day a step stands on: where it was held, else where it aims.
std::optional<QDate> changedDay(const PlannedCourse& course, const QString& key, const Facts& facts,
                                const QTimeZone& zone) {
    const auto fact = facts.constFind(key);
    if (fact != facts.constEnd() && fact->kind == FactKind::Held) {
        return fact->at.local(zone).date();
    }
    const PlannedStep* step = course.find(key);
    return step && step->window ? std::optional(step->window->target.date) : std::nullopt;
}

/// Finds the reason of one change.
class Reason {
public:
    explicit Reason(const CoursePair& pair) : m_pair(pair), m_calendar(pair.request) {}

    [[nodiscard]] QString of(const PlannedStep& step, const std::optional<record::StepWindow>& former) const {
        for (const QString& reason : {ofFacts(step), ofFindings(step), ofDay(step, former), ofDose(step),
                                      ofDependencies(step), ofAnchor(step)}) {
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        return Words::tr("it follows the new plan");
    }

private:
    [[nodiscard]] QString ofFacts(const PlannedStep& step) const {
        if (m_pair.request.chosen.contains(step.key)) {
            return Words::tr("this day was chosen");
        }
        for (const QString& key : step.dependsOn) {
            const auto fact = m_pair.facts.constFind(key);
            if (fact != m_pair.facts.constEnd() && step.kind == StepKind::Integration) {
                return fact->kind == FactKind::Held ? Words::tr("it counts from the real end of its dose")
                                                    : Words::tr("its dose was waived");
            }
        }
        return {};
    }

    /// A step that lost its date carries its reason as a finding.
    [[nodiscard]] QString ofFindings(const PlannedStep& step) const {
        const auto& findings = m_pair.after.findings;
        const auto found = std::find_if(findings.begin(), findings.end(), [&](const base::Finding& finding) {
            return finding.subject == step.key && finding.rule == QLatin1String("plan.no-date");
        });
        return step.window || found == findings.end() ? QString() : found->text;
    }

    [[nodiscard]] QString ofDay(const PlannedStep& step,
                                const std::optional<record::StepWindow>& former) const {
        if (!former || !step.window || former->target.date == step.window->target.date) {
            return {};
        }
        const QDate day = former->target.date;
        if (m_pair.request.notBefore && day < *m_pair.request.notBefore && step.kind == StepKind::Dosing) {
            return Words::tr("%1 has passed").arg(dayWords(day));
        }
        const Presence presence = step.minutes > 0 ? Presence::Everyone : Presence::Patient;
        const auto closure = m_calendar.closureOf(day, presence);
        if (!closure) {
            return {};
        }
        if (*closure == Closure::PatientAway) {
            return Words::tr("the patient cannot come on %1").arg(dayWords(day));
        }
        return *closure == Closure::ClinicianAway
                   ? Words::tr("the clinician cannot come on %1").arg(dayWords(day))
                   : Words::tr("the clinic is closed on %1").arg(dayWords(day));
    }

    /// The dose before it stands elsewhere, and the gap between the two is a rule.
    [[nodiscard]] QString ofDose(const PlannedStep& step) const {
        if (step.kind != StepKind::Dosing || step.number < 2) {
            return {};
        }
        for (int earlier = step.number - 1; earlier >= 1; --earlier) {
            const QString key = doseKey(earlier);
            const auto now = changedDay(m_pair.after, key, m_pair.facts, m_pair.request.zone);
            if (now && now != changedDay(m_pair.before, key, {}, m_pair.request.zone)) {
                const protocols::DoseBlock& block = m_pair.protocol.regimen.blockOf(step.number);
                return Words::tr("dose %1 stands on %2; %3 to %4 days lie between doses")
                    .arg(earlier)
                    .arg(dayWords(*now))
                    .arg(block.minGapDays)
                    .arg(block.maxGapDays);
            }
        }
        return {};
    }

    [[nodiscard]] QString ofDependencies(const PlannedStep& step) const {
        const qsizetype place = step.key.indexOf(QLatin1String("-dose-"));
        const PlannedStep* dose = place < 0 ? nullptr : m_pair.after.find(step.key.mid(place + 1));
        if (dose && dose->window) {
            return Words::tr("%1 stands on %2").arg(dose->title, dayWords(dose->window->target.date));
        }
        for (const QString& key : step.dependsOn) {
            const PlannedStep* need = m_pair.after.find(key);
            const auto now = changedDay(m_pair.after, key, m_pair.facts, m_pair.request.zone);
            if (need && now && now != changedDay(m_pair.before, key, {}, m_pair.request.zone)) {
                return Words::tr("%1, for which it waits, stands on %2").arg(need->title, dayWords(*now));
            }
        }
        return {};
    }

    [[nodiscard]] QString ofAnchor(const PlannedStep& step) const {
        if (m_pair.before.start != m_pair.after.start) {
            return Words::tr("the start moved to %1").arg(dayWords(m_pair.after.start));
        }
        const protocols::StepTemplate* rule = m_pair.protocol.templateOf(step.key);
        if (rule && rule->anchor == protocols::Anchor::LastDose) {
            return Words::tr("the last dose, from which it counts, moved");
        }
        return rule && rule->anchor == protocols::Anchor::LastTherapy
                   ? Words::tr("the last therapy session, from which it counts, moved")
                   : QString();
    }

    const CoursePair& m_pair;
    ClinicCalendar m_calendar;
};

} // namespace

bool CourseChange::isMoved() const {
    return from.has_value() != to.has_value() || (from && from->target != to->target);
}

QList<CourseChange> courseChanges(const CoursePair& pair) {
    const Reason reason(pair);
    QList<CourseChange> changes;
    for (const PlannedStep& step : pair.after.steps) {
        const PlannedStep* former = pair.before.find(step.key);
        const auto window = former ? former->window : std::nullopt;
        if (window != step.window) {
            changes.append({step.key, step.title, window, step.window, reason.of(step, window)});
        }
    }
    for (const PlannedStep& step : pair.before.steps) {
        if (!pair.after.find(step.key)) {
            changes.append({step.key, step.title, step.window, {}, Words::tr("the plan has it no more")});
        }
    }
    return changes;
}

} // namespace kairos::planning
