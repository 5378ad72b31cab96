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

    void placeDoses();
    [[nodiscard]] DoseWishes doseWishes() const;
    void addStep(const protocols::StepSkeleton& skeleton);
    [[nodiscard]] Window windowOf(const protocols::StepSkeleton& skeleton);
    [[nodiscard]] Window doseWindow(int dose) const;
    [[nodiscard]] Window integrationWindow(int dose) const;
    [[nodiscard]] Window templateWindow(const protocols::StepSkeleton& skeleton) const;
    [[nodiscard]] Window therapyWindow(const protocols::StepSkeleton& skeleton);
    [[nodiscard]] Window measureWindow(const protocols::StepSkeleton& skeleton) const;
    [[nodiscard]] Window dayWindow(DayRange range, QDate wish, QDate notBefore) const;

    [[nodiscard]] std::optional<QDate> anchorDay(protocols::Anchor anchor) const;
    [[nodiscard]] std::optional<QDate> doseDay(int dose) const;
    [[nodiscard]] std::optional<QDate> lastDoseDay() const;
    [[nodiscard]] base::Instant doseEnd(int dose, QDate day) const;
    [[nodiscard]] std::optional<QDate> dayOf(const QString& key) const;
    [[nodiscard]] std::optional<QDate> heldDay(const QString& key) const;
    [[nodiscard]] QDate latestDependency(const protocols::StepSkeleton& skeleton) const;
    [[nodiscard]] QString dependencyWithoutDate(const protocols::StepSkeleton& skeleton) const;
    [[nodiscard]] bool isOfSkippedDose(const QString& key) const;
    [[nodiscard]] Window keptWindow(const protocols::StepSkeleton& skeleton) const;
    void explainMissingDate(const protocols::StepSkeleton& skeleton);
    void addDoseFindings();
    void addSameDayFinding(const protocols::StepSkeleton& skeleton, const record::StepWindow& window);
    void addTherapyFinding();

    CourseInput m_input;
    ClinicCalendar m_calendar;
    PlannedCourse m_course;
    QHash<QString, qsizetype> m_index; ///< of a step in the course, by key
    QList<DosePlace> m_doses;
    QSet<int> m_skipped;        ///< numbers of doses that will not be held
    int m_therapyDelayDays = 0; ///< whole weeks by which sessions held late push the rest
};

} // namespace kairos::planning
