// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/monitoring_painter.h"

#include "ui/printing/print_table.h"

#include "core/base/check.h"

namespace kairos::ui {
namespace {

constexpr double kSectionGap = 5;
constexpr double kBoxAir = 5;

} // namespace

/// In a box: what lies before the reader is not the form.
Block MonitoringPainter::notice() const {
    QStringList rest = m_sheet.notice;
    const QString first = rest.isEmpty() ? QString() : rest.takeFirst();
    const Block words = stacked({paragraph(first, PrintFont::Strong), paragraphs(rest, PrintFont::Body)});
    Block box;
    box.height = [words](PagePen& pen, double width) {
        return words.height(pen, width - 2 * kBoxAir) + 2 * kBoxAir;
    };
    box.paint = [words](PagePen& pen, const QRectF& rect) {
        pen.box(rect, 0.9);
        words.paint(pen, rect.adjusted(kBoxAir, kBoxAir, -kBoxAir, -kBoxAir));
    };
    return stacked({box, space(kSectionGap)});
}

Block MonitoringPainter::section(const reports::MonitoringSection& section) const {
    QList<PrintRow> rows;
    for (const reports::MonitoringLine& line : section.lines) {
        const QString value = line.isMissing ? tr("! %1").arg(line.value) : line.value;
        rows.append({{line.label, value, line.detail}, {}});
    }
    // The sections stand below each other: their columns begin at the same place.
    return stacked(
        {sectionTitle(section.title),
         printTable({{.title = tr("Asked for"), .breaks = true, .part = 0.31},
                     {.title = tr("In the record"), .font = PrintFont::Strong, .breaks = true, .part = 0.25},
                     {.title = tr("Rests on, or what to do"), .breaks = true, .part = 0.44}},
                    rows),
         space(kSectionGap)});
}

void MonitoringPainter::layOut(PagePen& pen) {
    QList<Block> blocks = {notice()};
    for (const reports::MonitoringSection& one : std::as_const(m_sheet.sections)) {
        if (!one.lines.isEmpty()) {
            blocks.append(section(one));
        }
    }
    blocks.append(stacked({sectionTitle(tr("Where the list comes from, with H, M or C for how firm it is")),
                           paragraphs(m_sheet.sources, PrintFont::Small)}));
    m_pages = pagesOf(pen, frame().content().size(), frame().head(m_sheet.title, m_sheet.subtitle), blocks);
}

int MonitoringPainter::pageCount(QPainter& painter) {
    PagePen pen(painter);
    layOut(pen);
    return static_cast<int>(m_pages.size());
}

void MonitoringPainter::paintPage(QPainter& painter, int index) {
    PagePen pen(painter);
    layOut(pen);
    KAIROS_CHECK(index >= 0 && index < m_pages.size());
    frame().paintDraft(pen);
    stacked(m_pages.at(index)).paint(pen, frame().content());
    frame().paintFoot(pen, index, static_cast<int>(m_pages.size()));
}

} // namespace kairos::ui
