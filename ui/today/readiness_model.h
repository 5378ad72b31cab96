// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/icons.h"
#include "ui/shared/row_delegate.h"
#include "ui/shared/row_model.h"

#include "core/workflow/readiness.h"

namespace kairos::ui {

/// The doses of a day, one row each: who and when, then a cell for each item.
class ReadinessModel final : public RowModel<workflow::ReadinessRow> {
    Q_OBJECT

public:
    enum Column : int { Dose, FirstItem };
    enum Role : int { StateRole = Qt::UserRole + 60, LineRole };

    explicit ReadinessModel(QObject* parent = nullptr);

    /// The item of a column; none for the dose itself.
    [[nodiscard]] static std::optional<workflow::ReadinessItem> itemOf(int column);

protected:
    [[nodiscard]] QString display(const workflow::ReadinessRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const workflow::ReadinessRow& row, int column, int role) const override;
};

/// The sign and the ink of a state: never the colour alone.
[[nodiscard]] Icon readinessSign(workflow::ReadinessState state);
[[nodiscard]] Token readinessInk(workflow::ReadinessState state);
/// "ready", "not needed", "missing", "holds the dose".
[[nodiscard]] QString readinessWord(workflow::ReadinessState state);
/// "not ready: 3 open, holds the dose".
[[nodiscard]] QString readinessLine(const workflow::ReadinessRow& row);

/// Draws the cells of the board: sign and word, the dose in two lines.
class ReadinessDelegate final : public RowDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadinessDelegate)

public:
    explicit ReadinessDelegate(QObject* parent = nullptr);

protected:
    void paintContent(QPainter& painter, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;

private:
    void paintDose(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintItem(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
};

} // namespace kairos::ui
