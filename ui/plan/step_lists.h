// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/planning/planned_course.h"
#include "core/workflow/plan_query.h"

namespace kairos::ui {

/// A step that a person looks at first, with why.
struct NextLine {
    QString key;
    Chip state;
    QString lead; ///< what and when
    QString rest; ///< what it waits for, or its window
};

/// Blocked, late, then next: each list in the planner's order.
[[nodiscard]] QList<NextLine> nextLines(const workflow::PlanView& view, const QDateTime& now);

class NextModel final : public RowModel<NextLine> {
    Q_OBJECT

public:
    explicit NextModel(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const NextLine& line, int column) const override;
    [[nodiscard]] std::optional<Chip> chip(const NextLine& line, int column) const override;
    [[nodiscard]] QVariant extra(const NextLine& line, int column, int role) const override;
};

/// Plan against actual, one row a kind of step.
class ActualModel final : public RowModel<planning::KindActual> {
    Q_OBJECT

public:
    explicit ActualModel(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const planning::KindActual& row, int column) const override;
    [[nodiscard]] QVariant extra(const planning::KindActual& row, int column, int role) const override;
};

/// A step of a course before it is taken over; where it moves, both windows.
struct CourseLine {
    QString title;
    std::optional<record::StepWindow> before;
    std::optional<record::StepWindow> after;
    QString why = {}; ///< it moves
};

/// The steps of a course with their windows; with `MovedSteps` both the old and the new one.
enum class CourseColumns { NewCourse, MovedSteps };
class CourseModel final : public RowModel<CourseLine> {
    Q_OBJECT

public:
    explicit CourseModel(CourseColumns columns, QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const CourseLine& line, int column) const override;
    [[nodiscard]] QVariant extra(const CourseLine& line, int column, int role) const override;

private:
    CourseColumns m_kind;
};

} // namespace kairos::ui
