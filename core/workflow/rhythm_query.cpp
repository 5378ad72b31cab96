// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/rhythm_query.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_reads.h"

#include "core/outcomes/alliance.h"
#include "core/outcomes/rhythm_due.h"
#include "core/record/dosing_session.h"
#include "core/record/plan.h"
#include "core/record/therapy_session.h"
#include "core/storage/practice_file.h"

#include <QLocale>

#include <algorithm>

namespace kairos::workflow {

using namespace record;
using outcomes::DoseRhythm;
using outcomes::RhythmDue;
using outcomes::SessionRhythm;

namespace {

bool isOff(SessionState state) {
    return state == SessionState::Cancelled || state == SessionState::NoShow;
}

RatingDuty rhythmDuty(const RhythmDue& due, const QString& instrument, const outcomes::RhythmBasis& basis) {
    RatingDuty duty;
    duty.asked.stepTitle = basis.text;
    duty.asked.instrument = instrument;
    duty.asked.target = due.target;
    duty.asked.latest = due.latest;
    duty.asked.isLate = due.isLate;
    duty.asked.basis = QStringLiteral("%1 (%2)").arg(basis.source, base::confidenceMark(basis.confidence));
    duty.state = due.isLate ? DutyState::Late : DutyState::Due;
    return duty;
}

} // namespace

/// All of one patient that rhythms look at.
struct RhythmQuery::Records {
    QList<TherapySession> therapy;
    QList<DosingSession> doses;
    QList<Rating> ratings;
    std::optional<QList<PlanId>> running; ///< the plans that run; none while the plans are not read
    QStringList askedByThePlan;           ///< instruments of their steps
};

QDate RhythmQuery::dayOf(const base::Instant& at) const {
    return at.local(m_practice.zone()).date();
}

base::Result<RhythmQuery::Records> RhythmQuery::load(const PatientId& patient) const {
    auto therapy = m_practice.reads().all<TherapySession>(patient);
    auto doses = m_practice.reads().all<DosingSession>(patient);
    auto ratings = m_practice.reads().all<Rating>(patient);
    if (!therapy || !doses || !ratings) {
        return tl::unexpected<base::Error>(!therapy ? therapy.error()
                                           : !doses ? doses.error()
                                                    : ratings.error());
    }
    return Records{std::move(therapy->records),
                   std::move(doses->records),
                   std::move(ratings->records),
                   std::nullopt,
                   {}};
}

base::Outcome RhythmQuery::loadPlans(const PatientId& patient, Records& records) const {
    auto& reader = m_practice.file().records();
    const storage::RowFilter own{.patient = patient};
    const auto plans = reader.list<TreatmentPlan>(own);
    const auto steps = reader.list<PlanStep>(own);
    if (!plans || !steps) {
        return tl::unexpected<base::Error>(plans ? steps.error() : plans.error());
    }
    records.running.emplace();
    for (const TreatmentPlan& plan : plans->records) {
        if (plan.state == PlanState::Active) {
            records.running->append(plan.id);
        }
    }
    for (const PlanStep& step : steps->records) {
        if (records.running->contains(step.plan) && !step.waivedBy) {
            records.askedByThePlan += step.instruments;
        }
    }
    return {};
}

bool RhythmQuery::isKept(const QString& rhythm, const QString& instrument, const Records& records) const {
    return !m_practice.practice().rhythmsOff.contains(rhythm) &&
           !records.askedByThePlan.contains(instrument) &&
           m_practice.catalog().instruments.find(instrument) != nullptr;
}

QList<QDate> RhythmQuery::courseDays(const SessionRhythm& rhythm, const Records& records) const {
    const QDate today = m_practice.today();
    QList<std::pair<QDate, std::optional<PlanId>>> held;
    for (const TherapySession& session : records.therapy) {
        if (isOff(session.state) || !rhythm.counts.contains(session.type)) {
            continue;
        }
        // The session of today counts from the morning on: the form is handed out in it, or before it.
        if (session.startedAt && dayOf(*session.startedAt) <= today) {
            held.append({dayOf(*session.startedAt), session.plan});
        } else if (!session.startedAt && session.booked.date == today) {
            held.append({today, session.plan});
        }
    }
    std::stable_sort(held.begin(), held.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    QList<QDate> days;
    if (held.isEmpty()) {
        return days;
    }
    const auto course = held.last().second;
    if (course && records.running && !records.running->contains(*course)) {
        return days;
    }
    for (const auto& [day, plan] : held) {
        if (plan == course) {
            days.append(day);
        }
    }
    return days;
}

void RhythmQuery::addCourse(const SessionRhythm& rhythm, const Records& records,
                            QList<RatingDuty>& duties) const {
    QList<QDate> rated;
    for (const Rating& rating : records.ratings) {
        if (rating.instrument == rhythm.instrument) {
            rated.append(dayOf(rating.assessedAt));
        }
    }
    const auto due = outcomes::dueInCourse(rhythm, courseDays(rhythm, records), rated, m_practice.today());
    if (due) {
        duties.append(rhythmDuty(*due, rhythm.instrument, rhythm.basis));
        duties.last().asked.rhythm = rhythm.id;
    }
}

/// By its own link, or typed without one between this dose and the next.
bool RhythmQuery::isRatedAfter(const DosingSession& dose, const DoseRhythm& rhythm,
                               const Records& records) const {
    std::optional<base::Instant> next;
    for (const DosingSession& other : records.doses) {
        if (other.startedAt && *other.startedAt > *dose.stoppedAt && (!next || *other.startedAt < *next)) {
            next = other.startedAt;
        }
    }
    return std::any_of(records.ratings.begin(), records.ratings.end(), [&](const Rating& rating) {
        const bool isAfter = rating.assessedAt >= *dose.stoppedAt && (!next || rating.assessedAt < *next);
        return rating.instrument == rhythm.instrument &&
               (rating.session == dose.id || (!rating.session && isAfter));
    });
}

void RhythmQuery::addDoses(const DoseRhythm& rhythm, const Records& records,
                           QList<RatingDuty>& duties) const {
    for (const DosingSession& dose : records.doses) {
        const bool hasTherapy =
            std::any_of(records.therapy.begin(), records.therapy.end(), [&](const TherapySession& session) {
                return session.plan == dose.plan && !isOff(session.state);
            });
        if (!dose.stoppedAt || !hasTherapy || isRatedAfter(dose, rhythm, records)) {
            continue;
        }
        const auto due = outcomes::dueAfterDose(rhythm, dayOf(*dose.stoppedAt), m_practice.today());
        if (due) {
            duties.append(rhythmDuty(*due, rhythm.instrument, rhythm.basis));
            duties.last().asked.rhythm = rhythm.id;
            duties.last().asked.session = dose.id;
        }
    }
}

QList<RatingDuty> RhythmQuery::dutiesBy(const Records& records) const {
    QList<RatingDuty> duties;
    for (const SessionRhythm& rhythm : m_rhythms.sessions) {
        if (isKept(rhythm.id, rhythm.instrument, records)) {
            addCourse(rhythm, records, duties);
        }
    }
    for (const DoseRhythm& rhythm : m_rhythms.doses) {
        if (isKept(rhythm.id, rhythm.instrument, records)) {
            addDoses(rhythm, records, duties);
        }
    }
    return duties;
}

base::Result<QList<RatingDuty>> RhythmQuery::duties(const PatientId& patient) const {
    auto records = load(patient);
    if (!records) {
        return tl::unexpected<base::Error>(records.error());
    }
    // Plans only take away: where nothing is due, as for most patients, they are not read.
    if (dutiesBy(*records).isEmpty()) {
        return QList<RatingDuty>();
    }
    return loadPlans(patient, *records).map([&] { return dutiesBy(*records); });
}

base::Result<base::Findings> RhythmQuery::alliance(const PatientId& patient) const {
    const auto& rules = m_rhythms.alliance;
    const auto* instrument = m_practice.catalog().instruments.find(rules.instrument);
    const auto rhythm =
        std::find_if(m_rhythms.sessions.begin(), m_rhythms.sessions.end(),
                     [&](const SessionRhythm& one) { return one.instrument == rules.instrument; });
    if (instrument == nullptr || instrument->items.empty() || rhythm == m_rhythms.sessions.end()) {
        return base::Findings();
    }
    auto loaded = load(patient);
    if (!loaded) {
        return tl::unexpected<base::Error>(loaded.error());
    }
    return loadPlans(patient, *loaded).map([&] {
        const Records& records = *loaded;
        const auto days = courseDays(*rhythm, records);
        QList<outcomes::AlliancePoint> points;
        for (const Rating& rating : records.ratings) {
            const QDate day = dayOf(rating.assessedAt);
            if (rating.instrument == rules.instrument && rating.total && !days.isEmpty() &&
                day >= days.first()) {
                points.append({*rating.total, outcomes::sessionNumberOn(days, day),
                               QLocale().toString(day, QStringLiteral("d MMM yyyy"))});
            }
        }
        return outcomes::allianceFindings(points, static_cast<int>(instrument->items.size()), rules);
    });
}

} // namespace kairos::workflow
