// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/adverse_sheet_painter.h"

namespace kairos::ui {
namespace {

constexpr double kAir = 3;

} // namespace

QList<PrintColumn> AdverseSheetPainter::columns() {
    return {{.title = tr("Began"), .breaks = true, .part = 0.11},
            {.title = tr("Patient"), .breaks = true, .part = 0.16},
            {.title = tr("Event, grade"), .font = PrintFont::Strong, .breaks = true, .part = 0.18},
            {.title = tr("Dose, minute"), .breaks = true, .part = 0.14},
            {.title = tr("Judged"), .breaks = true, .part = 0.1},
            {.title = tr("Action, outcome"), .breaks = true, .part = 0.2},
            {.title = tr("Over"), .breaks = true, .part = 0.11}};
}

Block AdverseSheetPainter::everyPage() const {
    if (m_sheet.lines.isEmpty()) {
        return {};
    }
    return stacked({paragraph(m_sheet.count, PrintFont::Small), printTableHead(columns())});
}

QList<Block> AdverseSheetPainter::blocks() const {
    QList<Block> blocks;
    for (const reports::AdverseSheetLine& line : m_sheet.lines) {
        blocks.append(printTableRow(
            columns(), {{line.when, line.patient, line.event, line.dose, line.judged, line.course, line.over},
                        {},
                        Qt::AlignRight,
                        kAir}));
    }
    if (blocks.isEmpty()) {
        blocks.append(paragraph(tr("No adverse event stands here."), PrintFont::Body));
        blocks.append(paragraph(m_sheet.count, PrintFont::Body));
    }
    if (!m_sheet.damaged.isEmpty()) {
        blocks.append(stacked({space(8), paragraph(tr("!! Not complete, damaged records are left out: %1")
                                                       .arg(m_sheet.damaged.join(QStringLiteral(", "))),
                                                   PrintFont::Strong)}));
    }
    return blocks;
}

} // namespace kairos::ui
