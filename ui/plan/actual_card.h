// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/plan_query.h"

#include <QWidget>

namespace kairos::ui {

class ActualModel;
class TextLabel;

/// How the plan was kept: three shares in words, then each kind of step.
class ActualCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActualCard)

public:
    explicit ActualCard(QWidget* parent = nullptr);

    void showActual(const planning::PlanActual& actual);

private:
    ActualModel* m_model;
    TextLabel* m_shares;
};

} // namespace kairos::ui
