// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/summary_page.h"

#include "ui/printing/summary_painter.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/summary_query.h"

namespace kairos::ui {

SummaryPage::SummaryPage(const SummaryPlace& place, const PageContext& context, QWidget* parent)
    : PaperPage({tr("Session summary"), tr("Save the summary as PDF")}, context, parent), m_place(place) {
    refresh();
}

base::Result<std::unique_ptr<PaperPainter>> SummaryPage::makeDocument(PaperSize paper) {
    auto& practice = context().practice;
    return workflow::SummaryQuery(practice)
        .bundle(m_place.session, locale())
        .map([&](workflow::SummaryBundle bundle) -> std::unique_ptr<PaperPainter> {
            auto painter = std::make_unique<SummaryPainter>(std::move(bundle), practice.catalog(), paper);
            m_mrn = painter->page().identity.mrn;
            return painter;
        });
}

QString SummaryPage::fileName() const {
    return tr("summary-%1").arg(m_mrn);
}

Page* makeSummaryPage(const SummaryPlace& place, const PageContext& context, QWidget* parent) {
    return new SummaryPage(place, context, parent);
}

} // namespace kairos::ui
