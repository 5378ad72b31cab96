// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/chip.h"
#include "ui/shared/navigator.h"

#include "core/record/risk_item.h"
#include "core/workflow/plan_query.h"
#include "core/workflow/rating_query.h"

#include <QDate>
#include <QList>
#include <QWidget>

#include <optional>

namespace kairos::workflow {
struct Catalog;
}

namespace kairos::ui {

class Card;

/// One thing of the course that is next, late or blocked, with the place to do it.
struct NextStepRow {
    QString title;
    Chip chip;
    QString detail;
    QString verb; ///< of the button; empty for none
    std::optional<Place> place = {};

    bool operator==(const NextStepRow&) const = default;
};

/// What the overview says of a course: the open risk, then what is blocked, late, next; at most `most`.
[[nodiscard]] QList<NextStepRow> nextStepRowsOf(const record::PatientId& patient,
                                                const std::optional<record::RiskItem>& risk,
                                                const std::optional<workflow::PlanView>& plan, QDate today,
                                                int most);

/// The scales that are due on their rhythm, at most `most`; done ones and those of the plan's steps, which
/// have rows of their own, are left out.
[[nodiscard]] QList<NextStepRow> rhythmRowsOf(const record::PatientId& patient,
                                              const QList<workflow::RatingDuty>& duties,
                                              const workflow::Catalog& catalog, QDate today, int most);

/// The card "What is next, late, blocked". It shows rows and opens their places, and knows nothing of plans.
class NextStepsCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NextStepsCard)

public:
    explicit NextStepsCard(Navigator& navigator, QWidget* parent = nullptr);

    /// `nothing` is shown where there is no row, e.g. that there is no plan yet.
    void setRows(const QList<NextStepRow>& rows, const QString& nothing);

private:
    [[nodiscard]] QWidget* makeRow(const NextStepRow& row, QWidget* parent);

    Navigator& m_navigator;
    Card* m_card;
    QWidget* m_list = nullptr;
};

} // namespace kairos::ui
