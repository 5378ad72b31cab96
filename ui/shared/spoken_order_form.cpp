// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/spoken_order_form.h"

#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/text_label.h"
#include "ui/shared/time_field.h"

#include "core/safety/order_rules.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/verbal_order.h"

#include <QCheckBox>
#include <QComboBox>
#include <QVBoxLayout>

namespace kairos::ui {

SpokenOrderForm::SpokenOrderForm(workflow::OpenPractice& practice, QWidget* parent)
    : QWidget(parent),
      m_practice(practice),
      m_form(new FormSection({}, this)),
      m_prescribers(new QComboBox),
      m_prescriber(new Field(tr("Spoken by"), m_prescribers)),
      m_takenAt(new TimeField),
      m_readBack(new QCheckBox(tr("Read back to the prescriber, who confirmed it"))) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    m_prescribers->setObjectName(QStringLiteral("spoken-by"));
    m_readBack->setObjectName(QStringLiteral("read-back"));
    auto* taken = new Field(tr("Taken at"), m_takenAt);
    taken->setRequired(tr("Type when it was taken"));
    m_form->addPair(m_prescriber, taken);
    m_prescriber->setCheck(
        [this] { return m_prescribers->currentData().isValid() ? QString() : tr("Choose the prescriber"); });
    m_form->addWide(m_readBack);
    m_taker = makeParagraph({}, TextRole::Caption, Token::Text2, m_form);
    m_form->addWide(m_taker);
    begin();
}

void SpokenOrderForm::begin() {
    m_prescribers->clear();
    m_prescribers->addItem(tr("choose"), QVariant());
    const auto people = workflow::prescribersBeside(m_practice);
    for (const record::Clinician& person : people) {
        m_prescribers->addItem(person.name, person.id.toString());
    }
    m_prescriber->setError({});
    m_prescriber->setHelp(people.isEmpty() ? tr("Nobody else here prescribes: add people under Settings.")
                                           : QString());
    m_takenAt->setTime(m_practice.now().local(m_practice.zone()).time());
    m_readBack->setChecked(false);
    const auto& rule = safety::OrderRules::builtIn().verbalDays;
    m_taker->setText(
        m_practice.signedIn()
            ? tr("Taken by %1. It holds to the end of %2 (%3, %4), and waits for the prescriber's "
                 "countersignature.")
                  .arg(m_practice.signedIn()->name, dayText(workflow::verbalOrderEnds(m_practice.today())),
                       rule.source, base::confidenceMark(rule.confidence))
            : QString());
}

bool SpokenOrderForm::validate() {
    return m_form->validate();
}

record::Order SpokenOrderForm::spokenBy(record::Order order) const {
    order.prescriber = record::ClinicianId::fromString(m_prescribers->currentData().toString())
                           .value_or(record::ClinicianId());
    order.validFrom = m_practice.today();
    order.validTo = m_practice.today();
    return order;
}

workflow::SpokenOrder SpokenOrderForm::spoken() const {
    // Of this very minute the moment itself counts: the field shows no seconds.
    const base::Instant now = m_practice.now();
    const QTime typed = m_takenAt->time().value_or(QTime());
    const QTime present = now.local(m_practice.zone()).time();
    const bool isNow = typed.hour() == present.hour() && typed.minute() == present.minute();
    return {isNow ? now : base::Instant::fromLocal(m_practice.today(), typed, m_practice.zone()),
            m_readBack->isChecked()};
}

} // namespace kairos::ui
