// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/paper_page.h"
#include "ui/shared/navigator.h"

namespace kairos::ui {

/// The preview of a letter.
class LetterSheetPage final : public PaperPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LetterSheetPage)

public:
    LetterSheetPage(const LetterSheetPlace& place, const PageContext& context, QWidget* parent = nullptr);

protected:
    [[nodiscard]] base::Result<std::unique_ptr<PaperPainter>> makeDocument(PaperSize paper) override;
    [[nodiscard]] QString fileName() const override;

private:
    LetterSheetPlace m_place;
    QString m_mrn;
};

} // namespace kairos::ui
