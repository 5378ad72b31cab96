// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/plan_query.h"

class QPushButton;

namespace kairos::ui {

class Segments;
class TextLabel;

/// The head of a plan: what it is, how its revision stands, and what can be done with the whole of it.
class PlanHead final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanHead)

public:
    explicit PlanHead(const PageContext& context, QWidget* parent = nullptr);

    void showPlan(const workflow::PlanView& view);

Q_SIGNALS:
    /// An AxisSpan by its number.
    void spanChosen(int span);
    void reviseAsked();
    void printAsked();
    void signAsked();

private:
    [[nodiscard]] QString signedWords(const workflow::PlanView& view) const;

    PageContext m_context;
    TextLabel* m_title;
    TextLabel* m_facts;
    Segments* m_span;
    QPushButton* m_revise;
    QPushButton* m_print;
    QPushButton* m_sign;
};

} // namespace kairos::ui
