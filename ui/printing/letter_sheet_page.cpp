// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/letter_sheet_page.h"

#include "ui/printing/letter_sheet_painter.h"

#include "core/workflow/document_query.h"
#include "core/workflow/open_practice.h"

namespace kairos::ui {

LetterSheetPage::LetterSheetPage(const LetterSheetPlace& place, const PageContext& context, QWidget* parent)
    : PaperPage({tr("Letter"), tr("Save the letter as PDF")}, context, parent), m_place(place) {
    refresh();
}

base::Result<std::unique_ptr<PaperPainter>> LetterSheetPage::makeDocument(PaperSize paper) {
    return workflow::DocumentQuery(context().practice)
        .sheet(m_place.letter, locale())
        .map([&](const reports::LetterSheet& sheet) -> std::unique_ptr<PaperPainter> {
            m_mrn = sheet.mrn;
            return std::make_unique<LetterSheetPainter>(sheet, paper);
        });
}

QString LetterSheetPage::fileName() const {
    return tr("letter-%1-%2").arg(m_mrn, context().practice.today().toString(Qt::ISODate));
}

} // namespace kairos::ui
