// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/person_form.h"

#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/number_field.h"
#include "ui/shared/type_scale.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kOldestYears = 130;
constexpr int kTextHeight = 58;

QComboBox* makeAsked(QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->addItem(PersonForm::tr("not asked"), static_cast<int>(record::Asked::NotAsked));
    box->addItem(PersonForm::tr("yes"), static_cast<int>(record::Asked::Yes));
    box->addItem(PersonForm::tr("no"), static_cast<int>(record::Asked::No));
    return box;
}

QPlainTextEdit* makeText(QWidget* parent) {
    auto* edit = new QPlainTextEdit(parent);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(px(kTextHeight));
    return edit;
}

} // namespace

PersonForm::PersonForm(std::function<QString(const QString&)> check, QWidget* parent)
    : QWidget(parent), m_check(std::move(check)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    buildWho(*column);
    buildReach(*column);
    setFocusProxy(&m_fields.value(QStringLiteral("familyName"))->editor());
}

Field* PersonForm::make(const QString& name, const QString& label, QWidget* editor) {
    auto* field = new Field(label, editor, this);
    editor->setObjectName(name + QStringLiteral("Edit"));
    field->setCheck([this, name] { return m_check(name); });
    m_fields.insert(name, field);
    m_order.append(name);
    if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        connect(line, &QLineEdit::textChanged, this, &PersonForm::changed);
    } else if (auto* text = qobject_cast<QPlainTextEdit*>(editor)) {
        connect(text, &QPlainTextEdit::textChanged, this, &PersonForm::changed);
    } else if (auto* choice = qobject_cast<QComboBox*>(editor)) {
        connect(choice, &QComboBox::currentIndexChanged, this, &PersonForm::changed);
    }
    return field;
}

Field* PersonForm::add(FormSection& section, const QString& name, const QString& label, QWidget* editor) {
    Field* field = make(name, label, editor);
    section.addWide(field);
    return field;
}

void PersonForm::buildWho(QVBoxLayout& column) {
    auto* card = new Card(tr("Person"), CardContent::Padded, this);
    auto* section = new FormSection({}, card);
    Field* family = make(QStringLiteral("familyName"), tr("Family name"), new QLineEdit(this));
    family->setRequired(tr("Type the family name: the chart is found by it"));
    Field* given = make(QStringLiteral("givenName"), tr("Given name"), new QLineEdit(this));
    section->addPair(family, given);
    section->addPair(make(QStringLiteral("preferredName"), tr("Preferred name"), new QLineEdit(this)),
                     make(QStringLiteral("pronouns"), tr("Pronouns"), new QLineEdit(this)));
    m_birth = new DateField(this);
    Field* mrn = make(QStringLiteral("mrn"), tr("MRN"), new QLineEdit(this));
    mrn->setRequired(tr("Type the clinic's own number for this patient"));
    section->addPair(make(QStringLiteral("birthDate"), tr("Born"), m_birth), mrn);
    m_sex = new QComboBox(this);
    m_sex->addItem(tr("not known"), static_cast<int>(record::Sex::Unknown));
    m_sex->addItem(tr("female"), static_cast<int>(record::Sex::Female));
    m_sex->addItem(tr("male"), static_cast<int>(record::Sex::Male));
    m_sex->addItem(tr("intersex"), static_cast<int>(record::Sex::Intersex));
    Field* sex = make(QStringLiteral("sex"), tr("Sex, for dose and reference ranges"), m_sex);
    m_pregnancy = makeAsked(this);
    section->addPair(sex, make(QStringLiteral("pregnancyCapacity"), tr("Can become pregnant"), m_pregnancy));
    m_height = new NumberField(QStringLiteral("cm"), 0, this);
    section->addPair(make(QStringLiteral("height"), tr("Height, cm"), m_height),
                     make(QStringLiteral("language"), tr("Language"), new QLineEdit(this)));
    card->body().addWidget(section);
    m_sections.append(section);
    column.addWidget(card);
}

void PersonForm::buildReach(QVBoxLayout& column) {
    auto* card = new Card(tr("How to reach them"), CardContent::Padded, this);
    auto* section = new FormSection({}, card);
    section->addPair(make(QStringLiteral("phone"), tr("Phone"), new QLineEdit(this)),
                     make(QStringLiteral("email"), tr("E-mail"), new QLineEdit(this)));
    add(*section, QStringLiteral("address"), tr("Address"), makeText(this));
    m_contact = makeAsked(this);
    add(*section, QStringLiteral("consentToContact"), tr("May be called or written to"), m_contact);
    card->body().addWidget(section);
    m_sections.append(section);
    column.addWidget(card);
}

QWidget* PersonForm::makeStandBy(QWidget* parent) {
    auto* card = new Card(tr("Who stands by"), CardContent::Padded, parent);
    auto* section = new FormSection({}, card);
    add(*section, QStringLiteral("emergencyName"), tr("Emergency contact"), new QLineEdit(section));
    section->addPair(make(QStringLiteral("emergencyRelation"), tr("Relation"), new QLineEdit(section)),
                     make(QStringLiteral("emergencyPhone"), tr("Their phone"), new QLineEdit(section)));
    add(*section, QStringLiteral("referrer"), tr("Referred by"), makeText(section))
        ->setHelp(tr("Name and address as they stand on a letter."));
    card->body().addWidget(section);
    m_sections.append(section);
    return card;
}

void PersonForm::setToday(QDate today) {
    m_birth->setPossible(today.addYears(-kOldestYears), today);
}

QString PersonForm::typed(const QWidget& editor) {
    if (const auto* line = qobject_cast<const QLineEdit*>(&editor)) {
        return line->text();
    }
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(&editor)) {
        return text->toPlainText();
    }
    const auto* choice = qobject_cast<const QComboBox*>(&editor);
    return choice != nullptr ? choice->currentData().toString() : QString();
}

void PersonForm::type(QWidget& editor, const QString& text) {
    if (auto* line = qobject_cast<QLineEdit*>(&editor)) {
        line->setText(text);
    } else if (auto* area = qobject_cast<QPlainTextEdit*>(&editor)) {
        area->setPlainText(text);
    } else if (auto* choice = qobject_cast<QComboBox*>(&editor)) {
        choice->setCurrentIndex(qMax(0, choice->findData(text.toInt())));
    }
}

QString PersonForm::text(const char* name) const {
    return typed(m_fields.value(QLatin1String(name))->editor()).trimmed();
}

void PersonForm::setText(const char* name, const QString& text) {
    type(m_fields.value(QLatin1String(name))->editor(), text);
}

void PersonForm::load(const record::Patient& patient) {
    setText("familyName", patient.familyName);
    setText("givenName", patient.givenName);
    setText("preferredName", patient.preferredName);
    setText("pronouns", patient.pronouns);
    m_birth->setDate(patient.birthDate);
    setText("mrn", patient.mrn);
    setText("sex", QString::number(static_cast<int>(patient.sex)));
    setText("pregnancyCapacity", QString::number(static_cast<int>(patient.pregnancyCapacity)));
    m_height->setValue(patient.height ? std::optional(patient.height->value) : std::nullopt);
    setText("language", patient.language);
    setText("phone", patient.phone);
    setText("email", patient.email);
    setText("address", patient.address);
    setText("consentToContact", QString::number(static_cast<int>(patient.consentToContact)));
    setText("emergencyName", patient.emergencyName);
    setText("emergencyRelation", patient.emergencyRelation);
    setText("emergencyPhone", patient.emergencyPhone);
    setText("referrer", patient.referrer);
}

void PersonForm::store(record::Patient& patient) const {
    patient.familyName = text("familyName");
    patient.givenName = text("givenName");
    patient.preferredName = text("preferredName");
    patient.pronouns = text("pronouns");
    patient.birthDate = m_birth->date();
    patient.mrn = text("mrn");
    patient.sex = static_cast<record::Sex>(text("sex").toInt());
    patient.pregnancyCapacity = static_cast<record::Asked>(text("pregnancyCapacity").toInt());
    const auto height = m_height->value();
    patient.height = height ? std::optional(base::Centimetres{*height}) : std::nullopt;
    patient.language = text("language");
    patient.phone = text("phone");
    patient.email = text("email");
    patient.address = text("address");
    patient.consentToContact = static_cast<record::Asked>(text("consentToContact").toInt());
    patient.emergencyName = text("emergencyName");
    patient.emergencyRelation = text("emergencyRelation");
    patient.emergencyPhone = text("emergencyPhone");
    patient.referrer = text("referrer");
}

QJsonObject PersonForm::state() const {
    QJsonObject state;
    for (const QString& name : m_order) {
        state.insert(name, typed(m_fields.value(name)->editor()));
    }
    return state;
}

void PersonForm::restore(const QJsonObject& state) {
    for (const QString& name : std::as_const(m_order)) {
        type(m_fields.value(name)->editor(), state.value(name).toString());
    }
}

bool PersonForm::validate() {
    Field* first = nullptr;
    for (const QString& name : std::as_const(m_order)) {
        Field* field = m_fields.value(name);
        if (!field->validate() && first == nullptr) {
            first = field;
        }
    }
    if (first != nullptr) {
        first->setFocus(Qt::OtherFocusReason);
    }
    return first == nullptr;
}

} // namespace kairos::ui
