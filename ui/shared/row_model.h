// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/chip.h"
#include "ui/shared/roles.h"

#include "core/base/check.h"

#include <QAbstractTableModel>
#include <QList>

namespace kairos::ui {

/// Where the text of a column stands: numbers stand right, with one unit in the head.
enum class ColumnSide { Left, Right };

/// A column of a table: its head and its side.
struct ColumnSpec {
    QString title;
    ColumnSide side = ColumnSide::Left;
};

/// A table of values, one row each. The fussy parts of a model are written here once; a table of a room gives
/// display(), and where they differ sortValue(), chip() and extra().
template <class Row>
class RowModel : public QAbstractTableModel {
public:
    explicit RowModel(QList<ColumnSpec> columns, QObject* parent = nullptr)
        : QAbstractTableModel(parent), m_columns(std::move(columns)) {}

    /// Replaces all rows in one reset.
    void setRows(QList<Row> rows) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    /// Replaces one row. \pre 0 <= index < rowCount()
    void replaceRow(int index, Row row) {
        KAIROS_CHECK(index >= 0 && index < m_rows.size());
        m_rows[index] = std::move(row);
        Q_EMIT dataChanged(this->index(index, 0), this->index(index, columnCount() - 1));
    }
    void appendRow(Row row) {
        const int end = static_cast<int>(m_rows.size());
        beginInsertRows({}, end, end);
        m_rows.append(std::move(row));
        endInsertRows();
    }
    /// \pre 0 <= index < rowCount()
    void removeRowAt(int index) {
        KAIROS_CHECK(index >= 0 && index < m_rows.size());
        beginRemoveRows({}, index, index);
        m_rows.removeAt(index);
        endRemoveRows();
    }

    [[nodiscard]] const QList<Row>& rows() const { return m_rows; }
    /// \pre 0 <= index < rowCount()
    [[nodiscard]] const Row& rowAt(int index) const {
        KAIROS_CHECK(index >= 0 && index < m_rows.size());
        return m_rows.at(index);
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const final {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const final {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const final {
        if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size()) {
            return {};
        }
        if (role == Qt::DisplayRole) {
            return m_columns.at(section).title;
        }
        return role == Qt::TextAlignmentRole ? QVariant(alignment(section)) : QVariant();
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const final {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
            return {};
        }
        const Row& row = m_rows.at(index.row());
        const int column = index.column();
        switch (role) {
        case Qt::DisplayRole:
            return display(row, column);
        case SortRole:
            return sortValue(row, column);
        case ChipRole: {
            const auto state = chip(row, column);
            return state ? QVariant::fromValue(*state) : QVariant();
        }
        case Qt::TextAlignmentRole:
            return alignment(column);
        case Qt::AccessibleTextRole: {
            const auto state = chip(row, column);
            return state ? state->accessibleText() : display(row, column);
        }
        default: // The other roles are the table's own.
            return extra(row, column, role);
        }
    }

protected:
    /// What the cell reads.
    [[nodiscard]] virtual QString display(const Row& row, int column) const = 0;
    /// What the column sorts by, where that is not the text.
    [[nodiscard]] virtual QVariant sortValue(const Row& row, int column) const {
        return display(row, column);
    }
    /// The state of the cell, where it is one.
    [[nodiscard]] virtual std::optional<Chip> chip(const Row& row, int column) const {
        Q_UNUSED(row)
        Q_UNUSED(column)
        return std::nullopt;
    }
    /// Any other role of roles.h, Qt::ToolTipRole, or a role of the room.
    [[nodiscard]] virtual QVariant extra(const Row& row, int column, int role) const {
        Q_UNUSED(row)
        Q_UNUSED(column)
        Q_UNUSED(role)
        return {};
    }

private:
    [[nodiscard]] int alignment(int column) const {
        const bool right = m_columns.at(column).side == ColumnSide::Right;
        return static_cast<int>((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }

    QList<ColumnSpec> m_columns;
    QList<Row> m_rows;
};

} // namespace kairos::ui
