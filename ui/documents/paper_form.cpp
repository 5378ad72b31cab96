// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/paper_form.h"

#include "ui/documents/document_words.h"
#include "ui/shared/buttons.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/open_practice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

using record::DocumentKind;

PaperForm::PaperForm(const workflow::OpenPractice& practice, QWidget* parent)
    : QWidget(parent),
      m_practice(practice),
      m_kind(new QComboBox(this)),
      m_title(new QLineEdit(this)),
      m_day(new DateField(this)),
      m_consent(new QComboBox(this)),
      m_session(new QComboBox(this)) {
    for (const DocumentKind kind : kDocumentKinds) {
        m_kind->addItem(DocumentWords::kind(kind), static_cast<int>(kind));
    }
    m_day->setPossible({}, m_practice.today());
    makeFields();
    connect(m_save, &QPushButton::clicked, this, &PaperForm::saveRequested);
    connect(m_leave, &QPushButton::clicked, this, &PaperForm::leaveRequested);
    for (QLineEdit* edit : {m_title, static_cast<QLineEdit*>(m_day)}) {
        connect(edit, &QLineEdit::returnPressed, this, &PaperForm::saveRequested);
    }
    connect(m_consent, &QComboBox::activated, this, &PaperForm::fitTitle);
    setFocusProxy(m_kind);
}

void PaperForm::makeFields() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(10));
    auto* first = new QHBoxLayout;
    first->setSpacing(px(10));
    // Tab goes by the order in which the fields are made.
    auto* kind = new Field(tr("Kind"), m_kind, this);
    m_titleField = new Field(tr("Title"), m_title, this);
    m_dayField = new Field(tr("Day on the paper"), m_day, this);
    first->addWidget(kind, 2);
    first->addWidget(m_titleField, 5);
    first->addWidget(m_dayField, 3);
    column->addLayout(first);
    auto* second = new QHBoxLayout;
    second->setSpacing(px(10));
    second->addWidget(new Field(tr("The paper of this consent"), m_consent, this), 5);
    second->addWidget(new Field(tr("Session it belongs to"), m_session, this), 4);
    m_save = makeButton({tr("Save"), ButtonKind::Primary, Icon::Check}, this);
    m_leave = makeButton({tr("Leave it")}, this);
    for (QPushButton* button : {m_save, m_leave}) {
        auto* side = new QVBoxLayout;
        // The buttons stand beside the editor, under the line of its label.
        side->addSpacing(QFontMetrics(fontFor(TextRole::Body)).height() + px(6));
        side->addWidget(button);
        side->addStretch(1);
        second->addLayout(side);
    }
    column->addLayout(second);
}

void PaperForm::begin(const record::Document& document, const PaperLinks& links, const QString& verb) {
    m_document = document;
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(document.kind)));
    m_title->setText(document.title);
    m_day->setDate(document.dated.isValid() ? std::optional(document.dated) : std::nullopt);
    showConsents(links.consents);
    showSessions(links.sessions);
    m_save->setText(verb);
    m_titleField->setError({});
    m_dayField->setError({});
    m_kind->setFocus();
}

void PaperForm::showConsents(const QList<record::Consent>& consents) {
    m_consent->clear();
    m_consent->addItem(tr("of none"));
    for (const record::Consent& consent : consents) {
        m_consent->addItem(DocumentWords::consent(consent, m_practice),
                           QVariant::fromValue(consent.id.toString()));
        if (m_document.consent == consent.id) {
            m_consent->setCurrentIndex(m_consent->count() - 1);
        }
    }
    m_consent->setEnabled(!consents.isEmpty());
}

void PaperForm::showSessions(const QList<workflow::SessionLine>& sessions) {
    m_session->clear();
    m_session->addItem(tr("None"));
    for (const workflow::SessionLine& session : sessions) {
        m_session->addItem(DocumentWords::session(session, m_practice), session.session.toString());
        if (m_document.session == session.session) {
            m_session->setCurrentIndex(m_session->count() - 1);
        }
    }
    if (m_document.session && m_session->currentIndex() == 0) {
        // The link stays, although its session cannot be read now.
        m_session->addItem(DocumentWords::unknownSession(), m_document.session->toString());
        m_session->setCurrentIndex(m_session->count() - 1);
    }
    m_session->setEnabled(m_session->count() > 1);
}

/// A consent that is chosen first says what the paper is.
void PaperForm::fitTitle() {
    if (m_consent->currentIndex() > 0) {
        m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(DocumentKind::Consent)));
    }
}

std::optional<record::Document> PaperForm::typed() {
    m_titleField->setError({});
    m_dayField->setError({});
    if (m_title->text().trimmed().isEmpty()) {
        m_titleField->setError(tr("Type what the paper is, as the list should name it"));
        m_title->setFocus();
        return std::nullopt;
    }
    const auto day = m_day->date();
    if (!day) {
        m_dayField->setError(m_day->problem().isEmpty() ? tr("Type the day that stands on the paper")
                                                        : m_day->problem());
        m_day->setFocus();
        return std::nullopt;
    }
    record::Document document = m_document;
    document.kind = static_cast<DocumentKind>(m_kind->currentData().toInt());
    document.title = m_title->text();
    document.dated = *day;
    const auto consent = base::Uuid::fromString(m_consent->currentData().toString());
    document.consent = consent ? std::optional(record::ConsentId{*consent}) : std::nullopt;
    const auto session = base::Uuid::fromString(m_session->currentData().toString());
    document.session = session ? std::optional(record::SessionId{*session}) : std::nullopt;
    return document;
}

QString PaperForm::shownProblem() const {
    return m_titleField->error().isEmpty() ? m_dayField->error() : m_titleField->error();
}

} // namespace kairos::ui
