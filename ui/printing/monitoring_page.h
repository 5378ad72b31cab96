// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/paper_page.h"
#include "ui/shared/navigator.h"

namespace kairos::ui {

/// The preview of a monitoring worksheet.
class MonitoringPage final : public PaperPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MonitoringPage)

public:
    MonitoringPage(const MonitoringPlace& place, const PageContext& context, QWidget* parent = nullptr);

protected:
    [[nodiscard]] base::Result<std::unique_ptr<PaperPainter>> makeDocument(PaperSize paper) override;
    [[nodiscard]] QString fileName() const override;

private:
    MonitoringPlace m_place;
    QString m_mrn;
};

/// The page of a MonitoringPlace.
[[nodiscard]] Page* makeMonitoringPage(const MonitoringPlace& place, const PageContext& context,
                                       QWidget* parent);

} // namespace kairos::ui
