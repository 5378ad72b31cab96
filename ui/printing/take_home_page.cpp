// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/take_home_page.h"

#include "ui/printing/take_home_painter.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/take_home_query.h"

namespace kairos::ui {

TakeHomePage::TakeHomePage(const TakeHomePlace& place, const PageContext& context, QWidget* parent)
    : PaperPage({tr("Take-home page"), tr("Save the take-home page as PDF")}, context, parent),
      m_place(place) {
    refresh();
}

base::Result<std::unique_ptr<PaperPainter>> TakeHomePage::makeDocument(PaperSize paper) {
    const auto page = workflow::TakeHomeQuery(context().practice).page(m_place.patient, locale());
    if (!page) {
        return tl::unexpected<base::Error>(page.error());
    }
    return std::unique_ptr<PaperPainter>(std::make_unique<TakeHomePainter>(*page, paper));
}

QString TakeHomePage::fileName() const {
    return tr("take-home-%1").arg(context().practice.today().toString(Qt::ISODate));
}

} // namespace kairos::ui
