// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/signed_card.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/formats.h"
#include "ui/shared/questions.h"
#include "ui/shared/text_label.h"

#include "core/security/fingerprint.h"
#include "core/security/permissions.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

using namespace record;

namespace {

/// Typing that goes on this long is kept: a crash loses at most a second.
constexpr int kRestMs = 700;

} // namespace

SignedCard::SignedCard(const SessionId& session, const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_context(context),
      m_words(makeParagraph({}, TextRole::Body, Token::Text, this)),
      m_addendum(new QPlainTextEdit(this)),
      m_cosign(makeButton({.text = tr("Co-sign"), .kind = ButtonKind::Quiet, .icon = Icon::Signed}, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("Signed"), CardContent::Padded, this);
    card->addToTitle(m_cosign);
    column->addWidget(card);
    m_addendum->setAccessibleName(tr("Addendum"));
    m_addendum->setPlaceholderText(tr("Addendum: what is to be added"));
    m_addendum->setTabChangesFocus(true);
    m_addendum->setFixedHeight(px(44));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    card->body().addWidget(m_words);
    card->body().addLayout(row);
    row->addWidget(m_addendum, 1);
    // Made after it, since Tab follows the tree.
    auto* signButton = makeButton({.text = tr("Sign addendum"), .icon = Icon::Signed}, card);
    row->addWidget(signButton, 0, Qt::AlignBottom);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &SignedCard::keepDraft);
    connect(signButton, &QPushButton::clicked, this, &SignedCard::sign);
    connect(m_cosign, &QPushButton::clicked, this, &SignedCard::cosign);
    connect(m_addendum, &QPlainTextEdit::textChanged, this, [this] {
        if (m_isLoaded) {
            m_isUnkept = true;
            m_rest.start();
        }
    });
}

storage::DraftKey SignedCard::key() const {
    return workflow::DraftDesk(m_context.practice).keyOf(QStringLiteral("addendum"), m_session.uuid);
}

void SignedCard::keepDraft() {
    m_rest.stop();
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

bool SignedCard::mayCosign(const QList<Signature>& signatures,
                           const workflow::SessionContent& content) const {
    const auto& me = m_context.practice.signedIn();
    const bool isThere = std::any_of(signatures.begin(), signatures.end(), [&me](const Signature& signature) {
        return me && signature.signer == me->id;
    });
    const auto permission =
        content.dosing ? security::Permission::SignDosing : security::Permission::SignTherapy;
    return !isThere && m_context.practice.require(permission).has_value();
}

void SignedCard::cosign() {
    m_context.questions.askSignature(
        tr("Co-sign this session?"),
        tr("Your name comes under the same content, beside the one that signed it. Nothing is changed."),
        *window(), [this](const Answer& answer) {
            const auto done = workflow::SessionDesk(m_context.practice).sign(m_session, answer.password);
            if (done) {
                Q_EMIT signatureGiven();
            }
            return done;
        });
}

void SignedCard::showSigned(const QList<Signature>& signatures, const workflow::SessionContent& content) {
    auto& practice = m_context.practice;
    restore();
    m_cosign->setVisible(mayCosign(signatures, content));
    QStringList lines;
    for (const Signature& signature : signatures) {
        lines.append(tr("%1, %2, %3")
                         .arg(practice.clinicianName(signature.signer), security::roleName(signature.role),
                              dateTimeText(signature.at, practice.zone())));
    }
    lines.append(tr("Fingerprint %1")
                     .arg(security::Fingerprint::of(workflow::SignedContent::hashOf(content)).toString()));
    const auto addenda = workflow::SessionDesk(practice).addenda(m_session);
    for (const Note& note : addenda ? *addenda : QList<Note>()) {
        lines.append(tr("Addendum of %1, %2: %3")
                         .arg(dateTimeText(note.writtenAt, practice.zone()),
                              practice.clinicianName(note.author),
                              note.sections.isEmpty() ? QString() : note.sections.first().text));
    }
    m_words->setText(lines.join(QLatin1Char('\n')));
}

void SignedCard::markWords(const QString& addendum, qsizetype start, qsizetype length) {
    const auto line = m_words->text().lastIndexOf(addendum);
    if (line >= 0) {
        m_words->setFocus(Qt::OtherFocusReason);
        m_words->setSelection(static_cast<int>(line + start), static_cast<int>(length));
    }
}

} // namespace kairos::ui
