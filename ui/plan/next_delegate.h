// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_delegate.h"

namespace kairos::ui {

/// A line of "Next, late, blocked" in two: the step and its time, and below it what it waits for. What blocks
/// must be read whole, not cut after the step.
class NextDelegate final : public RowDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NextDelegate)

public:
    explicit NextDelegate(QObject* parent = nullptr);

protected:
    void paintContent(QPainter& painter, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;
};

} // namespace kairos::ui
