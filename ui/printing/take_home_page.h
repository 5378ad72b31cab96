// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/paper_page.h"
#include "ui/shared/navigator.h"

namespace kairos::ui {

/// The preview of the page a patient takes home, inside the program.
class TakeHomePage final : public PaperPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TakeHomePage)

public:
    TakeHomePage(const TakeHomePlace& place, const PageContext& context, QWidget* parent = nullptr);

protected:
    [[nodiscard]] base::Result<std::unique_ptr<PaperPainter>> makeDocument(PaperSize paper) override;
    [[nodiscard]] QString fileName() const override;

private:
    TakeHomePlace m_place;
};

} // namespace kairos::ui
