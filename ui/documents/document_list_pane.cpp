// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/document_list_pane.h"

#include "ui/documents/document_table.h"
#include "ui/documents/document_words.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/file_dialogs.h"
#include "ui/shared/progress_line.h"
#include "ui/shared/questions.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/workflow/document_care.h"
#include "core/workflow/document_query.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_care.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

using workflow::DocumentCare;
using workflow::ScanFile;

DocumentListPane::DocumentListPane(const record::PatientId& patient, const PageContext& context,
                                   QWidget* parent)
    : QWidget(parent),
      m_patient(patient),
      m_context(context),
      m_notice(new Banner({}, this)),
      m_progress(new ProgressLine(this)),
      m_model(new DocumentTable(this)),
      m_view(new TableView(RowHeight::Table, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    makeTools();
    m_notice->setClosable();
    m_notice->hide();
    column->addWidget(m_notice);
    m_progress->setStoppable();
    column->addWidget(m_progress);
    makeForm();
    makeList();
    connect(m_progress, &ProgressLine::stopRequested, this, [this] {
        m_reading.cancel(); // Of cancelled work nothing comes back.
        m_readPoll.stop();
        m_progress->finish();
    });
    connect(&m_readPoll, &QTimer::timeout, this,
            [this] { m_progress->setProgress(m_readPercent->load(), 100, tr("Reading the file")); });
    setFocusProxy(m_view);
}

DocumentListPane::~DocumentListPane() {
    m_reading.cancel();
}

void DocumentListPane::makeTools() {
    auto* tools = new QHBoxLayout;
    tools->setSpacing(px(8));
    m_add = makeButton(
        {.text = tr("Add a scan"), .icon = Icon::Plus, .key = QKeySequence(Qt::CTRL | Qt::Key_O)}, this);
    m_write = makeButton(
        {.text = tr("Write a letter"), .icon = Icon::Draft, .key = QKeySequence(Qt::CTRL | Qt::Key_N)}, this);
    tools->addWidget(m_add);
    tools->addWidget(m_write);
    tools->addWidget(makeWrapped(DocumentWords::limit(), TextRole::Caption, Token::Text2, this), 1);
    connect(m_add, &QPushButton::clicked, this, [this] { chooseFile(); });
    connect(m_write, &QPushButton::clicked, this, &DocumentListPane::writingRequested);
    static_cast<QVBoxLayout*>(layout())->addLayout(tools);
}

void DocumentListPane::makeForm() {
    m_formCard = new Card(tr("Add a scan"), CardContent::Padded, this);
    m_form = new PaperForm(m_context.practice, m_formCard);
    m_formCard->body().addWidget(m_form);
    m_formCard->hide();
    connect(m_form, &PaperForm::saveRequested, this, &DocumentListPane::save);
    connect(m_form, &PaperForm::leaveRequested, this, &DocumentListPane::closeForm);
    static_cast<QVBoxLayout*>(layout())->addWidget(m_formCard);
}

void DocumentListPane::makeList() {
    auto* card = new Card(tr("Documents"), CardContent::Full, this);
    card->addToTitle(makeKeyHints({{keyText(QKeySequence(Qt::Key_Return)), tr("open")},
                                   {keyText(QKeySequence(Qt::Key_F2)), tr("correct")},
                                   {keyText(QKeySequence(Qt::Key_Delete)), tr("mark as an error")}},
                                  card));
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Documents"));
    m_view->setStretchColumns({DocumentTable::Title});
    m_empty = new EmptyState(Icon::Doc, tr("No paper of this patient is on record."),
                             tr("Add a scan of at most %1 MB, drop a file here, or write a letter.")
                                 .arg(DocumentCare::limits().maxFileMegabytes),
                             card);
    card->body().addWidget(m_view, 1);
    card->body().addWidget(m_empty);
    card->body().addStretch(0); // The empty list stands at the top, under its title.
    static_cast<QVBoxLayout*>(layout())->addWidget(card, 1);
    connect(m_view, &TableView::rowOpened, this,
            [this](const QModelIndex& index) { Q_EMIT opened(m_model->rowAt(index.row()).document); });
    const auto key = [this](Qt::Key pressed, void (DocumentListPane::*act)()) {
        auto* shortcut = new QShortcut(QKeySequence(pressed), m_view);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_F2, &DocumentListPane::correct);
    key(Qt::Key_Delete, &DocumentListPane::remove);
}

void DocumentListPane::refresh() {
    const int row = qMax(0, m_view->currentIndex().row());
    const auto list = workflow::DocumentQuery(m_context.practice).ofPatient(m_patient);
    const auto consents = workflow::PatientCare(m_context.practice).consents(m_patient);
    if (!list || !consents) {
        say(list ? consents.error() : list.error());
        return;
    }
    // A session that is damaged takes no paper away: its link is then told without its name.
    m_links = {*consents, workflow::ChartQuery(m_context.practice)
                              .sessions(m_patient)
                              .value_or(QList<workflow::SessionLine>())};
    QList<DocumentRow> rows;
    for (const record::Document& document : list->documents) {
        rows.append({document, m_context.practice.clinicianName(document.enteredBy), sessionOf(document)});
    }
    m_model->setRows(rows);
    m_empty->setVisible(rows.isEmpty());
    m_view->setVisible(!rows.isEmpty());
    setFocusProxy(rows.isEmpty() ? static_cast<QWidget*>(m_add) : m_view);
    if (!rows.isEmpty()) {
        m_view->selectRow(qMin(row, static_cast<int>(rows.size()) - 1));
    }
    if (!list->damaged.isEmpty()) {
        showNotice(
            {base::FindingLevel::Caution,
             tr("%n document(s) are damaged and not listed", nullptr, static_cast<int>(list->damaged.size())),
             tr("Open the latest backup, and keep this file: %1.")
                 .arg(list->damaged.join(QStringLiteral(", "))),
             {}});
    }
}

QString DocumentListPane::sessionOf(const record::Document& document) const {
    if (!document.session) {
        return {};
    }
    const auto found =
        std::find_if(m_links.sessions.begin(), m_links.sessions.end(),
                     [&](const workflow::SessionLine& line) { return line.session == document.session; });
    return found != m_links.sessions.end() ? DocumentWords::session(*found, m_context.practice)
                                           : DocumentWords::unknownSession();
}

const record::Document* DocumentListPane::current() const {
    const int row = m_view->currentIndex().row();
    return row < 0 ? nullptr : &m_model->rowAt(row).document;
}

std::optional<record::Document> DocumentListPane::find(const QString& id) const {
    for (const DocumentRow& row : m_model->rows()) {
        if (row.document.id.toString() == id) {
            return row.document;
        }
    }
    return std::nullopt;
}

void DocumentListPane::chooseFile(const std::optional<record::ConsentId>& consent) {
    m_wantedConsent = consent;
    m_context.files.askOpen({.title = tr("Which scan belongs to this patient? At most %1 MB.")
                                          .arg(DocumentCare::limits().maxFileMegabytes),
                             .filters = {tr("Scans (*.pdf *.png *.jpg *.jpeg)"), tr("All files (*)")}},
                            *this, [this](const QString& path) { readFile(path); });
}

void DocumentListPane::readFile(const QString& path) {
    m_reading.cancel();
    m_notice->hide();
    m_progress->start(tr("Reading the file"));
    m_readPercent = std::make_shared<std::atomic_int>(0);
    m_readPoll.start(100);
    m_reading = m_context.background->run(
        *this,
        [path, limits = DocumentCare::limits(), percent = m_readPercent](const CancelToken& token) {
            return ScanFile::read(path, limits, [&](double done) {
                percent->store(static_cast<int>(done * 100));
                return !token.isCancelled();
            });
        },
        [this](const base::Result<ScanFile>& read) { takeScan(read); });
}

void DocumentListPane::takeScan(base::Result<ScanFile> read) {
    m_readPoll.stop();
    m_progress->finish();
    if (!read) {
        say(read.error());
        Q_EMIT fileSettled();
        return;
    }
    m_scan = std::make_unique<ScanFile>(std::move(*read));
    record::Document document;
    document.patient = m_patient;
    document.consent = m_wantedConsent;
    document.kind = m_wantedConsent ? record::DocumentKind::Consent : record::DocumentKind::Other;
    document.title = QFileInfo(m_scan->fileName()).completeBaseName();
    showForm(document,
             tr("Add %1, %2", "file name, size")
                 .arg(m_scan->fileName(), DocumentWords::bytes(m_scan->bytes().size())),
             tr("Add it"));
    Q_EMIT fileSettled();
}

void DocumentListPane::showForm(const record::Document& document, const QString& title, const QString& verb) {
    m_formCard->setTitle(title);
    m_formCard->show();
    m_form->begin(document, m_links, verb);
}

void DocumentListPane::closeForm() {
    m_scan.reset();
    m_wantedConsent.reset();
    m_formCard->hide();
    setFocus();
}

void DocumentListPane::save() {
    const auto document = m_form->typed();
    if (!document) {
        return;
    }
    DocumentCare care(m_context.practice);
    const auto kept = m_scan ? care.addScan(*document, *m_scan).map([](const record::DocumentId&) {})
                             : care.correct(*document);
    if (!kept) {
        say(kept.error());
        return;
    }
    m_notice->hide();
    refresh();
    closeForm();
}

void DocumentListPane::correct() {
    if (const record::Document* document = current(); document != nullptr && m_scan == nullptr) {
        showForm(*document, tr("Correct %1").arg(document->title), tr("Save"));
    }
}

void DocumentListPane::remove() {
    const record::Document* document = current();
    if (document == nullptr) {
        return;
    }
    const Question question{.title = tr("Mark %1 as an error?").arg(document->title),
                            .text =
                                tr("It goes from the list. The file keeps it, and the history your reason."),
                            .verb = tr("Mark as an error"),
                            .kind = ButtonKind::Danger,
                            .needs = QuestionNeeds::Reason};
    m_context.questions.ask(question, *this, [this, id = document->id](const Answer& answer) {
        return DocumentCare(m_context.practice).remove(id, answer.reason).map([this] { refresh(); });
    });
}

void DocumentListPane::askToDecide() {
    showNotice({base::FindingLevel::Caution,
                tr("The scan is not added yet"),
                tr("Add it, or leave it: a scan has no draft."),
                {}});
    m_form->saveButton().setFocus();
}

void DocumentListPane::say(const base::Error& error) {
    showNotice(bannerTextOf(error));
}

void DocumentListPane::showNotice(const BannerText& text) {
    m_notice->setBannerText(text);
    m_notice->show();
}

bool DocumentListPane::isFormShown() const {
    return !m_formCard->isHidden();
}

QString DocumentListPane::shownNotice() const {
    return m_notice->isHidden()
               ? QString()
               : m_notice->bannerText().title + QLatin1Char(' ') + m_notice->bannerText().text;
}

} // namespace kairos::ui
