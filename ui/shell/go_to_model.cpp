// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/go_to_model.h"

namespace kairos::ui {

GoToModel::GoToModel(QObject* parent)
    : RowModel({{tr("Where")}, {tr("Known by"), ColumnSide::Right}}, parent) {}

QString GoToModel::display(const GoToRow& row, int column) const {
    return column == Title ? row.title : row.detail;
}

QVariant GoToModel::extra(const GoToRow& row, int column, int role) const {
    if (column == Title) {
        if (role == StrongRole) {
            return true;
        }
        return role == IconRole ? QVariant(static_cast<int>(row.icon)) : QVariant();
    }
    return role == VoiceRole ? QVariant(static_cast<int>(Token::Text2)) : QVariant();
}

} // namespace kairos::ui
