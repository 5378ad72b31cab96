// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/call_sheet_page.h"

#include "ui/printing/call_sheet_painter.h"

#include "core/workflow/call_sheet_query.h"

namespace kairos::ui {

CallSheetPage::CallSheetPage(const CallSheetPlace& place, const PageContext& context, QWidget* parent)
    : PaperPage({tr("Call sheet"), tr("Save the call sheet as PDF")}, context, parent), m_place(place) {
    refresh();
}

base::Result<std::unique_ptr<PaperPainter>> CallSheetPage::makeDocument(PaperSize paper) {
    const auto sheet = workflow::CallSheetQuery(context().practice).sheet(m_place.day, locale());
    if (!sheet) {
        return tl::unexpected<base::Error>(sheet.error());
    }
    return std::unique_ptr<PaperPainter>(std::make_unique<CallSheetPainter>(*sheet, paper));
}

QString CallSheetPage::fileName() const {
    return tr("call-sheet-%1").arg(m_place.day.toString(Qt::ISODate));
}

Page* makeCallSheetPage(const CallSheetPlace& place, const PageContext& context, QWidget* parent) {
    return new CallSheetPage(place, context, parent);
}

} // namespace kairos::ui
