// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/pdf_program.h"
#include "ui/shared/background.h"
#include "ui/shared/page.h"

#include "core/record/document.h"

class QPushButton;

namespace kairos::ui {

class Banner;
class ProgressLine;
class ScanCanvas;
class TextLabel;

/// A scanned paper on the screen. Nothing of it touches the disk.
class ScanView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScanView)

public:
    explicit ScanView(const PageContext& context, QWidget* parent = nullptr);

    /// Shows a scan whose bytes were read.
    void show(const record::Document& document, const QByteArray& bytes);
    using QWidget::show;
    /// Shows that the bytes of a scan are not what they were.
    void showDamage(const record::Document& document, const base::Error& error);
    /// Shows beside the paper what went wrong with it, e.g. while it was exported.
    void showTrouble(const base::Error& error);
    /// Lets bytes and picture go.
    void clear();

    [[nodiscard]] ScanCanvas& canvas() { return *m_canvas; }
    [[nodiscard]] QString shownNotice() const;
    [[nodiscard]] QString pageText() const;
    [[nodiscard]] QPushButton& exportButton() { return *m_export; }
    [[nodiscard]] QList<KeyHint> keyHints() const;

Q_SIGNALS:
    void left();
    void exportRequested();
    /// The page is drawn, or it was said why not.
    void settled();

private:
    void makeTools();
    void addKeys();
    void begin(const record::Document& document);
    void goTo(int page);
    void showPdf(const PdfPage& page);
    void drawPicture();
    void say(const QString& title, const QString& text);
    void showPages();

    PageContext m_context;
    record::Document m_document;
    QByteArray m_bytes;
    CancelToken m_decoding;
    PdfProgram* m_pdf;
    int m_page = 1;
    int m_pages = 1;
    TextLabel* m_title = nullptr;
    TextLabel* m_count = nullptr;
    QPushButton* m_former = nullptr;
    QPushButton* m_next = nullptr;
    QPushButton* m_export = nullptr;
    Banner* m_notice = nullptr;
    ProgressLine* m_progress = nullptr;
    ScanCanvas* m_canvas = nullptr;
};

} // namespace kairos::ui
