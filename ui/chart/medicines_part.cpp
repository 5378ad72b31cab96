// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/medicines_part.h"

#include "ui/chart/interaction_table.h"
#include "ui/chart/row_detail.h"
#include "ui/chart/screening_words.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/number_field.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/protocols/names.h"
#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kShownWeights = 12;
constexpr int kSourceWidth = 170;
const QString kLines = QStringLiteral("lines"); ///< the name of a card's list

} // namespace

MedicinesPart::MedicinesPart(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_patient(patient),
      m_context(context),
      m_model(new InteractionTable(this)),
      m_view(new TableView(RowHeight::Table, this)),
      m_detail(new RowDetail(this)),
      m_empty(new EmptyState(Icon::Med, tr("No medicine is written down."),
                             tr("Nobody may have asked: write the medicines down in the patient form."),
                             this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(12));
    row->addWidget(makeTable(), 7);
    row->addWidget(makeSide(), 3);
    setFocusProxy(m_view);
}

QWidget* MedicinesPart::makeTable() {
    m_medicines = new Card(tr("Medicines beside the dose"), CardContent::Full, this);
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Medicines beside the dose"));
    // What to know takes the room; the source stands in full below.
    m_view->setStretchColumns({InteractionTable::Effect});
    m_view->horizontalHeader()->setSectionResizeMode(InteractionTable::Source, QHeaderView::Interactive);
    m_medicines->body().addWidget(m_view, 1);
    m_medicines->body().addWidget(m_empty);
    m_medicines->body().addWidget(makeHairline(m_medicines));
    m_medicines->body().addWidget(m_detail);
    const safety::DrugList& drugs = m_context.practice.catalog().drugs;
    m_medicines->foot().addWidget(
        makeParagraph(tr("A short list of %1 names, not a drug dictionary. Classes: %2.", "count, source")
                          .arg(drugs.names.size())
                          .arg(ScreeningWords::sourced(drugs.mappingSource, drugs.mappingConfidence)),
                      TextRole::Caption, Token::Text2, m_medicines));
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MedicinesPart::showDetail);
    return m_medicines;
}

QWidget* MedicinesPart::makeSide() {
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    m_allergies = new Card(tr("Allergies"), CardContent::Padded, body);
    m_diagnoses = new Card(tr("Diagnoses"), CardContent::Padded, body);
    m_weights = new Card(tr("Weight"), CardContent::Padded, body);
    m_weights->body().addWidget(makeWeightEntry());
    for (Card* card : {m_allergies, m_diagnoses, m_weights}) {
        column->addWidget(card);
    }
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    // Long lists are read with the arrow and page keys.
    scroll->setFocusPolicy(Qt::StrongFocus);
    scroll->setAccessibleName(tr("Allergies, diagnoses and weight"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);
    scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    return scroll;
}

QWidget* MedicinesPart::makeWeightEntry() {
    auto* entry = new QWidget(this);
    auto* row = new QHBoxLayout(entry);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(10));
    m_weight = new NumberField(tr("kg"), 1, entry);
    m_weightField = new Field(tr("Weighed now, kg"), m_weight, entry);
    row->addWidget(m_weightField, 1);
    auto* add = makeButton({tr("Add weight"), ButtonKind::Secondary, Icon::Plus}, entry);
    auto* side = new QVBoxLayout;
    // The button stands beside the editor, under the line of the label.
    side->addSpacing(QFontMetrics(fontFor(TextRole::Body)).height() + px(6));
    side->addWidget(add);
    side->addStretch(1);
    row->addLayout(side);
    connect(add, &QPushButton::clicked, this, &MedicinesPart::addWeight);
    connect(m_weight, &QLineEdit::returnPressed, this, &MedicinesPart::addWeight);
    return entry;
}

void MedicinesPart::fill(Card& card, const QList<Line>& lines, const QString& nothing) {
    delete card.findChild<QWidget*>(kLines);
    auto* list = new QWidget(&card);
    list->setObjectName(kLines);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    if (lines.isEmpty()) {
        column->addWidget(makeParagraph(nothing, TextRole::Body, Token::Text2, list));
    }
    for (const Line& line : lines) {
        auto* words = new QVBoxLayout;
        words->setSpacing(px(1));
        words->addWidget(makeParagraph(line.lead, TextRole::Strong, Token::Text, list));
        if (!line.rest.isEmpty()) {
            words->addWidget(makeParagraph(line.rest, TextRole::Caption, Token::Text2, list));
        }
        column->addLayout(words);
    }
    card.body().addWidget(list);
}

void MedicinesPart::show(const workflow::PatientDraft& draft, const workflow::ScreeningView& view,
                         const QList<record::Weight>& weights) {
    showMedicines(view);
    QList<Line> lines;
    for (const record::Allergy& allergy : draft.allergies) {
        lines.append(
            {allergy.substance, allergy.reaction.isEmpty() ? tr("reaction unknown") : allergy.reaction});
    }
    const bool isAsked = draft.patient.allergyStatus != record::AllergyStatus::NotAsked;
    fill(*m_allergies, lines, isAsked ? tr("None known.") : tr("Not asked."));
    lines.clear();
    for (const record::Diagnosis& diagnosis : draft.diagnoses) {
        lines.append({diagnosis.text, diagnosis.code});
    }
    fill(*m_diagnoses, lines, tr("None written down."));
    lines.clear();
    for (const record::Weight& weight : weights) {
        if (lines.size() < kShownWeights) {
            lines.append({withUnit(shortNumberText(weight.weight.value, 1), tr("kg")),
                          dateTimeText(weight.measuredAt, m_context.practice.zone())});
        }
    }
    fill(*m_weights, lines, tr("Not weighed yet."));
}

void MedicinesPart::showMedicines(const workflow::ScreeningView& view) {
    const int row = qMax(0, m_view->currentIndex().row());
    m_medicines->setSubtitle(
        view.course.route
            ? tr("checked for %1 doses", "a route").arg(protocols::routeWords(*view.course.route))
            : tr("no plan yet: each stands at its strictest"));
    m_model->setRows(interactionLines(view));
    m_view->setColumnWidth(InteractionTable::Source, px(kSourceWidth));
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_view->setVisible(!isEmpty);
    m_detail->setVisible(!isEmpty);
    if (!isEmpty) {
        m_view->selectRow(qMin(row, m_model->rowCount() - 1));
    }
    showDetail();
}

bool MedicinesPart::choose(const QString& id) {
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->rowAt(row).id.toString() == id) {
            m_view->setCurrentIndex(m_model->index(row, InteractionTable::Level));
            return true;
        }
    }
    return false;
}

void MedicinesPart::showDetail() {
    const int row = m_view->currentIndex().row();
    if (row < 0) {
        return;
    }
    const InteractionLine& line = m_model->rowAt(row);
    m_detail->show(InteractionTable::title(line), InteractionTable::text(line),
                   InteractionTable::source(line));
}

void MedicinesPart::addWeight() {
    const auto value = m_weight->value();
    if (!value) {
        m_weightField->setError(m_weight->problem().isEmpty() ? tr("Type the weight in kg")
                                                              : m_weight->problem());
        m_weight->setFocus();
        return;
    }
    const auto added =
        workflow::PatientCare(m_context.practice).addWeight(m_patient, base::Kilograms{*value});
    if (!added) {
        m_weightField->setError(added.error().remedy.isEmpty() ? added.error().why : added.error().remedy);
        return;
    }
    m_weightField->setError({});
    m_weight->setValue(std::nullopt);
    Q_EMIT saved();
}

} // namespace kairos::ui
