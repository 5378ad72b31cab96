// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/dose_history_card.h"

#include "ui/plan/check_form.h"
#include "ui/plan/dose_history_table.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/workflow/exposure_words.h"
#include "core/workflow/open_practice.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

DoseHistoryCard::DoseHistoryCard(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_card(new Card(tr("Doses so far"), CardContent::Full, this)),
      m_model(new DoseHistoryTable(context.practice.zone(), this)),
      m_table(new TableView(RowHeight::Dense, m_card)),
      m_empty(new EmptyState(Icon::Dose, tr("No dose of this plan was given yet."),
                             tr("Each one stands here with its order, response, blood pressure and "
                                "dissociation."),
                             m_card)),
      m_copy(makeButton({.text = tr("Copy as text"), .icon = Icon::Doc}, m_card)),
      m_exposure(makeParagraph({}, TextRole::Body, Token::Text2, m_card)),
      m_checks(new CheckForm(context, m_card)),
      m_trouble(makeParagraph({}, TextRole::Body, Token::Stop, m_card)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_card->addToTitle(m_copy);
    m_trouble->hide();
    m_card->body().addWidget(m_trouble);
    m_table->setAccessibleName(tr("Doses so far"));
    m_table->setModel(m_model);
    m_table->setStretchColumns({DoseHistoryTable::Ordered});
    m_table->setFitsRows();
    m_card->body().addWidget(m_table);
    m_card->body().addWidget(m_empty);
    m_exposure->setContentsMargins(px(12), px(4), px(12), px(8));
    m_card->body().addWidget(m_exposure);
    m_card->body().addWidget(m_checks);
    connect(m_checks, &CheckForm::saved, this, &DoseHistoryCard::saved);
    connect(m_table, &TableView::rowOpened, this, [this](const QModelIndex& index) { open(index.row()); });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_model->asText()); });
}

void DoseHistoryCard::showDoses(const record::TreatmentPlan& plan) {
    const auto history = workflow::DoseHistoryQuery(m_context.practice).of(plan);
    m_trouble->setVisible(!history.has_value());
    if (!history) {
        m_trouble->setText(history.error().sentence());
        return;
    }
    m_model->setRows(history->rows);
    const bool isEmpty = history->rows.isEmpty();
    m_table->setVisible(!isEmpty);
    m_copy->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    showExposure(plan.patient);
    m_card->setSubtitle(
        isEmpty || history->scaleTitle.isEmpty()
            ? QString()
            : tr("scale: %1; after: the last one before the next dose").arg(history->scaleTitle));
}

void DoseHistoryCard::showExposure(const record::PatientId& patient) {
    auto& practice = m_context.practice;
    const auto all = workflow::DoseHistoryQuery(practice).ofPatient(patient);
    const auto exposure =
        workflow::exposureOf(all.value_or(workflow::DoseHistory()), practice.today(), practice.zone());
    const auto checks = workflow::exposureChecksOf(practice, patient, exposure);
    m_exposure->setVisible(all && checks && exposure.sessions > 0);
    m_checks->setVisible(all && checks && exposure.sessions > 0);
    if (!all || !checks) {
        m_trouble->setText((!all ? all.error() : checks.error()).sentence());
        m_trouble->show();
        return;
    }
    QStringList lines{workflow::exposureWords(exposure, locale())};
    QStringList sources;
    for (const workflow::ExposureCheckState& state : *checks) {
        lines.append(workflow::checkWords(state, locale()));
        sources.append(QStringLiteral("%1: %2").arg(state.check.text, state.check.source));
    }
    m_exposure->setText(lines.join(QLatin1Char('\n')));
    m_checks->showChecks(patient, *checks);
    m_exposure->setToolTip(sources.join(QLatin1Char('\n')));
}

void DoseHistoryCard::openChecks() {
    setFocusProxy(m_checks);
}

void DoseHistoryCard::open(int row) {
    const auto& session = m_model->rowAt(row).session;
    m_context.navigator.open(DosingPlace{session.patient, session.id});
}

} // namespace kairos::ui
