// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/sheet_table.h"

#include "ui/therapy/sheet_words.h"

#include "ui/shared/formats.h"
#include "ui/shared/theme.h"

#include "core/therapy/sheet_forms.h"

namespace kairos::ui {

SheetTable::SheetTable(QObject* parent)
    : RowModel({{tr("Sheet")}, {tr("Begins")}, {tr("Day")}, {tr("Review")}, {tr("Written by")}}, parent) {}

QString SheetTable::display(const SheetRow& row, int column) const {
    switch (column) {
    case Form:
        return therapy::SheetForms::builtIn().titleOf(row.sheet.form);
    case Begins:
        // Two thought records of one day are told apart by their words.
        return row.sheet.parts.isEmpty() ? QString() : row.sheet.parts.first().text.simplified();
    case Day:
        return plainDateText(row.sheet.date);
    case Review:
        return SheetWords::review(row.sheet, row.today);
    case By:
        return row.by;
    default: // There is no other column.
        return {};
    }
}

QVariant SheetTable::sortValue(const SheetRow& row, int column) const {
    return column == Day      ? QVariant(row.sheet.date)
           : column == Review ? QVariant(row.sheet.reviewOn)
                              : QVariant(display(row, column));
}

std::optional<Chip> SheetTable::chip(const SheetRow& row, int column) const {
    return column == Review ? SheetWords::reviewChip(row.sheet, row.today) : std::nullopt;
}

QVariant SheetTable::extra(const SheetRow& row, int column, int role) const {
    if (role == StrongRole) {
        return column == Form;
    }
    if (role == VoiceRole) {
        return static_cast<int>(column == Form ? Token::Text : Token::Text2);
    }
    return role == IdRole ? QVariant(row.sheet.id.toString()) : QVariant();
}

} // namespace kairos::ui
