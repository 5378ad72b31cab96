// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/summary_blocks.h"

#include "ui/printing/criteria_grid.h"
#include "ui/printing/print_table.h"
#include "ui/printing/summary_charts.h"

namespace kairos::ui {

using reports::LeadLine;

namespace {

/// As many readings stand beside the curve; the rest follow in a table over the whole width.
constexpr qsizetype kRowsBesideCurve = 16;
constexpr qsizetype kRowsAPage = 38;
constexpr double kLeadWidth = 78;

Block leadLines(const QList<LeadLine>& lines) {
    QList<Block> blocks;
    for (const LeadLine& line : lines) {
        Block block;
        block.height = [line](PagePen& pen, double width) {
            return std::max(pen.lineHeight(PrintFont::Strong),
                            pen.textHeight(line.text, width - kLeadWidth, PrintFont::Body)) +
                   1.5;
        };
        block.paint = [line](PagePen& pen, const QRectF& rect) {
            pen.line(QRectF(rect.left(), rect.top(), kLeadWidth - 4, pen.lineHeight(PrintFont::Strong)),
                     line.lead, PrintFont::Strong);
            pen.text(rect.adjusted(kLeadWidth, 0, 0, 0), line.text, PrintFont::Body);
        };
        blocks.append(block);
    }
    return stacked(blocks);
}

QString markOf(base::FindingLevel level) {
    switch (level) {
    case base::FindingLevel::Information:
        return {};
    case base::FindingLevel::Caution:
        return QCoreApplication::translate("SummaryBlocks", "! caution");
    case base::FindingLevel::Stop:
        return QCoreApplication::translate("SummaryBlocks", "!! stop");
    }
    return {};
}

} // namespace

Block SummaryBlocks::dose() const {
    const auto& page = m_source.page;
    QList<Block> blocks = {sectionTitle(tr("Dose")), paragraph(page.doseHeadline, PrintFont::Strong),
                           paragraphs(page.doseLines, PrintFont::Body)};
    if (!page.intention.isEmpty()) {
        blocks.append(
            paragraph(tr("Intention, in the patient's words: “%1”").arg(page.intention), PrintFont::Body));
    }
    return stacked(blocks);
}

Block SummaryBlocks::gates() const {
    const auto& page = m_source.page;
    return stacked(
        {sectionTitle(page.gatesTitle),
         paragraph(page.gateLines.isEmpty() ? QString()
                                            : page.gateLines.join(QStringLiteral(". ")) + QLatin1Char('.'),
                   PrintFont::Small)});
}

Block SummaryBlocks::vitals(qsizetype first, qsizetype count, const QString& note) const {
    const auto& lines = m_source.page.vitals;
    QList<PrintRow> rows;
    for (qsizetype i = first; i < std::min(first + count, lines.size()); ++i) {
        const auto& line = lines.at(i);
        rows.append(
            {{line.minute, line.at, line.pressure, line.pulse, line.spo2, line.sedation, line.rating, {}},
             markOf(line.level)});
    }
    const QList<PrintColumn> columns = {{tr("min"), 0.8, Qt::AlignRight, PrintFont::Body},
                                        {tr("at"), 1.0, Qt::AlignRight, PrintFont::Body},
                                        {tr("BP"), 1.3, Qt::AlignRight, PrintFont::Strong},
                                        {tr("HR"), 0.7, Qt::AlignRight, PrintFont::Body},
                                        {tr("SpO₂"), 1.0, Qt::AlignRight, PrintFont::Body},
                                        {tr("MOAA/S"), 1.2, Qt::AlignRight, PrintFont::Body},
                                        {tr("CADSS"), 1.1, Qt::AlignRight, PrintFont::Body},
                                        {{}, 1.6, Qt::AlignRight, PrintFont::Body}};
    const Block table =
        rows.isEmpty() ? paragraph(tr("No reading was taken."), PrintFont::Body) : printTable(columns, rows);
    return stacked({sectionTitle(first == 0 ? tr("Vital signs") : tr("Vital signs, continued")), table,
                    space(2), paragraph(note, PrintFont::Small)});
}

Block SummaryBlocks::ratings() const {
    const auto& page = m_source.page;
    QList<PrintRow> rows;
    for (const auto& line : page.ratings) {
        rows.append({{line.instrument, line.baseline, line.last, line.today, line.change, line.means}, {}});
    }
    const QList<PrintColumn> columns = {{tr("Instrument"), 1.5, Qt::AlignLeft, PrintFont::Body},
                                        {tr("baseline"), 0.9, Qt::AlignRight, PrintFont::Body},
                                        {tr("last"), 0.6, Qt::AlignRight, PrintFont::Body},
                                        {tr("that day"), 0.9, Qt::AlignRight, PrintFont::Strong},
                                        {tr("change"), 1.4, Qt::AlignRight, PrintFont::Body},
                                        {tr("means"), 1.7, Qt::AlignLeft, PrintFont::Body, true}};
    const Block table = rows.isEmpty() ? paragraph(tr("No rating was filled in."), PrintFont::Body)
                                       : printTable(columns, rows);
    return stacked(
        {sectionTitle(tr("Ratings")), table, space(2), paragraphs(page.ratingNotes, PrintFont::Small)});
}

Block SummaryBlocks::curve() const {
    if (m_source.page.vitals.isEmpty()) {
        return {};
    }
    const auto count = m_source.bundle.earlier.size();
    const QString title =
        count == 0 ? tr("This dose") : tr("This dose over the earlier %n", nullptr, static_cast<int>(count));
    return stacked({sectionTitle(title), curveBlock(m_source)});
}

Block SummaryBlocks::trend(double extraHeight) const {
    const Block chart = trendBlock(m_source, extraHeight);
    if (chart.isEmpty()) {
        return {};
    }
    return stacked(
        {sectionTitle(tr("%1 over the course").arg(m_source.bundle.facts.trends.first().title)), chart});
}

Block SummaryBlocks::eventsAndRisk() const {
    const auto& page = m_source.page;
    return stacked({sectionTitle(page.isDosing ? tr("Events and risk") : tr("Risk")),
                    paragraphs(page.events, PrintFont::Small),
                    page.risk.isEmpty() ? paragraph(tr("No risk item was open."), PrintFont::Small)
                                        : paragraphs(page.risk, PrintFont::Small)});
}

Block SummaryBlocks::nextSteps() const {
    const auto& page = m_source.page;
    return stacked({sectionTitle(tr("Next steps")), page.nextSteps.isEmpty()
                                                        ? paragraph(tr("No plan is active."), PrintFont::Body)
                                                        : leadLines(page.nextSteps)});
}

Block SummaryBlocks::discharge() const {
    return stacked({sectionTitle(m_source.page.dischargeTitle), criteriaGrid(m_source.page.discharge),
                    paragraphs(m_source.page.later, PrintFont::Small)});
}

Block SummaryBlocks::note() const {
    QList<Block> blocks;
    for (const LeadLine& section : m_source.page.noteSections) {
        blocks.append(
            stacked({sectionTitle(section.lead), paragraph(section.text, PrintFont::Body), space(4)}));
    }
    if (blocks.isEmpty()) {
        blocks.append(paragraph(tr("No note was written."), PrintFont::Body));
    }
    return stacked(blocks);
}

Block SummaryBlocks::signatures() const {
    const QList<LeadLine> lines = m_source.page.signatures;
    if (lines.isEmpty()) {
        return paragraph(tr("Not signed: this page is a draft."), PrintFont::Strong);
    }
    Block block;
    block.height = [](PagePen& pen, double) { return pen.lineHeight(PrintFont::Body) * 2 + 8; };
    block.paint = [lines](PagePen& pen, const QRectF& rect) {
        const auto count = std::max<qsizetype>(3, lines.size());
        const double width =
            (rect.width() - 12 * static_cast<double>(count - 1)) / static_cast<double>(count);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const double left = rect.left() + static_cast<double>(i) * (width + 12);
            const double line = pen.lineHeight(PrintFont::Body);
            pen.rule(left, left + width, rect.top() + 3);
            pen.line(QRectF(left, rect.top() + 5, width, line), lines.at(i).lead, PrintFont::Strong);
            pen.line(QRectF(left, rect.top() + 5 + line, width, line), lines.at(i).text, PrintFont::Body);
        }
    };
    return block;
}

QList<Band> SummaryBlocks::bands(double extraHeight) const {
    const auto& page = m_source.page;
    QList<Band> bands;
    if (!page.isDosing) {
        bands.append({note(), {}, true});
        bands.append({ratings(), trend(extraHeight), false});
        bands.append({eventsAndRisk(), nextSteps(), false});
        bands.append({signatures(), {}, true});
        return bands;
    }
    bands.append({dose(), gates(), false});
    bands.append({vitals(0, kRowsBesideCurve, page.vitalsNote), curve(), false});
    for (qsizetype first = kRowsBesideCurve; first < page.vitals.size(); first += kRowsAPage) {
        bands.append({vitals(first, kRowsAPage, {}), {}, true});
    }
    bands.append({ratings(), trend(extraHeight), false});
    bands.append({eventsAndRisk(), nextSteps(), false});
    bands.append({discharge(), {}, true});
    bands.append({signatures(), {}, true});
    return bands;
}

} // namespace kairos::ui
