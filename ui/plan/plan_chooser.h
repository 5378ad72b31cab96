// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/plan.h"

class QComboBox;
class QPushButton;

namespace kairos::ui {

class TextLabel;

/// The patient's plans over the years: which one is shown, and the way to a former one and back. Hidden while
/// there is none but the current one.
class PlanChooser final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanChooser)

public:
    explicit PlanChooser(QWidget* parent = nullptr);

    /// Newest first; `shown` is none while no plan is, as when one is being fitted.
    void showPlans(const QList<record::TreatmentPlan>& plans, const std::optional<record::PlanId>& shown);

Q_SIGNALS:
    void chosen(const kairos::record::PlanId& plan);
    /// Back to the plan that is not over, or to fitting one.
    void currentAsked();

private:
    QComboBox* m_plans;
    TextLabel* m_words;
    QPushButton* m_back;
};

} // namespace kairos::ui
