// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace kairos::ui {

class RowDelegate;

/// How high the rows stand, in pixels at 10 pt: 34, 29, 42, or 52 for two lines of text.
enum class RowHeight { Table, Dense, Patients, TwoLines };

/// A table as the look draws it: whole rows, hairlines, no grid, no zebra; Tab leaves it, Enter opens a row.
class TableView final : public QTableView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TableView)

public:
    explicit TableView(RowHeight height = RowHeight::Table, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    [[nodiscard]] RowDelegate& rowDelegate() { return *m_rows; }
    /// Replaces the delegate of all cells by a room's own RowDelegate; the view takes it over.
    void setRowDelegate(RowDelegate* delegate);
    /// The columns that take what room is left; all others are as wide as what stands in them.
    void setStretchColumns(const QList<int>& columns);
    /// The columns of long texts: they share the room that all others leave. A narrow one gets what it wants,
    /// the widest give way first, down to their heads; what stands in the others is never cut.
    void setYieldingColumns(const QList<int>& columns);
    /// As high as its rows: for a short table inside a card that does not scroll.
    void setFitsRows();
    [[nodiscard]] bool fitsRows() const { return m_fitsRows; }
    /// Such a table keeps room for so many rows while it has none, so that nothing jumps when they are read.
    void setExpectedRows(int rows);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Enter, or a double click.
    void rowOpened(const QModelIndex& index);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void applyMetrics();
    void applyColumns();
    void measure();
    void shareRoom();

    RowHeight m_height;
    RowDelegate* m_rows = nullptr;
    QList<int> m_stretch;
    QList<int> m_yielding;
    QList<int> m_wanted; ///< by column, what its cells want
    bool m_fitsRows = false;
    int m_expectedRows = 0;
};

} // namespace kairos::ui
