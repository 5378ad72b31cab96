// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/plan_sheet_painter.h"

#include "core/base/check.h"

namespace kairos::ui {
namespace {

constexpr double kPlanGap = 3;
constexpr double kLead = 66;

Block leadLine(const reports::LeadLine& line) {
    Block block;
    block.height = [line](PagePen& pen, double width) {
        return std::max(pen.lineHeight(PrintFont::Strong),
                        pen.textHeight(line.text, width - kLead, PrintFont::Body)) +
               1.5;
    };
    block.paint = [line](PagePen& pen, const QRectF& rect) {
        pen.line(QRectF(rect.left(), rect.top(), kLead - 4, pen.lineHeight(PrintFont::Strong)), line.lead,
                 PrintFont::Strong);
        pen.text(rect.adjusted(kLead, 0, 0, 0), line.text, PrintFont::Body);
    };
    return block;
}

QList<Block> leadBlocks(const QList<reports::LeadLine>& lines) {
    QList<Block> blocks;
    for (const reports::LeadLine& line : lines) {
        blocks.append(leadLine(line));
    }
    return blocks;
}

QList<Block> wordLines(const QStringList& texts, PrintFont font) {
    QList<Block> blocks;
    for (const QString& text : texts) {
        blocks.append(paragraph(text, font));
    }
    return blocks;
}

} // namespace

PlanSheetPainter::PlanSheetPainter(reports::PlanSheet sheet, PaperSize paper)
    : m_sheet(std::move(sheet)), m_paper(paper) {}

double PlanSheetPainter::roomLeft() const {
    return frame().content().height() - m_used;
}

void PlanSheetPainter::add(PagePen& pen, const Block& block) {
    if (block.isEmpty()) {
        return;
    }
    const double height = block.height(pen, frame().content().width());
    if (m_used > 0 && height > roomLeft()) {
        m_pages.append(QList<Placed>());
        m_used = 0;
    }
    m_pages.last().append({block, height});
    m_used += height + kPlanGap;
}

void PlanSheetPainter::addSection(PagePen& pen, const QString& title, const QList<Block>& lines) {
    for (qsizetype i = 0; i < lines.size(); ++i) {
        add(pen, i == 0 ? stacked({sectionTitle(title), lines.at(i)}) : lines.at(i));
    }
}

Block PlanSheetPainter::table(const reports::PlanSheetStrand& strand, qsizetype from, qsizetype count) const {
    QList<PrintRow> rows;
    for (const reports::PlanSheetStep& step : strand.steps.mid(from, count)) {
        const bool isSaid = step.level == base::FindingLevel::Caution;
        const QString mark = isSaid ? tr("! %1").arg(step.state) : QString();
        const bool isHeld = step.level == base::FindingLevel::Stop;
        const QString state = isHeld ? tr("!! blocked: %1").arg(step.state) : step.state;
        rows.append(
            {{step.title, step.window, step.target, isSaid ? QString() : state}, mark, Qt::AlignLeft});
    }
    // The strands stand below each other: their columns begin at the same place on every page.
    return printTable({{.title = tr("Step"), .font = PrintFont::Strong, .breaks = true, .part = 0.29},
                       {.title = tr("Window"), .breaks = true, .part = 0.25},
                       {.title = tr("Aims at, booked or held"), .breaks = true, .part = 0.23},
                       {.title = tr("State"), .breaks = true, .part = 0.23}},
                      rows);
}

/// As many rows as the page still holds, then on the next one with the head again.
void PlanSheetPainter::addStrand(PagePen& pen, const reports::PlanSheetStrand& strand) {
    const double width = frame().content().width();
    qsizetype from = 0;
    while (from < strand.steps.size()) {
        const QString words = from == 0 ? strand.title : tr("%1, continued").arg(strand.title);
        const Block title = sectionTitle(words);
        qsizetype count = 0;
        while (from + count < strand.steps.size() &&
               stacked({title, table(strand, from, count + 1)}).height(pen, width) <= roomLeft()) {
            ++count;
        }
        if (count == 0 && m_used > 0) {
            m_pages.append(QList<Placed>());
            m_used = 0;
            continue;
        }
        count = std::max<qsizetype>(1, count);
        add(pen, stacked({title, table(strand, from, count)}));
        from += count;
    }
}

void PlanSheetPainter::layOut(PagePen& pen) {
    m_pages = {QList<Placed>()};
    m_used = 0;
    add(pen, frame().head(m_sheet.title, {}));
    add(pen, paragraph(m_sheet.subtitle, PrintFont::Strong));
    addSection(pen, tr("Next, late, blocked"), leadBlocks(m_sheet.next));
    QStringList gates;
    for (const QString& gate : std::as_const(m_sheet.gates)) {
        gates.append(QStringLiteral("\u2022 ") + gate);
    }
    addSection(pen, tr("What holds the next dose"), wordLines(gates, PrintFont::Body));
    addSection(pen, tr("Order"), wordLines(m_sheet.order, PrintFont::Body));
    addSection(pen, tr("Plan against actual"), wordLines(m_sheet.kept, PrintFont::Body));
    addSection(pen, tr("What the plan does not meet"), leadBlocks(m_sheet.findings));
    for (const reports::PlanSheetStrand& strand : std::as_const(m_sheet.strands)) {
        addStrand(pen, strand);
    }
    addSection(pen, tr("Revisions"), leadBlocks(m_sheet.revisions));
    addSection(pen, tr("Where the windows come from"), wordLines(m_sheet.bases, PrintFont::Small));
    QStringList sources = m_sheet.sources;
    if (!m_sheet.note.isEmpty()) {
        sources.prepend(m_sheet.note);
    }
    addSection(pen, tr("Sources, with H, M or C for how firm each is"), wordLines(sources, PrintFont::Small));
    QStringList signatures;
    for (const reports::LeadLine& line : std::as_const(m_sheet.signatures)) {
        signatures.append(QStringLiteral("%1, %2").arg(line.lead, line.text));
    }
    addSection(pen, tr("Signed by"), wordLines(signatures, PrintFont::Body));
}

int PlanSheetPainter::pageCount(QPainter& painter) {
    PagePen pen(painter);
    layOut(pen);
    return static_cast<int>(m_pages.size());
}

void PlanSheetPainter::paintPage(QPainter& painter, int index) {
    PagePen pen(painter);
    layOut(pen);
    KAIROS_CHECK(index >= 0 && index < m_pages.size());
    const PatientFrame around = frame();
    around.paintDraft(pen);
    const QRectF page = around.content();
    double top = page.top();
    for (const Placed& placed : m_pages.at(index)) {
        placed.block.paint(pen, QRectF(page.left(), top, page.width(), placed.height));
        top += placed.height + kPlanGap;
    }
    around.paintFoot(pen, index, static_cast<int>(m_pages.size()));
}

} // namespace kairos::ui
