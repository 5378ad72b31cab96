// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/amend_card.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/formats.h"
#include "ui/shared/note_editor.h"
#include "ui/shared/note_text_edit.h"
#include "ui/shared/questions.h"
#include "ui/shared/text_label.h"

#include "core/workflow/draft_desk.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/signed_note.h"

#include <QJsonDocument>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

using namespace record;

namespace {

/// Typing that goes on this long is kept: a crash loses at most a second.
constexpr int kRestMs = 700;

NoteContent contentOf(const Note& note) {
    return {note.format, note.sections, note.risk, note.details};
}

} // namespace

AmendCard::AmendCard(const PageContext& context, QWidget* parent) : QWidget(parent), m_context(context) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("Amendment"), CardContent::Full, this);
    card->setSubtitle(tr("the signed version stays readable"));
    column->addWidget(card);
    m_editor = new NoteEditor(card);
    card->addToTitle(&m_editor->detailsButton());
    card->body().addWidget(m_editor);
    m_state = new TextLabel({}, TextRole::Caption, Token::Text2, card);
    auto* leaveButton = makeButton({.text = tr("Leave for now")}, card);
    auto* signButton = makeButton({.text = tr("Sign amendment"),
                                   .kind = ButtonKind::Primary,
                                   .icon = Icon::Signed,
                                   .key = QKeySequence(Qt::CTRL | Qt::Key_S)},
                                  card);
    card->foot().addWidget(m_state, 1);
    card->foot().addWidget(leaveButton);
    card->foot().addWidget(signButton);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &AmendCard::keepDraft);
    connect(m_editor, &NoteEditor::refused, this, &AmendCard::failed);
    connect(m_editor, &NoteEditor::changed, this, [this] {
        m_isUnkept = true;
        if (!m_rest.isActive()) {
            m_rest.start();
        }
    });
    connect(leaveButton, &QPushButton::clicked, this, &AmendCard::leave);
    connect(signButton, &QPushButton::clicked, this, &AmendCard::sign);
}

storage::DraftKey AmendCard::key() const {
    return workflow::DraftDesk(m_context.practice).keyOf(QStringLiteral("amendment"), m_note->id.uuid);
}

void AmendCard::begin(const Note& note) {
    m_note = note;
    m_isUnkept = false;
    m_state->setText({});
    m_editor->setContent(contentOf(note));
    const auto draft = workflow::DraftDesk(m_context.practice).find(key());
    if (draft && draft->has_value()) {
        if (const auto kept = noteFromJson(QJsonDocument::fromJson((*draft)->content).object())) {
            m_editor->setContent(*kept);
            const auto& zone = m_context.practice.zone();
            m_state->setText(tr("draft of %1 restored")
                                 .arg(dateTimeText(base::Instant::inZone((*draft)->savedMs, zone), zone)));
        }
    }
    m_editor->setEditing(Editing::Open);
}

void AmendCard::takeHand() {
    if (NoteTextEdit* hand = m_editor->handEdit()) {
        hand->setFocus(Qt::OtherFocusReason);
    }
}

void AmendCard::keepDraft() {
    m_rest.stop();
    if (!m_note || !m_isUnkept || !m_context.practice.signedIn()) {
        return;
    }
    workflow::DraftDesk desk(m_context.practice);
    const NoteContent content = m_editor->content();
    const bool isSame = content == contentOf(*m_note);
    const auto kept =
        isSame ? desk.drop(key())
               : desk.keep(key(), QJsonDocument(noteToJson(content)).toJson(QJsonDocument::Compact));
    if (!kept) {
        Q_EMIT failed(kept.error());
        return;
    }
    m_isUnkept = false;
    if (isSame) {
        m_state->setText({});
        Q_EMIT draftSettled();
        return;
    }
    const QTime now = m_context.practice.now().local(m_context.practice.zone()).time();
    m_state->setText(tr("draft saved %1").arg(now.toString(QStringLiteral("HH:mm:ss"))));
    Q_EMIT draftKept();
}

void AmendCard::leave() {
    keepDraft();
    m_note.reset();
    Q_EMIT left();
}

void AmendCard::sign() {
    if (!m_note) {
        return;
    }
    keepDraft();
    m_context.questions.ask(
        {.title = tr("Sign this amendment?"),
         .text = tr("It takes the place of the signed note, which stays readable with its signatures. Both "
                    "stand side by side in the history."),
         .verb = tr("Sign amendment"),
         .needs = QuestionNeeds::ReasonAndPassword,
         .reasonLabel = tr("Reason of the amendment")},
        *window(), [this](const Answer& answer) { return save(answer.reason, answer.password); });
}

base::Outcome AmendCard::save(const QString& reason, const QString& password) {
    const NoteContent content = m_editor->content();
    Note wanted = *m_note;
    wanted.format = content.format;
    wanted.sections = content.sections;
    wanted.risk = content.risk;
    wanted.details = content.details;
    const auto done = workflow::SignedNotes(m_context.practice).amend(wanted, {reason, password}, {key()});
    if (done) {
        m_isUnkept = false;
        m_note.reset();
        Q_EMIT draftSettled();
        Q_EMIT amended();
    }
    return done;
}

} // namespace kairos::ui
