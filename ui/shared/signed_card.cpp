// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/signed_card.h"

#include "ui/shared/amend_card.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/formats.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/questions.h"
#include "ui/shared/text_label.h"

#include "core/security/fingerprint.h"
#include "core/security/permissions.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/signed_note.h"
#include "core/workflow/signing_act.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

using namespace record;

namespace {

/// Typing that goes on this long is kept: a crash loses at most a second.
constexpr int kAddendumRestMs = 700;

} // namespace

SignedCard::SignedCard(const SessionId& session, const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_context(context),
      m_words(makeParagraph({}, TextRole::Body, Token::Text, this)),
      m_addendum(new QPlainTextEdit(this)),
      m_cosign(makeButton({.text = tr("Co-sign"), .kind = ButtonKind::Quiet, .icon = Icon::Signed}, this)),
      m_amending(new AmendCard(context, this)),
      m_card(new Card(tr("Signed"), CardContent::Padded, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_card->addToTitle(m_cosign);
    column->addWidget(m_amending, 1);
    column->addWidget(m_card);
    m_amending->hide();
    m_card->body().addWidget(m_words);
    buildAddendum();
    buildActs();
    connectAmending();
    connect(m_cosign, &QPushButton::clicked, this, &SignedCard::cosign);
}

void SignedCard::buildAddendum() {
    m_addendumRow = new QWidget(m_card);
    auto* row = new QHBoxLayout(m_addendumRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    m_addendum->setAccessibleName(tr("Addendum"));
    m_addendum->setPlaceholderText(tr("Addendum: what is to be added"));
    m_addendum->setTabChangesFocus(true);
    m_addendum->setFixedHeight(px(44));
    row->addWidget(m_addendum, 1);
    // Made after it, since Tab follows the tree.
    auto* signButton = makeButton({.text = tr("Sign addendum"), .icon = Icon::Signed}, m_addendumRow);
    row->addWidget(signButton, 0, Qt::AlignBottom);
    m_card->body().addWidget(m_addendumRow);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kAddendumRestMs);
    connect(&m_rest, &QTimer::timeout, this, &SignedCard::keepDraft);
    connect(signButton, &QPushButton::clicked, this, &SignedCard::sign);
    connect(m_addendum, &QPlainTextEdit::textChanged, this, [this] {
        if (m_isLoaded) {
            m_isUnkept = true;
            m_rest.start();
        }
    });
}

void SignedCard::buildActs() {
    m_versions = makeButton({.text = tr("Versions"),
                             .kind = ButtonKind::Quiet,
                             .icon = Icon::History,
                             .key = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)},
                            m_card);
    m_amend = makeButton({.text = tr("Amend"),
                          .kind = ButtonKind::Quiet,
                          .icon = Icon::Note,
                          .key = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)},
                         m_card);
    m_withdraw = makeButton({.text = tr("Entered in error"), .kind = ButtonKind::Quiet}, m_card);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    for (QPushButton* act : {m_amend, m_versions, m_withdraw}) {
        row->addWidget(act);
    }
    row->addStretch(1);
    m_card->body().addLayout(row);
    connect(m_versions, &QPushButton::clicked, this, &SignedCard::openVersions);
    connect(m_amend, &QPushButton::clicked, this, &SignedCard::amend);
    connect(m_withdraw, &QPushButton::clicked, this, &SignedCard::withdraw);
}

void SignedCard::connectAmending() {
    connect(m_amending, &AmendCard::draftKept, this, &SignedCard::draftKept);
    connect(m_amending, &AmendCard::draftSettled, this, &SignedCard::draftSettled);
    connect(m_amending, &AmendCard::failed, this, &SignedCard::failed);
    connect(m_amending, &AmendCard::left, this, [this] {
        showActs();
        m_amend->setFocus(Qt::OtherFocusReason);
    });
    connect(m_amending, &AmendCard::amended, this, [this] {
        showActs();
        m_amend->setFocus(Qt::OtherFocusReason);
        Q_EMIT signatureGiven();
    });
}

bool SignedCard::isAmending() const {
    return m_amending->isAmending();
}

void SignedCard::amend() {
    if (m_view.shown) {
        m_amending->begin(*m_view.shown);
        showActs();
        m_amending->takeHand();
    }
}

void SignedCard::openVersions() {
    if (m_view.shown) {
        m_context.navigator.open(ChartPlace{m_view.shown->patient, kTabHistory, m_view.shown->id.toString()});
    }
}

void SignedCard::withdraw() {
    if (!m_view.shown) {
        return;
    }
    m_context.questions.ask(
        {.title = tr("Was this note entered in error?"),
         .text =
             tr("It leaves the chart, the search and every print, with its amendments and addenda. Struck "
                "out, with your name and the reason, it stays readable in the history."),
         .verb = tr("Entered in error"),
         .kind = ButtonKind::Danger,
         .needs = QuestionNeeds::ReasonAndPassword},
        *window(), [this, note = *m_view.shown](const Answer& answer) {
            const auto done =
                workflow::SignedNotes(m_context.practice).withdraw(note, {answer.reason, answer.password});
            if (done) {
                Q_EMIT signatureGiven();
            }
            return done;
        });
}

storage::DraftKey SignedCard::key() const {
    return workflow::DraftDesk(m_context.practice).keyOf(QStringLiteral("addendum"), m_session.uuid);
}

void SignedCard::keepDraft() {
    m_rest.stop();
    m_amending->keepDraft();
    if (!m_isUnkept || !m_context.practice.signedIn()) {
        return;
    }
    workflow::DraftDesk desk(m_context.practice);
    const QString text = m_addendum->toPlainText();
    const bool isEmpty = text.trimmed().isEmpty();
    const auto kept = isEmpty ? desk.drop(key()) : desk.keep(key(), text.toUtf8());
    if (!kept) {
        Q_EMIT failed(kept.error());
        return;
    }
    m_isUnkept = false;
    if (isEmpty) {
        Q_EMIT draftSettled();
    } else {
        Q_EMIT draftKept();
    }
}

void SignedCard::restore() {
    if (m_isLoaded) {
        return;
    }
    const auto draft = workflow::DraftDesk(m_context.practice).find(key());
    if (draft && draft->has_value()) {
        m_addendum->setPlainText(QString::fromUtf8((*draft)->content));
    }
    m_isLoaded = true;
}

void SignedCard::sign() {
    const QString text = m_addendum->toPlainText();
    if (text.trimmed().isEmpty()) {
        Q_EMIT failed({base::ErrorCode::InvalidInput, tr("The addendum was not signed"), tr("it is empty"),
                       tr("write what is to be added")});
        m_addendum->setFocus();
        return;
    }
    m_context.questions.askSignature(
        tr("Sign this addendum?"), tr("It is added to the signed note and fixed."), *window(),
        [this, text](const Answer& answer) {
            const auto done =
                workflow::SessionDesk(m_context.practice).addAddendum(m_session, text, answer.password);
            if (done) {
                m_addendum->clear();
                keepDraft();
                Q_EMIT signatureGiven();
            }
            return done;
        });
}

void SignedCard::cosign() {
    m_context.questions.askSignature(
        tr("Co-sign this session?"),
        tr("Your name comes under the same content, beside the one that signed it. Nothing is changed."),
        *window(), [this](const Answer& answer) {
            const auto done = workflow::SessionDesk(m_context.practice).cosign(m_session, answer.password);
            if (done) {
                Q_EMIT signatureGiven();
            }
            return done;
        });
}

void SignedCard::showSigned(const SignedView& view) {
    m_view = view;
    restore();
    const auto& practice = m_context.practice;
    m_card->setTitle(view.visit.isComplete() ? tr("Signed") : tr("Signed in part"));
    m_cosign->setVisible(!workflow::cosignable(practice, view.content, view.visit).isEmpty());
    m_words->setText(linesOf(view).join(QLatin1Char('\n')));
    showActs();
}

void SignedCard::showActs() {
    const bool isRead = m_view.shown.has_value();
    const bool mayChange = isRead && workflow::SignedNotes(m_context.practice).mayChange(m_view.content);
    m_addendumRow->setVisible(isRead);
    m_amend->setVisible(mayChange);
    m_withdraw->setVisible(mayChange);
    m_versions->setVisible(isRead &&
                           m_context.navigator.canOpen(ChartPlace{m_view.shown->patient, kTabHistory, {}}));
    m_amending->setVisible(isAmending());
    m_card->setVisible(!isAmending());
    Q_EMIT amendingChanged();
}

QStringList SignedCard::linesOf(const SignedView& view) const {
    const auto& practice = m_context.practice;
    QStringList lines;
    for (const Signature& signature : view.visit.signatures()) {
        lines.append(tr("%1, %2, %3")
                         .arg(practice.clinicianName(signature.signer), security::roleName(signature.role),
                              dateTimeText(signature.at, practice.zone())));
    }
    if (const QStringList open = view.visit.open(practice); !open.isEmpty()) {
        lines.append(tr("Still open: %1").arg(open.join(QStringLiteral("; "))));
    }
    lines.append(
        tr("Fingerprint %1")
            .arg(security::Fingerprint::of(workflow::SignedContent::hashOf(view.content)).toString()));
    const workflow::SignedNotes signedNotes(m_context.practice);
    if (const auto broken = signedNotes.brokenOf(view.content); !broken || !broken->isEmpty()) {
        lines.append(
            tr("A signature no longer fits what stands here: check the journal, and keep this file."));
    }
    for (const Note& note : view.content.notes) {
        if (note.amends) {
            lines.append(tr("Note %1").arg(workflow::amendmentWords(note, practice, QLocale())));
        }
    }
    const auto addenda = workflow::SessionDesk(m_context.practice).addenda(m_session);
    for (const Note& note : addenda ? *addenda : QList<Note>()) {
        lines.append(tr("Addendum of %1, %2: %3")
                         .arg(dateTimeText(note.writtenAt, practice.zone()),
                              practice.clinicianName(note.author),
                              note.sections.isEmpty() ? QString() : note.sections.first().text));
    }
    const auto withdrawn = signedNotes.withdrawnOf(view.content);
    for (const auto& gone : withdrawn ? *withdrawn : QList<workflow::WithdrawnNote>()) {
        lines.append(tr("A note of %1 was marked as entered in error on %2 by %3: %4")
                         .arg(practice.clinicianName(gone.note.author),
                              dateTimeText(gone.at, practice.zone()), gone.who, gone.reason));
    }
    return lines;
}

void SignedCard::markReason(const Note& amendment, qsizetype start, qsizetype length) {
    const QString line = workflow::amendmentWords(amendment, m_context.practice, QLocale());
    markWords(line, line.lastIndexOf(amendment.amendReason) + start, length);
}

void SignedCard::markWords(const QString& text, qsizetype start, qsizetype length) {
    const auto line = m_words->text().lastIndexOf(text);
    if (line >= 0) {
        m_words->setFocus(Qt::OtherFocusReason);
        m_words->setSelection(static_cast<int>(line + start), static_cast<int>(length));
    }
}

} // namespace kairos::ui
