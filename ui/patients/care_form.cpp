// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/care_form.h"

#include "ui/patients/consent_list.h"
#include "ui/patients/line_list.h"

#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/number_field.h"
#include "ui/shared/segments.h"
#include "ui/shared/text_label.h"

#include "core/workflow/patient_checks.h"

#include <QVBoxLayout>

namespace kairos::ui {
namespace {

std::optional<QDate> dateOf(const QString& iso) {
    const QDate day = QDate::fromString(iso, Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

QString isoOf(const std::optional<QDate>& day) {
    return day ? day->toString(Qt::ISODate) : QString();
}

template <class Id>
Id idOf(const Line& line) {
    return Id::fromString(line.id).value_or(Id{});
}

} // namespace

CareForm::CareForm(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    buildAllergies(*column);
    buildLists(*column);
    buildWeight(*column);
    buildConsents(*column);
    column->addStretch(1);
    showAllergyState();
}

void CareForm::buildAllergies(QVBoxLayout& column) {
    auto* card = new Card(tr("Allergies"), CardContent::Padded, this);
    m_asked = new Segments(tr("Allergies"), {tr("not asked"), tr("none known"), tr("listed")}, card);
    card->addToTitle(m_asked);
    m_askedHint = makeParagraph({}, TextRole::Caption, Token::Text2, card);
    card->body().addWidget(m_askedHint);
    m_allergies = new LineList(tr("Allergy"),
                               {{tr("Substance"), 3, LineKind::Text}, {tr("Reaction"), 3, LineKind::Text}},
                               tr("Add an allergy"), card);
    m_allergies->setObjectName(QStringLiteral("allergyList"));
    card->body().addWidget(m_allergies);
    column.addWidget(card);
    connect(m_asked, &Segments::chosen, this, [this](int) {
        showAllergyState();
        if (allergyStatus() == record::AllergyStatus::Listed && m_allergies->count() == 0) {
            m_allergies->addLine();
        }
        Q_EMIT changed();
    });
    connect(m_allergies, &LineList::changed, this, &CareForm::changed);
}

void CareForm::buildLists(QVBoxLayout& column) {
    auto* diagnoses = new Card(tr("Diagnoses"), CardContent::Padded, this);
    m_diagnoses =
        new LineList(tr("Diagnosis"), {{tr("Diagnosis"), 4, LineKind::Text}, {tr("Code"), 1, LineKind::Text}},
                     tr("Add a diagnosis"), diagnoses);
    m_diagnoses->setObjectName(QStringLiteral("diagnosisList"));
    diagnoses->body().addWidget(m_diagnoses);
    column.addWidget(diagnoses);
    auto* medicines = new Card(tr("Medicines"), CardContent::Padded, this);
    m_medications = new LineList(tr("Medicine"),
                                 {{tr("Medicine"), 3, LineKind::Text},
                                  {tr("Dose as taken"), 3, LineKind::Text},
                                  {tr("Confirmed on"), 3, LineKind::Date},
                                  {tr("Ended on"), 3, LineKind::Date}},
                                 tr("Add a medicine"), medicines);
    m_medications->setObjectName(QStringLiteral("medicationList"));
    medicines->body().addWidget(m_medications);
    column.addWidget(medicines);
    connect(m_diagnoses, &LineList::changed, this, &CareForm::changed);
    connect(m_medications, &LineList::changed, this, &CareForm::changed);
}

void CareForm::buildWeight(QVBoxLayout& column) {
    auto* card = new Card(tr("Weight"), CardContent::Padded, this);
    m_weight = new NumberField(QStringLiteral("kg"), 1, card);
    m_weight->setObjectName(QStringLiteral("weightEdit"));
    m_weightField = new Field(tr("Weighed today, kg"), m_weight, card);
    m_weightField->setCheck([this] {
        const auto weight = newWeight();
        return weight ? workflow::impossibleWeight(*weight).value_or(QString()) : QString();
    });
    card->body().addWidget(m_weightField);
    column.addWidget(card);
    connect(m_weight, &NumberField::valueChanged, this, &CareForm::changed);
}

void CareForm::buildConsents(QVBoxLayout& column) {
    auto* card = new Card(tr("Consents"), CardContent::Padded, this);
    m_consents = new ConsentList(card);
    card->body().addWidget(m_consents);
    m_newConsents = new LineList(tr("Consent"),
                                 {{tr("To what"), 4, LineKind::Text},
                                  {tr("Version"), 2, LineKind::Text},
                                  {tr("Signed on"), 3, LineKind::Date},
                                  {tr("Ends on"), 3, LineKind::Date}},
                                 tr("Add a consent"), card);
    m_newConsents->setObjectName(QStringLiteral("consentList"));
    card->body().addWidget(m_newConsents);
    column.addWidget(card);
    connect(m_newConsents, &LineList::changed, this, &CareForm::changed);
    connect(m_consents, &ConsentList::withdrawRequested, this, &CareForm::withdrawRequested);
}

void CareForm::setToday(QDate today) {
    m_today = today;
}

record::AllergyStatus CareForm::allergyStatus() const {
    return static_cast<record::AllergyStatus>(qMax(0, m_asked->current()));
}

void CareForm::showAllergyState() {
    const auto status = allergyStatus();
    m_allergies->setVisible(status == record::AllergyStatus::Listed);
    m_askedHint->setVisible(status != record::AllergyStatus::Listed);
    m_askedHint->setText(status == record::AllergyStatus::NotAsked
                             ? tr("Nobody asked yet. The chart says so; it does not say \"none\".")
                             : tr("Somebody asked, and the patient knows of none."));
}

void CareForm::load(const workflow::PatientDraft& draft) {
    m_asked->setCurrent(static_cast<int>(draft.patient.allergyStatus));
    QList<Line> lines;
    for (const auto& allergy : draft.allergies) {
        lines.append({allergy.id.toString(), {allergy.substance, allergy.reaction}});
    }
    m_allergies->setLines(lines);
    lines.clear();
    for (const auto& diagnosis : draft.diagnoses) {
        lines.append({diagnosis.id.toString(), {diagnosis.text, diagnosis.code}});
    }
    m_diagnoses->setLines(lines);
    lines.clear();
    for (const auto& medicine : draft.medications) {
        lines.append({medicine.id.toString(),
                      {medicine.name, medicine.dose, isoOf(medicine.confirmed), isoOf(medicine.ended)}});
    }
    m_medications->setLines(lines);
    m_weight->setValue(std::nullopt);
    m_newConsents->setLines({});
    showAllergyState();
}

void CareForm::setLastWeight(const QString& words) {
    m_weightField->setHelp(words);
}

void CareForm::setConsents(const QList<record::Consent>& consents) {
    m_consents->show(consents, m_today);
}

void CareForm::store(workflow::PatientDraft& draft) const {
    draft.patient.allergyStatus = allergyStatus();
    draft.allergies.clear();
    // Lines behind "none known" are not deleted by a slip: they only count while "listed" is chosen.
    if (allergyStatus() == record::AllergyStatus::Listed) {
        for (const Line& line : m_allergies->lines()) {
            draft.allergies.append(
                {idOf<record::AllergyId>(line), draft.patient.id, line.cells.value(0), line.cells.value(1)});
        }
    }
    draft.diagnoses.clear();
    for (const Line& line : m_diagnoses->lines()) {
        draft.diagnoses.append(
            {idOf<record::DiagnosisId>(line), draft.patient.id, line.cells.value(0), line.cells.value(1)});
    }
    draft.medications.clear();
    for (const Line& line : m_medications->lines()) {
        draft.medications.append({idOf<record::MedicationId>(line), draft.patient.id, line.cells.value(0),
                                  line.cells.value(1), dateOf(line.cells.value(2)),
                                  dateOf(line.cells.value(3))});
    }
}

std::optional<base::Kilograms> CareForm::newWeight() const {
    const auto weight = m_weight->value();
    return weight ? std::optional(base::Kilograms{*weight}) : std::nullopt;
}

QList<record::Consent> CareForm::newConsents() const {
    QList<record::Consent> consents;
    for (const Line& line : m_newConsents->lines()) {
        record::Consent consent;
        consent.form = line.cells.value(0);
        consent.version = line.cells.value(1);
        consent.given = dateOf(line.cells.value(2)).value_or(QDate());
        consent.expires = dateOf(line.cells.value(3));
        consents.append(consent);
    }
    return consents;
}

QJsonObject CareForm::state() const {
    return {{QStringLiteral("allergyStatus"), static_cast<int>(allergyStatus())},
            {QStringLiteral("allergies"), m_allergies->state()},
            {QStringLiteral("diagnoses"), m_diagnoses->state()},
            {QStringLiteral("medications"), m_medications->state()},
            {QStringLiteral("weight"), m_weight->text()},
            {QStringLiteral("consents"), m_newConsents->state()}};
}

void CareForm::restore(const QJsonObject& state) {
    m_asked->setCurrent(qBound(0, state.value(QLatin1String("allergyStatus")).toInt(), 2));
    m_allergies->restore(state.value(QLatin1String("allergies")).toArray());
    m_diagnoses->restore(state.value(QLatin1String("diagnoses")).toArray());
    m_medications->restore(state.value(QLatin1String("medications")).toArray());
    m_weight->setText(state.value(QLatin1String("weight")).toString());
    m_newConsents->restore(state.value(QLatin1String("consents")).toArray());
    showAllergyState();
}

void CareForm::showProblem(const QString& field, const QString& text) {
    const QList<QPair<QString, LineList*>> lists{{QStringLiteral("allergies"), m_allergies},
                                                 {QStringLiteral("diagnoses"), m_diagnoses},
                                                 {QStringLiteral("medications"), m_medications}};
    for (const auto& [name, list] : lists) {
        if (name == field) {
            list->setError(text);
        }
    }
}

bool CareForm::validate() {
    bool isRight = m_weightField->validate();
    for (LineList* list : {m_allergies, m_diagnoses, m_medications, m_newConsents}) {
        const QString problem = list->problem();
        list->setError(problem);
        isRight = isRight && problem.isEmpty();
    }
    for (const record::Consent& consent : newConsents()) {
        if (consent.form.isEmpty() || !consent.given.isValid() || consent.given > m_today) {
            m_newConsents->setError(tr("A consent needs what it is for and the day it was signed, not later "
                                       "than today"));
            isRight = false;
        }
    }
    return isRight;
}

} // namespace kairos::ui
