// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/paper.h"
#include "ui/printing/paper_painter.h"
#include "ui/shared/page.h"

#include <memory>

class QScrollArea;

namespace kairos::ui {

class Banner;
class PaperView;
class Segments;

/// The preview of a document inside the program: the pages as they print, on both papers. What the document
/// is, the page of a room says.
class PaperPage : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaperPage)

public:
    /// What stands on the page beside the paper.
    struct Words {
        QString title;     ///< "Session summary"
        QString saveTitle; ///< "Save the summary as PDF"
    };

    PaperPage(Words words, const PageContext& context, QWidget* parent = nullptr);
    ~PaperPage() override;

    [[nodiscard]] QString title() const override { return m_words.title; }
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

protected:
    /// Reads and lays out the document anew.
    [[nodiscard]] virtual base::Result<std::unique_ptr<PaperPainter>> makeDocument(PaperSize paper) = 0;
    /// The name a saved file begins with, without its ending.
    [[nodiscard]] virtual QString fileName() const = 0;
    [[nodiscard]] const PageContext& context() const { return m_context; }

private:
    void setPaper(PaperSize paper);
    void print();
    void savePdf();
    void showError(const base::Error& error);
    void addActions();

    Words m_words;
    PageContext m_context;
    PaperSize m_paper = PaperSize::A4;
    std::unique_ptr<PaperPainter> m_document;
    Banner* m_error = nullptr;
    Segments* m_papers = nullptr;
    QScrollArea* m_scroll = nullptr;
    PaperView* m_view = nullptr;
};

} // namespace kairos::ui
