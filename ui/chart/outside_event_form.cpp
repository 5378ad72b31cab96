// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/outside_event_form.h"

#include "ui/shared/adverse_fields.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/error_text.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/text_label.h"
#include "ui/shared/time_field.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/adverse_care.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

using namespace record;

OutsideEventForm::OutsideEventForm(const PatientId& patient, const PageContext& context, QWidget* parent)
    : DraftedForm(context, parent),
      m_patient(patient),
      m_card(new Card({}, CardContent::Padded, this)),
      m_onsetDay(new DateField),
      m_onsetTime(new TimeField),
      m_endDay(new DateField),
      m_endTime(new TimeField),
      m_dose(new QComboBox),
      m_reason(new QLineEdit) {
    build();
    connect(m_fields, &AdverseFields::edited, this, &OutsideEventForm::touchDraft);
    watch({m_onsetDay, m_onsetTime, m_endDay, m_endTime, m_reason, m_dose});
    hide();
}

void OutsideEventForm::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_card->body().addWidget(&restoredLine());
    m_onsetDayField = new Field(tr("Began on"), m_onsetDay);
    m_onsetTimeField = new Field(tr("Began at"), m_onsetTime);
    m_endDayField = new Field(tr("Over since, day"), m_endDay);
    m_endTimeField = new Field(tr("Over since, time"), m_endTime);
    m_onsetDayField->setRequired(tr("Type the day it began"));
    m_onsetTimeField->setRequired(tr("Type about when it began"));
    m_endDayField->setHelp(tr("empty: it goes on"));
    m_fields = new AdverseFields(
        {{m_onsetDayField, 2}, {m_onsetTimeField, 2}, {m_endDayField, 2}, {m_endTimeField, 2}}, m_card);
    m_card->body().addWidget(m_fields, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    m_doseField = new Field(tr("The dose it may come from"), m_dose, m_card);
    m_reasonField = new Field(tr("Why it is written anew"), m_reason, m_card);
    m_reasonField->setRequired(tr("Type why; the former version stays in the history"));
    row->addWidget(m_doseField, 1);
    row->addWidget(m_reasonField, 2);
    m_card->body().addLayout(row);
    m_card->body().addWidget(&troubleLine());
    buildFoot();
}

void OutsideEventForm::buildFoot() {
    m_save = makeButton({.text = tr("Save event"),
                         .kind = ButtonKind::Primary,
                         .key = QKeySequence(Qt::CTRL | Qt::Key_Return)},
                        m_card);
    auto* leave = makeButton({.text = tr("Leave"), .kind = ButtonKind::Quiet}, m_card);
    setButtonKeyCap(*leave, QKeySequence(Qt::Key_Escape));
    m_card->foot().addStretch(1);
    m_card->foot().addWidget(leave);
    m_card->foot().addWidget(m_save);
    connect(m_save, &QPushButton::clicked, this, &OutsideEventForm::save);
    connect(leave, &QPushButton::clicked, this, &OutsideEventForm::leave);
}

QJsonObject OutsideEventForm::state() const {
    QJsonObject state;
    const QMap<QString, QString> typed = m_fields->typed();
    for (auto field = typed.begin(); field != typed.end(); ++field) {
        state.insert(field.key(), field.value());
    }
    state.insert(QStringLiteral("onset-day"), m_onsetDay->text());
    state.insert(QStringLiteral("onset-time"), m_onsetTime->text());
    state.insert(QStringLiteral("end-day"), m_endDay->text());
    state.insert(QStringLiteral("end-time"), m_endTime->text());
    state.insert(QStringLiteral("dose"), m_dose->currentData().toString());
    state.insert(QStringLiteral("reason"), m_reason->text());
    return state;
}

void OutsideEventForm::setState(const QJsonObject& state) {
    QMap<QString, QString> typed;
    for (auto field = state.begin(); field != state.end(); ++field) {
        typed.insert(field.key(), field.value().toString());
    }
    m_fields->setTyped(typed);
    m_onsetDay->setText(typed.value(QStringLiteral("onset-day")));
    m_onsetTime->setText(typed.value(QStringLiteral("onset-time")));
    m_endDay->setText(typed.value(QStringLiteral("end-day")));
    m_endTime->setText(typed.value(QStringLiteral("end-time")));
    m_dose->setCurrentIndex(qMax(0, m_dose->findData(typed.value(QStringLiteral("dose")))));
    m_reason->setText(typed.value(QStringLiteral("reason")));
}

QWidget& OutsideEventForm::firstField() {
    return m_edited ? static_cast<QWidget&>(*m_onsetDay) : m_fields->term();
}

void OutsideEventForm::begin() {
    open(std::nullopt);
}

void OutsideEventForm::edit(const AdverseEvent& event) {
    open(event);
}

void OutsideEventForm::open(const std::optional<AdverseEvent>& event) {
    if (!keepDraft()) {
        return; // What was typed of another event would be lost.
    }
    m_edited = event;
    m_card->setTitle(
        event ? tr("Adverse event since %1").arg(dateTimeText(event->onset, practice().zone(), locale()))
              : tr("Adverse event outside of a session"));
    m_fields->display(event.value_or(AdverseEvent{}));
    showMoments();
    showDoses(event ? event->dose : std::nullopt);
    m_reason->clear();
    m_reasonField->setVisible(event.has_value());
    beginDraft(QStringLiteral("adverse-event"), event ? event->id.uuid : m_patient.uuid);
    clearErrors();
    show();
    firstField().setFocus(Qt::OtherFocusReason);
}

void OutsideEventForm::showMoments() {
    const auto fill = [this](DateField& day, TimeField& time, const std::optional<base::Instant>& at) {
        const QDateTime local = at ? at->local(practice().zone()) : QDateTime();
        day.setDate(at ? std::optional(local.date()) : std::nullopt);
        time.setTime(at ? std::optional(local.time()) : std::nullopt);
    };
    fill(*m_onsetDay, *m_onsetTime, m_edited ? std::optional(m_edited->onset) : std::nullopt);
    fill(*m_endDay, *m_endTime, m_edited ? m_edited->resolvedAt : std::nullopt);
}

/// The doses that were begun, the last one first; none of them is chosen for the person.
void OutsideEventForm::showDoses(const std::optional<SessionId>& chosen) {
    m_dose->clear();
    m_dose->addItem(tr("none"));
    QList<DosingSession> doses =
        workflow::SessionDesk(practice()).dosingOf(m_patient).value_or(QList<DosingSession>());
    doses.removeIf([](const DosingSession& dose) { return !dose.startedAt; });
    std::stable_sort(doses.begin(), doses.end(), [](const DosingSession& a, const DosingSession& b) {
        return *a.startedAt > *b.startedAt;
    });
    for (const DosingSession& dose : std::as_const(doses)) {
        const QString day = plainDateText(dose.startedAt->local(practice().zone()).date(), locale());
        m_dose->addItem(tr("Dose %1, %2", "number, day").arg(QString::number(dose.number), day),
                        dose.id.toString());
        if (chosen == dose.id) {
            m_dose->setCurrentIndex(m_dose->count() - 1);
        }
    }
}

void OutsideEventForm::clearErrors() {
    for (Field* field : {m_onsetDayField, m_onsetTimeField, m_endDayField, m_endTimeField, m_doseField,
                         m_reasonField, &m_fields->termField()}) {
        field->setError({});
    }
    hideTrouble();
}

QString OutsideEventForm::trouble() const {
    for (const Field* field : {&m_fields->termField(), m_onsetDayField, m_onsetTimeField, m_endDayField,
                               m_endTimeField, m_doseField, m_reasonField}) {
        if (!field->error().isEmpty()) {
            return field->error();
        }
    }
    return DraftedForm::trouble();
}

void OutsideEventForm::showFault(const workflow::AdverseFault& fault) {
    Field* field = &m_fields->termField();
    switch (fault.part) {
    case workflow::AdversePart::Term:
    case workflow::AdversePart::Grade: // Its choices hold no other.
        break;
    case workflow::AdversePart::Onset:
        field = m_onsetDayField;
        break;
    case workflow::AdversePart::End:
        field = m_endDayField;
        break;
    case workflow::AdversePart::Dose:
        field = m_doseField;
        break;
    }
    field->setError(errorText(fault.error));
    field->setFocus(Qt::OtherFocusReason);
}

/// Whether what has to be typed is there and reads; else it is said at its line.
bool OutsideEventForm::isComplete() {
    if (!m_fields->validate()) {
        return false;
    }
    QList<Field*> wanted{m_onsetDayField, m_onsetTimeField, m_endDayField, m_endTimeField};
    if (m_edited) {
        wanted.append(m_reasonField);
    }
    for (Field* field : std::as_const(wanted)) {
        if (!field->validate()) {
            field->setFocus(Qt::OtherFocusReason);
            return false;
        }
    }
    if (m_endDay->date().has_value() != m_endTime->time().has_value()) {
        Field* const missing = m_endDay->date() ? m_endTimeField : m_endDayField;
        missing->setError(tr("Type day and time, or neither while it goes on"));
        missing->setFocus(Qt::OtherFocusReason);
        return false;
    }
    return true;
}

std::optional<base::Instant> OutsideEventForm::momentOf(const DateField& day, const TimeField& time,
                                                        const std::optional<base::Instant>& stored) const {
    if (!day.date() || !time.time()) {
        return std::nullopt;
    }
    const auto typed = base::Instant::fromLocal(*day.date(), *time.time(), practice().zone());
    // A minute that still reads as it did keeps the second it was stored with.
    constexpr qint64 kMinuteMs = 60'000;
    const bool isSame = stored && *stored >= typed && stored->msSince(typed) < kMinuteMs;
    return isSame ? stored : std::optional(typed);
}

AdverseEvent OutsideEventForm::read() const {
    AdverseEvent event = m_fields->writtenInto(m_edited.value_or(AdverseEvent{}));
    event.patient = m_patient;
    const auto former = m_edited ? std::optional(m_edited->onset) : std::nullopt;
    event.onset = *momentOf(*m_onsetDay, *m_onsetTime, former);
    event.resolvedAt = momentOf(*m_endDay, *m_endTime, m_edited ? m_edited->resolvedAt : std::nullopt);
    const auto dose = base::Uuid::fromString(m_dose->currentData().toString());
    event.dose = dose ? std::optional(SessionId{*dose}) : std::nullopt;
    return event;
}

void OutsideEventForm::save() {
    clearErrors();
    if (!isComplete()) {
        return;
    }
    workflow::AdverseCare care(practice());
    AdverseEvent event = read();
    const auto fault = care.findFault(event);
    if (!fault || *fault) {
        fault ? showFault(**fault) : showTrouble(fault.error());
        return;
    }
    const auto done =
        m_edited ? care.amend(event, m_reason->text(), draftKeys())
                 : care.add(event, draftKeys()).map([&](const AdverseEventId& id) { event.id = id; });
    if (!done) {
        showTrouble(done.error());
        return;
    }
    finishDraft();
    if (!m_edited) {
        Q_EMIT added(event);
    }
    Q_EMIT closed();
}

} // namespace kairos::ui
