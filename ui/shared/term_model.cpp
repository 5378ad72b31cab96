// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/term_model.h"

#include "ui/shared/theme.h"

namespace kairos::ui {

using safety::AdverseTerm;

TermModel::TermModel(QObject* parent)
    : RowModel({{tr("Word")}, {tr("Also found by")}, {tr("Where")}, {tr("Mark")}}, parent) {}

QString TermModel::display(const AdverseTerm& row, int column) const {
    switch (column) {
    case Term:
        return row.term;
    case Also:
        return row.also.join(QStringLiteral(", "));
    case Group:
        return row.group;
    default: // Mark
        return base::confidenceMark(row.confidence);
    }
}

QVariant TermModel::extra(const AdverseTerm& row, int column, int role) const {
    if (role == StrongRole) {
        return column == Term;
    }
    if (role == VoiceRole && column != Term) {
        return static_cast<int>(Token::Text2);
    }
    return role == Qt::ToolTipRole ? QVariant(row.source) : QVariant();
}

} // namespace kairos::ui
