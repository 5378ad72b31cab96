// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/lot_model.h"

#include "ui/shared/formats.h"

#include "core/stock/stock_words.h"

namespace kairos::ui {

using workflow::LotView;

LotModel::LotModel(QObject* parent)
    : RowModel({{tr("Drug")},
                {tr("Vial")},
                {tr("Lot")},
                {tr("Expires")},
                {tr("Balance"), ColumnSide::Right},
                {tr("Drug, mg"), ColumnSide::Right},
                {tr("State")}},
               parent) {}

QString LotModel::display(const LotView& row, int column) const {
    switch (column) {
    case Drug:
        return row.vial.drug;
    case Label:
        return tr("%1, %2").arg(stock::labelText(row.vial), stock::keepingText(row.vial.keeping));
    case Lot:
        return row.vial.lot;
    case Expiry:
        return plainDateText(row.vial.expiry);
    case Balance:
        return stock::stockText(row.vial, row.standing.balance);
    case Amount:
        return numberText(row.standing.amount.value, 1);
    default: // The state is a chip.
        return {};
    }
}

std::optional<Chip> LotModel::chip(const LotView& row, int column) const {
    if (column != State) {
        return std::nullopt;
    }
    if (row.standing.balance.value <= 0) {
        return Chip{ChipKind::Planned, tr("empty"), row.vial.lot};
    }
    if (row.isExpired) {
        return Chip{ChipKind::Late, tr("expired"), row.vial.lot};
    }
    if (!row.standing.rests.isEmpty()) {
        return Chip{ChipKind::Due, tr("waste due"), row.vial.lot};
    }
    return Chip{ChipKind::Done, tr("in date"), row.vial.lot};
}

QVariant LotModel::extra(const LotView& row, int column, int role) const {
    if (role == StrongRole) {
        return column == Lot;
    }
    return role == IdRole ? QVariant(row.vial.id.toString()) : QVariant();
}

} // namespace kairos::ui
