// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/paper_page.h"
#include "ui/shared/navigator.h"

namespace kairos::ui {

/// The preview of a patient's doses over all plans inside the program.
class DoseSheetPage final : public PaperPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DoseSheetPage)

public:
    DoseSheetPage(const DoseSheetPlace& place, const PageContext& context, QWidget* parent = nullptr);

protected:
    [[nodiscard]] base::Result<std::unique_ptr<PaperPainter>> makeDocument(PaperSize paper) override;
    [[nodiscard]] QString fileName() const override;

private:
    DoseSheetPlace m_place;
};

} // namespace kairos::ui
