// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/new_session_page.h"

#include "ui/therapy/therapy_pages.h"
#include "ui/therapy/therapy_words.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/page_head.h"
#include "ui/shared/search_field.h"
#include "ui/shared/segments.h"
#include "ui/shared/text_label.h"
#include "ui/shared/time_field.h"

#include "core/therapy/modalities.h"
#include "core/workflow/course_query.h"
#include "core/workflow/dosing_care.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/patient_list.h"
#include "core/workflow/therapy_care.h"

#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

using namespace record;

namespace {

constexpr int kFormWidth = 800;
constexpr int kMostHits = 8;

/// A kind of session, and the kind of step of a plan that waits for it.
struct SessionKind {
    std::optional<StepKind> step;
    TherapyType type = TherapyType::Other; ///< of a therapy session
};

/// The kinds in the order of the choice.
constexpr SessionKind kKinds[] = {{StepKind::Dosing, TherapyType::Other},
                                  {StepKind::Preparation, TherapyType::Preparation},
                                  {StepKind::Integration, TherapyType::Integration},
                                  {StepKind::Therapy, TherapyType::Therapy},
                                  {std::nullopt, TherapyType::DosingSupport},
                                  {std::nullopt, TherapyType::PhoneContact},
                                  {std::nullopt, TherapyType::Group},
                                  {StepKind::Review, TherapyType::Other}};

bool isDose(int kind) {
    return kKinds[kind].step == StepKind::Dosing;
}

QString stepWords(const PlanStep& step) {
    if (!step.window) {
        return step.title;
    }
    return NewSessionPage::tr("%1, %2 to %3")
        .arg(step.title, dayText(step.window->earliest.date), dayText(step.window->latest.date));
}

} // namespace

Page* makeNewSessionPage(const NewSessionPlace& place, const PageContext& context, QWidget* parent) {
    return new NewSessionPage(place, context, parent);
}

NewSessionPage::NewSessionPage(const NewSessionPlace& place, const PageContext& context, QWidget* parent)
    : Page(parent),
      m_context(context),
      m_trouble(new Banner({}, this)),
      m_name(new TextLabel({}, TextRole::Section, Token::Text, this)),
      m_search(new SearchField(tr("Find the patient"), {}, this)),
      m_hits(new QListWidget(this)),
      m_kind(new Segments(tr("Kind of session"),
                          {tr("Dose"), tr("Preparation"), tr("Integration"), tr("Therapy"),
                           tr("Dosing-day support"), tr("Phone"), tr("Group"), tr("Other")},
                          this)),
      m_step(new QComboBox(this)),
      m_date(new DateField(this)),
      m_time(new TimeField(this)),
      m_modality(new QComboBox(this)) {
    build();
    m_date->setDate(context.practice.today());
    connect(m_kind, &Segments::chosen, this, [this] { showSteps(); });
    connect(m_step, &QComboBox::currentIndexChanged, this, [this] { showStep(); });
    connect(m_search, &SearchField::searched, this, &NewSessionPage::find);
    connect(m_search, &SearchField::opened, this, [this] {
        if (m_hits->currentItem() != nullptr) {
            Q_EMIT m_hits->itemActivated(m_hits->currentItem());
        }
    });
    connect(m_search, &SearchField::choiceMoved, this, [this](int steps) {
        m_hits->setCurrentRow(std::clamp(m_hits->currentRow() + steps, 0, std::max(0, m_hits->count() - 1)));
    });
    connect(m_hits, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        if (const auto id = PatientId::fromString(item->data(Qt::UserRole).toString())) {
            choosePatient(*id);
        }
    });
    if (place.patient) {
        choosePatient(*place.patient);
        takeStepOfPlace(place.step);
        setFocusProxy(m_time);
    } else {
        showSteps();
        setFocusProxy(m_search);
    }
}

void NewSessionPage::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(
        new PageHead(title(), tr("The booking stays at its local time when the clocks change."), this));
    auto* content = new QVBoxLayout;
    content->setContentsMargins(px(16), px(12), px(16), px(12));
    content->setSpacing(px(12));
    content->addWidget(m_trouble);
    m_trouble->hide();
    auto* card = new Card(tr("What, for whom, when"), CardContent::Padded, this);
    card->setMaximumWidth(px(kFormWidth));
    content->addWidget(card);
    content->addStretch();
    column->addLayout(content, 1);
    buildPatient(*card);
    auto* form = new FormSection({}, card);
    card->body().addWidget(form);
    form->addField(tr("Kind of session"), m_kind);
    m_stepField = form->addField(tr("Step of the plan"), m_step);
    m_dateField = new Field(tr("Day"), m_date, form);
    m_timeField = new Field(tr("Time"), m_time, form);
    m_dateField->setRequired(tr("Type the day"));
    m_timeField->setRequired(tr("Type the time"));
    form->addPair(m_dateField, m_timeField);
    m_modality->setEditable(true);
    m_modality->addItems(therapy::Modalities::builtIn().names());
    m_modality->setCurrentIndex(-1);
    m_modalityField = form->addField(tr("Modality"), m_modality);
    auto* book = makeButton({.text = tr("Book session"),
                             .kind = ButtonKind::Primary,
                             .icon = Icon::Plus,
                             .key = QKeySequence(Qt::CTRL | Qt::Key_Return)},
                            card);
    card->foot().addStretch();
    card->foot().addWidget(book);
    connect(book, &QPushButton::clicked, this, &NewSessionPage::book);
}

void NewSessionPage::buildPatient(Card& card) {
    card.body().addWidget(m_name);
    card.body().addWidget(m_search);
    card.body().addWidget(m_hits);
    m_name->hide();
    m_hits->setAccessibleName(tr("Patients found"));
    m_hits->setFixedHeight(px(120));
    m_hits->hide();
}

void NewSessionPage::find(const QString& words) {
    m_hits->clear();
    workflow::PatientQuery query;
    query.text = words;
    const workflow::PatientList list(m_context.practice);
    const auto found = list.find(query);
    for (const PatientId& id : found ? found->mid(0, kMostHits) : QList<PatientId>()) {
        if (const auto line = list.summary(id)) {
            auto* item = new QListWidgetItem(
                tr("%1, MRN %2").arg(line->patient.displayName(), line->patient.mrn), m_hits);
            item->setData(Qt::UserRole, id.toString());
        }
    }
    m_hits->setVisible(m_hits->count() > 0);
    m_hits->setCurrentRow(0);
}

void NewSessionPage::choosePatient(const PatientId& patient) {
    const auto draft = workflow::PatientCare(m_context.practice).load(patient);
    const auto steps = workflow::CourseQuery(m_context.practice).openSessionSteps(patient);
    if (!draft || !steps) {
        say(!draft ? draft.error() : steps.error());
        return;
    }
    m_patient = patient;
    m_steps = *steps;
    m_name->setText(tr("%1, MRN %2").arg(draft->patient.displayName(), draft->patient.mrn));
    m_name->show();
    m_search->hide();
    m_hits->hide();
    showSteps();
    m_kind->setFocus();
}

void NewSessionPage::takeStepOfPlace(const std::optional<StepId>& step) {
    const auto found = std::find_if(m_steps.begin(), m_steps.end(), [&step](const PlanStep& candidate) {
        return step && candidate.id == *step;
    });
    if (found == m_steps.end()) {
        return;
    }
    const auto kind = std::find_if(std::begin(kKinds), std::end(kKinds),
                                   [&](const SessionKind& one) { return one.step == found->kind; });
    m_kind->setCurrent(static_cast<int>(kind - std::begin(kKinds)));
    showSteps();
    const auto at = static_cast<qsizetype>(found - m_steps.begin());
    m_step->setCurrentIndex(static_cast<int>(m_shown.indexOf(at)) + 1);
}

void NewSessionPage::showSteps() {
    m_shown.clear();
    m_step->clear();
    m_step->addItem(tr("without a step"));
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        if (kKinds[m_kind->current()].step == m_steps.at(i).kind) {
            m_shown.append(i);
            m_step->addItem(stepWords(m_steps.at(i)));
        }
    }
    // The first step that waits for this kind is what is nearly always meant.
    m_step->setCurrentIndex(m_shown.isEmpty() ? 0 : 1);
    m_stepField->setHelp(m_shown.isEmpty() ? tr("no open step of this kind in the plan") : QString());
    m_modalityField->setVisible(!isDose(m_kind->current()));
}

const PlanStep* NewSessionPage::chosenStep() const {
    const int index = m_step->currentIndex() - 1;
    return index >= 0 && index < m_shown.size() ? &m_steps.at(m_shown.at(index)) : nullptr;
}

std::optional<record::StepId> NewSessionPage::chosenStepId() const {
    const PlanStep* step = chosenStep();
    return step != nullptr ? std::optional(step->id) : std::nullopt;
}

void NewSessionPage::showStep() {
    const PlanStep* step = chosenStep();
    if (step == nullptr || !step->window) {
        return;
    }
    m_date->setDate(step->booked ? step->booked->date : step->window->target.date);
    if (step->booked) {
        m_time->setTime(step->booked->time);
    }
}

base::Result<SessionId> NewSessionPage::bookDose(const base::Appointment& booked) {
    DosingSession session;
    session.patient = *m_patient;
    session.booked = booked;
    session.step = chosenStepId();
    return workflow::DosingCare(m_context.practice).book(session);
}

base::Result<SessionId> NewSessionPage::bookTherapy(const base::Appointment& booked) {
    TherapySession session;
    session.patient = *m_patient;
    session.type = kKinds[m_kind->current()].type;
    session.booked = booked;
    session.modality = m_modality->currentText().trimmed();
    session.step = chosenStepId();
    return workflow::TherapyCare(m_context.practice).book(session);
}

void NewSessionPage::book() {
    if (!m_patient) {
        say({base::ErrorCode::InvalidInput, tr("The session was not booked"), tr("no patient is chosen"),
             tr("find the patient first")});
        m_search->setFocus();
        return;
    }
    if (!m_dateField->validate() || !m_timeField->validate()) {
        (m_dateField->error().isEmpty() ? m_timeField : m_dateField)->setFocus();
        return;
    }
    const base::Appointment booked{*m_date->date(), *m_time->time(), m_context.practice.practice().zone};
    const bool isDosing = isDose(m_kind->current());
    const auto id = isDosing ? bookDose(booked) : bookTherapy(booked);
    if (!id) {
        say(id.error());
        return;
    }
    if (isDosing) {
        m_context.navigator.open(DosingPlace{*m_patient, *id});
    } else {
        m_context.navigator.open(TherapyPlace{*m_patient, *id});
    }
}

void NewSessionPage::say(const base::Error& error) {
    m_trouble->setBannerText(bannerTextOf(error));
    m_trouble->show();
}

QString NewSessionPage::title() const {
    return tr("Book a session");
}

QList<KeyHint> NewSessionPage::keyHints() const {
    return {{QStringLiteral("Ctrl+Enter"), tr("book and open")}};
}

} // namespace kairos::ui
