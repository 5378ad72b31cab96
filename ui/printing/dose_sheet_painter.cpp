// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/dose_sheet_painter.h"

namespace kairos::ui {
namespace {

constexpr double kDoseAir = 3;

/// An empty cell could be read as forgotten.
QString known(const QString& cell) {
    return cell.isEmpty() ? QStringLiteral("–") : cell;
}

} // namespace

QList<PrintColumn> DoseSheetPainter::columns() {
    return {{.title = tr("Dose"), .font = PrintFont::Strong, .breaks = true, .part = 0.13},
            {.title = tr("Drug, plan"), .breaks = true, .part = 0.26},
            {.title = tr("mg"), .align = Qt::AlignRight, .part = 0.06},
            {.title = tr("mg/kg"), .align = Qt::AlignRight, .part = 0.06},
            {.title = tr("Dissociation"), .breaks = true, .part = 0.11},
            {.title = tr("mmHg"), .breaks = true, .part = 0.08},
            {.title = tr("Next rating"), .breaks = true, .part = 0.13},
            {.title = tr("Adverse events"), .breaks = true, .part = 0.17}};
}

Block DoseSheetPainter::everyPage() const {
    return m_sheet.lines.isEmpty() ? Block() : printTableHead(columns());
}

QList<Block> DoseSheetPainter::blocks() const {
    QList<Block> blocks;
    for (const reports::DoseSheetLine& line : m_sheet.lines) {
        blocks.append(
            printTableRow(columns(), {{line.dose, QStringLiteral("%1; %2").arg(line.drug, line.plan),
                                       known(line.given), known(line.perKg), known(line.dissociation),
                                       known(line.pressure), known(line.rating), line.adverse},
                                      {},
                                      Qt::AlignRight,
                                      kDoseAir}));
    }
    if (blocks.isEmpty()) {
        blocks.append(paragraph(tr("No dose was given yet."), PrintFont::Body));
    }
    QList<Block> sums = {space(10), sectionTitle(tr("What they add up to"))};
    for (const QString& line : m_sheet.exposure) {
        sums.append(paragraph(line, PrintFont::Body));
    }
    if (!m_sheet.exposure.isEmpty()) {
        blocks.append(stacked(sums));
    }
    return blocks;
}

} // namespace kairos::ui
