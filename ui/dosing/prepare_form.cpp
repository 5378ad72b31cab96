// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/prepare_form.h"

#include "ui/dosing/dose_check_card.h"
#include "ui/dosing/dosing_controller.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/number_field.h"
#include "ui/shared/segments.h"
#include "ui/shared/text_label.h"

#include "core/stock/stock_words.h"
#include "core/workflow/catalog.h"
#include "core/workflow/ledger_query.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/thread_query.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace kairos::ui {

using namespace record;

namespace {

/// Two typings of one weight agree when they differ by less than the last digit kept.
constexpr double kSameKg = 0.05;

void showNumber(NumberField& field, std::optional<double> value) {
    if (!field.hasFocus() && field.problem().isEmpty() && field.value() != value) {
        field.setValue(value);
    }
}

void showText(QLineEdit& field, const QString& text) {
    if (!field.hasFocus() && field.text() != text) {
        field.setText(text);
    }
}

} // namespace

PrepareForm::PrepareForm(DosingController& controller, QWidget* parent)
    : QWidget(parent),
      m_controller(controller),
      m_weight(new NumberField(QStringLiteral("kg"), 1)),
      m_again(new NumberField(QStringLiteral("kg"), 1)),
      m_concentration(new NumberField(QStringLiteral("mg/mL"), 3)),
      m_bag(new NumberField(QStringLiteral("mL"), 1)),
      m_rule(new Segments(tr("How the drug enters the bag"),
                          {tr("not chosen"), tr("fill to volume"), tr("add to volume")})),
      m_lot(new QLineEdit),
      m_expiry(new DateField),
      m_site(new QLineEdit),
      m_intention(new QLineEdit),
      m_takeOver(makeButton({.text = tr("Take over"), .key = QKeySequence(Qt::ALT | Qt::Key_I)})),
      m_stock(new QComboBox),
      m_check(new DoseCheckCard(controller)) {
    const double heaviest = controller.context().practice.catalog().doseLimits.weight.aboveKg;
    m_weight->setPossible(0.1, heaviest);
    m_again->setPossible(0.1, heaviest);
    m_concentration->setPossible(0.01, 1000.0);
    m_bag->setPossible(0.1, 5000.0);
    build();
    for (NumberField* field : {m_concentration, m_bag}) {
        connect(field, &QLineEdit::editingFinished, this, &PrepareForm::savePreparation);
    }
    for (QLineEdit* field : {m_lot, m_site, m_intention}) {
        connect(field, &QLineEdit::editingFinished, this, &PrepareForm::savePreparation);
    }
    connect(m_expiry, &QLineEdit::editingFinished, this, &PrepareForm::savePreparation);
    connect(m_rule, &Segments::chosen, this, &PrepareForm::savePreparation);
    connect(m_weight, &QLineEdit::editingFinished, this, &PrepareForm::saveWeight);
    connect(m_again, &QLineEdit::editingFinished, this, &PrepareForm::saveWeight);
    connect(m_stock, &QComboBox::activated, this, &PrepareForm::chooseLot);
    connect(&controller, &DosingController::changed, this, &PrepareForm::reload);
    reload();
}

void PrepareForm::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    m_card = new Card(QString(), CardContent::Padded, this);
    auto* card = m_card;
    column->addWidget(card);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    card->body().addLayout(grid);
    const auto add = [&](const QString& label, QWidget* editor, int row, int at, int span) {
        auto* field = new Field(label, editor, card);
        grid->addWidget(field, row, at, 1, span, Qt::AlignTop);
        return field;
    };
    m_weightField = add(tr("Weight today, kg"), m_weight, 0, 0, 2);
    m_againField = add(tr("The same again, kg"), m_again, 0, 2, 2);
    m_stockField = add(tr("Vial from the stock"), m_stock, 1, 0, 4);
    m_pumpFields.append(add(tr("Vial, mg/mL"), m_concentration, 2, 0, 2));
    m_bagField = add(tr("Bag, mL"), m_bag, 2, 2, 2);
    m_pumpFields.append(m_bagField);
    m_pumpFields.append(add(tr("How the drug enters the bag"), m_rule, 3, 0, 4));
    m_lotField = add(tr("Lot"), m_lot, 4, 0, 1);
    add(tr("Expiry"), m_expiry, 4, 1, 2);
    m_pumpFields.append(add(tr("Site"), m_site, 4, 3, 1));
    m_intentionField = add(tr("Intention, in the patient's words"), m_intention, 5, 0, 4);
    grid->addWidget(m_takeOver, 6, 0, 1, 4, Qt::AlignLeft);
    connect(m_takeOver, &QPushButton::clicked, this, &PrepareForm::takeOver);
    column->addWidget(m_check);
    for (int i = 0; i < 4; ++i) {
        grid->setColumnStretch(i, 1);
    }
}

bool PrepareForm::isFirstWeight() const {
    return !m_controller.weightBefore() && !m_controller.session().weight;
}

void PrepareForm::reload() {
    if (m_controller.trouble()) {
        return;
    }
    const DosingSession& session = m_controller.session();
    showNumber(*m_weight, session.weight ? std::optional(session.weight->value) : std::nullopt);
    showNumber(*m_concentration,
               session.concentration ? std::optional(session.concentration->value) : std::nullopt);
    showNumber(*m_bag, session.bagVolume ? std::optional(session.bagVolume->value) : std::nullopt);
    m_rule->setCurrent(session.bagRule ? static_cast<int>(*session.bagRule) : 0);
    showText(*m_lot, session.lot);
    showText(*m_site, session.site);
    showText(*m_intention, session.intention);
    if (!m_expiry->hasFocus() && m_expiry->problem().isEmpty() && m_expiry->date() != session.expiry) {
        m_expiry->setDate(session.expiry);
    }
    m_againField->setVisible(isFirstWeight());
    showWay();
    showWeightHelp();
    showStock();
    showOffer();
    setEnabled(m_controller.stage() == DosingStage::Before);
}

void PrepareForm::showOffer() {
    // Only while the dose is to come and has none: what stands there is not written over.
    const bool isWanted =
        m_controller.stage() == DosingStage::Before && m_controller.session().intention.isEmpty();
    const auto offered = isWanted ? workflow::ThreadQuery(m_controller.context().practice)
                                        .intentionFor(m_controller.session())
                                        .value_or(QString())
                                  : QString();
    m_intentionField->setHelp(offered.isEmpty() ? QString() : tr("From the preparation: “%1”").arg(offered));
    m_takeOver->setVisible(!offered.isEmpty());
    m_offered = offered;
}

void PrepareForm::takeOver() {
    m_intention->setText(m_offered);
    m_intention->setFocus(Qt::OtherFocusReason);
    savePreparation();
}

void PrepareForm::showWay() {
    // A nasal spray has neither bag nor line: what stands there is the devices' lot.
    const bool isNasal = m_controller.session().route == Route::Intranasal;
    m_card->setTitle(isNasal ? tr("Weight and devices") : tr("Weight, vial and bag"));
    m_stockField->setLabel(isNasal ? tr("Devices from the stock") : tr("Vial from the stock"));
    for (QWidget* field : std::as_const(m_pumpFields)) {
        field->setVisible(!isNasal);
    }
}

void PrepareForm::showStock() {
    const DosingSession& session = m_controller.session();
    const auto lots = workflow::LedgerQuery(m_controller.context().practice).usableLots(session.drug);
    m_stockField->setError(lots ? QString() : lots.error().sentence());
    m_stock->clear();
    m_stock->addItem(tr("none: typed by hand"), QVariant());
    bool isThere = !session.vial;
    for (const workflow::LotView& lot : lots ? *lots : QList<workflow::LotView>()) {
        m_stock->addItem(tr("lot %1, %2, %3 left, expires %4")
                             .arg(lot.vial.lot, stock::labelText(lot.vial),
                                  stock::stockText(lot.vial, lot.standing.usable()),
                                  plainDateText(lot.vial.expiry)),
                         lot.vial.id.toString());
        isThere = isThere || lot.vial.id == *session.vial;
    }
    if (!isThere) {
        // Chosen before, and empty or past its date by now: it stays in sight, and the start says why not.
        m_stock->addItem(tr("lot %1").arg(session.lot), session.vial->toString());
    }
    m_stock->setCurrentIndex(session.vial ? m_stock->findData(session.vial->toString()) : 0);
    m_stockField->setVisible(m_stock->count() > 1 || !lots);
    const bool isTyped = !session.vial;
    m_concentration->setEnabled(isTyped);
    m_lot->setEnabled(isTyped);
    m_expiry->setEnabled(isTyped);
}

void PrepareForm::chooseLot() {
    auto wanted = typed();
    wanted.vial.reset();
    const auto lots =
        workflow::LedgerQuery(m_controller.context().practice).usableLots(m_controller.session().drug);
    for (const workflow::LotView& lot : lots ? *lots : QList<workflow::LotView>()) {
        if (lot.vial.id.toString() == m_stock->currentData().toString()) {
            wanted.vial = lot.vial.id;
        }
    }
    if (const auto done = m_controller.prepare(wanted); !done) {
        m_stockField->setError(done.error().sentence());
    }
}

void PrepareForm::showWeightHelp() {
    const auto& before = m_controller.weightBefore();
    if (isFirstWeight()) {
        m_weightField->setHelp(tr("the first weight on record: type it twice"));
    } else if (before) {
        const auto& today = m_controller.session().weight;
        const QString last =
            tr("last %1 on %2")
                .arg(withUnit(numberText(before->weight.value, 1), QStringLiteral("kg")),
                     dayText(before->at.local(m_controller.context().practice.zone()).date()));
        m_weightField->setHelp(
            today ? tr("%1, change %2")
                        .arg(last, withUnit(numberText(today->value - before->weight.value, 1),
                                            QStringLiteral("kg")))
                  : last);
    } else {
        m_weightField->setHelp({});
    }
}

void PrepareForm::saveWeight() {
    const auto typed = m_weight->value();
    const auto& stored = m_controller.session().weight;
    if (!typed || (stored && stored->value == *typed)) {
        return;
    }
    if (isFirstWeight()) {
        const auto again = m_again->value();
        if (!again) {
            return;
        }
        if (std::abs(*again - *typed) >= kSameKg) {
            m_againField->setError(tr("The two weights differ: weigh again"));
            return;
        }
    }
    const auto done = m_controller.weigh(base::Kilograms{*typed});
    if (!done) {
        m_weightField->setError(done.error().sentence());
    }
}

workflow::DosePreparation PrepareForm::typed() const {
    // A field that does not read keeps what is stored, and holds up no other.
    workflow::DosePreparation typed = stored();
    if (m_concentration->problem().isEmpty()) {
        const auto value = m_concentration->value();
        typed.concentration = value ? std::optional(base::MilligramsPerMillilitre{*value}) : std::nullopt;
    }
    if (m_bag->problem().isEmpty()) {
        const auto value = m_bag->value();
        typed.bagVolume = value ? std::optional(base::Millilitres{*value}) : std::nullopt;
    }
    typed.bagRule =
        m_rule->current() > 0 ? std::optional(static_cast<BagRule>(m_rule->current())) : std::nullopt;
    typed.lot = m_lot->text().trimmed();
    if (m_expiry->problem().isEmpty()) {
        typed.expiry = m_expiry->date();
    }
    typed.site = m_site->text().trimmed();
    typed.intention = m_intention->text().trimmed();
    return typed;
}

workflow::DosePreparation PrepareForm::stored() const {
    const DosingSession& session = m_controller.session();
    return {session.concentration, session.bagVolume, session.bagRule,   session.lot,
            session.expiry,        session.site,      session.intention, session.vial};
}

bool PrepareForm::reads() const {
    const std::initializer_list<const TypedField*> fields = {m_concentration, m_bag, m_expiry};
    return std::all_of(fields.begin(), fields.end(),
                       [](const TypedField* field) { return field->problem().isEmpty(); });
}

void PrepareForm::savePreparation() {
    const auto wanted = typed();
    if (wanted == stored() || m_controller.stage() != DosingStage::Before) {
        return;
    }
    if (const auto done = m_controller.prepare(wanted); !done) {
        auto* field = m_controller.session().route == Route::Intranasal ? m_lotField : m_bagField;
        field->setError(done.error().sentence());
    }
}

bool PrepareForm::settle() {
    if (!reads() || !m_weight->problem().isEmpty()) {
        return true;
    }
    const auto& weight = m_controller.session().weight;
    const auto kept = weight ? std::optional(weight->value) : std::nullopt;
    const bool isWeightTyped = m_weight->value() != kept;
    const bool isTyped = isWeightTyped || !(typed() == stored());
    if (isWeightTyped) {
        saveWeight();
    }
    savePreparation();
    if (!m_weight->value()) {
        // An emptied field takes nothing back: what is stored stands there again, to be looked at.
        m_weight->setValue(kept);
    }
    return isTyped;
}

} // namespace kairos::ui
