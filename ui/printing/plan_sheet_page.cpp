// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/plan_sheet_page.h"

#include "ui/printing/plan_sheet_painter.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/plan_sheet_query.h"

namespace kairos::ui {

PlanSheetPage::PlanSheetPage(const PlanSheetPlace& place, const PageContext& context, QWidget* parent)
    : PaperPage({tr("Treatment plan"), tr("Save the plan as PDF")}, context, parent), m_place(place) {
    refresh();
}

base::Result<std::unique_ptr<PaperPainter>> PlanSheetPage::makeDocument(PaperSize paper) {
    return workflow::PlanSheetQuery(context().practice, locale())
        .sheet(m_place.plan)
        .map([&](reports::PlanSheet sheet) -> std::unique_ptr<PaperPainter> {
            m_mrn = sheet.identity.mrn;
            return std::make_unique<PlanSheetPainter>(std::move(sheet), paper);
        });
}

QString PlanSheetPage::fileName() const {
    return tr("plan-%1").arg(m_mrn);
}

Page* makePlanSheetPage(const PlanSheetPlace& place, const PageContext& context, QWidget* parent) {
    return new PlanSheetPage(place, context, parent);
}

} // namespace kairos::ui
