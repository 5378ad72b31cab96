// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/ledger_sheet_page.h"

#include "ui/printing/ledger_sheet_painter.h"

#include "core/workflow/ledger_sheet_query.h"
#include "core/workflow/open_practice.h"

namespace kairos::ui {

LedgerSheetPage::LedgerSheetPage(const PageContext& context, QWidget* parent)
    : PaperPage({tr("Drug ledger"), tr("Save the ledger as PDF")}, context, parent) {
    refresh();
}

base::Result<std::unique_ptr<PaperPainter>> LedgerSheetPage::makeDocument(PaperSize paper) {
    const auto sheet = workflow::LedgerSheetQuery(context().practice).sheet(locale());
    if (!sheet) {
        return tl::unexpected<base::Error>(sheet.error());
    }
    return std::unique_ptr<PaperPainter>(std::make_unique<LedgerSheetPainter>(*sheet, paper));
}

QString LedgerSheetPage::fileName() const {
    return tr("drug-ledger-%1").arg(context().practice.today().toString(Qt::ISODate));
}

} // namespace kairos::ui
