// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/course_writer.h"

#include "core/demo/answer_maker.h"

#include "core/planning/plan.h"
#include "core/record/packing.h"
#include "core/scales/scoring.h"
#include "core/workflow/catalog.h"
#include "core/workflow/plan_records.h"
#include "core/workflow/rating_modes.h"
#include "core/workflow/risk_lane.h"

namespace kairos::demo {

using namespace record;
using base::Instant;

const Clinician& CourseWriter::hand(Hand who) const {
    static const QHash<Hand, QString> kNames = {{Hand::Prescriber, QStringLiteral("adeyemi")},
                                                {Hand::Therapist, QStringLiteral("lindqvist")},
                                                {Hand::Monitor, QStringLiteral("nair")}};
    return *m_staff.constFind(kNames.value(who));
}

void CourseWriter::add(const AnyRecord& value, Hand who, const Instant& at, Action action) {
    const Clinician& clinician = hand(who);
    m_changes.append({action, value, {}, storage::Origin{Actor{clinician.id, clinician.name}, at}});
}

QList<storage::Change> CourseWriter::write(const PatientStory& patient, int& nextRisk) {
    m_changes.clear();
    m_plan.reset();
    m_order.reset();
    m_steps.clear();
    m_ratings.clear();
    m_held.clear();
    writePerson(patient);
    writePlan(patient);
    writeTherapy(patient, patient.preparations, TherapyType::Preparation);
    writeRatings(patient);
    writeDoses(patient);
    writeTherapy(patient, patient.integrations, TherapyType::Integration);
    writeTherapy(patient, patient.therapy, TherapyType::Therapy);
    writeThread(patient);
    writeSheets(patient);
    writeRisks(patient, nextRisk);
    writeScreening(patient);
    writeLetters(patient);
    // The journal runs forward: entries of the same moment keep the order in which they were made.
    std::stable_sort(
        m_changes.begin(), m_changes.end(),
        [](const storage::Change& a, const storage::Change& b) { return a.origin->at < b.origin->at; });
    return std::move(m_changes);
}

void CourseWriter::writePerson(const PatientStory& story) {
    int firstDay = story.weights.isEmpty() ? -7 : story.weights.first().first;
    firstDay = std::min(firstDay, story.ratings.isEmpty() ? firstDay : story.ratings.first().at.day);
    const Instant at = m_calendar.instant({firstDay - 1, QTime(11, 0)});
    Patient patient = story.patient;
    patient.id = m_calendar.id<PatientId>(at);
    m_patient = patient.id;
    add(patient, Hand::Prescriber, at);
    for (const auto& [substance, reaction] : story.allergies) {
        add(Allergy{m_calendar.id<AllergyId>(at), m_patient, substance, reaction}, Hand::Prescriber, at);
    }
    for (const auto& [text, code] : story.diagnoses) {
        add(Diagnosis{m_calendar.id<DiagnosisId>(at), m_patient, text, code}, Hand::Prescriber, at);
    }
    for (const auto& [name, dose] : story.medications) {
        add(
            Medication{
                m_calendar.id<MedicationId>(at), m_patient, name, dose, m_calendar.date(firstDay - 1), {}},
            Hand::Prescriber, at);
    }
    for (const auto& [day, kilograms] : story.weights) {
        const Instant weighed = m_calendar.instant({day, QTime(9, 0)});
        add(Weight{m_calendar.id<WeightId>(weighed), m_patient, base::Kilograms{kilograms}, weighed, {}},
            Hand::Monitor, weighed);
        m_weight = kilograms;
    }
    if (story.consent) {
        const Instant given = m_calendar.instant({story.consent->first, QTime(15, 0)});
        add(Consent{m_calendar.id<ConsentId>(given),
                    m_patient,
                    QStringLiteral("ketamine-treatment"),
                    QStringLiteral("4"),
                    m_calendar.date(story.consent->first),
                    m_calendar.date(story.consent->second),
                    {},
                    {}},
            Hand::Prescriber, given);
    }
}

planning::PlanRequest CourseWriter::requestFrom(QDate start) const {
    planning::PlanRequest request;
    request.start = start;
    request.closedWeekdays = m_story.closedWeekdays;
    for (int weekday = 1; weekday <= 7; ++weekday) {
        if (!m_story.closedWeekdays.contains(weekday)) {
            request.opensAt.insert(weekday, m_story.opens);
        }
    }
    request.zone = m_calendar.zone();
    return request;
}

void CourseWriter::writePlan(const PatientStory& story) {
    const auto* protocol = m_catalog.protocols.find(story.protocol);
    if (protocol == nullptr) {
        return;
    }
    const int day = (story.consent ? story.consent->first : story.start - 9);
    const Instant at = m_calendar.instant({day, QTime(15, 30)});
    const planning::PlanRequest request = requestFrom(m_calendar.date(story.start));
    const auto course = planning::plan(*protocol, request);
    TreatmentPlan plan;
    plan.id = m_calendar.id<PlanId>(at);
    plan.patient = m_patient;
    plan.protocol = protocol->id;
    plan.protocolVersion = protocol->version;
    plan.title = protocol->title;
    plan.start = request.start;
    plan.closedWeekdays = request.closedWeekdays;
    plan.state = story.consent ? PlanState::Active : PlanState::Draft;
    m_plan = plan;
    add(plan, Hand::Prescriber, at);
    m_steps = workflow::planRecords(course, plan, [&] { return m_calendar.id<StepId>(at); });
    for (const PlanStep& step : std::as_const(m_steps)) {
        add(step, Hand::Prescriber, at);
    }
    writeGoals(story, day);
    if (plan.state != PlanState::Active) {
        return;
    }
    m_orderValue = workflow::orderOf(protocol->regimen, plan);
    m_orderValue.id = m_calendar.id<OrderId>(at);
    m_orderValue.prescriber = hand(Hand::Prescriber).id;
    m_orderValue.rescueDrugs = {QStringLiteral("ondansetron 4 mg IV")};
    m_orderValue.validFrom = m_calendar.date(day);
    m_orderValue.validTo = m_calendar.date(365);
    m_order = m_orderValue.id;
    add(m_orderValue, Hand::Prescriber, at);
    sign(RecordKind::Order, m_orderValue.id.uuid,
         workflow::SignedContent::hashOf(pack(m_orderValue)).toBytes(), Hand::Prescriber, at.plusMinutes(2));
    sign(RecordKind::TreatmentPlan, plan.id.uuid, workflow::SignedContent::hashOf(pack(plan)).toBytes(),
         Hand::Prescriber, at.plusMinutes(3));
    fulfil(QStringLiteral("screening-1"), plan.id.uuid, at);
    fulfil(QStringLiteral("consent-1"), plan.id.uuid, at);
    fulfil(QStringLiteral("review-entry"), plan.id.uuid, at);
    if (story.doses.size() >= protocol->regimen.count() && !story.therapy.isEmpty()) {
        const int review = story.doses.at(protocol->regimen.count() - 1).at.day + 4;
        fulfil(QStringLiteral("review-1"), plan.id.uuid, m_calendar.instant({review, QTime(12, 0)}));
    }
}

std::optional<StepId> CourseWriter::stepId(const QString& key) const {
    for (const PlanStep& step : m_steps) {
        if (step.key == key) {
            return step.id;
        }
    }
    return std::nullopt;
}

void CourseWriter::fulfil(const QString& key, const base::Uuid& by, const Instant& at) {
    for (PlanStep& step : m_steps) {
        if (step.key == key && !step.doneBy) {
            step.doneBy = by;
            step.doneAt = at;
            add(step, Hand::Monitor, at, Action::Changed);
        }
    }
}

void CourseWriter::bookStep(const QString& key, const base::Appointment& booked) {
    for (PlanStep& step : m_steps) {
        if (step.key == key && !step.doneBy) {
            step.booked = booked;
            add(step, Hand::Monitor, m_calendar.instant({-1, QTime(12, 0)}), Action::Changed);
        }
    }
}

void CourseWriter::sign(RecordKind kind, const base::Uuid& id, const QByteArray& hash, Hand who,
                        const Instant& at) {
    Signature signature;
    signature.id = m_calendar.id<SignatureId>(at);
    signature.targetKind = kind;
    signature.target = id;
    signature.patient = m_patient;
    signature.signer = hand(who).id;
    signature.role = hand(who).roles.first();
    signature.at = at;
    signature.contentHash = hash;
    add(signature, who, at);
}

Note CourseWriter::noteFor(const SessionId& session, const QString& kind, Hand author, const Instant& at) {
    const auto& texts = m_story.words.notes.value(kind);
    const QStringList& text =
        texts.at(static_cast<qsizetype>(m_random.next() % static_cast<quint64>(texts.size())));
    Note note;
    note.id = m_calendar.id<NoteId>(at);
    note.session = session;
    note.patient = m_patient;
    note.author = hand(author).id;
    note.writtenAt = at;
    note.format = NoteFormat::Dap;
    note.sections = {{QStringLiteral("data"), text.value(0)},
                     {QStringLiteral("assessment"), text.value(1)},
                     {QStringLiteral("plan"), text.value(2)}};
    note.risk.ideation = SuicidalIdeation::None;
    return note;
}

void CourseWriter::writeTherapy(const PatientStory& story, const QList<TherapyStory>& sessions,
                                TherapyType type) {
    static const QHash<TherapyType, QString> kKeys = {
        {TherapyType::Preparation, QStringLiteral("preparation-%1")},
        {TherapyType::Integration, QStringLiteral("integration-%1")},
        {TherapyType::Therapy, QStringLiteral("therapy-%1")},
        {TherapyType::Other, QStringLiteral("other-%1")}};
    static const QHash<TherapyType, QString> kNotes = {
        {TherapyType::Preparation, QStringLiteral("preparation")},
        {TherapyType::Integration, QStringLiteral("integration")},
        {TherapyType::Therapy, QStringLiteral("therapy")},
        {TherapyType::Other, QStringLiteral("therapy")}};
    int number = 0;
    for (const TherapyStory& told : sessions) {
        ++number;
        const QString key = kKeys.value(type).arg(number);
        const Instant at = m_calendar.instant(told.at);
        TherapySession session;
        session.id = m_calendar.id<SessionId>(at);
        session.patient = m_patient;
        session.plan = m_plan ? std::optional(m_plan->id) : std::nullopt;
        session.step = stepId(key);
        session.type = type;
        session.number = number;
        session.modality = type == TherapyType::Therapy ? QStringLiteral("CBT") : QString();
        session.booked = m_calendar.appointment(told.at);
        session.therapist = hand(Hand::Therapist).id;
        if (told.held == Held::Planned || told.held == Held::Arrived) {
            session.state = told.held == Held::Arrived ? SessionState::Arrived : SessionState::Planned;
            const Instant booked = m_calendar.instant({std::min(told.at.day, 0) - 1, QTime(12, 0)});
            add(session, Hand::Therapist, booked);
            bookStep(key, session.booked);
            continue;
        }
        session.startedAt = at;
        session.minutes = type == TherapyType::Preparation ? 75 : 50;
        session.state = told.held == Held::Unsigned ? SessionState::Held : SessionState::Signed;
        const Instant end = at.plusMinutes(*session.minutes + 10);
        const Note note = noteFor(session.id, kNotes.value(type), Hand::Therapist, end);
        add(session, Hand::Therapist, end);
        add(note, Hand::Therapist, end);
        fulfil(key, session.id.uuid, at);
        m_held.insert(told.at.day, {session.id, told.at.day, end});
        writeAlliance(told, *session.minutes);
        if (told.held == Held::Held) {
            workflow::SessionContent content;
            content.therapy = session;
            content.notes = {note};
            sign(RecordKind::TherapySession, session.id.uuid,
                 workflow::SignedContent::hashOf(content).toBytes(), Hand::Therapist, end.plusMinutes(3));
        }
    }
    Q_UNUSED(story)
}

Rating CourseWriter::answered(const scales::Instrument& instrument, const RatingStory& rating,
                              base::RandomSource& random) const {
    const auto answers = answersFor(instrument, rating, random);
    const auto scored = scales::score(
        instrument, std::span<const Answer>(answers.constData(), static_cast<size_t>(answers.size())));
    Rating value;
    value.patient = m_patient;
    value.instrument = instrument.id;
    value.instrumentVersion = instrument.version;
    value.language = instrument.language;
    value.mode = workflow::modesOf(instrument).first();
    value.rater = hand(Hand::Monitor).id;
    value.assessedAt = m_calendar.instant(rating.at);
    value.recallDays = instrument.recall.days;
    value.answers = answers;
    if (scored) {
        value.rawSum = scored->rawSum;
        value.total = scored->total;
        value.band = scored->band;
        for (const scales::Flag& flag : scored->flags) {
            value.flags.append({flag.id, flag.rule});
        }
    }
    return value;
}

RatingId CourseWriter::writeRating(const RatingStory& rating, const std::optional<SessionId>& session) {
    const auto* instrument = m_catalog.instruments.find(rating.instrument);
    if (instrument == nullptr) {
        return {};
    }
    Rating value = answered(*instrument, rating, m_random);
    value.id = m_calendar.id<RatingId>(value.assessedAt);
    value.session = session;
    add(value, Hand::Monitor, value.assessedAt);
    m_ratings.insert({rating.instrument, rating.at.day}, value.id);
    return value.id;
}

void CourseWriter::writeRatings(const PatientStory& story) {
    for (const RatingStory& rating : story.ratings) {
        const RatingId id = writeRating(rating, std::nullopt);
        // A rating fulfils the first open rating step whose window holds its day.
        const QDate day = m_calendar.date(rating.at.day);
        for (const PlanStep& step : std::as_const(m_steps)) {
            const bool fits = step.kind == StepKind::Rating && !step.doneBy && step.window &&
                              step.instruments.contains(rating.instrument) &&
                              step.window->earliest.date <= day && day <= step.window->latest.date;
            if (fits) {
                fulfil(step.key, id.uuid, m_calendar.instant(rating.at));
                break;
            }
        }
    }
}

void CourseWriter::writeRisks(const PatientStory& story, int& nextRisk) {
    for (const RiskStory& told : story.risks) {
        const auto rating = m_ratings.value({told.instrument, told.day});
        const auto written =
            std::find_if(m_changes.begin(), m_changes.end(), [&](const storage::Change& change) {
                const auto* value = change.record.as<Rating>();
                return value != nullptr && value->id == rating;
            });
        if (written == m_changes.end()) {
            continue;
        }
        const Rating evidence = written->record.get<Rating>();
        const auto& instrument = *m_catalog.instruments.find(evidence.instrument);
        const auto scored = scales::score(
            instrument, {evidence.answers.constData(), static_cast<size_t>(evidence.answers.size())});
        const auto sign = scored ? workflow::RiskLane::signOf(evidence, instrument, *scored) : std::nullopt;
        if (!sign) {
            continue;
        }
        const Instant at = evidence.assessedAt;
        RiskItem item;
        item.id = m_calendar.id<RiskItemId>(at);
        item.patient = m_patient;
        item.number = nextRisk++;
        item.openedAt = at;
        item.level = *sign->level;
        item.evidence = {*sign};
        add(item, Hand::Monitor, at);
        if (told.closed) {
            const Instant closed = m_calendar.instant({told.day, *told.closed});
            item.assessment = told.assessment;
            item.plan = told.plan;
            item.nextLook = m_calendar.date(told.nextLookDay);
            item.closedAt = closed;
            item.closedBy = m_staff.value(told.closedBy).id;
            add(item, Hand::Prescriber, closed, Action::Changed);
        }
    }
}

} // namespace kairos::demo
