// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/paper_painter.h"
#include "ui/printing/patient_frame.h"
#include "ui/printing/summary_blocks.h"

#include "core/reports/session_summary.h"
#include "core/workflow/summary_query.h"

#include <QList>

class QPainter;

namespace kairos::workflow {
struct Catalog;
}

namespace kairos::ui {

/// Lays a session summary out on paper: one path for printer, PDF and preview.
class SummaryPainter final : public PaperPainter {
public:
    /// The catalogue outlives the painter.
    SummaryPainter(workflow::SummaryBundle bundle, const workflow::Catalog& catalog, PaperSize paper);

    [[nodiscard]] PaperSize paper() const override { return m_paper; }
    [[nodiscard]] QString title() const override { return m_page.title; }
    [[nodiscard]] const reports::SessionSummary& page() const { return m_page; }
    [[nodiscard]] int pageCount(QPainter& painter) override;
    void paintPage(QPainter& painter, int index) override;

private:
    struct Placed {
        Band band;
        double height = 0;
    };
    void layOut(PagePen& pen);
    /// Lays out with a trend that much taller; gives the points left over on the last page.
    double placeBands(PagePen& pen, double extraHeight);
    [[nodiscard]] double bandHeight(PagePen& pen, const Band& band) const;
    void paintBand(PagePen& pen, const Placed& placed, double top) const;
    [[nodiscard]] PatientFrame frame() const;
    [[nodiscard]] QRectF content() const;
    [[nodiscard]] double columnWidth(int column) const;

    workflow::SummaryBundle m_bundle;
    const workflow::Catalog& m_catalog;
    reports::SessionSummary m_page;
    PaperSize m_paper;
    SummaryBlocks m_blocks;
    QList<QList<Placed>> m_pages;
};

} // namespace kairos::ui
