// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/paper_painter.h"
#include "ui/printing/patient_frame.h"

#include "core/reports/monitoring_sheet.h"

#include <QCoreApplication>
#include <QList>

namespace kairos::ui {

/// Lays a monitoring worksheet out on paper: one table a section, never broken over two pages.
class MonitoringPainter final : public PaperPainter {
    Q_DECLARE_TR_FUNCTIONS(MonitoringPainter)

public:
    MonitoringPainter(reports::MonitoringSheet sheet, PaperSize paper)
        : m_sheet(std::move(sheet)), m_paper(paper) {}

    [[nodiscard]] PaperSize paper() const override { return m_paper; }
    [[nodiscard]] QString title() const override { return m_sheet.title; }
    [[nodiscard]] int pageCount(QPainter& painter) override;
    void paintPage(QPainter& painter, int index) override;

private:
    void layOut(PagePen& pen);
    [[nodiscard]] Block notice() const;
    [[nodiscard]] Block section(const reports::MonitoringSection& section) const;
    [[nodiscard]] PatientFrame frame() const { return {m_sheet.identity, m_sheet.leftOut, m_paper}; }

    reports::MonitoringSheet m_sheet;
    PaperSize m_paper;
    QList<QList<Block>> m_pages;
};

} // namespace kairos::ui
