// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/trials_part.h"

#include "ui/chart/screening_words.h"
#include "ui/chart/trial_table.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/form.h"
#include "ui/shared/number_field.h"
#include "ui/shared/questions.h"
#include "ui/shared/table_view.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/screening_care.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace kairos::ui {

using record::TrialOutcome;

namespace {

constexpr std::array kOutcomes = {TrialOutcome::Unknown, TrialOutcome::Response, TrialOutcome::Partial,
                                  TrialOutcome::None, TrialOutcome::NotTolerated};

} // namespace

TrialsPart::TrialsPart(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_patient(patient),
      m_context(context),
      m_model(new TrialTable(this)),
      m_view(new TableView(RowHeight::Table, this)),
      m_empty(new EmptyState(Icon::Med, tr("No earlier treatment is written down."),
                             tr("Type the first one above: what, how much, how long, and how it went."),
                             this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    auto* entry = new Card(tr("Write a treatment down"), CardContent::Padded, this);
    entry->body().addWidget(makeEntry());
    column->addWidget(entry);
    auto* card = new Card(tr("Earlier treatments"), CardContent::Full, this);
    card->addToTitle(makeKeyHints({{keyText(QKeySequence(Qt::Key_Return)), tr("change")},
                                   {keyText(QKeySequence(Qt::Key_Delete)), tr("mark as an error")}},
                                  card));
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Earlier treatments"));
    m_view->setStretchColumns({TrialTable::Drug, TrialTable::Remark});
    card->body().addWidget(m_view, 1);
    card->body().addWidget(m_empty);
    column->addWidget(card, 1);
    connect(m_view, &TableView::rowOpened, this, [this](const QModelIndex& index) { takeUp(index.row()); });
    auto* del = new QShortcut(QKeySequence(Qt::Key_Delete), m_view);
    del->setContext(Qt::WidgetShortcut);
    connect(del, &QShortcut::activated, this, &TrialsPart::remove);
    setFocusProxy(m_drug);
}

QWidget* TrialsPart::makeEntry() {
    auto* entry = new QWidget(this);
    auto* row = new QHBoxLayout(entry);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(10));
    m_drug = new QLineEdit(entry);
    m_dose = new QLineEdit(entry);
    m_weeks = new NumberField(tr("wk"), 0, entry);
    m_outcome = new QComboBox(entry);
    for (const TrialOutcome outcome : kOutcomes) {
        m_outcome->addItem(ScreeningWords::outcomeWord(outcome), static_cast<int>(outcome));
    }
    m_remark = new QLineEdit(entry);
    m_drugField = new Field(tr("Treatment"), m_drug, entry);
    m_weeksField = new Field(tr("Weeks at that dose"), m_weeks, entry);
    row->addWidget(m_drugField, 3);
    row->addWidget(new Field(tr("Highest dose"), m_dose, entry), 2);
    row->addWidget(m_weeksField, 2);
    row->addWidget(new Field(tr("Outcome"), m_outcome, entry), 2);
    row->addWidget(new Field(tr("Remark"), m_remark, entry), 3);
    m_save = makeButton({tr("Save treatment"), ButtonKind::Secondary, Icon::Plus}, entry);
    auto* side = new QVBoxLayout;
    // The button stands beside the editors, under the line of the labels.
    side->addSpacing(QFontMetrics(fontFor(TextRole::Body)).height() + px(6));
    side->addWidget(m_save);
    side->addStretch(1);
    row->addLayout(side);
    connect(m_save, &QPushButton::clicked, this, &TrialsPart::save);
    for (QLineEdit* edit : {m_drug, m_dose, static_cast<QLineEdit*>(m_weeks), m_remark}) {
        connect(edit, &QLineEdit::returnPressed, this, &TrialsPart::save);
    }
    return entry;
}

void TrialsPart::show(const workflow::ScreeningView& view) {
    const int row = qMax(0, m_view->currentIndex().row());
    m_model->setRows(view.trials);
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_view->setVisible(!isEmpty);
    if (!isEmpty) {
        m_view->selectRow(qMin(row, m_model->rowCount() - 1));
    }
}

bool TrialsPart::choose(const QString& id) {
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->rowAt(row).id.toString() == id) {
            m_view->setCurrentIndex(m_model->index(row, TrialTable::Drug));
            return true;
        }
    }
    return false;
}

void TrialsPart::save() {
    m_drugField->setError({});
    m_weeksField->setError({});
    if (m_drug->text().trimmed().isEmpty()) {
        m_drugField->setError(tr("Type the medicine, or what else was tried"));
        m_drug->setFocus();
        return;
    }
    const auto weeks = m_weeks->value();
    const bool isWhole = !weeks || *weeks == std::floor(*weeks);
    if (!m_weeks->problem().isEmpty() || !isWhole) {
        m_weeksField->setError(tr("Type whole weeks, or leave them out"));
        m_weeks->setFocus();
        return;
    }
    record::AntidepressantTrial trial;
    trial.id = m_taken;
    trial.patient = m_patient;
    trial.drug = m_drug->text();
    trial.dose = m_dose->text();
    trial.weeks = weeks ? std::optional(static_cast<int>(qBound(-1.0, *weeks, 1e6))) : std::nullopt;
    trial.outcome = static_cast<TrialOutcome>(m_outcome->currentData().toInt());
    trial.remark = m_remark->text();
    const auto kept = workflow::ScreeningCare(m_context.practice).saveTrial(trial);
    if (!kept) {
        const base::Error& error = kept.error();
        if (error.code == base::ErrorCode::InvalidInput) {
            m_weeksField->setError(error.remedy);
            m_weeks->setFocus();
        } else {
            Q_EMIT failed(error);
        }
        return;
    }
    clearEntry();
    m_drug->setFocus();
    Q_EMIT saved();
}

void TrialsPart::clearEntry() {
    m_taken = {};
    for (QLineEdit* edit : {m_drug, m_dose, m_remark}) {
        edit->clear();
    }
    m_weeks->setValue(std::nullopt);
    m_outcome->setCurrentIndex(0);
}

void TrialsPart::takeUp(int row) {
    const record::AntidepressantTrial& trial = m_model->rowAt(row);
    m_taken = trial.id;
    m_drug->setText(trial.drug);
    m_dose->setText(trial.dose);
    m_weeks->setValue(trial.weeks ? std::optional<double>(*trial.weeks) : std::nullopt);
    m_outcome->setCurrentIndex(m_outcome->findData(static_cast<int>(trial.outcome)));
    m_remark->setText(trial.remark);
    m_drug->setFocus();
    m_drug->selectAll();
}

void TrialsPart::remove() {
    const int row = m_view->currentIndex().row();
    if (row < 0) {
        return;
    }
    const record::AntidepressantTrial trial = m_model->rowAt(row);
    const Question question{.title = tr("Mark %1 as an error?").arg(trial.drug),
                            .text = tr("The line goes from the list; the history keeps it with your reason."),
                            .verb = tr("Mark as an error"),
                            .kind = ButtonKind::Danger,
                            .needs = QuestionNeeds::Reason};
    m_context.questions.ask(question, *this, [this, id = trial.id](const Answer& answer) {
        return workflow::ScreeningCare(m_context.practice).removeTrial(id, answer.reason).map([this] {
            clearEntry();
            Q_EMIT saved();
        });
    });
}

QString TrialsPart::shownProblem() const {
    return m_drugField->error().isEmpty() ? m_weeksField->error() : m_drugField->error();
}

} // namespace kairos::ui
