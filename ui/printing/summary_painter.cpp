// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/summary_painter.h"

#include "core/base/check.h"
#include "core/workflow/catalog.h"

namespace kairos::ui {
namespace {

constexpr double kBandGap = 3;
// A page with room to spare gives it to the trend, up to this.
constexpr double kTrendMayGrow = 70;
// Two columns of 45 and 43 parts, with 4 parts between them.
constexpr double kLeftShare = 0.45 / 0.92;
constexpr double kGapShare = 0.04 / 0.92;

} // namespace

SummaryPainter::SummaryPainter(workflow::SummaryBundle bundle, const workflow::Catalog& catalog,
                               PaperSize paper)
    : m_bundle(std::move(bundle)),
      m_catalog(catalog),
      m_page(reports::sessionSummary(m_bundle.facts, catalog.safety)),
      m_paper(paper),
      m_blocks(SummarySource{m_page, m_bundle, catalog.safety, catalog.instruments}) {}

PatientFrame SummaryPainter::frame() const {
    return {m_page.identity, m_page.leftOut, m_paper};
}

QRectF SummaryPainter::content() const {
    return frame().content();
}

double SummaryPainter::columnWidth(int column) const {
    const double width = content().width();
    const double left = width * kLeftShare;
    return column == 0 ? left : width - left - width * kGapShare;
}

double SummaryPainter::bandHeight(PagePen& pen, const Band& band) const {
    const auto heightOf = [&](const Block& block, double width) {
        return block.isEmpty() ? 0.0 : block.height(pen, width);
    };
    if (band.isWide) {
        return heightOf(band.left, content().width());
    }
    return std::max(heightOf(band.left, columnWidth(0)), heightOf(band.right, columnWidth(1)));
}

double SummaryPainter::placeBands(PagePen& pen, double extraHeight) {
    m_pages.clear();
    m_pages.append(QList<Placed>());
    const Band head{frame().head(m_page.title, m_page.subtitle, PatientFrame::Facts::WithWeight), {}, true};
    QList<Band> bands = m_blocks.bands(extraHeight);
    bands.prepend(head);
    double used = 0;
    for (const Band& band : bands) {
        const double height = bandHeight(pen, band);
        const bool isFull = used > 0 && used + height > content().height();
        if (isFull) {
            m_pages.append(QList<Placed>());
            used = 0;
        }
        m_pages.last().append({band, height});
        used += height + kBandGap;
    }
    return content().height() - used;
}

void SummaryPainter::layOut(PagePen& pen) {
    const double spare = placeBands(pen, 0);
    if (m_pages.size() == 1 && spare > 0) {
        placeBands(pen, std::min(spare, kTrendMayGrow));
    }
}

int SummaryPainter::pageCount(QPainter& painter) {
    PagePen pen(painter);
    layOut(pen);
    return static_cast<int>(m_pages.size());
}

void SummaryPainter::paintBand(PagePen& pen, const Placed& placed, double top) const {
    const QRectF page = content();
    const Band& band = placed.band;
    if (band.isWide) {
        band.left.paint(pen, QRectF(page.left(), top, page.width(), placed.height));
        return;
    }
    if (!band.left.isEmpty()) {
        band.left.paint(pen, QRectF(page.left(), top, columnWidth(0), placed.height));
    }
    if (!band.right.isEmpty()) {
        band.right.paint(pen, QRectF(page.right() - columnWidth(1), top, columnWidth(1), placed.height));
    }
}

void SummaryPainter::paintPage(QPainter& painter, int index) {
    PagePen pen(painter);
    layOut(pen);
    KAIROS_CHECK(index >= 0 && index < m_pages.size());
    frame().paintDraft(pen);
    double top = content().top();
    for (const Placed& placed : m_pages.at(index)) {
        paintBand(pen, placed, top);
        top += placed.height + kBandGap;
    }
    frame().paintFoot(pen, index, static_cast<int>(m_pages.size()));
}

} // namespace kairos::ui
