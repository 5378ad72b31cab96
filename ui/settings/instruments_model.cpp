// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/instruments_model.h"

namespace kairos::ui {

InstrumentsModel::InstrumentsModel(QObject* parent)
    : RowModel({{tr("Instrument")}, {tr("Version")}, {tr("Wording")}, {tr("Licence")}}, parent) {}

QString InstrumentsModel::display(const InstalledInstrument& row, int column) const {
    switch (column) {
    case Name:
        return row.name;
    case Version:
        return row.version;
    case Licence:
        return row.licence;
    default:
        break;
    }
    switch (row.wording) {
    case scales::Wording::Official:
        return tr("official, %1").arg(row.language);
    case scales::Wording::Labels:
        return tr("our labels");
    case scales::Wording::Total:
        return tr("total alone");
    }
    return {};
}

QVariant InstrumentsModel::extra(const InstalledInstrument& row, int column, int role) const {
    if (role == StrongRole) {
        return column == Name;
    }
    if (role == Qt::ToolTipRole) {
        const QString origin = row.origin.isEmpty() ? tr("built in") : tr("from the file %1").arg(row.origin);
        return column == Licence ? row.licence : QStringLiteral("%1 (%2)").arg(row.title, origin);
    }
    return role == IdRole ? QVariant(row.id) : QVariant();
}

} // namespace kairos::ui
