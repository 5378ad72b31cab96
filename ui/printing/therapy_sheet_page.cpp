// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/therapy_sheet_page.h"

#include "ui/printing/therapy_sheet_painter.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/sheet_query.h"

namespace kairos::ui {

TherapySheetPage::TherapySheetPage(const TherapySheetPlace& place, const PageContext& context,
                                   QWidget* parent)
    : PaperPage({tr("Sheet"), tr("Save the sheet as PDF")}, context, parent), m_place(place) {
    refresh();
}

base::Result<std::unique_ptr<PaperPainter>> TherapySheetPage::makeDocument(PaperSize paper) {
    return workflow::SheetQuery(context().practice)
        .report(m_place.sheet, locale())
        .map([&](const reports::TherapySheetReport& report) -> std::unique_ptr<PaperPainter> {
            m_form = report.form;
            m_mrn = report.mrn;
            return std::make_unique<TherapySheetPainter>(report, paper);
        });
}

QString TherapySheetPage::fileName() const {
    return QStringLiteral("%1-%2-%3").arg(m_form, m_mrn, context().practice.today().toString(Qt::ISODate));
}

} // namespace kairos::ui
