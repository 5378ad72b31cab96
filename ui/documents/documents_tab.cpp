// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/documents_tab.h"

#include "ui/documents/document_list_pane.h"
#include "ui/documents/letter_form.h"
#include "ui/documents/scan_view.h"
#include "ui/shared/file_dialogs.h"
#include "ui/shared/questions.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/document_care.h"
#include "core/workflow/document_query.h"
#include "core/workflow/open_practice.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

/// The one file that is dragged; none of several, of a folder's link or of something from the web.
QString fileIn(const QMimeData* dragged) {
    const QList<QUrl> urls = dragged->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

DocumentsTab::DocumentsTab(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : Page(parent),
      m_patient(patient),
      m_context(context),
      m_stack(new QStackedWidget(this)),
      m_list(new DocumentListPane(patient, context, m_stack)),
      m_scan(new ScanView(context, m_stack)),
      m_letter(new LetterForm(context, m_stack)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    for (QWidget* one :
         {static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_scan), static_cast<QWidget*>(m_letter)}) {
        m_stack->addWidget(one);
    }
    column->addWidget(m_stack, 1);
    connect(m_list, &DocumentListPane::opened, this, &DocumentsTab::open);
    connect(m_list, &DocumentListPane::writingRequested, this, &DocumentsTab::write);
    connect(m_scan, &ScanView::left, this, &DocumentsTab::backToList);
    connect(m_scan, &ScanView::exportRequested, this, &DocumentsTab::exportCopy);
    connect(m_letter, &LetterForm::closed, this, &DocumentsTab::backToList);
    connect(m_letter, &LetterForm::saved, this, &DocumentsTab::backToList);
    connect(m_letter, &LetterForm::draftKept, this, &Page::draftKept);
    connect(m_letter, &LetterForm::draftSettled, this, &Page::draftSettled);
    connect(m_letter, &LetterForm::printRequested, this, [this](const record::DocumentId& letter) {
        m_context.navigator.open(LetterSheetPlace{m_patient, letter});
    });
    setAcceptDrops(true);
    setFocusProxy(m_list);
    refresh();
}

QString DocumentsTab::title() const {
    return tr("Documents");
}

QWidget* DocumentsTab::shown() const {
    return m_stack->currentWidget();
}

void DocumentsTab::refresh() {
    m_list->refresh();
}

bool DocumentsTab::mayLeave() {
    if (shown() == m_letter) {
        return m_letter->keepDraft();
    }
    if (m_list->hasUnsavedScan()) {
        m_list->askToDecide();
        return false;
    }
    return true;
}

void DocumentsTab::showPart(const QString& part) {
    if (const auto document = m_list->find(part)) {
        open(*document);
    } else if (const auto consent = base::Uuid::fromString(part)) {
        m_list->chooseFile(record::ConsentId{*consent});
    }
}

void DocumentsTab::open(const record::Document& document) {
    m_opened = document;
    if (!document.scan) {
        m_stack->setCurrentWidget(m_letter);
        m_letter->begin(document);
        setFocusProxy(m_letter);
        return;
    }
    const auto bytes = workflow::DocumentQuery(m_context.practice).bytesOf(document);
    m_stack->setCurrentWidget(m_scan);
    setFocusProxy(m_scan);
    if (bytes) {
        m_scan->show(document, *bytes);
    } else {
        m_scan->showDamage(document, bytes.error());
    }
}

void DocumentsTab::write() {
    record::Document letter;
    letter.patient = m_patient;
    letter.kind = record::DocumentKind::Letter;
    letter.dated = m_context.practice.today();
    open(letter);
}

void DocumentsTab::exportCopy() {
    const Question question{
        .title = tr("Export a copy of %1?").arg(m_opened.title),
        .text = tr("The copy lies outside the encrypted practice file, readable by anybody who "
                   "reaches it. Delete it when it is no longer needed."),
        .verb = tr("Choose where")};
    m_context.questions.confirm(question, *this, [this] {
        m_context.files.askSave(
            {.title = tr("Where should the copy go?"), .start = m_opened.scan->fileName}, *this,
            [this](const QString& path) {
                const auto done = workflow::DocumentCare(m_context.practice).exportCopy(m_opened.id, path);
                if (!done) {
                    m_scan->showTrouble(done.error());
                }
            });
    });
}

void DocumentsTab::backToList() {
    m_scan->clear();
    m_stack->setCurrentWidget(m_list);
    setFocusProxy(m_list);
    m_list->refresh();
    m_list->setFocus();
}

QList<KeyHint> DocumentsTab::keyHints() const {
    if (shown() == m_scan) {
        return m_scan->keyHints();
    }
    if (shown() == m_letter) {
        return m_letter->keyHints();
    }
    return {{keyText(QKeySequence(Qt::CTRL | Qt::Key_O)), tr("add a scan")},
            {keyText(QKeySequence(Qt::CTRL | Qt::Key_N)), tr("write a letter")},
            {keyText(QKeySequence(Qt::Key_Return)), tr("open the chosen paper")},
            {keyText(QKeySequence(Qt::Key_F2)), tr("correct its title, day, kind or session")},
            {keyText(QKeySequence(Qt::Key_Delete)), tr("mark it as an error")}};
}

void DocumentsTab::dragEnterEvent(QDragEnterEvent* event) {
    if (shown() == m_list && !m_list->hasUnsavedScan() && !fileIn(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void DocumentsTab::dropEvent(QDropEvent* event) {
    m_list->readFile(fileIn(event->mimeData()));
    event->acceptProposedAction();
}

} // namespace kairos::ui
