// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/paper_page.h"
#include "ui/shared/navigator.h"

namespace kairos::ui {

/// The preview of a session summary inside the program.
class SummaryPage final : public PaperPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SummaryPage)

public:
    SummaryPage(const SummaryPlace& place, const PageContext& context, QWidget* parent = nullptr);

protected:
    [[nodiscard]] base::Result<std::unique_ptr<PaperPainter>> makeDocument(PaperSize paper) override;
    [[nodiscard]] QString fileName() const override;

private:
    SummaryPlace m_place;
    QString m_mrn;
};

/// The page of a SummaryPlace.
[[nodiscard]] Page* makeSummaryPage(const SummaryPlace& place, const PageContext& context, QWidget* parent);

} // namespace kairos::ui
