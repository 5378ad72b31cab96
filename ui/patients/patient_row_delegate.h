// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_delegate.h"

namespace kairos::ui {

/// Draws the doses of a patient as glyphs and the scores as a small line; all other cells as text.
class PatientRowDelegate final : public RowDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientRowDelegate)

public:
    explicit PatientRowDelegate(QObject* parent = nullptr);

protected:
    void paintContent(QPainter& painter, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;

private:
    void paintDoses(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintScores(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
};

} // namespace kairos::ui
