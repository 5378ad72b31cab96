// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/monitoring_page.h"

#include "ui/printing/monitoring_painter.h"

#include "core/workflow/monitoring_query.h"
#include "core/workflow/open_practice.h"

namespace kairos::ui {

MonitoringPage::MonitoringPage(const MonitoringPlace& place, const PageContext& context, QWidget* parent)
    : PaperPage({tr("Monitoring worksheet"), tr("Save the worksheet as PDF")}, context, parent),
      m_place(place) {
    refresh();
}

base::Result<std::unique_ptr<PaperPainter>> MonitoringPage::makeDocument(PaperSize paper) {
    return workflow::MonitoringQuery(context().practice)
        .sheet(m_place.session, locale())
        .map([&](reports::MonitoringSheet sheet) -> std::unique_ptr<PaperPainter> {
            m_mrn = sheet.identity.mrn;
            return std::make_unique<MonitoringPainter>(std::move(sheet), paper);
        });
}

QString MonitoringPage::fileName() const {
    return tr("monitoring-%1").arg(m_mrn);
}

Page* makeMonitoringPage(const MonitoringPlace& place, const PageContext& context, QWidget* parent) {
    return new MonitoringPage(place, context, parent);
}

} // namespace kairos::ui
