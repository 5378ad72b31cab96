// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/macros_model.h"

#include "ui/shared/theme.h"

namespace kairos::ui {
namespace {

/// So many letters of the text tell it from others.
constexpr int kShownLetters = 80;

} // namespace

MacrosModel::MacrosModel(QObject* parent)
    : RowModel({{tr("Typed as")}, {tr("Becomes")}, {tr("From")}}, parent) {}

int MacrosModel::rowOf(const QString& name) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (rowAt(row).macro.name == name) {
            return row;
        }
    }
    return -1;
}

QString MacrosModel::display(const MacroRow& row, int column) const {
    switch (column) {
    case Name:
        return QLatin1Char(';') + row.macro.name;
    case Text:
        return row.macro.text.simplified().left(kShownLetters);
    case Origin:
        return row.isOwn ? tr("your own") : tr("the program");
    default: // There is no other column.
        return {};
    }
}

QVariant MacrosModel::extra(const MacroRow& row, int column, int role) const {
    if (role == StrongRole) {
        return column == Name || (column == Origin && row.isOwn);
    }
    if (role == VoiceRole) {
        return column == Text ? QVariant(static_cast<int>(Token::Text2)) : QVariant();
    }
    if (role == Qt::ToolTipRole) {
        return row.purpose.isEmpty() ? row.macro.text
                                     : QStringLiteral("%1\n%2").arg(row.purpose, row.macro.text);
    }
    return role == IdRole ? QVariant(row.macro.name) : QVariant();
}

} // namespace kairos::ui
