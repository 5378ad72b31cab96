// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/step_panel.h"

#include "ui/plan/plan_words.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/formats.h"
#include "ui/shared/questions.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/text_label.h"
#include "ui/shared/time_field.h"

#include "core/planning/step_time.h"
#include "core/workflow/catalog.h"
#include "core/workflow/dosing_care.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/therapy_care.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

using record::StepKind;

/// Steps that no session and no rating fulfils.
bool isCompletedByHand(StepKind kind) {
    return kind == StepKind::Consent || kind == StepKind::Screening || kind == StepKind::Review ||
           kind == StepKind::FollowUp;
}

bool isTherapy(StepKind kind) {
    return kind == StepKind::Preparation || kind == StepKind::Integration || kind == StepKind::Therapy;
}

/// A session that was cancelled or missed leaves its step free to be booked again.
bool isStillOn(record::SessionState state) {
    return state != record::SessionState::Cancelled && state != record::SessionState::NoShow;
}

record::TherapyType therapyType(StepKind kind) {
    return kind == StepKind::Preparation   ? record::TherapyType::Preparation
           : kind == StepKind::Integration ? record::TherapyType::Integration
                                           : record::TherapyType::Therapy;
}

} // namespace

StepPanel::StepPanel(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_card(new Card(tr("Step"), CardContent::Padded, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    build(m_card->body());
    showNothing();
}

void StepPanel::build(QVBoxLayout& column) {
    m_chip = new StatusChip({}, m_card);
    m_card->addToTitle(m_chip);
    m_title = makeParagraph({}, TextRole::Strong, Token::Text, m_card);
    m_window = makeParagraph({}, TextRole::Body, Token::Text, m_card);
    m_facts = makeParagraph({}, TextRole::Body, Token::Text2, m_card);
    m_basis = makeParagraph({}, TextRole::Caption, Token::Text2, m_card);
    m_trouble = makeParagraph({}, TextRole::Body, Token::Stop, m_card);
    for (TextLabel* label : {m_title, m_window, m_facts, m_basis, m_trouble}) {
        column.addWidget(label);
    }
    buildActions(column);
    column.addStretch(1);
}

void StepPanel::buildActions(QVBoxLayout& column) {
    m_booking = new QWidget(m_card);
    auto* booking = new QHBoxLayout(m_booking);
    booking->setContentsMargins(0, 0, 0, 0);
    m_day = new DateField(m_booking);
    m_day->setAccessibleName(tr("Day of the appointment"));
    m_time = new TimeField(m_booking);
    m_time->setAccessibleName(tr("Time of the appointment"));
    m_time->setFixedWidth(px(88));
    m_book = makeButton({.text = tr("Book")}, m_booking);
    booking->addWidget(m_day, 1);
    booking->addWidget(m_time);
    booking->addWidget(m_book);
    column.addWidget(m_booking);
    auto* row = new QHBoxLayout;
    m_open = makeButton({.text = tr("Open session"), .icon = Icon::Session}, m_card);
    m_complete = makeButton({.text = tr("Complete"), .icon = Icon::Check}, m_card);
    m_waive = makeButton({.text = tr("Waive")}, m_card);
    m_move = makeButton({.text = tr("Move the step")}, m_card);
    row->addWidget(m_open);
    row->addWidget(m_move);
    row->addWidget(m_complete);
    row->addWidget(m_waive);
    row->addStretch(1);
    column.addLayout(row);
    connect(m_book, &QPushButton::clicked, this, &StepPanel::book);
    connect(m_time, &QLineEdit::returnPressed, this, &StepPanel::book);
    connect(m_open, &QPushButton::clicked, this, &StepPanel::open);
    connect(m_complete, &QPushButton::clicked, this, &StepPanel::complete);
    connect(m_waive, &QPushButton::clicked, this, &StepPanel::waive);
    connect(m_move, &QPushButton::clicked, this, [this] {
        if (m_step) {
            Q_EMIT moveAsked(m_step->key);
        }
    });
}

void StepPanel::showNothing() {
    m_step.reset();
    m_session.reset();
    m_place.reset();
    m_chip->hide();
    m_title->setText(tr("No step is chosen"));
    m_window->setText(tr("The arrow keys walk the steps of the axis."));
    for (TextLabel* label : {m_facts, m_basis, m_trouble}) {
        label->hide();
    }
    for (QWidget* widget : QList<QWidget*>{m_booking, m_open, m_move, m_complete, m_waive}) {
        widget->hide();
    }
}

void StepPanel::showSession(const AxisItem& item, const Place& place) {
    showNothing();
    m_place = place;
    m_title->setText(item.label);
    m_window->setText(item.sentence);
    m_open->setText(tr("Open session"));
    m_open->setVisible(m_context.navigator.canOpen(place));
}

void StepPanel::showStep(const workflow::StepRow& row, const workflow::PlanView& view,
                         const PatientSessions& sessions) {
    const bool isSame = m_step && m_step->id == row.step.id;
    m_step = row.step;
    m_plan = view.plan;
    m_session.reset();
    m_place.reset();
    for (const record::DosingSession& session : sessions.dosing) {
        if (session.step == row.step.id && isStillOn(session.state)) {
            m_session = session.id;
            m_place = DosingPlace{row.step.patient, session.id};
        }
    }
    for (const record::TherapySession& session : sessions.therapy) {
        if (session.step == row.step.id && isStillOn(session.state)) {
            m_session = session.id;
            m_place = TherapyPlace{row.step.patient, session.id};
        }
    }
    const bool isOpen = !row.step.doneBy && !row.step.waivedBy && !view.isOver();
    if (row.step.kind == StepKind::Rating && isOpen && !row.step.instruments.isEmpty()) {
        m_place = RatingPlace{row.step.patient, row.step.instruments.first(), row.step.id, {}, {}};
    }
    const auto& zone = m_context.practice.zone();
    m_chip->setChip(stepChip(row, planning::wallTime(m_context.practice.now(), zone)));
    m_chip->show();
    m_title->setText(row.step.title);
    m_window->setText(windowText(row.step.window));
    QStringList facts;
    if (row.step.doneAt) {
        facts.append(tr("Held %1.").arg(dateTimeText(*row.step.doneAt, zone)));
    } else if (row.step.waivedBy) {
        facts.append(tr("Waived by %1: %2.")
                         .arg(m_context.practice.clinicianName(*row.step.waivedBy), row.step.waivedReason));
    } else if (row.step.booked) {
        facts.append(
            tr("Booked %1, %2.").arg(dayText(row.step.booked->date), timeText(row.step.booked->time)));
    }
    const QString clock = integrationClockText(row, view, m_context.practice.now(), zone);
    if (!clock.isEmpty()) {
        facts.append(clock);
    }
    const QString waits = waitsText(row, view);
    if (!waits.isEmpty()) {
        facts.append(tr("Waits for %1.").arg(waits));
    }
    m_facts->setText(facts.join(QLatin1Char(' ')));
    m_facts->setVisible(!facts.isEmpty());
    m_basis->setText(row.step.basis);
    m_basis->setVisible(!row.step.basis.isEmpty());
    m_trouble->setVisible(isSame && !m_trouble->text().isEmpty());
    const bool isBookable = isOpen && row.step.kind != StepKind::Rating;
    m_booking->setVisible(isBookable);
    if (!isSame || row.step.booked) {
        m_day->setDate(row.step.booked   ? std::optional(row.step.booked->date)
                       : row.step.window ? std::optional(row.step.window->target.date)
                                         : std::nullopt);
        m_time->setTime(row.step.booked   ? std::optional(row.step.booked->time)
                        : row.step.window ? row.step.window->target.time
                                          : std::nullopt);
    }
    m_book->setText(row.step.booked ? tr("Move") : tr("Book"));
    m_complete->setVisible(isOpen && isCompletedByHand(row.step.kind));
    m_waive->setVisible(isOpen);
    m_move->setVisible(isOpen && row.step.window.has_value());
    m_open->setText(row.step.kind == StepKind::Rating ? tr("Enter rating") : tr("Open session"));
    m_open->setVisible(m_place && m_context.navigator.canOpen(*m_place));
}

void StepPanel::open() {
    if (m_place && m_context.navigator.canOpen(*m_place)) {
        m_context.navigator.open(*m_place);
    } else if (m_booking->isVisibleTo(this)) {
        m_day->setFocus(Qt::OtherFocusReason);
    }
}

QString StepPanel::therapyModality() const {
    const auto* protocol = m_context.practice.catalog().protocols.find(m_plan.protocol);
    const bool isTherapyStep = m_step->kind == StepKind::Therapy;
    return isTherapyStep && protocol != nullptr && protocol->therapy ? protocol->therapy->modality
                                                                     : QString();
}

base::Outcome StepPanel::bookAs(const base::Appointment& booked) {
    if (m_session) {
        return workflow::SessionDesk(m_context.practice).rebook(*m_session, booked);
    }
    if (m_step->kind == StepKind::Dosing) {
        record::DosingSession session;
        session.patient = m_step->patient;
        session.plan = m_step->plan;
        session.step = m_step->id;
        session.number = m_step->number;
        session.booked = booked;
        return workflow::DosingCare(m_context.practice).book(session).map([](const record::SessionId&) {});
    }
    if (isTherapy(m_step->kind)) {
        record::TherapySession session;
        session.patient = m_step->patient;
        session.plan = m_step->plan;
        session.step = m_step->id;
        session.type = therapyType(m_step->kind);
        session.number = m_step->number;
        session.modality = therapyModality();
        session.booked = booked;
        return workflow::TherapyCare(m_context.practice).book(session).map([](const record::SessionId&) {});
    }
    return workflow::PlanCare(m_context.practice).bookStep(m_step->id, booked);
}

void StepPanel::book() {
    if (!m_step) {
        return;
    }
    const base::Appointment booked{m_day->date().value_or(QDate()), m_time->time().value_or(QTime()),
                                   QString::fromLatin1(m_context.practice.zone().id())};
    showOutcome(bookAs(booked));
}

void StepPanel::complete() {
    if (m_step) {
        showOutcome(workflow::PlanCare(m_context.practice).complete(m_step->id, m_context.practice.now()));
    }
}

void StepPanel::waive() {
    if (!m_step) {
        return;
    }
    const Question question{
        .title = tr("Waive \"%1\"?").arg(m_step->title),
        .text = tr("The course goes on without this step. Who waived it and why stays in the record."),
        .verb = tr("Waive"),
        .kind = ButtonKind::Danger,
        .needs = QuestionNeeds::Reason};
    m_context.questions.ask(question, *this, [this, id = m_step->id](const Answer& answer) {
        const auto outcome = workflow::PlanCare(m_context.practice).waive(id, answer.reason);
        if (outcome) {
            Q_EMIT saved();
        }
        return outcome;
    });
}

void StepPanel::showOutcome(const base::Outcome& outcome) {
    m_trouble->setText(outcome ? QString() : outcome.error().sentence());
    m_trouble->setVisible(!outcome);
    if (outcome) {
        Q_EMIT saved();
    }
}

} // namespace kairos::ui
