// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/letter_form.h"

#include "ui/documents/document_words.h"
#include "ui/shared/buttons.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/text_label.h"

#include "core/workflow/document_care.h"
#include "core/workflow/open_practice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

using record::DocumentKind;

namespace {

const QString kForm = QStringLiteral("letter");

} // namespace

LetterForm::LetterForm(const PageContext& context, QWidget* parent)
    : DraftedForm(context, parent),
      m_kind(new QComboBox(this)),
      m_title(new QLineEdit(this)),
      m_day(new DateField(this)) {
    for (const DocumentKind kind : kDocumentKinds) {
        m_kind->addItem(DocumentWords::kind(kind), static_cast<int>(kind));
    }
    m_day->setPossible({}, practice().today());
    makeFields();
    watch({m_kind, m_title, m_day, m_text});
    setFocusProxy(m_title);
}

void LetterForm::makeFields() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(10));
    column->addWidget(&restoredLine());
    auto* row = new QHBoxLayout;
    row->setSpacing(px(10));
    // Tab goes by the order in which the fields are made.
    auto* kind = new Field(tr("Kind"), m_kind, this);
    m_titleField = new Field(tr("Title"), m_title, this);
    m_dayField = new Field(tr("Day of the letter"), m_day, this);
    row->addWidget(kind, 2);
    row->addWidget(m_titleField, 5);
    row->addWidget(m_dayField, 3);
    column->addLayout(row);
    m_text = new QPlainTextEdit(this);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Text of the letter"));
    m_text->setPlaceholderText(
        tr("Write the letter here. Name, birth date and MRN stand on each printed page."));
    column->addWidget(m_text, 1);
    column->addWidget(&troubleLine());
    auto* acts = new QHBoxLayout;
    acts->setSpacing(px(8));
    m_save = makeButton({.text = tr("Save letter"),
                         .kind = ButtonKind::Primary,
                         .icon = Icon::Check,
                         .key = QKeySequence(Qt::CTRL | Qt::Key_Return)},
                        this);
    auto* print = makeButton({.text = tr("Save and print"), .icon = Icon::Print}, this);
    auto* back = makeButton({.text = tr("Back to the list"), .key = QKeySequence(Qt::Key_Escape)}, this);
    acts->addWidget(m_save);
    acts->addWidget(print);
    acts->addStretch(1);
    acts->addWidget(back);
    column->addLayout(acts);
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (save()) {
            Q_EMIT saved();
        }
    });
    connect(print, &QPushButton::clicked, this, [this] {
        if (save()) {
            Q_EMIT printRequested(m_document.id);
        }
    });
    connect(back, &QPushButton::clicked, this, &LetterForm::leave);
}

QWidget& LetterForm::firstField() {
    return m_title->text().isEmpty() ? static_cast<QWidget&>(*m_title) : *m_text;
}

QJsonObject LetterForm::state() const {
    return {{QStringLiteral("kind"), m_kind->currentData().toInt()},
            {QStringLiteral("title"), m_title->text()},
            {QStringLiteral("day"), m_day->text()},
            {QStringLiteral("text"), m_text->toPlainText()}};
}

void LetterForm::setState(const QJsonObject& state) {
    m_kind->setCurrentIndex(m_kind->findData(state.value(QLatin1String("kind")).toInt()));
    m_title->setText(state.value(QLatin1String("title")).toString());
    m_day->setText(state.value(QLatin1String("day")).toString());
    m_text->setPlainText(state.value(QLatin1String("text")).toString());
}

void LetterForm::begin(const record::Document& document) {
    m_document = document;
    hideTrouble();
    m_titleField->setError({});
    m_dayField->setError({});
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(document.kind)));
    m_title->setText(document.title);
    m_day->setDate(document.dated);
    m_text->setPlainText(document.text);
    beginDraft(kForm, document.id.isNull() ? document.patient.uuid : document.id.uuid);
    firstField().setFocus();
}

bool LetterForm::isComplete() {
    m_titleField->setError(m_title->text().trimmed().isEmpty() ? tr("Type whom it is to, or what it is about")
                                                               : QString());
    m_dayField->setError(!m_day->date() ? m_day->problem().isEmpty() ? tr("Type the day of the letter")
                                                                     : m_day->problem()
                                        : QString());
    const bool hasText = !m_text->toPlainText().trimmed().isEmpty();
    hasText ? hideTrouble() : showTrouble(tr("Write the letter first"));
    if (m_titleField->error().isEmpty() && m_dayField->error().isEmpty() && hasText) {
        return true;
    }
    (!m_titleField->error().isEmpty() ? static_cast<QWidget*>(m_title)
     : !m_dayField->error().isEmpty() ? static_cast<QWidget*>(m_day)
                                      : m_text)
        ->setFocus();
    return false;
}

bool LetterForm::save() {
    if (!isComplete()) {
        return false;
    }
    record::Document letter = m_document;
    letter.kind = static_cast<DocumentKind>(m_kind->currentData().toInt());
    letter.title = m_title->text();
    letter.dated = *m_day->date();
    letter.text = m_text->toPlainText();
    const auto kept = workflow::DocumentCare(practice()).saveLetter(letter, draftKeys());
    if (!kept) {
        showTrouble(kept.error());
        return false;
    }
    m_document.id = *kept;
    finishDraft();
    return true;
}

QString LetterForm::trouble() const {
    for (const Field* field : {m_titleField, m_dayField}) {
        if (!field->error().isEmpty()) {
            return field->error();
        }
    }
    return DraftedForm::trouble();
}

QList<KeyHint> LetterForm::keyHints() const {
    return {{keyText(QKeySequence(Qt::CTRL | Qt::Key_Return)), tr("save the letter")},
            {keyText(QKeySequence(Qt::Key_Escape)), tr("back to the list; what is typed stays as a draft")}};
}

} // namespace kairos::ui
