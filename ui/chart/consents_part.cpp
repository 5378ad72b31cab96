// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/consents_part.h"

#include "ui/chart/consent_table.h"
#include "ui/chart/screening_words.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/form.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/questions.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/workflow/catalog.h"
#include "core/workflow/document_query.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/screening_care.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

ConsentsPart::ConsentsPart(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_patient(patient),
      m_context(context),
      m_model(new ConsentTable(this)),
      m_view(new TableView(RowHeight::Table, this)),
      m_empty(new EmptyState(Icon::Consent, tr("No consent is on record."),
                             tr("Choose the form that was signed above, with its version and day."), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    auto* entry = new Card(tr("Keep a signed consent"), CardContent::Padded, this);
    entry->body().addWidget(makeEntry());
    column->addWidget(entry);
    auto* card = new Card(tr("Consents"), CardContent::Full, this);
    card->addToTitle(makeKeyHints({{keyText(QKeySequence(Qt::Key_Return)), tr("open or add its paper")},
                                   {keyText(QKeySequence(Qt::Key_Delete)), tr("withdraw")}},
                                  card));
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Consents"));
    m_view->setStretchColumns({ConsentTable::Form});
    card->body().addWidget(m_view, 1);
    card->body().addWidget(m_empty);
    column->addWidget(card, 1);
    auto* del = new QShortcut(QKeySequence(Qt::Key_Delete), m_view);
    del->setContext(Qt::WidgetShortcut);
    connect(del, &QShortcut::activated, this, &ConsentsPart::withdraw);
    connect(m_view, &TableView::rowOpened, this,
            [this](const QModelIndex& index) { openPaper(index.row()); });
    setFocusProxy(m_form);
}

/// The documents open the paper by its id, and ask for the scan of a consent that has none.
void ConsentsPart::openPaper(int row) {
    const record::ConsentId& consent = m_model->rowAt(row).consent.id;
    const auto paper = m_model->paperOf(consent);
    const ChartPlace place{m_patient, kTabDocuments, paper ? paper->toString() : consent.toString()};
    if (m_context.navigator.canOpen(place)) {
        m_context.navigator.open(place);
    }
}

QHash<record::ConsentId, record::DocumentId> ConsentsPart::papers() const {
    QHash<record::ConsentId, record::DocumentId> papers;
    const auto list = workflow::DocumentQuery(m_context.practice).ofPatient(m_patient);
    for (const record::Document& document : list ? list->documents : QList<record::Document>()) {
        if (document.consent && !papers.contains(*document.consent)) { // The newest one.
            papers.insert(*document.consent, document.id);
        }
    }
    return papers;
}

QWidget* ConsentsPart::makeEntry() {
    const safety::ConsentForms& forms = m_context.practice.catalog().consents;
    auto* entry = new QWidget(this);
    auto* column = new QVBoxLayout(entry);
    column->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(10));
    m_form = new QComboBox(entry);
    for (const safety::ConsentForm& form : forms.forms) {
        m_form->addItem(
            tr("%1 (%2)", "a form and its scope").arg(form.title, ScreeningWords::scope(form.scope)),
            form.id);
    }
    m_version = new QLineEdit(entry);
    m_given = new DateField(entry);
    m_given->setPossible({}, m_context.practice.today());
    // Tab goes by the order in which the fields are made.
    auto* formField = new Field(tr("To what"), m_form, entry);
    m_versionField = new Field(tr("Version on the form"), m_version, entry);
    m_givenField = new Field(tr("Signed on"), m_given, entry);
    row->addWidget(formField, 4);
    row->addWidget(m_versionField, 2);
    row->addWidget(m_givenField, 3);
    auto* save = makeButton({tr("Save consent"), ButtonKind::Secondary, Icon::Plus}, entry);
    auto* side = new QVBoxLayout;
    // The button stands beside the editors, under the line of the labels.
    side->addSpacing(QFontMetrics(fontFor(TextRole::Body)).height() + px(6));
    side->addWidget(save);
    side->addStretch(1);
    row->addLayout(side);
    column->addLayout(row);
    column->addWidget(
        makeParagraph(tr("A consent ends after %1 days: %2.", "days, source")
                          .arg(forms.expiryDays)
                          .arg(ScreeningWords::sourced(forms.expirySource, forms.expiryConfidence)),
                      TextRole::Caption, Token::Text2, entry));
    connect(save, &QPushButton::clicked, this, &ConsentsPart::save);
    for (QLineEdit* edit : {m_version, static_cast<QLineEdit*>(m_given)}) {
        connect(edit, &QLineEdit::returnPressed, this, &ConsentsPart::save);
    }
    return entry;
}

void ConsentsPart::show(const workflow::ScreeningView& view) {
    const int row = qMax(0, m_view->currentIndex().row());
    m_model->setPapers(papers());
    m_model->setRows(view.consents);
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_view->setVisible(!isEmpty);
    if (!isEmpty) {
        m_view->selectRow(qMin(row, m_model->rowCount() - 1));
    }
}

bool ConsentsPart::choose(const QString& id) {
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->rowAt(row).consent.id.toString() == id) {
            m_view->setCurrentIndex(m_model->index(row, ConsentTable::State));
            return true;
        }
    }
    return false;
}

void ConsentsPart::chooseMissing() {
    for (int form = 0; form < m_form->count(); ++form) {
        const QString id = m_form->itemData(form).toString();
        const auto& rows = m_model->rows();
        const bool isGiven = std::any_of(rows.begin(), rows.end(), [&](const workflow::ConsentRow& row) {
            return row.consent.form == id && row.state == safety::ConsentState::InForce;
        });
        if (!isGiven) {
            m_form->setCurrentIndex(form);
            return;
        }
    }
}

void ConsentsPart::save() {
    m_versionField->setError({});
    m_givenField->setError({});
    if (m_version->text().trimmed().isEmpty()) {
        m_versionField->setError(tr("Type the version that stands on the form"));
        m_version->setFocus();
        return;
    }
    const auto given = m_given->date();
    if (!given) {
        m_givenField->setError(m_given->problem().isEmpty() ? tr("Type the day on which it was signed")
                                                            : m_given->problem());
        m_given->setFocus();
        return;
    }
    const auto kept =
        workflow::ScreeningCare(m_context.practice)
            .giveConsent(m_patient, m_form->currentData().toString(), m_version->text(), *given);
    if (!kept) {
        Q_EMIT failed(kept.error());
        return;
    }
    m_version->clear();
    m_given->setDate(std::nullopt);
    m_form->setFocus();
    Q_EMIT saved();
}

void ConsentsPart::withdraw() {
    const int row = m_view->currentIndex().row();
    if (row < 0 || m_model->rowAt(row).consent.withdrawn) {
        return;
    }
    const record::ConsentId id = m_model->rowAt(row).consent.id;
    const Question question{
        .title = tr("Withdraw this consent today?"),
        .text = tr("It stays on record with the day of its withdrawal. Without a consent to treatment the "
                   "next dose is held."),
        .verb = tr("Withdraw"),
        .kind = ButtonKind::Danger};
    m_context.questions.ask(question, *this, [this, id](const Answer&) {
        return workflow::PatientCare(m_context.practice)
            .withdrawConsent(id, m_context.practice.today())
            .map([this] { Q_EMIT saved(); });
    });
}

QString ConsentsPart::shownProblem() const {
    return m_versionField->error().isEmpty() ? m_givenField->error() : m_versionField->error();
}

} // namespace kairos::ui
