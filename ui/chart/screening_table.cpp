// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/screening_table.h"

#include "ui/chart/screening_words.h"

namespace kairos::ui {

ScreeningTable::ScreeningTable(QObject* parent)
    : RowModel({{tr("Answer")},
                {tr("Condition")},
                {tr("Weight", "of a contraindication")},
                {tr("Note")},
                {tr("Basis")}},
               parent) {}

QString ScreeningTable::display(const safety::ScreeningLine& line, int column) const {
    switch (column) {
    case Condition:
        return line.text;
    case Weight:
        return ScreeningWords::weight(line.level);
    case Note:
        return line.note;
    case Basis:
        return ScreeningWords::marked(line.basis, line.confidence);
    default: // The answer is a chip.
        return {};
    }
}

std::optional<Chip> ScreeningTable::chip(const safety::ScreeningLine& line, int column) const {
    return column == Answer ? std::optional(ScreeningWords::answer(line)) : std::nullopt;
}

QVariant ScreeningTable::extra(const safety::ScreeningLine& line, int column, int role) const {
    if (role == Qt::ToolTipRole) {
        return display(line, column);
    }
    if (role == IdRole) {
        return line.id;
    }
    if (role == VoiceRole) {
        const bool isQuiet = !line.isApplicable || column == Weight || column == Basis;
        return static_cast<int>(isQuiet ? Token::Text2 : Token::Text);
    }
    return {};
}

} // namespace kairos::ui
