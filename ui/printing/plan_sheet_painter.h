// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/paper_painter.h"
#include "ui/printing/patient_frame.h"
#include "ui/printing/print_table.h"

#include "core/reports/plan_sheet.h"

#include <QCoreApplication>
#include <QList>

namespace kairos::ui {

/// Lays a plan out on paper. A table goes on over the next page with its head repeated; no row is broken.
class PlanSheetPainter final : public PaperPainter {
    Q_DECLARE_TR_FUNCTIONS(PlanSheetPainter)

public:
    PlanSheetPainter(reports::PlanSheet sheet, PaperSize paper);

    [[nodiscard]] PaperSize paper() const override { return m_paper; }
    [[nodiscard]] QString title() const override { return m_sheet.title; }
    [[nodiscard]] int pageCount(QPainter& painter) override;
    void paintPage(QPainter& painter, int index) override;

private:
    struct Placed {
        Block block;
        double height = 0;
    };

    void layOut(PagePen& pen);
    void add(PagePen& pen, const Block& block);
    void addStrand(PagePen& pen, const reports::PlanSheetStrand& strand);
    /// The title stays with the first line; the others go on over the next page where this one is full.
    void addSection(PagePen& pen, const QString& title, const QList<Block>& lines);
    [[nodiscard]] Block table(const reports::PlanSheetStrand& strand, qsizetype from, qsizetype count) const;
    [[nodiscard]] double roomLeft() const;
    [[nodiscard]] PatientFrame frame() const { return {m_sheet.identity, m_sheet.leftOut, m_paper}; }

    reports::PlanSheet m_sheet;
    PaperSize m_paper;
    QList<QList<Placed>> m_pages;
    double m_used = 0;
};

} // namespace kairos::ui
