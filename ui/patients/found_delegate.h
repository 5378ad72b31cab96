// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_delegate.h"

namespace kairos::ui {

/// Draws a hit in two lines: patient and place line by line, the passage wrapped, with the words that were
/// found semibold and underlined.
class FoundDelegate final : public RowDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FoundDelegate)

public:
    explicit FoundDelegate(QObject* parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintContent(QPainter& painter, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;
};

} // namespace kairos::ui
