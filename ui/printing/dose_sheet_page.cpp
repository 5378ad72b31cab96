// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/dose_sheet_page.h"

#include "ui/printing/dose_sheet_painter.h"

#include "core/workflow/dose_sheet_query.h"
#include "core/workflow/open_practice.h"

namespace kairos::ui {

DoseSheetPage::DoseSheetPage(const DoseSheetPlace& place, const PageContext& context, QWidget* parent)
    : PaperPage({tr("Doses over all plans"), tr("Save the doses as PDF")}, context, parent), m_place(place) {
    refresh();
}

base::Result<std::unique_ptr<PaperPainter>> DoseSheetPage::makeDocument(PaperSize paper) {
    const auto sheet = workflow::DoseSheetQuery(context().practice).sheet(m_place.patient, locale());
    if (!sheet) {
        return tl::unexpected<base::Error>(sheet.error());
    }
    return std::unique_ptr<PaperPainter>(std::make_unique<DoseSheetPainter>(*sheet, paper));
}

QString DoseSheetPage::fileName() const {
    return tr("doses-%1").arg(context().practice.today().toString(Qt::ISODate));
}

} // namespace kairos::ui
