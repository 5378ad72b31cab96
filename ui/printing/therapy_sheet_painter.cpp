// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/therapy_sheet_painter.h"

#include "ui/printing/long_text.h"

namespace kairos::ui {
namespace {

constexpr double kTherapyAir = 9;
/// Leaves room for a pen in an empty cell.
constexpr double kTherapyRowAir = 16;
constexpr double kRowTitlePart = 0.16;
/// So many of the widest letters fill a line of a column of the grid.
constexpr qsizetype kLettersInCell = 15;

} // namespace

QList<Block> TherapySheetPainter::part(int number, const reports::TherapySheetPart& part) const {
    QList<Block> head = {sectionTitle(tr("%1. %2").arg(number).arg(part.title)), space(2)};
    if (part.text.isEmpty()) {
        // An empty part is a place to write by hand, with what belongs there.
        head.append(paragraph(part.hint, PrintFont::Small));
        head.append(space(34));
        return {stacked(head)};
    }
    QList<Block> words;
    for (const QString& line : part.text.split(QLatin1Char('\n'))) {
        words += line.trimmed().isEmpty() ? QList<Block>{space(kTherapyAir)}
                                          : longParagraph(line, PrintFont::Value);
    }
    head.append(words.takeFirst()); // No title stands alone at the foot of a page.
    return QList<Block>{stacked(head)} + words + QList<Block>{space(kTherapyAir)};
}

QList<PrintColumn> TherapySheetPainter::columns() const {
    QList<PrintColumn> columns{
        {.title = {}, .font = PrintFont::Strong, .breaks = true, .part = kRowTitlePart}};
    for (const QString& title : m_sheet.columns) {
        columns.append({.title = title,
                        .breaks = true,
                        .part = (1 - kRowTitlePart) / static_cast<double>(m_sheet.columns.size())});
    }
    return columns;
}

QList<Block> TherapySheetPainter::grid() const {
    if (m_sheet.columns.isEmpty()) {
        return {};
    }
    QList<Block> blocks{printTableHead(columns())};
    for (const reports::TherapySheetRow& row : m_sheet.rows) {
        PrintRow printed;
        printed.cells.append(row.title);
        for (const QString& cell : row.cells) {
            printed.cells.append(breakable(cell, kLettersInCell));
        }
        printed.air = kTherapyRowAir;
        blocks.append(printTableRow(columns(), printed));
    }
    blocks.append(space(kTherapyAir));
    return blocks;
}

QList<Block> TherapySheetPainter::blocks() const {
    QList<Block> blocks{paragraph(m_sheet.purpose, PrintFont::Body), space(3)};
    if (!m_sheet.facts.isEmpty()) {
        blocks.append(paragraphs(m_sheet.facts, PrintFont::Strong));
    }
    blocks.append(space(kTherapyAir));
    int number = 0;
    for (const reports::TherapySheetPart& one : m_sheet.parts) {
        ++number;
        blocks += part(number, one);
    }
    blocks += grid();
    if (!m_sheet.crisisText.isEmpty()) {
        blocks.append(stacked(
            {sectionTitle(tr("In a crisis")), space(2), paragraph(m_sheet.crisisText, PrintFont::Strong)}));
    }
    return blocks;
}

} // namespace kairos::ui
