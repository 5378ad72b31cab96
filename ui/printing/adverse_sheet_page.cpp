// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/adverse_sheet_page.h"

#include "ui/printing/adverse_sheet_painter.h"

#include "core/workflow/adverse_sheet_query.h"
#include "core/workflow/open_practice.h"

namespace kairos::ui {

AdverseSheetPage::AdverseSheetPage(AdverseSheetPlace place, const PageContext& context, QWidget* parent)
    : PaperPage({tr("Adverse events"), tr("Save the register as PDF")}, context, parent),
      m_place(std::move(place)) {
    refresh();
}

base::Result<std::unique_ptr<PaperPainter>> AdverseSheetPage::makeDocument(PaperSize paper) {
    const auto sheet = workflow::AdverseSheetQuery(context().practice).sheet(m_place.filter, locale());
    if (!sheet) {
        return tl::unexpected<base::Error>(sheet.error());
    }
    return std::unique_ptr<PaperPainter>(std::make_unique<AdverseSheetPainter>(*sheet, paper));
}

QString AdverseSheetPage::fileName() const {
    return tr("adverse-events-%1").arg(context().practice.today().toString(Qt::ISODate));
}

} // namespace kairos::ui
