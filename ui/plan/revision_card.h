// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"
#include "ui/shared/row_model.h"

#include "core/workflow/plan_history.h"

namespace kairos::ui {

class TableView;
class TextLabel;

/// One line of a plan's past: a revision, or a change of its state.
struct HistoryLine {
    qint64 entry = 0; ///< in the journal: the order in which things happened
    QString what;     ///< "revision 3", "paused"
    QString when;     ///< in the practice's zone
    QString by;
    QString why;
    QString signedBy;        ///< empty for what is not signed
    QStringList differences; ///< in words, a line each
};

/// Revisions and changes of state, newest first.
[[nodiscard]] QList<HistoryLine> historyLines(const workflow::PlanHistory& history,
                                              const workflow::OpenPractice& practice);

class HistoryModel final : public RowModel<HistoryLine> {
    Q_OBJECT

public:
    enum Column { What, When, By, Why, Signed };
    explicit HistoryModel(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const HistoryLine& line, int column) const override;
    [[nodiscard]] QVariant extra(const HistoryLine& line, int column, int role) const override;
};

/// What became of a plan: its revisions with what changed, why and who, and how its state changed. Signed
/// revisions are fixed; nothing here can be changed.
class RevisionCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RevisionCard)

public:
    explicit RevisionCard(const PageContext& context, QWidget* parent = nullptr);

    void showHistory(const record::PlanId& plan, const record::PatientId& patient);

private:
    void showDifferences();

    PageContext m_context;
    HistoryModel* m_model;
    TableView* m_table = nullptr;
    TextLabel* m_words = nullptr;
};

} // namespace kairos::ui
