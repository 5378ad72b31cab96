// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/practice_panel.h"

#include "ui/settings/rhythm_boxes.h"
#include "ui/settings/zone_box.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/number_field.h"
#include "ui/shared/text_label.h"

#include "core/base/confidence.h"
#include "core/safety/reading_order.h"
#include "core/safety/risk_rules.h"
#include "core/workflow/catalog.h"
#include "core/workflow/clinic_care.h"
#include "core/workflow/open_practice.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kLeastIdle = 1;
constexpr int kMostIdle = 60;

/// The calendar is the neighbouring section's: what was saved there meanwhile stays.
record::Practice withCalendarOf(const record::Practice& stored, record::Practice practice) {
    practice.closedWeekdays = stored.closedWeekdays;
    practice.hours = stored.hours;
    practice.holidays = stored.holidays;
    return practice;
}

} // namespace

PracticePanel::PracticePanel(PageContext& context, QWidget* parent) : QWidget(parent), m_context(context) {
    build();
    load(context.practice.practice());
}

void PracticePanel::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    m_trouble = new Banner({}, this);
    m_trouble->hide();
    column->addWidget(m_trouble);
    auto* card = new Card(tr("The practice"), CardContent::Padded, this);
    m_form = new FormSection({}, card);
    m_name = new QLineEdit(m_form);
    m_form->addField(tr("Name"), m_name)->setRequired(tr("Type the name that stands on your letters"));
    m_address = new QLineEdit(m_form);
    m_phone = new QLineEdit(m_form);
    m_form->addField(tr("Address, as on letters"), m_address);
    m_form->addField(tr("Phone"), m_phone);
    m_zone = new ZoneBox(m_form);
    Field* zone = m_form->addField(tr("Time zone"), m_zone);
    zone->setHelp(tr("Times that were entered keep the moment; they are shown in this zone."));
    zone->setCheck([this] {
        return m_zone->zone().isEmpty() ? tr("Choose a zone of the list, e.g. Europe/Oslo") : QString();
    });
    m_crisis = new QPlainTextEdit(m_form);
    m_crisis->setTabChangesFocus(true);
    m_crisis->setFixedHeight(px(76));
    m_form->addField(tr("In a crisis"), m_crisis)
        ->setHelp(
            tr("Whom a patient calls at night, in your own words: it prints on their sheets, and stands on "
               "the screen at once when an answer speaks of suicide."));
    m_idle = new NumberField(tr("min"), 0, m_form);
    m_idle->setPossible(kLeastIdle, kMostIdle);
    Field* idle = m_form->addField(tr("Locks itself after, minutes"), m_idle);
    idle->setRequired(tr("Type a number from 1 to 60"));
    idle->setHelp(tr("From 1 to 60. A running dose keeps its own page open."));
    const safety::RiskRules& rules = safety::RiskRules::builtIn();
    m_reopen = new NumberField(tr("days"), 0, m_form);
    m_reopen->setPossible(safety::kLeastReopenDays, safety::kMostReopenDays);
    m_form->addField(tr("A closed risk item opens again after, days"), m_reopen)
        ->setHelp(tr("%1. Empty: %2 (%3, %4).")
                      .arg(rules.text, QString::number(rules.reopenAfterDays), rules.source,
                           base::confidenceMark(rules.confidence)));
    m_order = new QLineEdit(m_form);
    Field* order = m_form->addField(tr("A reading is typed in this order"), m_order);
    order->setHelp(tr("Names of bp, hr, spo2, s (sedation), rr, t. It stands in the empty line of a dosing "
                      "session; single signs go by name whatever the order."));
    order->setCheck([this] {
        const auto read = safety::ReadingOrder::read(m_order->text());
        return read ? QString() : QStringLiteral("%1: %2").arg(read.error().why, read.error().remedy);
    });
    m_rhythms = new RhythmBoxes(m_context.practice.catalog().instruments, m_form);
    m_form->addWide(m_rhythms);
    card->body().addWidget(m_form);
    column->addWidget(card);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    m_save = makeButton({.text = tr("Save the practice"),
                         .kind = ButtonKind::Primary,
                         .key = QKeySequence(Qt::CTRL | Qt::Key_Return)},
                        this);
    m_said = new TextLabel({}, TextRole::Body, Token::Text2, this);
    row->addWidget(m_save);
    row->addWidget(m_said, 1);
    column->addLayout(row);
    connect(m_save, &QPushButton::clicked, this, &PracticePanel::save);
    if (const auto allowed = m_context.practice.require(security::Permission::Administer); !allowed) {
        card->setEnabled(false);
        setButtonBlockedBy(*m_save, allowed.error().why);
        m_said->setText(tr("Only an administrator may change this page."));
    }
}

void PracticePanel::load(const record::Practice& practice) {
    m_loaded = practice;
    m_name->setText(practice.name);
    m_zone->setZone(practice.zone);
    m_address->setText(practice.address);
    m_phone->setText(practice.phone);
    m_crisis->setPlainText(practice.crisisText);
    m_idle->setValue(practice.idleLockMinutes);
    m_reopen->setValue(practice.riskReopenDays);
    m_rhythms->setOff(practice.rhythmsOff);
    m_order->setText(
        safety::ReadingOrder::read(practice.readingOrder).value_or(safety::ReadingOrder{}).toText());
}

record::Practice PracticePanel::typed() const {
    record::Practice practice = withCalendarOf(m_context.practice.practice(), m_loaded);
    practice.name = m_name->text().trimmed();
    practice.zone = m_zone->zone();
    practice.address = m_address->text().trimmed();
    practice.phone = m_phone->text().trimmed();
    practice.crisisText = m_crisis->toPlainText().trimmed();
    practice.idleLockMinutes = static_cast<int>(m_idle->value().value_or(m_loaded.idleLockMinutes));
    const auto days = m_reopen->value();
    practice.riskReopenDays = days ? std::optional(static_cast<int>(*days)) : std::nullopt;
    practice.rhythmsOff = m_rhythms->off();
    // An order that reads as the stored one is no change.
    const auto order = safety::ReadingOrder::read(m_order->text());
    practice.readingOrder =
        !order ? m_order->text() : (*order == safety::ReadingOrder{} ? QString() : order->toText());
    return practice;
}

void PracticePanel::refresh() {
    m_loaded = withCalendarOf(m_context.practice.practice(), m_loaded);
    if (typed() == m_loaded) {
        load(m_context.practice.practice());
    }
}

void PracticePanel::save() {
    m_trouble->hide();
    m_said->clear();
    if (!m_form->validate()) {
        return;
    }
    const record::Practice wanted = typed();
    const auto saved = workflow::ClinicCare(m_context.practice).savePractice(wanted);
    if (!saved) {
        m_trouble->setBannerText(bannerTextOf(saved.error()));
        m_trouble->show();
        return;
    }
    m_said->setText(tr("Saved."));
    if (m_context.undo != nullptr && wanted != m_loaded) {
        workflow::OpenPractice& practice = m_context.practice;
        m_context.undo->offerUndo({tr("The practice's page was saved."), [&practice, before = m_loaded] {
                                       return workflow::ClinicCare(practice).savePractice(
                                           withCalendarOf(practice.practice(), before));
                                   }});
    }
    load(m_context.practice.practice());
}

} // namespace kairos::ui
