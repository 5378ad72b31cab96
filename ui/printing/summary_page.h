// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/paper.h"
#include "ui/shared/navigator.h"
#include "ui/shared/page.h"

#include <memory>

class QLabel;
class QScrollArea;

namespace kairos::ui {

class Banner;
class PaperView;
class Segments;
class SummaryPainter;

/// The preview of a session summary inside the program: the pages as they print, on both papers.
class SummaryPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SummaryPage)

public:
    SummaryPage(const SummaryPlace& place, const PageContext& context, QWidget* parent = nullptr);
    ~SummaryPage() override;

    [[nodiscard]] QString title() const override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

private:
    void setPaper(PaperSize paper);
    void print();
    void savePdf();
    void showError(const base::Error& error);
    void addActions();

    SummaryPlace m_place;
    PageContext m_context;
    PaperSize m_paper = PaperSize::A4;
    std::unique_ptr<SummaryPainter> m_summary;
    Banner* m_error = nullptr;
    Segments* m_papers = nullptr;
    QScrollArea* m_scroll = nullptr;
    PaperView* m_view = nullptr;
};

/// The page of a SummaryPlace.
[[nodiscard]] Page* makeSummaryPage(const SummaryPlace& place, const PageContext& context, QWidget* parent);

} // namespace kairos::ui
