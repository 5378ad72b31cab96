// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/drafted_form.h"

#include "ui/shared/buttons.h"
#include "ui/shared/form_draft.h"
#include "ui/shared/formats.h"
#include "ui/shared/questions.h"
#include "ui/shared/segments.h"
#include "ui/shared/text_label.h"

#include "core/base/check.h"
#include "core/workflow/open_practice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace kairos::ui {
namespace {

/// A line of its own, not a row of controls: the form below keeps its room.
constexpr int kAfreshHeight = 24;

} // namespace

DraftedForm::DraftedForm(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_restored(new QWidget(this)),
      m_restoredWords(makeParagraph({}, TextRole::Caption, Token::Text2, m_restored)),
      m_afresh(makeButton({.text = tr("Start afresh"), .kind = ButtonKind::Quiet}, m_restored)),
      m_trouble(makeParagraph({}, TextRole::Body, Token::Stop, this)),
      m_draft(new FormDraft(
          context.practice, [this] { return state(); }, this)) {
    auto* line = new QHBoxLayout(m_restored);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_restoredWords, 1);
    m_afresh->setFixedHeight(px(kAfreshHeight));
    line->addWidget(m_afresh);
    m_restored->hide();
    m_trouble->hide();
    connect(m_afresh, &QPushButton::clicked, this, &DraftedForm::startAfresh);
    connect(m_draft, &FormDraft::kept, this, &DraftedForm::draftKept);
    connect(m_draft, &FormDraft::settled, this, &DraftedForm::draftSettled);
    connect(m_draft, &FormDraft::failed, this, qOverload<const base::Error&>(&DraftedForm::showTrouble));
}

void DraftedForm::watch(const QList<QWidget*>& fields) {
    for (QWidget* field : fields) {
        if (auto* line = qobject_cast<QLineEdit*>(field)) {
            connect(line, &QLineEdit::textChanged, m_draft, &FormDraft::touch);
        } else if (auto* text = qobject_cast<QPlainTextEdit*>(field)) {
            connect(text, &QPlainTextEdit::textChanged, m_draft, &FormDraft::touch);
        } else if (auto* box = qobject_cast<QComboBox*>(field)) {
            connect(box, &QComboBox::currentIndexChanged, m_draft, &FormDraft::touch);
        } else {
            auto* choice = qobject_cast<Segments*>(field);
            KAIROS_CHECK(choice != nullptr);
            connect(choice, &Segments::chosen, m_draft, &FormDraft::touch);
        }
    }
}

void DraftedForm::touchDraft() {
    m_draft->touch();
}

void DraftedForm::beginDraft(const QString& form, const base::Uuid& subject) {
    const auto left = m_draft->begin(form, subject);
    m_restored->setVisible(left.has_value());
    if (!left) {
        return;
    }
    setState(left->typed);
    const QString when = dateTimeText(left->at, practice().zone());
    m_restoredWords->setToken(left->isStale ? Token::Caution : Token::Text2);
    m_restoredWords->setText(
        left->isStale
            ? tr("Restored from your draft of %1. The record was changed after it was begun: look at every "
                 "field before saving.")
                  .arg(when)
            : tr("Restored from your draft of %1. Nothing is lost.").arg(when));
}

QList<storage::DraftKey> DraftedForm::draftKeys() const {
    return {m_draft->key()};
}

void DraftedForm::finishDraft() {
    m_draft->finish();
}

bool DraftedForm::keepDraft() {
    const auto kept = m_draft->keep();
    if (!kept) {
        showTrouble(kept.error());
    }
    return kept.has_value();
}

bool DraftedForm::closeForm() {
    if (const auto kept = m_draft->leave(); !kept) {
        showTrouble(kept.error());
        return false;
    }
    hide();
    return true;
}

void DraftedForm::leave() {
    if (closeForm()) {
        Q_EMIT closed();
    }
}

void DraftedForm::startAfresh() {
    m_context.questions.confirm({.title = tr("Throw this draft away?"),
                                 .text = tr("The form shows again what is stored."),
                                 .verb = tr("Throw away"),
                                 .kind = ButtonKind::Danger},
                                *this, [this] {
                                    setState(m_draft->base());
                                    m_restored->hide();
                                    static_cast<void>(keepDraft());
                                    firstField().setFocus(Qt::OtherFocusReason);
                                });
}

void DraftedForm::showTrouble(const base::Error& error) {
    showTrouble(error.sentence());
}

void DraftedForm::showTrouble(const QString& words) {
    m_trouble->setText(words);
    m_trouble->show();
}

void DraftedForm::hideTrouble() {
    m_trouble->hide();
}

void DraftedForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        leave();
        return;
    }
    QWidget::keyPressEvent(event);
}

QString DraftedForm::trouble() const {
    return m_trouble->isHidden() ? QString() : m_trouble->text();
}

QString DraftedForm::restored() const {
    return m_restored->isHidden() ? QString() : m_restoredWords->text();
}

} // namespace kairos::ui
