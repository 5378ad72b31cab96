// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/private_book.h"

#include "ui/therapy/private_questions.h"
#include "ui/therapy/private_table.h"
#include "ui/therapy/private_text.h"
#include "ui/therapy/release_dialog.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/formats.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/security/secret_bytes.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/private_access.h"

#include <QItemSelectionModel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace kairos::ui {

using workflow::PrivateNotes;

namespace {

/// Well within the second that a crash may cost.
constexpr int kKeepMs = 700;
constexpr int kListWidth = 330;

} // namespace

PrivateBook::PrivateBook(const PrivateSubject& subject, const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_subject(subject),
      m_context(context),
      m_card(new Card(tr("Private notes"), CardContent::Full, this)),
      m_trouble(new Banner({}, this)),
      m_model(new PrivateTable(context.practice.zone(), this)),
      m_table(new TableView(RowHeight::Dense, m_card)),
      m_caption(new TextLabel({}, TextRole::Caption, Token::Text2, m_card)),
      m_text(new PrivateText(m_card)),
      m_state(new TextLabel({}, TextRole::Caption, Token::Text2, m_card)),
      m_new(makeButton({.text = tr("New note"), .icon = Icon::Plus}, m_card)),
      m_discard(makeButton({.text = tr("Discard draft"), .kind = ButtonKind::Quiet}, m_card)),
      m_destroy(makeButton({.text = tr("Destroy"), .kind = ButtonKind::Danger}, m_card)),
      m_release(makeButton({.text = tr("Release into the chart")}, m_card)),
      m_amend(makeButton({.text = tr("Amend"), .icon = Icon::Draft}, m_card)),
      m_write(makeButton({.text = tr("Write behind the wall"),
                          .kind = ButtonKind::Primary,
                          .icon = Icon::Wall,
                          .key = QKeySequence(Qt::CTRL | Qt::Key_Return)},
                         m_card)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    m_trouble->setClosable();
    m_trouble->hide();
    column->addWidget(m_trouble);
    column->addWidget(m_card, 1);
    buildHead();
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_table);
    row->addWidget(buildPaper(), 1);
    m_card->body().addLayout(row, 1);
    buildFoot();
    m_rest.setSingleShot(true);
    m_rest.setInterval(kKeepMs);
    connect(&m_rest, &QTimer::timeout, this, &PrivateBook::keepDraft);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PrivateBook::touch);
    setFocusProxy(m_text);
}

PrivateBook::~PrivateBook() {
    // What holds it is no longer whole: nobody is told.
    const QSignalBlocker silence(this);
    static_cast<void>(keepDraft());
}

void PrivateBook::buildHead() {
    m_card->setSubtitle(tr("behind the wall: only you read them"));
    auto* code = makeButton({.text = tr("New recovery code"), .kind = ButtonKind::Quiet}, m_card);
    auto* seal = makeButton({.text = tr("Seal"), .icon = Icon::Lock}, m_card);
    m_card->addToTitle(code);
    m_card->addToTitle(m_new);
    m_card->addToTitle(seal);
    connect(code, &QPushButton::clicked, this, [this] {
        askForNewCode(m_context, *this, [this](const QString& made) { Q_EMIT codeMade(made); });
    });
    connect(seal, &QPushButton::clicked, this, &PrivateBook::sealRequested);
    connect(m_new, &QPushButton::clicked, this, [this] {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
        showDraft();
        m_text->setFocus(Qt::OtherFocusReason);
    });
    m_table->setAccessibleName(tr("Private notes"));
    m_table->setModel(m_model);
    m_table->setStretchColumns({PrivateTable::Written});
    m_table->setFixedWidth(px(kListWidth));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PrivateBook::showRow);
}

QWidget* PrivateBook::buildPaper() {
    auto* paper = new QWidget(m_card);
    auto* column = new QVBoxLayout(paper);
    column->setContentsMargins(0, px(8), 0, 0);
    column->setSpacing(0);
    m_caption->setContentsMargins(px(14), 0, px(14), 0);
    column->addWidget(m_caption);
    m_text->setAccessibleName(tr("Text of the private note"));
    column->addWidget(m_text, 1);
    return paper;
}

void PrivateBook::buildFoot() {
    auto& foot = m_card->foot();
    foot.addWidget(m_state, 1);
    for (QPushButton* button : {m_discard, m_destroy, m_release, m_amend, m_write}) {
        foot.addWidget(button);
    }
    connect(m_discard, &QPushButton::clicked, this, &PrivateBook::discard);
    connect(m_destroy, &QPushButton::clicked, this, &PrivateBook::destroy);
    connect(m_release, &QPushButton::clicked, this, &PrivateBook::release);
    connect(m_amend, &QPushButton::clicked, this, &PrivateBook::amend);
    connect(m_write, &QPushButton::clicked, this, &PrivateBook::write);
}

void PrivateBook::begin() {
    m_trouble->hide();
    m_draft = {{}, m_subject.session, {}};
    m_state->clear();
    m_isUnkept = false;
    const auto kept = PrivateNotes(m_context.practice).draft(m_subject.patient);
    if (!kept) {
        say(kept.error());
    } else if (*kept) {
        m_draft = (*kept)->draft;
        m_state->setText(tr("restored from your draft of %1")
                             .arg(dateTimeText((*kept)->savedAt, m_context.practice.zone())));
    }
    m_isReading = false;
    refresh();
    showDraft();
}

void PrivateBook::refresh() {
    const auto* row = shown();
    const auto chosen = row != nullptr ? std::optional(row->note.id) : std::nullopt;
    const auto list = PrivateNotes(m_context.practice).mine(m_subject.patient);
    if (!list) {
        say(list.error());
        return;
    }
    QList<PrivateRow> rows;
    for (const auto& note : list->notes) {
        const auto release = workflow::PrivateRelease(m_context.practice).find(note.id);
        rows.append({note, release ? *release : std::nullopt});
    }
    m_model->setRows(rows);
    m_table->setVisible(!rows.isEmpty());
    for (int i = 0; i < rows.size(); ++i) {
        if (rows.at(i).note.id == chosen) {
            m_table->selectRow(i);
        }
    }
    if (!list->damaged.isEmpty()) {
        m_trouble->setBannerText(
            {base::FindingLevel::Caution,
             tr("%n private note(s) cannot be opened", nullptr, static_cast<int>(list->damaged.size())),
             list->damaged.join(QLatin1Char('\n')),
             {}});
        m_trouble->show();
    }
    showButtons();
}

bool PrivateBook::keepDraft() {
    m_rest.stop();
    if (!m_isUnkept || !workflow::PrivateAccess(m_context.practice).isOpen()) {
        return true;
    }
    PrivateNotes notes(m_context.practice);
    const auto done = m_draft.text.isEmpty() ? notes.dropDraft(m_subject.patient)
                                             : notes.keepDraft(m_subject.patient, m_draft);
    if (!done) {
        say(done.error());
        return false;
    }
    m_isUnkept = false;
    const auto now = m_context.practice.now().local(m_context.practice.zone()).time();
    m_state->setText(tr("draft sealed %1").arg(now.toString(QStringLiteral("HH:mm:ss"))));
    Q_EMIT draftKept();
    return true;
}

void PrivateBook::forget() {
    m_rest.stop();
    m_isSetting = true;
    m_text->forget();
    m_isSetting = false;
    security::wipe(m_draft.text);
    m_draft = {};
    m_isUnkept = false;
    m_model->setRows({});
}

QString PrivateBook::message() const {
    return m_trouble->isHidden() ? QString() : m_trouble->bannerText().title + m_trouble->bannerText().text;
}

void PrivateBook::say(const base::Error& error) {
    m_trouble->setBannerText(bannerTextOf(error));
    m_trouble->show();
}

void PrivateBook::setText(const QString& text) {
    m_isSetting = true;
    m_text->forget();
    m_text->setPlainText(text);
    m_isSetting = false;
}

void PrivateBook::touch() {
    if (m_isSetting || m_isReading) {
        return;
    }
    m_draft.text = m_text->toPlainText();
    m_isUnkept = true;
    // The first letter starts the clock and the next ones do not push it on: typing without a rest is kept
    // too.
    if (!m_rest.isActive()) {
        m_rest.start();
    }
    showButtons();
}

const PrivateRow* PrivateBook::shown() const {
    const int row = m_table->currentIndex().row();
    return m_isReading && row >= 0 && row < m_model->rowCount() ? &m_model->rowAt(row) : nullptr;
}

QString PrivateBook::readingText(const PrivateRow& row) {
    if (row.note.version == 1) {
        return row.note.text;
    }
    const auto versions = PrivateNotes(m_context.practice).versions(row.note.id);
    if (!versions) {
        say(versions.error());
        return row.note.text;
    }
    QString text = row.note.text;
    for (auto earlier = versions->rbegin() + 1; earlier != versions->rend(); ++earlier) {
        text +=
            tr("\n\n— earlier version, %1 —\n").arg(dateTimeText(earlier->at, m_context.practice.zone())) +
            earlier->text;
    }
    return text;
}

void PrivateBook::showRow() {
    if (!m_table->currentIndex().isValid()) {
        return;
    }
    static_cast<void>(keepDraft());
    m_isReading = true;
    const PrivateRow& row = *shown();
    setText(readingText(row));
    m_text->setReadOnly(true);
    QStringList parts{tr("Written %1").arg(dateTimeText(row.note.at, m_context.practice.zone()))};
    if (row.note.version > 1) {
        parts.append(tr("version %1").arg(row.note.version));
    }
    if (row.release) {
        parts.append(row.release->state == storage::ReleaseState::Asked
                         ? tr("release asked for, not confirmed yet: %1").arg(row.release->words.recipient)
                         : tr("released: %1").arg(row.release->words.recipient));
    }
    m_caption->setText(parts.join(QStringLiteral(" · ")));
    showButtons();
}

void PrivateBook::showDraft() {
    m_isReading = false;
    setText(m_draft.text);
    m_text->setReadOnly(false);
    m_text->moveCursor(QTextCursor::End);
    m_caption->setText(m_draft.amends
                           ? tr("Another version of a note; the former one stays beside it, sealed")
                           : tr("A new note"));
    showButtons();
}

void PrivateBook::showButtons() {
    const bool isReading = shown() != nullptr;
    const bool hasDraft = !m_draft.text.isEmpty();
    m_new->setText(hasDraft ? tr("Go on with the draft") : tr("New note"));
    m_new->setVisible(isReading);
    m_discard->setVisible(!isReading && hasDraft);
    m_write->setVisible(!isReading);
    for (QPushButton* button : {m_destroy, m_release, m_amend}) {
        button->setVisible(isReading);
    }
    setButtonBlockedBy(*m_amend, hasDraft ? tr("Write or discard the draft first") : QString());
    if (isReading) {
        const auto& release = shown()->release;
        const bool isAsked = release && release->state == storage::ReleaseState::Asked;
        m_release->setText(isAsked ? tr("Confirm the release") : tr("Release into the chart"));
        m_state->setText(hasDraft ? tr("A draft is open: write or discard it before you amend") : QString());
    }
}

void PrivateBook::write() {
    m_trouble->hide();
    const auto written = PrivateNotes(m_context.practice).write(m_subject.patient, m_draft);
    if (!written) {
        say(written.error());
        return;
    }
    m_rest.stop();
    security::wipe(m_draft.text);
    m_draft = {{}, m_subject.session, {}};
    m_isUnkept = false;
    Q_EMIT draftSettled();
    refresh();
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (m_model->rowAt(i).note.id == *written) {
            m_table->selectRow(i);
        }
    }
    m_table->setFocus(Qt::OtherFocusReason);
}

void PrivateBook::amend() {
    const PrivateRow* row = shown();
    if (row == nullptr || !m_draft.text.isEmpty()) {
        return;
    }
    m_draft = {row->note.text, row->note.session, row->note.id};
    m_table->setCurrentIndex({});
    m_table->clearSelection();
    m_state->clear();
    showDraft();
    m_text->setFocus(Qt::OtherFocusReason);
}

void PrivateBook::discard() {
    askToDiscard(m_context, *this, [this] {
        m_rest.stop();
        m_isUnkept = false;
        const auto dropped = PrivateNotes(m_context.practice).dropDraft(m_subject.patient);
        if (!dropped) {
            say(dropped.error());
            return;
        }
        m_draft = {{}, m_subject.session, {}};
        m_state->clear();
        showDraft();
        Q_EMIT draftSettled();
    });
}

void PrivateBook::destroy() {
    const PrivateRow* row = shown();
    if (row == nullptr) {
        return;
    }
    askToDestroy(row->note.id, m_context, *this, [this] {
        m_table->setCurrentIndex({});
        showDraft();
        refresh();
    });
}

void PrivateBook::release() {
    const PrivateRow* row = shown();
    if (row == nullptr) {
        return;
    }
    auto* dialog = new ReleaseDialog(row->note, m_subject.session, m_context.practice, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this] {
        if (workflow::PrivateAccess(m_context.practice).isOpen()) {
            refresh();
        }
    });
    dialog->open();
}

} // namespace kairos::ui
