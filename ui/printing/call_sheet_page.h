// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/paper_page.h"
#include "ui/shared/navigator.h"

namespace kairos::ui {

/// The preview of a day's call sheet inside the program.
class CallSheetPage final : public PaperPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallSheetPage)

public:
    CallSheetPage(const CallSheetPlace& place, const PageContext& context, QWidget* parent = nullptr);

protected:
    [[nodiscard]] base::Result<std::unique_ptr<PaperPainter>> makeDocument(PaperSize paper) override;
    [[nodiscard]] QString fileName() const override;

private:
    CallSheetPlace m_place;
};

/// The page of a CallSheetPlace.
[[nodiscard]] Page* makeCallSheetPage(const CallSheetPlace& place, const PageContext& context,
                                      QWidget* parent);

} // namespace kairos::ui
