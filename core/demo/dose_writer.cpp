// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/course_writer.h"
#include "core/demo/vitals_maker.h"

#include "core/planning/planned_course.h"
#include "core/protocols/dose.h"
#include "core/workflow/catalog.h"
#include "core/workflow/device_course.h"
#include "core/workflow/plan_records.h"

namespace kairos::demo {

using namespace record;
using base::Instant;

namespace {

const QString kLot = QStringLiteral("7K22");
constexpr int kStay = 88; ///< minutes from the end of the dose to going home
constexpr int kNasalStay = 124;

/// What the monitor answered at each asked line before a dose.
QList<std::pair<QString, QString>> preDoseAnswers(const PatientStory& story) {
    QList<std::pair<QString, QString>> answers;
    for (const char* id :
         {"identity", "interval", "mental-state", "medicines", "fasting", "bladder", "emergency"}) {
        answers.append({QString::fromLatin1(id), QString()});
    }
    answers.append({QStringLiteral("escort"), story.patient.emergencyName.isEmpty()
                                                  ? QStringLiteral("a neighbour, known to the clinic")
                                                  : story.patient.emergencyName});
    answers.append(
        {QStringLiteral("intention"), QStringLiteral("own music, eye mask; touch: hand, on request")});
    if (story.patient.pregnancyCapacity != Asked::No) {
        answers.append({QStringLiteral("pregnancy"), QStringLiteral("test negative")});
    }
    return answers;
}

QList<std::pair<QString, QString>> dischargeAnswers(const PatientStory& story) {
    return {{QStringLiteral("oriented"), {}},
            {QStringLiteral("walks"), {}},
            {QStringLiteral("nausea"), QStringLiteral("none")},
            {QStringLiteral("mental-state"), {}},
            {QStringLiteral("suicidality"), QStringLiteral("not worse")},
            {QStringLiteral("escort"), story.patient.emergencyName.isEmpty()
                                           ? QStringLiteral("a neighbour, known to the clinic")
                                           : story.patient.emergencyName},
            {QStringLiteral("instructions"), QStringLiteral("given")},
            {QStringLiteral("contact"), QStringLiteral("call tomorrow 09:00")}};
}

std::optional<base::Kilograms> weightOn(const PatientStory& story, int day) {
    std::optional<base::Kilograms> weight;
    for (const auto& [weighedOn, kilograms] : story.weights) {
        if (weighedOn <= day) {
            weight = base::Kilograms{kilograms};
        }
    }
    return weight;
}

/// The vial and the bag of an infusion.
void drawUp(DosingSession& session) {
    session.concentration = base::MilligramsPerMillilitre{50};
    session.bagVolume = base::Millilitres{50};
    session.bagRule = BagRule::FillTo;
    session.lot = kLot;
    session.site = QStringLiteral("left forearm");
}

void takeOver(const Order& order, DosingSession& session) {
    session.drug = order.drug;
    session.route = order.route;
    session.minutes = order.minutes;
}

protocols::DoseRequest requestOf(const Order& order, const DosingSession& session) {
    protocols::DoseRequest request;
    request.route = order.route;
    request.mgPerKg = order.mgPerKg;
    request.mg = order.mg;
    request.weight = session.weight;
    request.minutes = session.minutes;
    return request;
}

} // namespace

void CourseWriter::writeDoses(const PatientStory& story) {
    int number = 0;
    for (const DoseStory& dose : story.doses) {
        writeDose(story, dose, ++number);
    }
    for (const Moment& at : story.plannedDoses) {
        writePlannedDose(story, at, ++number);
    }
}

void CourseWriter::writePlannedDose(const PatientStory& story, const Moment& at, int number) {
    if (!m_order) {
        return;
    }
    const Instant booked = m_calendar.instant({-1, QTime(12, 0)});
    const QString key = planning::doseKey(number);
    DosingSession session;
    session.id = m_calendar.id<SessionId>(booked);
    session.patient = m_patient;
    session.plan = m_plan->id;
    session.step = stepId(key);
    session.order = m_order;
    session.number = number;
    session.booked = m_calendar.appointment(at);
    takeOver(m_orderValue, session);
    session.intention = story.intention;
    add(session, Hand::Monitor, booked);
    bookStep(key, session.booked);
}

void CourseWriter::writeDose(const PatientStory& story, const DoseStory& dose, int number) {
    if (!m_order) {
        return;
    }
    const Instant start = m_calendar.instant(dose.at);
    const QString key = planning::doseKey(number);
    workflow::SessionContent content;
    DosingSession session;
    session.id = m_calendar.id<SessionId>(start.plusMinutes(-30));
    session.patient = m_patient;
    session.plan = m_plan->id;
    session.step = stepId(key);
    session.order = m_order;
    session.number = number;
    session.booked = m_calendar.appointment({dose.at.day, dose.at.time.addSecs(-12 * 60)});
    session.state = dose.isRunning ? SessionState::InProgress : SessionState::Signed;
    session.arrivedAt = start.plusMinutes(-30);
    session.weight = weightOn(story, dose.at.day);
    takeOver(m_orderValue, session);
    const bool isNasal = session.route == Route::Intranasal;
    if (!isNasal) {
        drawUp(session);
    }
    session.intention = story.intention;
    if (const auto figures = protocols::reckonDose(requestOf(m_orderValue, session), m_catalog.doseLimits)) {
        session.dose = figures->mg;
    }
    session.startedAt = start;
    if (!story.isBrief) {
        m_stock.prepare(session, start);
    }
    const QList<SessionEvent> sprays = isNasal ? spraysOf(session) : QList<SessionEvent>();
    const auto length = static_cast<qint64>(session.minutes.value_or(base::Minutes{40}).value);
    if (!dose.isRunning) {
        session.stoppedAt = sprays.isEmpty() ? start.plusMinutes(length) : sprays.last().at;
        session.dischargedAt = session.stoppedAt->plusMinutes(isNasal ? kNasalStay : kStay);
        session.dischargedBy = hand(Hand::Monitor).id;
    }
    content.dosing = session;
    add(session, Hand::Monitor, start.plusMinutes(-29));
    // The look back at the doses so far is taken when the patient comes for the next one.
    fulfil(QStringLiteral("checkpoint-%1").arg(number - 1), session.id.uuid, start.plusMinutes(-25));
    writeGateAnswers(story, dose, content);
    for (const SessionEvent& spray : sprays) {
        content.events.append(spray);
        add(spray, Hand::Monitor, spray.at);
    }
    m_changes += m_stock.draw(session, sprays);
    writeCall(session);
    writeReadings(story, dose, content);
    writeAdverse(dose, content);
    if (!dose.isRunning) {
        fulfil(key, session.id.uuid, *session.stoppedAt);
        countIntegrationFrom(*session.stoppedAt, number);
        writeAfterDose(story, dose, content);
        writeExperience(dose, session.id);
        writeFollowUps(dose, content);
    }
}

QList<SessionEvent> CourseWriter::spraysOf(const DosingSession& session) {
    QList<SessionEvent> sprays;
    const auto& devices = m_catalog.doseLimits.esketamine;
    workflow::SessionContent content;
    content.dosing = session;
    for (auto course = workflow::deviceCourse(content, devices); course && !course->isComplete();
         course = workflow::deviceCourse(content, devices)) {
        SessionEvent event;
        event.at = course->nextFrom().value_or(*session.startedAt);
        event.id = m_calendar.id<EventId>(event.at);
        event.session = session.id;
        event.patient = m_patient;
        event.enteredAt = event.at;
        event.type = EventType::Spray;
        event.sprays = course->leftInNext();
        event.amount = (course->mgPerSpray * course->leftInNext()).value;
        event.text = workflow::sprayWords(*course, course->leftInNext());
        content.events.append(event);
        sprays.append(event);
    }
    return sprays;
}

void CourseWriter::countIntegrationFrom(const Instant& doseEnd, int number) {
    const auto* protocol = m_catalog.protocols.find(m_plan->protocol);
    const QString key = QStringLiteral("integration-%1").arg(number);
    const planning::PlanRequest request = requestFrom(m_plan->start);
    for (PlanStep& step : m_steps) {
        if (step.key == key && protocol != nullptr) {
            step.window = workflow::integrationWindow(*protocol, doseEnd, request);
            add(step, Hand::Monitor, doseEnd, Action::Changed);
        }
    }
}

void CourseWriter::writeCall(const DosingSession& session) {
    // Older ones are asked for no more.
    constexpr qint64 kWeekMinutes = 8 * 24 * 60;
    const Instant now = m_calendar.instant({0, m_story.now});
    if (!session.dischargedAt) {
        return;
    }
    const Instant called = session.dischargedAt->plusMinutes(21 * 60);
    if (called >= now || called.plusMinutes(kWeekMinutes) < now) {
        return;
    }
    add(GateCheck{m_calendar.id<GateCheckId>(called), session.id, m_patient, Gate::After,
                  QStringLiteral("call"), GateAnswer::Met, QStringLiteral("slept well, no complaints"),
                  called, hand(Hand::Monitor).id, std::nullopt, QString()},
        Hand::Monitor, called);
}

void CourseWriter::writeGateAnswers(const PatientStory& story, const DoseStory& dose,
                                    workflow::SessionContent& content) {
    if (story.isBrief) {
        return;
    }
    const Instant at = m_calendar.instant(dose.at).plusMinutes(-20);
    const auto answer = [&](Gate gate, const QString& id, const QString& evidence, const Instant& when) {
        const GateCheck check{m_calendar.id<GateCheckId>(when),
                              content.dosing->id,
                              m_patient,
                              gate,
                              id,
                              GateAnswer::Met,
                              evidence,
                              when,
                              hand(Hand::Monitor).id,
                              std::nullopt,
                              {}};
        content.checks.append(check);
        add(check, Hand::Monitor, when);
    };
    auto answers = preDoseAnswers(story);
    if (!content.dosing->check) {
        // From before the clinic confirmed it with a password.
        answers.append({QStringLiteral("double-check"), QStringLiteral("P. Nair, R. Adeyemi")});
    }
    for (const auto& [id, evidence] : answers) {
        answer(Gate::PreDose, id, evidence, at);
    }
    if (!dose.isRunning) {
        for (const auto& [id, evidence] : dischargeAnswers(story)) {
            answer(Gate::Discharge, id, evidence, content.dosing->dischargedAt->plusMinutes(-3));
        }
    }
}

void CourseWriter::writeReadings(const PatientStory& story, const DoseStory& dose,
                                 workflow::SessionContent& content) {
    const Instant start = m_calendar.instant(dose.at);
    const Instant now = m_calendar.instant({0, m_story.now});
    for (const int minute : monitoringMinutes()) {
        const Instant at = start.plusMinutes(minute);
        // In the running session the reading of this very minute is still due.
        const bool isAhead = dose.isRunning && at >= now;
        const bool isLeftOut = story.isBrief && (minute == 10 || minute == 30 || minute == 90);
        if (isAhead || isLeftOut) {
            continue;
        }
        Reading reading = readingAt(dose.pressure, minute, m_random);
        reading.id = m_calendar.id<ReadingId>(at);
        reading.session = content.dosing->id;
        reading.patient = m_patient;
        reading.measuredAt = at;
        reading.enteredAt = at.plusMs(20'000);
        content.readings.append(reading);
        add(reading, Hand::Monitor, reading.enteredAt);
    }
    if (story.isBrief) {
        return;
    }
    for (const int minute : {12, 24}) {
        const Instant at = start.plusMinutes(minute);
        SessionEvent event;
        event.id = m_calendar.id<EventId>(at);
        event.session = content.dosing->id;
        event.patient = m_patient;
        event.at = at;
        event.enteredAt = at;
        const auto& words = m_story.words.events;
        event.text = words.at(static_cast<qsizetype>(m_random.next() % static_cast<quint64>(words.size())));
        content.events.append(event);
        add(event, Hand::Monitor, at);
    }
}

void CourseWriter::writeAfterDose(const PatientStory& story, const DoseStory& dose,
                                  workflow::SessionContent& content) {
    const Instant discharged = *content.dosing->dischargedAt;
    if (!story.isBrief) {
        const auto minutesToDischarge =
            static_cast<int>(discharged.msSince(m_calendar.instant(dose.at)) / 60'000);
        const QTime padssTime = dose.at.time.addSecs((minutesToDischarge - 5) * 60);
        const QTime cadssTime = dose.at.time.addSecs(40 * 60);
        writeRating({QStringLiteral("padss"), {dose.at.day, padssTime}, {}, 10, {}}, content.dosing->id);
        if (dose.cadss) {
            writeRating({QStringLiteral("cadss"), {dose.at.day, cadssTime}, {}, *dose.cadss, {}},
                        content.dosing->id);
        }
        if (dose.cadssAtEnd) {
            writeRating({QStringLiteral("cadss"), {dose.at.day, padssTime}, {}, *dose.cadssAtEnd, {}},
                        content.dosing->id);
        }
    }
    const Note note =
        noteFor(content.dosing->id, QStringLiteral("dosing"), Hand::Monitor, discharged.plusMinutes(8));
    content.notes.append(note);
    add(note, Hand::Monitor, note.writtenAt);
    const auto hash = workflow::SignedContent::hashOf(content).toBytes();
    sign(RecordKind::DosingSession, content.dosing->id.uuid, hash, Hand::Monitor, discharged.plusMinutes(11));
    if (!story.isBrief) {
        sign(RecordKind::DosingSession, content.dosing->id.uuid, hash, Hand::Prescriber,
             discharged.plusMinutes(38));
    }
}

} // namespace kairos::demo
