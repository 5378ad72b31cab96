// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/course_builder.h"
#include "core/planning/words.h"

#include <QLocale>

namespace kairos::planning {

using base::Confidence;
using base::Finding;
using base::FindingLevel;
using protocols::StepOrigin;
using protocols::StepSkeleton;

namespace {

QString dayWords(QDate day) {
    return QLocale().toString(day, QLocale::ShortFormat);
}

} // namespace

void CourseBuilder::explainMissingDate(const StepSkeleton& skeleton) {
    const QString waitsFor = dependencyWithoutDate(skeleton);
    const QString text =
        !m_input.request.start.isValid() ? Words::tr("%1: the plan has no start date").arg(skeleton.title)
        : waitsFor.isEmpty()
            ? Words::tr("%1: no open day of the clinic fits its window").arg(skeleton.title)
            : Words::tr("%1: it waits for %2, which has no date").arg(skeleton.title, waitsFor);
    m_course.findings.append({FindingLevel::Caution, QStringLiteral("plan.no-date"), text, skeleton.basis,
                              Confidence::Check, skeleton.key});
}

void CourseBuilder::addDoseFindings() {
    const auto& regimen = m_input.protocol.regimen;
    std::optional<QDate> before;
    for (int dose = 1; dose <= m_doses.size(); ++dose) {
        const DosePlace& place = m_doses.at(dose - 1);
        if (!place.date) {
            continue;
        }
        const protocols::DoseBlock& block = regimen.blockOf(dose);
        const QString key = QStringLiteral("dose-%1").arg(dose);
        const qint64 gap = before ? before->daysTo(*place.date) : block.minGapDays;
        if (gap < block.minGapDays) {
            m_course.findings.append(
                {FindingLevel::Caution, QStringLiteral("plan.gap-short"),
                 Words::tr("Dose %1 was held %2 days after the dose before it; at least %3 are planned")
                     .arg(dose)
                     .arg(gap)
                     .arg(block.minGapDays),
                 block.source, block.confidence, key});
        }
        if (gap > block.maxGapDays) {
            m_course.findings.append(
                {FindingLevel::Caution, QStringLiteral("plan.gap-long"),
                 Words::tr("Dose %1 comes %2 days after the dose before it; at most %3 are planned")
                     .arg(dose)
                     .arg(gap)
                     .arg(block.maxGapDays),
                 block.source, block.confidence, key});
        }
        before = place.date;
    }
    const auto first = m_doses.first().date;
    const bool isHeld = heldDay(QStringLiteral("dose-1")).has_value();
    if (first && !isHeld && *first != m_input.request.start) {
        m_course.findings.append(
            {FindingLevel::Information, QStringLiteral("plan.start-moved"),
             Words::tr("Dose 1 falls on %1: the clinic is closed on %2, or the day has passed")
                 .arg(dayWords(*first), dayWords(m_input.request.start)),
             Words::tr("the clinic's open days"), Confidence::High, QStringLiteral("dose-1")});
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
    if (!m_input.protocol.therapy || !first || m_course.steps.isEmpty()) {
        return;
    }
    const protocols::TherapyStrand& strand = *m_input.protocol.therapy;
    const PlannedStep* last = m_course.find(QStringLiteral("therapy-%1").arg(strand.count()));
    const QDate due = first->addDays(7 * strand.toWeek - 1);
    if (last && last->window && last->window->latest.date > due) {
        m_course.findings.append({FindingLevel::Information, QStringLiteral("plan.therapy-longer"),
                                  Words::tr("%1 runs %2 days beyond week %3")
                                      .arg(strand.title)
                                      .arg(due.daysTo(last->window->latest.date))
                                      .arg(strand.toWeek),
                                  strand.basis, strand.confidence, last->key});
    }
}

} // namespace kairos::planning
