// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/paper_page.h"

#include "ui/printing/paper_pdf.h"
#include "ui/printing/paper_view.h"
#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/file_dialogs.h"
#include "ui/shared/page_head.h"
#include "ui/shared/segments.h"
#include "ui/shared/type_scale.h"

#include <QBoxLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>

namespace kairos::ui {

PaperPage::PaperPage(Words words, const PageContext& context, QWidget* parent)
    : Page(parent), m_words(std::move(words)), m_context(context) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new PageHead(m_words.title, tr("as it prints"), this);
    column->addWidget(head);
    m_papers = new Segments(tr("Paper"), {tr("A4"), tr("Letter")}, this);
    head->addAction(m_papers);
    auto* save = makeButton(
        {.text = tr("Save PDF"), .icon = Icon::Doc, .key = QKeySequence(tr("Ctrl+Shift+S"))}, this);
    auto* print = makeButton({.text = tr("Print"),
                              .kind = ButtonKind::Primary,
                              .icon = Icon::Print,
                              .key = QKeySequence(QKeySequence::Print)},
                             this);
    head->addAction(save);
    head->addAction(print);
    m_error = new Banner({}, this);
    m_error->setVisible(false);
    m_error->setClosable();
    column->addWidget(m_error);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_view = new PaperView(m_scroll);
    m_scroll->setWidget(m_view);
    column->addWidget(m_scroll, 1);
    setFocusProxy(m_scroll);
    connect(m_papers, &Segments::chosen, this,
            [this](int index) { setPaper(index == 0 ? PaperSize::A4 : PaperSize::Letter); });
    connect(save, &QPushButton::clicked, this, &PaperPage::savePdf);
    connect(print, &QPushButton::clicked, this, &PaperPage::print);
    connect(m_error, &Banner::closed, m_error, &QWidget::hide);
    addActions();
}

PaperPage::~PaperPage() = default;

void PaperPage::addActions() {
    const auto zoom = [this](const QKeySequence& key, double factor) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, factor] { m_view->zoomBy(factor); });
    };
    zoom(QKeySequence(Qt::Key_Plus), 1.2);
    zoom(QKeySequence(Qt::Key_Minus), 1 / 1.2);
}

QList<KeyHint> PaperPage::keyHints() const {
    return {{keyText(QKeySequence(QKeySequence::Print)), tr("print")},
            {tr("Ctrl+Shift+S"), tr("save as PDF")},
            {QStringLiteral("+ \u2212"), tr("larger, smaller")},
            {tr("Page Up, Page Down"), tr("turn pages")}};
}

void PaperPage::refresh() {
    auto document = makeDocument(m_paper);
    m_view->setDocument(nullptr);
    m_document.reset();
    if (!document) {
        showError(document.error());
        return;
    }
    m_document = std::move(*document);
    m_view->setDocument(m_document.get());
}

void PaperPage::setPaper(PaperSize paper) {
    m_paper = paper;
    refresh();
}

void PaperPage::showError(const base::Error& error) {
    m_error->setBannerText(bannerTextOf(error));
    m_error->setVisible(true);
}

void PaperPage::savePdf() {
    if (m_document == nullptr) {
        return;
    }
    m_context.files.askSave({.title = m_words.saveTitle,
                             .start = fileName(),
                             .filters = {tr("PDF (*.pdf)")},
                             .suffix = QStringLiteral("pdf")},
                            *this, [this](const QString& path) {
                                if (const auto written = writePdf(*m_document, path); !written) {
                                    showError(written.error());
                                }
                            });
}

void PaperPage::print() {
    if (m_document == nullptr) {
        return;
    }
    // The dialog lives until it is answered; no event loop is nested.
    auto* printer = new QPrinter(QPrinter::HighResolution);
    printer->setPageLayout(QPageLayout(pageSizeOf(m_paper), QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
    printer->setFullPage(true);
    auto* dialog = new QPrintDialog(printer, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        if (const auto printed = printPaper(*m_document, *printer); !printed) {
            showError(printed.error());
        }
    });
    connect(dialog, &QObject::destroyed, this, [printer] { delete printer; });
    dialog->open();
}

} // namespace kairos::ui
