// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/thread_card.h"

#include "ui/therapy/open_commitments.h"
#include "ui/therapy/theme_box.h"
#include "ui/therapy/thread_lines.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/form_draft.h"
#include "ui/shared/formats.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/thread_query.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

using record::SessionState;

ThreadCard::ThreadCard(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_card(new Card(tr("Thread"), CardContent::Full, this)),
      m_restored(makeWrapped({}, TextRole::Caption, Token::Text2, m_card)),
      m_open(new OpenCommitments(context, m_card)),
      m_writing(new QWidget(m_card)),
      m_lines(new ThreadLines(context, m_writing)),
      m_themes(new ThemeBox(context, m_writing)),
      m_hint(makeWrapped({}, TextRole::Body, Token::Text2, m_card)),
      m_trouble(makeParagraph({}, TextRole::Body, Token::Stop, m_card)),
      m_draft(new FormDraft(
          context.practice, [this] { return state(); }, this)) {
    build();
    connectParts();
}

void ThreadCard::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    auto* print =
        makeButton({.text = tr("Take-home page"), .kind = ButtonKind::Quiet, .icon = Icon::Print}, m_card);
    m_card->addToTitle(print);
    connect(print, &QPushButton::clicked, this, [this] {
        if (keepDraft()) {
            m_context.navigator.open(TakeHomePlace{m_session.patient});
        }
    });
    auto* above = new QVBoxLayout;
    above->setContentsMargins(px(14), 0, px(14), 0);
    above->setSpacing(px(6));
    for (TextLabel* label : {m_restored, m_hint, m_trouble}) {
        above->addWidget(label);
        label->hide();
    }
    m_card->body().addLayout(above);
    m_card->body().addWidget(m_open);
    auto* writing = new QVBoxLayout(m_writing);
    writing->setContentsMargins(px(14), px(4), px(14), px(10));
    writing->setSpacing(px(8));
    writing->addWidget(m_lines);
    writing->addWidget(m_themes);
    m_card->body().addWidget(m_writing);
}

void ThreadCard::connectParts() {
    connect(m_open, &OpenCommitments::typed, m_draft, &FormDraft::touch);
    connect(m_lines, &ThreadLines::typed, m_draft, &FormDraft::touch);
    connect(m_themes, &ThemeBox::typed, m_draft, &FormDraft::touch);
    connect(m_open, &OpenCommitments::saved, this, &ThreadCard::afterSaving);
    connect(m_lines, &ThreadLines::saved, this, &ThreadCard::afterSaving);
    connect(m_themes, &ThemeBox::saved, this, &ThreadCard::afterSaving);
    connect(m_open, &OpenCommitments::failed, this, &ThreadCard::showTrouble);
    connect(m_lines, &ThreadLines::failed, this, &ThreadCard::showTrouble);
    connect(m_themes, &ThemeBox::failed, this, &ThreadCard::showTrouble);
    connect(m_draft, &FormDraft::failed, this, &ThreadCard::showTrouble);
    connect(m_draft, &FormDraft::kept, this, &ThreadCard::draftKept);
    connect(m_draft, &FormDraft::settled, this, &ThreadCard::draftSettled);
}

QJsonObject ThreadCard::state() const {
    return {{QStringLiteral("open"), m_open->state()},
            {QStringLiteral("lines"), m_lines->state()},
            {QStringLiteral("theme"), m_themes->edit().text()}};
}

void ThreadCard::showFor(const record::TherapySession& session) {
    const bool isFirst = m_session.id != session.id;
    m_session = session;
    refresh();
    if (isFirst) {
        beginDraft();
    }
}

void ThreadCard::beginDraft() {
    const auto left = m_draft->begin(QStringLiteral("thread"), m_session.id.uuid);
    m_restored->setVisible(left.has_value());
    if (left) {
        m_open->setState(left->typed.value(QLatin1String("open")).toObject());
        m_lines->setState(left->typed.value(QLatin1String("lines")).toObject());
        m_themes->edit().setText(left->typed.value(QLatin1String("theme")).toString());
        m_restored->setText(
            tr("Typed %1 and not saved yet.").arg(dateTimeText(left->at, m_context.practice.zone())));
    }
}

void ThreadCard::refresh() {
    const bool isOff = m_session.state == SessionState::Cancelled || m_session.state == SessionState::NoShow;
    setVisible(!isOff);
    if (isOff) {
        return;
    }
    const auto thread = workflow::ThreadQuery(m_context.practice).ofSession(m_session);
    if (!thread) {
        showTrouble(thread.error());
        m_writing->setEnabled(false);
        return;
    }
    const bool isAhead = !m_session.startedAt && m_session.booked.date > m_context.practice.today();
    m_hint->setText(isAhead ? tr("The session is still to come.") : QString());
    m_hint->setVisible(isAhead);
    m_open->showRows(m_session.id, thread->open);
    m_lines->showThread(m_session, *thread);
    m_themes->showThemes(m_session.id, thread->themes, thread->suggestions);
    m_open->setEnabled(!isAhead);
    m_writing->setEnabled(!isAhead);
}

void ThreadCard::afterSaving() {
    m_trouble->hide();
    m_restored->hide();
    refresh();
    // What was saved is no typing any more.
    if (const auto kept = m_draft->keep(); !kept) {
        showTrouble(kept.error());
    }
}

bool ThreadCard::keepDraft() {
    const bool isSettled = !m_writing->isEnabled() || m_lines->settle();
    const auto kept = m_draft->keep();
    if (!kept) {
        showTrouble(kept.error());
    }
    return isSettled && kept.has_value();
}

void ThreadCard::takeHand() {
    QWidget* first = m_open->isHidden() ? nullptr : &m_open->table();
    for (const auto part :
         {record::ThreadPart::Intention, record::ThreadPart::Arose, record::ThreadPart::Meaning}) {
        QLineEdit& edit = m_lines->lineEdit(part);
        first = first == nullptr && edit.isVisible() ? &edit : first;
    }
    if (first != nullptr) {
        first->setFocus(Qt::ShortcutFocusReason);
    }
}

void ThreadCard::showTrouble(const base::Error& error) {
    m_trouble->setText(error.sentence());
    m_trouble->show();
}

QString ThreadCard::shownProblem() const {
    return m_trouble->isHidden() ? QString() : m_trouble->text();
}

} // namespace kairos::ui
