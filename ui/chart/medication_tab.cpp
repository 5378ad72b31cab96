// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/medication_tab.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/number_field.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/text_label.h"

#include "core/workflow/chart_query.h"
#include "core/workflow/open_practice.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kShownWeights = 12;
const QString kLines = QStringLiteral("lines"); ///< the name of a card's list

} // namespace

MedicationTab::MedicationTab(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : Page(parent), m_patient(patient), m_context(context) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(px(16), px(12), px(16), px(12));
    outer->setSpacing(px(12));
    auto* tools = new QHBoxLayout;
    tools->addStretch(1);
    auto* edit = makeButton({tr("Edit the patient form"), ButtonKind::Secondary, Icon::Draft}, this);
    connect(edit, &QPushButton::clicked, this,
            [this] { m_context.navigator.open(PatientFormPlace{m_patient}); });
    edit->setVisible(m_context.navigator.canOpen(PatientFormPlace{m_patient}));
    tools->addWidget(edit);
    outer->addLayout(tools);
    m_banners = new QVBoxLayout;
    outer->addLayout(m_banners);
    auto* body = new QWidget;
    auto* columns = new QHBoxLayout(body);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(px(12));
    m_allergies = new Card(tr("Allergies"), CardContent::Padded, body);
    m_diagnoses = new Card(tr("Diagnoses"), CardContent::Padded, body);
    m_medication = new Card(tr("Medication"), CardContent::Padded, body);
    m_consents = new Card(tr("Consents"), CardContent::Padded, body);
    m_weights = new Card(tr("Weight"), CardContent::Padded, body);
    m_weights->body().addWidget(makeWeightEntry());
    for (const auto& cards : {QList<Card*>{m_allergies, m_diagnoses}, QList<Card*>{m_medication, m_consents},
                              QList<Card*>{m_weights}}) {
        auto* column = new QVBoxLayout;
        column->setSpacing(px(12));
        for (Card* card : cards) {
            column->addWidget(card);
        }
        column->addStretch(1);
        columns->addLayout(column, 1);
    }
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    // A long list of medicines is read with the arrow and page keys.
    scroll->setFocusPolicy(Qt::StrongFocus);
    scroll->setAccessibleName(title());
    scroll->setWidget(body);
    scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    outer->addWidget(scroll, 1);
    refresh();
}

QString MedicationTab::title() const {
    return tr("Medication and screening");
}

QWidget* MedicationTab::makeWeightEntry() {
    auto* entry = new QWidget(this);
    auto* row = new QHBoxLayout(entry);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(10));
    m_weight = new NumberField(tr("kg"), 1, entry);
    m_weightField = new Field(tr("Weighed now, kg"), m_weight, entry);
    row->addWidget(m_weightField, 1);
    m_add = makeButton({tr("Add weight"), ButtonKind::Secondary, Icon::Plus}, entry);
    auto* side = new QVBoxLayout;
    // The button stands beside the editor, under the line of the label.
    side->addSpacing(QFontMetrics(fontFor(TextRole::Body)).height() + px(6));
    side->addWidget(m_add);
    side->addStretch(1);
    row->addLayout(side);
    connect(m_add, &QPushButton::clicked, this, &MedicationTab::addWeight);
    connect(m_weight, &QLineEdit::returnPressed, this, &MedicationTab::addWeight);
    return entry;
}

void MedicationTab::fill(Card& card, const QList<Line>& lines, const QString& nothing) {
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
        auto* row = new QHBoxLayout;
        row->setSpacing(px(8));
        auto* words = new QVBoxLayout;
        words->setSpacing(px(1));
        words->addWidget(makeParagraph(line.lead, TextRole::Strong, Token::Text, list));
        if (!line.rest.isEmpty()) {
            words->addWidget(makeParagraph(line.rest, TextRole::Caption, Token::Text2, list));
        }
        row->addLayout(words, 1);
        if (line.chip) {
            row->addWidget(new StatusChip(*line.chip, list), 0, Qt::AlignTop);
        }
        column->addLayout(row);
    }
    card.body().addWidget(list);
}

void MedicationTab::refresh() {
    const auto draft = workflow::PatientCare(m_context.practice).load(m_patient);
    if (!draft) {
        showNotice(bannerTextOf(draft.error()));
        return;
    }
    showLists(*draft);
    showConsents();
    showWeights();
}

void MedicationTab::showLists(const workflow::PatientDraft& draft) {
    QList<Line> allergies;
    for (const record::Allergy& allergy : draft.allergies) {
        allergies.append(
            {allergy.substance, allergy.reaction.isEmpty() ? tr("reaction unknown") : allergy.reaction, {}});
    }
    const bool isAsked = draft.patient.allergyStatus != record::AllergyStatus::NotAsked;
    fill(*m_allergies, allergies, isAsked ? tr("None known.") : tr("Not asked."));
    QList<Line> diagnoses;
    for (const record::Diagnosis& diagnosis : draft.diagnoses) {
        diagnoses.append({diagnosis.text, diagnosis.code, {}});
    }
    fill(*m_diagnoses, diagnoses, tr("None written down."));
    QList<Line> medication;
    for (const record::Medication& drug : draft.medications) {
        const QString confirmed = drug.confirmed
                                      ? tr("confirmed %1", "a day").arg(plainDateText(*drug.confirmed))
                                      : tr("never confirmed");
        const QString when = drug.ended ? tr("ended %1", "a day").arg(plainDateText(*drug.ended)) : confirmed;
        std::optional<Chip> chip;
        if (!drug.ended && !drug.confirmed) {
            chip = Chip{ChipKind::Late, tr("to confirm"), drug.name, {}};
        }
        const QString rest = drug.dose.isEmpty() ? when : QStringLiteral("%1 · %2").arg(drug.dose, when);
        medication.append({drug.name, rest, chip});
    }
    fill(*m_medication, medication, tr("None written down."));
}

void MedicationTab::showConsents() {
    const auto consents = workflow::PatientCare(m_context.practice).consents(m_patient);
    if (!consents) {
        showNotice(bannerTextOf(consents.error()));
        return;
    }
    const QDate today = m_context.practice.today();
    QList<Line> lines;
    for (const record::Consent& consent : *consents) {
        QString rest = tr("version %1, given %2").arg(consent.version, plainDateText(consent.given));
        Chip chip{ChipKind::Done, tr("holds"), consent.form, {}};
        if (consent.withdrawn) {
            chip = {ChipKind::Blocked, tr("withdrawn"), consent.form, {}};
            rest += tr(", withdrawn %1").arg(plainDateText(*consent.withdrawn));
        } else if (consent.expires) {
            rest += tr(", until %1").arg(plainDateText(*consent.expires));
            if (*consent.expires < today) {
                chip = {ChipKind::Late, tr("expired"), consent.form, {}};
            }
        }
        lines.append({consent.form, rest, chip});
    }
    fill(*m_consents, lines, tr("None given."));
}

void MedicationTab::showWeights() {
    const auto weights = workflow::ChartQuery(m_context.practice).weights(m_patient);
    if (!weights) {
        showNotice(bannerTextOf(weights.error()));
        return;
    }
    QList<Line> lines;
    for (const record::Weight& weight : *weights) {
        if (lines.size() < kShownWeights) {
            lines.append({withUnit(shortNumberText(weight.weight.value, 1), tr("kg")),
                          dateTimeText(weight.measuredAt, m_context.practice.zone()),
                          {}});
        }
    }
    fill(*m_weights, lines, tr("Not weighed yet."));
}

void MedicationTab::addWeight() {
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
    refresh();
}

void MedicationTab::showNotice(const BannerText& text) {
    delete m_notice;
    m_notice = new Banner(text, this);
    m_notice->setClosable();
    m_banners->addWidget(m_notice);
    m_notice->show();
}

QList<KeyHint> MedicationTab::keyHints() const {
    return {{keyText(QKeySequence(Qt::Key_Return)), tr("add the typed weight")},
            {QStringLiteral("↑ ↓"), tr("read on, when the lists are in focus")}};
}

} // namespace kairos::ui
