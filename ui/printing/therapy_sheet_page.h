// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/paper_page.h"
#include "ui/shared/navigator.h"

namespace kairos::ui {

/// The preview of a structured sheet of therapy, inside the program.
class TherapySheetPage final : public PaperPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TherapySheetPage)

public:
    TherapySheetPage(const TherapySheetPlace& place, const PageContext& context, QWidget* parent = nullptr);

protected:
    [[nodiscard]] base::Result<std::unique_ptr<PaperPainter>> makeDocument(PaperSize paper) override;
    [[nodiscard]] QString fileName() const override;

private:
    TherapySheetPlace m_place;
    QString m_form; ///< of the document that is shown
    QString m_mrn;
};

} // namespace kairos::ui
