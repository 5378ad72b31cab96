// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/chart_query.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/rating_query.h"
#include "core/workflow/risk_lane.h"
#include "core/workflow/session_desk.h"

#include "core/record/reading.h"
#include "core/storage/practice_file.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

bool isGiven(const DosingSession& session) {
    return session.startedAt.has_value() && session.state != SessionState::Cancelled;
}

SessionLine lineOf(const DosingSession& session) {
    SessionLine line;
    line.session = session.id;
    line.isDosing = true;
    line.number = session.number;
    line.booked = session.booked;
    line.startedAt = session.startedAt;
    line.state = session.state;
    line.dose = session.dose;
    line.route = session.route;
    line.minutes = session.minutes;
    return line;
}

SessionLine lineOf(const TherapySession& session) {
    SessionLine line;
    line.session = session.id;
    line.therapy = session.type;
    line.modality = session.modality;
    line.number = session.number;
    line.booked = session.booked;
    line.startedAt = session.startedAt;
    line.state = session.state;
    return line;
}

/// When it began, else when it is booked: only then the zone's rules are asked.
template <class Session>
base::Instant momentOf(const Session& session) {
    return session.startedAt ? *session.startedAt : session.booked.instant();
}

/// Hours from the end of the last dose given before `at`.
std::optional<double> hoursAfterDose(const QList<DosingSession>& doses, const base::Instant& at) {
    std::optional<base::Instant> last;
    for (const DosingSession& dose : doses) {
        if (!isGiven(dose)) {
            continue;
        }
        const base::Instant end = dose.stoppedAt.value_or(*dose.startedAt);
        if (end <= at && (!last || *last < end)) {
            last = end;
        }
    }
    return last ? std::optional(static_cast<double>(at.msSince(*last)) / 3'600'000.0) : std::nullopt;
}

} // namespace

base::Result<HeaderView> ChartQuery::header(const PatientId& id) const {
    const PatientCare care(m_practice);
    const auto draft = care.load(id);
    const auto weight = care.lastWeight(id);
    const auto risk = RiskLane(m_practice).openItem(id);
    const auto doses = SessionDesk(m_practice).dosingOf(id);
    const auto ratings = RatingQuery(m_practice).of(id);
    for (const auto* error : {draft ? nullptr : &draft.error(), weight ? nullptr : &weight.error(),
                              risk ? nullptr : &risk.error(), doses ? nullptr : &doses.error(),
                              ratings ? nullptr : &ratings.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    HeaderView view;
    view.patient = draft->patient;
    view.allergies = draft->allergies;
    view.weight = *weight;
    view.risk = *risk;
    view.dosesGiven = static_cast<int>(std::count_if(doses->begin(), doses->end(), isGiven));
    for (const RatingSeries& series : ratings->series) {
        if (series.trend.latestPoint() != nullptr) {
            view.instrument = series.instrument;
            view.trend = series.trend;
            break;
        }
    }
    return view;
}

std::optional<PeakPressure> ChartQuery::peakOf(const DosingSession& session) const {
    if (!session.startedAt) {
        return std::nullopt;
    }
    storage::RowFilter own;
    own.parent = session.id.uuid;
    const auto readings = m_practice.file().records().list<Reading>(own);
    std::optional<PeakPressure> peak;
    if (!readings) {
        return peak;
    }
    for (const Reading& reading : readings->records) {
        const qint64 ms = reading.measuredAt.msSince(*session.startedAt);
        if (reading.systolic && ms >= 0 && (!peak || *reading.systolic > peak->systolic)) {
            peak = PeakPressure{*reading.systolic, reading.diastolic, static_cast<int>(ms / 60'000)};
        }
    }
    return peak;
}

QList<ChartQuery::Entry> ChartQuery::entriesOf(const QList<DosingSession>& doses,
                                               const QList<TherapySession>& therapy) {
    QList<Entry> entries;
    entries.reserve(doses.size() + therapy.size());
    for (const DosingSession& session : doses) {
        entries.append({momentOf(session), &session, nullptr});
    }
    for (const TherapySession& session : therapy) {
        entries.append({momentOf(session), nullptr, &session});
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return b.at < a.at; });
    return entries;
}

SessionLine ChartQuery::lineFor(const Entry& entry, const QList<DosingSession>& doses) const {
    if (entry.dose != nullptr) {
        SessionLine line = lineOf(*entry.dose);
        line.peak = peakOf(*entry.dose);
        if (entry.dose->dischargedBy) {
            line.person = m_practice.clinicianName(*entry.dose->dischargedBy);
        }
        return line;
    }
    SessionLine line = lineOf(*entry.therapy);
    line.person = m_practice.clinicianName(entry.therapy->therapist);
    if (line.therapy == TherapyType::Integration) {
        line.hoursAfterDose = hoursAfterDose(doses, line.at());
    }
    return line;
}

base::Result<QList<SessionLine>> ChartQuery::chosen(const PatientId& patient, const Choice& choice) const {
    const SessionDesk desk(m_practice);
    const auto doses = desk.dosingOf(patient);
    const auto therapy = desk.therapyOf(patient);
    if (!doses || !therapy) {
        return tl::unexpected<base::Error>(doses ? therapy.error() : doses.error());
    }
    QList<SessionLine> lines;
    for (const Entry& entry : entriesOf(*doses, *therapy)) {
        if (lines.size() == choice.most) {
            break;
        }
        const SessionState state = entry.dose != nullptr ? entry.dose->state : entry.therapy->state;
        const bool isAhead = choice.behind && state == SessionState::Planned && *choice.behind <= entry.at;
        if (!isAhead) {
            lines.append(lineFor(entry, *doses));
        }
    }
    return lines;
}

base::Result<QList<SessionLine>> ChartQuery::sessions(const PatientId& patient) const {
    return chosen(patient, {});
}

base::Result<QList<SessionLine>> ChartQuery::lastSessions(const PatientId& patient, qsizetype count) const {
    return chosen(patient, {count, m_practice.now()});
}

base::Result<QList<Weight>> ChartQuery::weights(const PatientId& patient) const {
    storage::RowFilter own;
    own.patient = patient;
    own.order = storage::RowFilter::Order::NewestFirst;
    return m_practice.file().records().list<Weight>(own).map(
        [](const storage::Loaded<Weight>& loaded) { return loaded.records; });
}

} // namespace kairos::workflow
