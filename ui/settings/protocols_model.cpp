// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/protocols_model.h"

#include "ui/shared/theme.h"

namespace kairos::ui {

ProtocolsModel::ProtocolsModel(QObject* parent)
    : RowModel({{tr("Protocol")},
                {tr("Id")},
                {tr("Version")},
                {tr("Doses"), ColumnSide::Right},
                {tr("Mark")},
                {tr("From")}},
               parent) {}

int ProtocolsModel::rowOf(const QString& id) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (rowAt(row).id == id) {
            return row;
        }
    }
    return -1;
}

QString ProtocolsModel::display(const InstalledProtocol& row, int column) const {
    switch (column) {
    case Title:
        return row.title;
    case Id:
        return row.id;
    case Version:
        return row.version;
    case Doses:
        return QString::number(row.doses);
    case Mark:
        return base::confidenceMark(row.confidence);
    case Origin:
        return row.origin.isEmpty() ? tr("the program") : tr("the clinic's own");
    default: // There is no other column.
        return {};
    }
}

QVariant ProtocolsModel::extra(const InstalledProtocol& row, int column, int role) const {
    if (role == StrongRole) {
        return column == Title || (column == Origin && !row.origin.isEmpty());
    }
    if (role == VoiceRole) {
        return column == Id ? QVariant(static_cast<int>(Token::Text2)) : QVariant();
    }
    if (role == Qt::ToolTipRole) {
        return column == Origin && !row.origin.isEmpty() ? tr("from the file %1").arg(row.origin) : row.note;
    }
    return role == IdRole ? QVariant(row.id) : QVariant();
}

} // namespace kairos::ui
