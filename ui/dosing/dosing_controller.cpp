// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/dosing_controller.h"

#include "ui/dosing/entry_line_text.h"
#include "ui/dosing/run_draft.h"

#include "ui/shared/formats.h"
#include "ui/shared/questions.h"

#include "core/protocols/weight.h"
#include "core/safety/vital_findings.h"
#include "core/workflow/catalog.h"
#include "core/workflow/infusion.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_care.h"

#include <QWidget>

#include <algorithm>
#include <memory>
#include <utility>

namespace kairos::ui {

using namespace record;

DosingController::DosingController(const SessionId& id, const PageContext& context, QObject* parent)
    : QObject(parent), m_id(id), m_context(context), m_draft(new RunDraft(id, context.practice, this)) {
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &DosingController::tick);
    connect(&m_context.practice.hub(), &workflow::ChangeHub::changed, this, &DosingController::onChanges);
    refresh();
    m_second.start();
}

void DosingController::onChanges(const workflow::Changes& changes) {
    const bool isNeighbour =
        std::any_of(m_running.begin(), m_running.end(),
                    [&](const workflow::RunningLine& line) { return changes.touches(line.patient); });
    if (m_view && (isNeighbour || changes.touches(m_view->patient.id))) {
        refresh();
    }
}

void DosingController::readRunning() {
    // Without the list there is no switching; what is on the sheet is not touched by it.
    m_running = workflow::runningDoses(m_context.practice).value_or(QList<workflow::RunningLine>());
    workflow::followRunningDoses(m_context.practice, m_running);
}

std::optional<workflow::RunningLine> DosingController::otherRunning() const {
    qsizetype place = -1;
    for (qsizetype i = 0; i < m_running.size(); ++i) {
        place = m_running.at(i).session == m_id ? i : place;
    }
    const bool isAlone = m_running.isEmpty() || (place >= 0 && m_running.size() == 1);
    return isAlone ? std::nullopt : std::optional(m_running.at((place + 1) % m_running.size()));
}

void DosingController::refresh() {
    auto view = workflow::DosingQuery(m_context.practice).view(m_id);
    if (!view) {
        m_trouble = view.error();
    } else {
        m_trouble.reset();
        m_view = std::move(*view);
        std::stable_sort(m_view->content.readings.begin(), m_view->content.readings.end(),
                         [](const Reading& a, const Reading& b) { return a.measuredAt < b.measuredAt; });
        readAround();
        readRunning();
    }
    Q_EMIT changed();
}

void DosingController::readAround() {
    auto& practice = m_context.practice;
    const workflow::CourseQuery course(practice);
    const auto protocol = course.protocolOf(session().plan);
    auto earlier = workflow::DosingQuery(practice).earlier(session());
    auto former = course.formerReadings(m_view->content.readings);
    const auto weight = workflow::PatientCare(practice).lastWeight(session().patient);
    const std::initializer_list<const base::Error*> errors = {
        protocol ? nullptr : &protocol.error(), earlier ? nullptr : &earlier.error(),
        former ? nullptr : &former.error(), weight ? nullptr : &weight.error()};
    for (const base::Error* error : errors) {
        if (error != nullptr) {
            m_trouble = *error;
            return;
        }
    }
    m_protocol = *protocol;
    m_earlier = std::move(*earlier);
    m_former = std::move(*former);
    m_weightBefore.reset();
    if (!m_earlier.isEmpty() && m_earlier.last().session.weight) {
        const DosingSession& last = m_earlier.last().session;
        m_weightBefore = WeightBefore{*last.weight, *last.startedAt};
    } else if (*weight && (*weight)->session != m_id) {
        m_weightBefore = WeightBefore{(*weight)->weight, (*weight)->measuredAt};
    }
}

void DosingController::tick() {
    const qint64 minute = now().utcMs / 60'000;
    if (minute != m_minute && m_view && stage() == DosingStage::Running) {
        m_minute = minute;
        refresh();
    }
    Q_EMIT ticked();
}

const safety::SafetyRules& DosingController::rules() const {
    return m_context.practice.catalog().safety;
}

DosingStage DosingController::stage() const {
    switch (session().state) {
    case SessionState::Planned:
    case SessionState::Arrived:
        return DosingStage::Before;
    case SessionState::InProgress:
        return DosingStage::Running;
    case SessionState::Held:
    case SessionState::Signed:
        return DosingStage::After;
    case SessionState::Cancelled:
    case SessionState::NoShow:
        return DosingStage::Closed;
    }
    return DosingStage::Closed;
}

bool DosingController::isDosing() const {
    return session().state == SessionState::InProgress && !session().stoppedAt;
}

bool DosingController::isPaused() const {
    const SessionEvent* last = nullptr;
    for (const SessionEvent& event : m_view->content.events) {
        const bool counts = event.type == EventType::Pause || event.type == EventType::Resume;
        if (counts && (last == nullptr || event.at >= last->at)) {
            last = &event;
        }
    }
    return isDosing() && last != nullptr && last->type == EventType::Pause;
}

bool DosingController::isSigned() const {
    return !m_view->signatures.isEmpty();
}

bool DosingController::isInfusion() const {
    return session().minutes && session().minutes->value > 0;
}

base::Instant DosingController::now() const {
    return m_context.practice.now();
}

std::optional<qint64> DosingController::elapsedMs() const {
    if (!session().startedAt) {
        return std::nullopt;
    }
    return std::max<qint64>(0, now().msSince(*session().startedAt));
}

double DosingController::minuteOf(const base::Instant& at) const {
    return session().startedAt ? static_cast<double>(at.msSince(*session().startedAt)) / 60'000.0 : 0.0;
}

std::optional<base::Instant> DosingController::expectedEnd() const {
    return workflow::expectedEnd(m_view->content, now());
}

std::optional<base::Milligrams> DosingController::givenNow() const {
    if (!session().startedAt || !session().dose) {
        return std::nullopt;
    }
    const auto given = workflow::DosingQuery(m_context.practice).given(m_view->content, now());
    return given ? std::optional(given->given) : std::nullopt;
}

DueView DosingController::due() const {
    if (m_protocol == nullptr || stage() != DosingStage::Running) {
        return {};
    }
    return dueView(m_protocol->monitoring,
                   {*session().startedAt, m_view->content.readings, m_view->ratings, now()});
}

std::optional<Reading> DosingController::lastReading() const {
    const auto& readings = m_view->content.readings;
    const auto last = std::find_if(readings.rbegin(), readings.rend(),
                                   [](const Reading& reading) { return reading.systolic.has_value(); });
    return last == readings.rend() ? std::nullopt : std::optional(*last);
}

base::Findings DosingController::findingsOf(const Reading& reading) const {
    // A reading is not held against itself: the baseline is another one.
    const bool isBaseline = m_view->baseline && m_view->baseline->id == reading.id;
    return safety::findingsOf(reading, isBaseline ? std::nullopt : m_view->baseline,
                              m_context.practice.catalog().safety);
}

std::optional<base::Finding> DosingController::weightFinding(base::Kilograms weight) const {
    return m_weightBefore ? protocols::weightChangeFinding(m_weightBefore->weight, weight,
                                                           m_context.practice.catalog().doseLimits)
                          : std::nullopt;
}

QStringList DosingController::rescueDrugs() const {
    return m_view->order ? m_view->order->rescueDrugs : QStringList();
}

QString DosingController::timeOf(const base::Instant& at) const {
    return timeText(at, m_context.practice.zone());
}

base::Outcome DosingController::kept(base::Outcome outcome) {
    if (outcome) {
        m_savedAt = now().local(m_context.practice.zone()).time().toString(QStringLiteral("HH:mm:ss"));
        Q_EMIT ticked();
    }
    return outcome;
}

void DosingController::offerUndo(const QString& what, std::function<base::Outcome()> undo) {
    const auto isTaken = std::make_shared<bool>(false);
    Q_EMIT undoOffered({what, [isTaken, undo = std::move(undo)]() -> base::Outcome {
                            if (std::exchange(*isTaken, true)) {
                                return base::fail(base::ErrorCode::Refused, tr("Nothing was taken back"),
                                                  tr("it was taken back already"),
                                                  tr("look at the log of the session"));
                            }
                            return undo();
                        }});
}

base::Outcome DosingController::arrive() {
    return kept(workflow::DosingCare(m_context.practice).arrive(m_id));
}

base::Outcome DosingController::weigh(base::Kilograms weight) {
    auto done = workflow::DosingCare(m_context.practice).weigh(m_id, weight);
    if (done || done.error().code != base::ErrorCode::Stopped) {
        return kept(std::move(done));
    }
    // A field that loses the focus to the question saves once more: it is asked once.
    if (m_weightQuestion.expired()) {
        askWeight(weight, done.error());
    }
    return session().weight == weight ? base::Outcome() : done;
}

void DosingController::askWeight(base::Kilograms weight, const base::Error& doubt) {
    auto* widget = qobject_cast<QWidget*>(parent());
    if (widget == nullptr) {
        return;
    }
    const auto alive = std::make_shared<int>(0);
    m_weightQuestion = alive;
    const Question question{
        .title = tr("Is %1 right?").arg(withUnit(numberText(weight.value, 1), QStringLiteral("kg"))),
        .text = tr("%1. The dose is reckoned from it.").arg(doubt.why),
        .verb = tr("It is right"),
        .kind = ButtonKind::Danger};
    m_context.questions.ask(question, *widget->window(), [this, weight, alive](const Answer&) {
        return kept(
            workflow::DosingCare(m_context.practice).weigh(m_id, weight, workflow::WeightTyping::Confirmed));
    });
}

base::Outcome DosingController::prepare(const workflow::DosePreparation& preparation) {
    return kept(workflow::DosingCare(m_context.practice).prepare(m_id, preparation));
}

base::Outcome DosingController::answer(Gate gate, const QString& criterion, GateAnswer answer,
                                       const QString& evidence) {
    return kept(workflow::DosingCare(m_context.practice).answer(m_id, gate, criterion, answer, evidence));
}

base::Outcome DosingController::overrideLine(Gate gate, const QString& criterion, const QString& reason,
                                             const QString& password) {
    return kept(
        workflow::DosingCare(m_context.practice).overrideLine(m_id, gate, criterion, reason, password));
}

base::Outcome DosingController::check(const workflow::SecondPerson& person) {
    return kept(workflow::DosingCare(m_context.practice).check(m_id, person));
}

base::Outcome DosingController::start() {
    auto done = kept(workflow::DosingCare(m_context.practice).start(m_id));
    if (done) {
        auto& practice = m_context.practice;
        const SessionId id = m_id;
        offerUndo(tr("The dose began at %1.").arg(timeOf(*session().startedAt)),
                  [&practice, id] { return workflow::DosingCare(practice).undoStart(id); });
    }
    return done;
}

base::Outcome DosingController::discharge() {
    return kept(workflow::DosingCare(m_context.practice).discharge(m_id));
}

} // namespace kairos::ui
