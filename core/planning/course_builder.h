// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/clinic_calendar.h"
#include "core/planning/dose_search.h"
#include "core/planning/planned_course.h"

#include "core/protocols/protocol.h"
#include "core/protocols/step_graph.h"

namespace kairos::planning {

/// What a course is built from. `former` is null for a first plan.
struct CourseInput {
    const protocols::Protocol& protocol;
    const PlanRequest& request;
    const Facts& facts;
    const PlannedCourse* former;
};

/// Builds one course: first the days of the doses, then every step in the order of dependence.
class CourseBuilder {
public:
    explicit CourseBuilder(const CourseInput& input);

    [[nodiscard]] PlannedCourse build();

private:
    using Window = std::optional<record::StepWindow>;

    /// The days a rule allows a step, and the day it aims at.
    struct Allowed {
        DayRange range;
        QDate wish;
        QDate notBefore; ///< what it depends on stands there
        Presence presence = Presence::Everyone;
    };

    // course_builder.cpp
    void placeDoses();
    [[nodiscard]] DoseWishes doseWishes() const;
    [[nodiscard]] bool hasIntegrationAfter(QDate day) const;
    void addStep(const protocols::StepSkeleton& skeleton);
    [[nodiscard]] Window keptWindow(const protocols::StepSkeleton& skeleton) const;
    [[nodiscard]] std::optional<QDate> chosenDay(const QString& key) const;
    [[nodiscard]] std::optional<QDate> doseDay(int dose) const;
    [[nodiscard]] std::optional<QDate> lastDoseDay() const;
    [[nodiscard]] base::Instant doseEnd(int dose, QDate day) const;
    [[nodiscard]] std::optional<QDate> dayOf(const QString& key) const;
    [[nodiscard]] std::optional<QDate> heldDay(const QString& key) const;
    [[nodiscard]] QDate latestDependency(const protocols::StepSkeleton& skeleton) const;
    [[nodiscard]] QString dependencyWithoutDate(const protocols::StepSkeleton& skeleton) const;
    [[nodiscard]] bool isOfSkippedDose(const QString& key) const;
    [[nodiscard]] std::optional<base::Confidence> conventionOf(const protocols::StepSkeleton& skeleton) const;

    // course_windows.cpp
    [[nodiscard]] Window windowOf(const protocols::StepSkeleton& skeleton);
    [[nodiscard]] Window doseWindow(int dose) const;
    [[nodiscard]] Window integrationWindow(const protocols::StepSkeleton& skeleton) const;
    [[nodiscard]] std::optional<Allowed> allowedDays(const protocols::StepSkeleton& skeleton);
    [[nodiscard]] std::optional<Allowed> templateDays(const protocols::StepSkeleton& skeleton) const;
    [[nodiscard]] std::optional<Allowed> checkpointDays(const protocols::StepSkeleton& skeleton) const;
    [[nodiscard]] std::optional<Allowed> therapyDays(const protocols::StepSkeleton& skeleton);
    [[nodiscard]] std::optional<Allowed> anchoredDays(const protocols::StepSkeleton& skeleton) const;
    [[nodiscard]] std::optional<Allowed> measureDays(const protocols::StepSkeleton& skeleton) const;
    [[nodiscard]] Window dayWindow(const protocols::StepSkeleton& skeleton, const Allowed& allowed) const;
    [[nodiscard]] std::optional<QDate> anchorDay(protocols::Anchor anchor) const;

    // course_findings.cpp
    void addDoseFindings();
    void addGapFindings(int dose, QDate before);
    void addShortGap(int dose, qint64 gap);
    void addDensityFinding(int dose);
    void addStartFinding();
    void addRequestFindings();
    void addConventionFindings(const protocols::StepSkeleton& skeleton);
    void addTooSoonFinding();
    void addSameDayFinding(const protocols::StepSkeleton& skeleton, const record::StepWindow& window);
    void addTherapyFinding();
    void addOvertakenFindings(const protocols::StepSkeleton& skeleton, const record::StepWindow& window);
    void addChosenFindings(const protocols::StepSkeleton& skeleton, const Window& ruled);

    // loosening.cpp
    void explainMissingDate(const protocols::StepSkeleton& skeleton);
    [[nodiscard]] QString explainDose(const protocols::StepSkeleton& skeleton);
    [[nodiscard]] QString explainDays(const protocols::StepSkeleton& skeleton);
    [[nodiscard]] QString loosened(const QString& step, const QString& reason, const Allowed& allowed);

    CourseInput m_input;
    ClinicCalendar m_calendar;
    PlannedCourse m_course;
    QHash<QString, qsizetype> m_index;                    ///< of a step in the course, by key
    QHash<QString, int> m_doseOf;                         ///< the dose a step belongs to, by key
    QHash<QString, base::Confidence> m_missedConventions; ///< steps by convention that no day fits, by key
    QList<DosePlace> m_doses;
    QSet<int> m_skipped;                ///< numbers of doses that will not be held
    QHash<int, int> m_therapyDelayDays; ///< by strand: whole weeks by which sessions held late push the rest
};

/// A day in words.
[[nodiscard]] QString dayWords(QDate day);

} // namespace kairos::planning
