// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/document_table.h"

#include "ui/documents/document_words.h"
#include "ui/shared/formats.h"
#include "ui/shared/theme.h"

namespace kairos::ui {

DocumentTable::DocumentTable(QObject* parent)
    : RowModel(
          {{tr("Day")}, {tr("Kind")}, {tr("Title")}, {tr("Session")}, {tr("Content")}, {tr("Entered by")}},
          parent) {}

QString DocumentTable::display(const DocumentRow& row, int column) const {
    switch (column) {
    case Day:
        return plainDateText(row.document.dated);
    case Kind:
        return DocumentWords::kind(row.document.kind);
    case Title:
        return row.document.title;
    case Session:
        return row.session;
    case Content:
        return DocumentWords::content(row.document);
    case By:
        return row.by;
    default: // There is no other column.
        return {};
    }
}

QVariant DocumentTable::sortValue(const DocumentRow& row, int column) const {
    return column == Day ? QVariant(row.document.dated) : QVariant(display(row, column));
}

QVariant DocumentTable::extra(const DocumentRow& row, int column, int role) const {
    if (role == StrongRole) {
        return column == Title;
    }
    if (role == VoiceRole && (column == Session || column == Content || column == By)) {
        return static_cast<int>(Token::Text2);
    }
    if (role == Qt::ToolTipRole && column == Title && row.document.scan) {
        return row.document.scan->fileName;
    }
    return {};
}

} // namespace kairos::ui
