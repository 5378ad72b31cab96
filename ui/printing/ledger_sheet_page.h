// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/paper_page.h"
#include "ui/shared/navigator.h"

namespace kairos::ui {

/// The preview of the drug ledger's inspection print inside the program.
class LedgerSheetPage final : public PaperPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LedgerSheetPage)

public:
    explicit LedgerSheetPage(const PageContext& context, QWidget* parent = nullptr);

protected:
    [[nodiscard]] base::Result<std::unique_ptr<PaperPainter>> makeDocument(PaperSize paper) override;
    [[nodiscard]] QString fileName() const override;
};

} // namespace kairos::ui
