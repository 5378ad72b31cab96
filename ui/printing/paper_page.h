// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/paper.h"
#include "ui/shared/page.h"

#include <memory>

class QScrollArea;

namespace kairos::ui {

class Banner;
class PaperPainter;
class PaperView;
class Segments;

/// The preview of something that prints, inside the program: the pages as they print, on both papers.
class PaperPage : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaperPage)

public:
    ~PaperPage() override;

    [[nodiscard]] QString title() const override { return m_title; }
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

protected:
    PaperPage(const QString& title, const PageContext& context, QWidget* parent);

    /// Reads anew and makes the painter for this paper.
    [[nodiscard]] virtual base::Result<std::unique_ptr<PaperPainter>> makePainter(PaperSize paper) = 0;
    /// The name a PDF is offered under, without its ending.
    [[nodiscard]] virtual QString fileName() const = 0;
    [[nodiscard]] const PageContext& context() const { return m_context; }

private:
    void setPaper(PaperSize paper);
    void print();
    void savePdf();
    void showError(const base::Error& error);
    void addActions();

    QString m_title;
    PageContext m_context;
    PaperSize m_paper = PaperSize::A4;
    std::unique_ptr<PaperPainter> m_painter;
    Banner* m_error = nullptr;
    Segments* m_papers = nullptr;
    QScrollArea* m_scroll = nullptr;
    PaperView* m_view = nullptr;
};

} // namespace kairos::ui
