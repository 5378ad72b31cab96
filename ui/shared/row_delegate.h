// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace kairos::ui {

/// Draws a cell of a table: hairline below, chosen row with its accent bar, chips, lead words, matched
/// letters, the ring of the current cell. It reads the roles of roles.h and nothing else.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowDelegate)

public:
    explicit RowDelegate(QObject* parent = nullptr);

    /// Letters that a search found are drawn semibold and underlined.
    void setMatch(const QString& query);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Shows the whole text of a cell that is elided.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

protected:
    /// Draws what stands in the cell; a room overrides it for glyphs and small curves. The ground is drawn
    /// already.
    virtual void paintContent(QPainter& painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const;
    /// Ground, hairline and the bar of the chosen row.
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

private:
    QString m_match;
};

} // namespace kairos::ui
