// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/paper_page.h"
#include "ui/shared/navigator.h"

namespace kairos::ui {

/// The preview of a printed plan.
class PlanSheetPage final : public PaperPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanSheetPage)

public:
    PlanSheetPage(const PlanSheetPlace& place, const PageContext& context, QWidget* parent = nullptr);

protected:
    [[nodiscard]] base::Result<std::unique_ptr<PaperPainter>> makeDocument(PaperSize paper) override;
    [[nodiscard]] QString fileName() const override;

private:
    PlanSheetPlace m_place;
    QString m_mrn;
};

/// The page of a PlanSheetPlace.
[[nodiscard]] Page* makePlanSheetPage(const PlanSheetPlace& place, const PageContext& context,
                                      QWidget* parent);

} // namespace kairos::ui
