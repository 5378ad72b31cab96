// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/ledger_form.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/number_field.h"
#include "ui/shared/second_person_form.h"
#include "ui/shared/segments.h"
#include "ui/shared/text_label.h"

#include "core/stock/ledger_line.h"
#include "core/stock/stock_words.h"
#include "core/workflow/ledger_care.h"
#include "core/workflow/open_practice.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace kairos::ui {

using namespace record;

LedgerForm::LedgerForm(workflow::OpenPractice& practice, QWidget* parent)
    : QWidget(parent), m_practice(practice) {
    build();
    hide();
}

void LedgerForm::buildLabel(QWidget* parent) {
    m_label = new QWidget(parent);
    auto* grid = new QGridLayout(m_label);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    m_drug = new QComboBox;
    m_drug->addItems(workflow::LedgerQuery(m_practice).drugs());
    m_strength = new NumberField(QStringLiteral("mg/mL"), 3);
    m_strength->setPossible(0.01, 1000.0);
    m_vialVolume = new NumberField(QStringLiteral("mL"), 2);
    m_vialVolume->setPossible(0.01, 5000.0);
    m_keeping = new Segments(tr("Use"), {tr("single-dose"), tr("multi-dose")});
    m_lotName = new QLineEdit;
    m_expiry = new DateField;
    m_vials = new NumberField({}, 0);
    m_vials->setPossible(1, 10'000);
    grid->addWidget(new Field(tr("Drug"), m_drug), 0, 0, 1, 2);
    m_strengthField = new Field(tr("Strength, mg/mL"), m_strength);
    m_vialField = new Field(tr("One vial, mL"), m_vialVolume);
    grid->addWidget(m_strengthField, 0, 2);
    grid->addWidget(m_vialField, 0, 3);
    grid->addWidget(new Field(tr("Lot"), m_lotName), 1, 0);
    grid->addWidget(new Field(tr("Expiry, the last day of use"), m_expiry), 1, 1);
    m_countField = new Field(tr("Vials received"), m_vials);
    m_keepingField = new Field(tr("Use"), m_keeping);
    grid->addWidget(m_countField, 1, 2);
    grid->addWidget(m_keepingField, 1, 3);
    connect(m_drug, &QComboBox::currentIndexChanged, this, &LedgerForm::showLabel);
    showLabel();
}

/// A device comes with its strength and its one use: neither is typed.
void LedgerForm::showLabel() {
    const bool isDevice = workflow::LedgerQuery(m_practice).deviceLabel(m_drug->currentText()).has_value();
    for (QWidget* field : std::initializer_list<QWidget*>{m_strengthField, m_vialField, m_keepingField}) {
        field->setVisible(!isDevice);
    }
    m_countField->setLabel(isDevice ? tr("Devices received") : tr("Vials received"));
}

bool LedgerForm::countsDevices() const {
    return m_lot && stock::isDevice(m_lot->vial);
}

base::Millilitres LedgerForm::typedVolume() const {
    const double typed = m_volume->value().value_or(0);
    return countsDevices() ? m_lot->vial.volume * typed : base::Millilitres{typed};
}

void LedgerForm::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_card = new Card(tr("Receive a lot"), CardContent::Padded, this);
    column->addWidget(m_card);
    m_what = makeParagraph({}, TextRole::Body, Token::Text2, m_card);
    m_card->body().addWidget(m_what);
    buildLabel(m_card);
    m_card->body().addWidget(m_label);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    m_rest = new QComboBox;
    m_restField = new Field(tr("What is wasted"), m_rest, m_card);
    m_card->body().addWidget(m_restField);
    connect(m_rest, &QComboBox::currentIndexChanged, this, &LedgerForm::showRest);
    m_volume = new NumberField(QStringLiteral("mL"), 2);
    m_volume->setPossible(0, 100'000);
    m_volumeField = new Field(tr("Volume, mL"), m_volume, m_card);
    m_reason = new QLineEdit;
    m_reasonField = new Field(tr("Reason"), m_reason, m_card);
    row->addWidget(m_volumeField, 1);
    row->addWidget(m_reasonField, 3);
    m_card->body().addLayout(row);
    m_witness = new SecondPersonForm(tr("Witness"), m_practice, m_card);
    m_card->body().addWidget(m_witness);
    m_trouble = makeParagraph({}, TextRole::Body, Token::Stop, m_card);
    m_trouble->hide();
    m_card->body().addWidget(m_trouble);
    m_save = makeButton({.text = tr("Write the line"),
                         .kind = ButtonKind::Primary,
                         .key = QKeySequence(Qt::CTRL | Qt::Key_Return)},
                        m_card);
    auto* leave = makeButton({.text = tr("Leave")}, m_card);
    m_card->foot().addWidget(m_save);
    m_card->foot().addWidget(leave);
    m_card->foot().addStretch(1);
    connect(m_save, &QPushButton::clicked, this, &LedgerForm::save);
    connect(leave, &QPushButton::clicked, this, &LedgerForm::leave);
    connect(m_witness, &SecondPersonForm::confirmed, this, &LedgerForm::save);
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &LedgerForm::leave);
}

QString LedgerForm::titleOf() const {
    switch (m_act) {
    case LedgerAct::Receive:
        return tr("Receive a lot");
    case LedgerAct::Count:
        return tr("Count lot %1").arg(m_lot->vial.lot);
    case LedgerAct::Waste:
        return tr("Waste from lot %1").arg(m_lot->vial.lot);
    case LedgerAct::GiveBack:
        return tr("Return or hand over from lot %1").arg(m_lot->vial.lot);
    case LedgerAct::TakeBack:
        return tr("Take a line of lot %1 back").arg(m_lot->vial.lot);
    }
    return {};
}

void LedgerForm::begin(LedgerAct act, const std::optional<workflow::LotView>& lot) {
    const bool isSameLot = lot && m_lot ? lot->vial.id == m_lot->vial.id : !lot && !m_lot;
    const bool goesOn = m_isLeft && act == m_act && isSameLot;
    const QString volume = goesOn ? m_volume->text() : QString();
    m_isLeft = false;
    m_act = act;
    m_lot = lot;
    m_line.reset();
    m_trouble->hide();
    m_volume->setValue(std::nullopt);
    if (!goesOn) {
        m_reason->clear();
    }
    m_witness->clear();
    m_witness->refresh();
    m_what->clear();
    if (lot && act == LedgerAct::Count) {
        m_what->setText(tr("%1 should stand there.").arg(stock::stockText(lot->vial, lot->standing.balance)));
    } else if (lot && act != LedgerAct::TakeBack) {
        m_what->setText(tr("%1 may leave, without opened rests.")
                            .arg(stock::stockText(lot->vial, lot->standing.usable())));
    }
    listRests();
    if (!volume.isEmpty()) {
        m_volume->setText(volume);
    }
    showFields();
    show();
    QWidget* first = act == LedgerAct::Receive    ? static_cast<QWidget*>(m_drug)
                     : act == LedgerAct::TakeBack ? static_cast<QWidget*>(m_reason)
                     : m_rest->count() > 0        ? static_cast<QWidget*>(m_rest)
                                                  : static_cast<QWidget*>(m_volume);
    first->setFocus(Qt::OtherFocusReason);
}

void LedgerForm::listRests() {
    const QSignalBlocker quiet(m_rest);
    m_rest->clear();
    if (m_act == LedgerAct::Waste) {
        for (const stock::OpenRest& rest : m_lot->standing.rests) {
            m_rest->addItem(tr("%1 left of the vial opened for %2")
                                .arg(stock::mlText(rest.volume),
                                     rest.patient
                                         ? workflow::LedgerQuery(m_practice).patientName(*rest.patient)
                                         : tr("a dose")));
        }
    }
    if (m_rest->count() > 0) {
        m_rest->addItem(tr("something else: a broken or unusable vial"));
    }
    showRest();
}

std::optional<stock::OpenRest> LedgerForm::rest() const {
    const int row = m_rest->currentIndex();
    const bool isRest = m_act == LedgerAct::Waste && m_lot && row >= 0 && row < m_lot->standing.rests.size();
    return isRest ? std::optional(m_lot->standing.rests.at(row)) : std::nullopt;
}

void LedgerForm::showRest() {
    if (m_act != LedgerAct::Waste) {
        return;
    }
    const auto chosen = rest();
    m_volume->setValue(chosen ? std::optional(chosen->volume.value) : std::nullopt);
    m_reasonField->setLabel(chosen ? tr("Remark") : tr("Reason"));
}

void LedgerForm::setLine(const stock::RegisterLine& line) {
    m_line = line.entry.id;
    m_what->setText(
        tr("%1, %2. Both lines stay in the register.")
            .arg(stock::kindText(line.entry.kind), stock::stockText(m_lot->vial, line.entry.volume)));
}

void LedgerForm::showFields() {
    m_card->setTitle(titleOf());
    m_label->setVisible(m_act == LedgerAct::Receive);
    m_volumeField->setVisible(m_act != LedgerAct::Receive && m_act != LedgerAct::TakeBack);
    m_volumeField->setLabel(m_act == LedgerAct::Count
                                ? (countsDevices() ? tr("Found, devices") : tr("Found, mL"))
                                : (countsDevices() ? tr("Devices") : tr("Volume, mL")));
    m_volume->setUnit(countsDevices() ? QString() : QStringLiteral("mL"));
    m_reasonField->setVisible(m_act != LedgerAct::Receive);
    m_reasonField->setLabel(m_act == LedgerAct::Count ? tr("Reason, when it differs")
                            : rest()                  ? tr("Remark")
                                                      : tr("Reason"));
    m_restField->setVisible(m_rest->count() > 0);
    m_witness->setVisible(m_act == LedgerAct::Waste || m_act == LedgerAct::GiveBack ||
                          m_act == LedgerAct::Count);
    m_witness->setLabel(m_act == LedgerAct::Count ? tr("Counted with (may stay empty)") : tr("Witness"));
    m_what->setVisible(!m_what->text().isEmpty());
}

base::Outcome LedgerForm::receive() {
    Vial vial;
    if (const auto device = workflow::LedgerQuery(m_practice).deviceLabel(m_drug->currentText())) {
        vial = *device;
    } else {
        vial.drug = m_drug->currentText();
        vial.strength.value = m_strength->value().value_or(0);
        vial.volume.value = m_vialVolume->value().value_or(0);
        vial.keeping = m_keeping->current() == 1 ? VialKeeping::MultiDose : VialKeeping::SingleDose;
    }
    vial.lot = m_lotName->text();
    vial.expiry = m_expiry->date().value_or(QDate());
    vial.received = static_cast<int>(m_vials->value().value_or(0));
    return workflow::LedgerCare(m_practice).receive(vial).map([](const VialId&) {});
}

base::Outcome LedgerForm::remove() {
    workflow::Removal removal;
    removal.vial = m_lot->vial.id;
    removal.volume = typedVolume();
    removal.reason = m_reason->text();
    removal.witness = m_witness->person();
    workflow::LedgerCare care(m_practice);
    if (m_act == LedgerAct::GiveBack) {
        return care.giveBack(removal);
    }
    if (const auto chosen = rest()) {
        removal.session = chosen->session;
    }
    return care.waste(removal);
}

base::Outcome LedgerForm::write() {
    workflow::LedgerCare care(m_practice);
    switch (m_act) {
    case LedgerAct::Receive:
        return receive();
    case LedgerAct::Count:
        if (!m_volume->value()) {
            return base::fail(base::ErrorCode::InvalidInput, tr("The count was not written"),
                              tr("nothing was typed"),
                              countsDevices() ? tr("type how many devices were found")
                                              : tr("type the millilitres that were found"));
        }
        return care.count(m_lot->vial.id, typedVolume(), m_reason->text(),
                          m_witness->isChosen() ? std::optional(m_witness->person()) : std::nullopt);
    case LedgerAct::Waste:
    case LedgerAct::GiveBack:
        return remove();
    case LedgerAct::TakeBack:
        return care.takeBack(m_lot->vial.id, m_line.value_or(LedgerEntryId()), m_reason->text());
    }
    return {};
}

void LedgerForm::save() {
    const QString what = titleOf();
    if (const auto done = write(); !done) {
        // What was typed stays for correction.
        m_trouble->setText(done.error().sentence());
        m_trouble->show();
        return;
    }
    if (m_act == LedgerAct::Receive) {
        m_lotName->clear();
        m_expiry->setDate(std::nullopt);
        m_vials->setValue(std::nullopt);
    }
    m_witness->clear();
    hide();
    Q_EMIT saved(what);
    Q_EMIT closed();
}

void LedgerForm::leave() {
    m_isLeft = true;
    m_witness->clear();
    hide();
    Q_EMIT closed();
}

QString LedgerForm::trouble() const {
    return m_trouble->isHidden() ? QString() : m_trouble->text();
}

} // namespace kairos::ui
