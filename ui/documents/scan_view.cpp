// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/scan_view.h"

#include "ui/documents/document_words.h"
#include "ui/documents/scan_canvas.h"
#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/formats.h"
#include "ui/shared/progress_line.h"
#include "ui/shared/text_label.h"

#include "core/workflow/document_care.h"

#include <QBuffer>
#include <QHBoxLayout>
#include <QImageReader>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

/// A picture of sixteen bits a colour takes eight bytes a dot.
constexpr int kMostBytesPerDot = 8;

QImage decoded(const QByteArray& bytes) {
    QImageReader::setAllocationLimit(workflow::DocumentCare::limits().maxMegapixels * kMostBytesPerDot);
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true); // As the camera was held.
    const QImage picture = reader.read();
    return reader.error() == QImageReader::UnknownError ? picture : QImage();
}

} // namespace

ScanView::ScanView(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_pdf(new PdfProgram(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(10));
    makeTools();
    m_notice = new Banner({}, this);
    m_notice->hide();
    m_progress = new ProgressLine(this);
    m_canvas = new ScanCanvas(this);
    column->addWidget(m_notice);
    column->addWidget(m_progress);
    column->addWidget(m_canvas, 1);
    m_canvas->setAccessibleName(tr("The scanned paper"));
    connect(m_pdf, &PdfProgram::drawn, this, &ScanView::showPdf);
    connect(m_pdf, &PdfProgram::failed, this,
            [this](const QString& why) { say(tr("The paper is not shown"), why); });
    addKeys();
    setFocusProxy(m_canvas);
}

void ScanView::makeTools() {
    auto* tools = new QHBoxLayout;
    tools->setSpacing(px(8));
    auto* back = makeButton(
        {.text = tr("Back to the list"), .icon = Icon::ChevronLeft, .key = QKeySequence(Qt::Key_Escape)},
        this);
    connect(back, &QPushButton::clicked, this, &ScanView::left);
    tools->addWidget(back);
    tools->addStretch(1);
    m_count = new TextLabel({}, TextRole::Body, Token::Text2, this);
    tools->addWidget(m_count);
    m_former = makeButton({.text = tr("Page before")}, this);
    m_next = makeButton({.text = tr("Next page")}, this);
    auto* smaller = makeButton({.text = tr("Smaller")}, this);
    auto* larger = makeButton({.text = tr("Larger")}, this);
    auto* fit = makeButton({.text = tr("Fit width")}, this);
    m_export = makeButton({.text = tr("Export a copy\u2026")}, this);
    for (QPushButton* button : {m_former, m_next, smaller, larger, fit, m_export}) {
        tools->addWidget(button);
    }
    connect(m_former, &QPushButton::clicked, this, [this] { goTo(m_page - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { goTo(m_page + 1); });
    connect(smaller, &QPushButton::clicked, this, [this] { m_canvas->smaller(); });
    connect(larger, &QPushButton::clicked, this, [this] { m_canvas->larger(); });
    connect(fit, &QPushButton::clicked, this, [this] { m_canvas->fitWidth(); });
    connect(m_export, &QPushButton::clicked, this, &ScanView::exportRequested);
    m_title = makeWrapped({}, TextRole::Section, Token::Text, this);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addLayout(tools);
    column->addWidget(m_title);
}

void ScanView::addKeys() {
    const auto key = [this](const QKeySequence& keys, std::function<void()> act) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, std::move(act));
    };
    key(QKeySequence(Qt::Key_N), [this] { goTo(m_page + 1); });
    key(QKeySequence(Qt::Key_P), [this] { goTo(m_page - 1); });
    for (const QKeySequence& keys : {QKeySequence(Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Plus)}) {
        key(keys, [this] { m_canvas->larger(); });
    }
    for (const QKeySequence& keys : {QKeySequence(Qt::Key_Minus), QKeySequence(Qt::CTRL | Qt::Key_Minus)}) {
        key(keys, [this] { m_canvas->smaller(); });
    }
    key(QKeySequence(Qt::Key_W), [this] { m_canvas->fitWidth(); });
}

QList<KeyHint> ScanView::keyHints() const {
    return {{QStringLiteral("N"), tr("next page")},
            {QStringLiteral("P"), tr("page before")},
            {QStringLiteral("+"), tr("larger")},
            {QStringLiteral("\u2212"), tr("smaller")},
            {QStringLiteral("W"), tr("as wide as the window")},
            {keyText(QKeySequence(Qt::Key_Escape)), tr("back to the list")}};
}

void ScanView::begin(const record::Document& document) {
    clear();
    m_document = document;
    m_title->setText(tr("%1, %2", "title, day").arg(document.title, plainDateText(document.dated)));
    m_canvas->setFocus();
}

void ScanView::clear() {
    m_decoding.cancel();
    m_pdf->stop();
    m_progress->finish();
    m_bytes.clear();
    m_page = 1;
    m_pages = 1;
    m_notice->hide();
    m_canvas->setPicture({});
    m_canvas->fitWidth();
    showPages();
}

void ScanView::show(const record::Document& document, const QByteArray& bytes) {
    begin(document);
    m_bytes = bytes;
    if (document.scan && document.scan->mediaType == QLatin1String("application/pdf")) {
        goTo(1);
    } else {
        drawPicture();
    }
}

void ScanView::showDamage(const record::Document& document, const base::Error& error) {
    begin(document);
    showTrouble(error);
}

void ScanView::showTrouble(const base::Error& error) {
    const BannerText words = bannerTextOf(error);
    say(words.title, words.text);
}

void ScanView::goTo(int page) {
    if (m_bytes.isEmpty() || page < 1 || page > m_pages) {
        return;
    }
    m_page = page;
    m_notice->hide();
    m_progress->start(tr("Drawing page %1").arg(page));
    m_pdf->draw(m_bytes, page);
    showPages();
}

void ScanView::showPdf(const PdfPage& page) {
    m_progress->finish();
    m_pages = page.pages;
    m_canvas->setPicture(page.picture);
    showPages();
    if (page.isDamaged) {
        say(tr("A part of this page could not be read"),
            tr("What you see may lack something: compare it with the paper, or scan it again."));
    } else if (page.isBlank) {
        say(tr("This page is blank"),
            tr("Where something should stand on it, its content is damaged: scan the paper again."));
    } else {
        Q_EMIT settled();
    }
}

void ScanView::drawPicture() {
    m_progress->start(tr("Drawing the picture"));
    m_decoding = m_context.background->run(
        *this, [bytes = m_bytes](const CancelToken&) { return decoded(bytes); },
        [this](const QImage& picture) {
            m_progress->finish();
            if (picture.isNull()) {
                say(tr("The paper is not shown"),
                    tr("The picture cannot be read. Export a copy and open it in another viewer, or scan the "
                       "paper again."));
                return;
            }
            m_canvas->setPicture(picture);
            Q_EMIT settled();
        });
}

void ScanView::say(const QString& title, const QString& text) {
    m_progress->finish();
    m_notice->setBannerText({base::FindingLevel::Caution, title, text, {}});
    m_notice->show();
    Q_EMIT settled();
}

void ScanView::showPages() {
    m_count->setText(m_pages > 1 ? tr("Page %1 of %2").arg(m_page).arg(m_pages) : QString());
    for (QPushButton* button : {m_former, m_next}) {
        button->setVisible(m_pages > 1);
    }
    m_former->setEnabled(m_page > 1);
    m_next->setEnabled(m_page < m_pages);
}

QString ScanView::shownNotice() const {
    return m_notice->isHidden() ? QString() : m_notice->bannerText().title;
}

QString ScanView::pageText() const {
    return m_count->text();
}

} // namespace kairos::ui
