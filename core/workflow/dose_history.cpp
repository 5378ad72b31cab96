// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/dose_history.h"

#include "core/workflow/adverse_care.h"
#include "core/workflow/course_query.h"
#include "core/workflow/dosing_view.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/rating_query.h"
#include "core/workflow/session_desk.h"

#include "core/storage/practice_file.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <utility>

namespace kairos::workflow {

using namespace record;

namespace {

/// The scales of dissociation, the usual one first.
const QStringList kDissociationScales = {QStringLiteral("cadss"), QStringLiteral("cadss-6")};

/// The first reading from minute 0 on of which no other is more extreme.
template <class Value, class Compare>
std::optional<Reading> extremeOf(const QList<Reading>& readings, const base::Instant& start, Value value,
                                 Compare isMore) {
    std::optional<Reading> extreme;
    for (const Reading& reading : readings) {
        const bool counts = value(reading) && reading.measuredAt >= start;
        if (counts && (!extreme || isMore(*value(reading), *value(*extreme)))) {
            extreme = reading;
        }
    }
    return extreme;
}

std::optional<Rating> dissociationOf(const QList<Rating>& ratings) {
    for (const QString& scale : kDissociationScales) {
        std::optional<Rating> highest;
        for (const Rating& rating : ratings) {
            const bool counts = rating.instrument == scale && rating.total;
            if (counts && (!highest || *rating.total > *highest->total)) {
                highest = rating;
            }
        }
        if (highest) {
            return highest;
        }
    }
    return std::nullopt;
}

/// The events of the session, and those outside of any that are put down to its dose: as they stand after
/// their follow-ups, by onset.
base::Result<QList<AdverseEvent>> adverseOf(OpenPractice& practice, const DosingSession& session,
                                            const QList<AdverseEvent>& inSession) {
    storage::RowFilter since;
    since.patient = session.patient;
    since.fromMs = session.startedAt->utcMs;
    const auto later = practice.file().records().list<AdverseEvent>(since);
    if (!later) {
        return tl::unexpected<base::Error>(later.error());
    }
    QList<AdverseEvent> recorded = inSession;
    std::copy_if(later->records.begin(), later->records.end(), std::back_inserter(recorded),
                 [&](const AdverseEvent& event) { return !event.session && event.dose == session.id; });
    QList<AdverseEvent> events;
    for (const AdverseEvent& event : std::as_const(recorded)) {
        const auto lines = AdverseCare(practice).followUps(event.id);
        if (!lines) {
            return tl::unexpected<base::Error>(lines.error());
        }
        events.append(asItStands(event, *lines));
    }
    std::stable_sort(events.begin(), events.end(),
                     [](const AdverseEvent& a, const AdverseEvent& b) { return a.onset < b.onset; });
    return events;
}

/// The last rating with a total in [from, to).
std::optional<Rating> lastBetween(const QList<Rating>& ratings, const std::optional<base::Instant>& from,
                                  const std::optional<base::Instant>& to) {
    std::optional<Rating> last;
    for (const Rating& rating : ratings) {
        const bool isIn =
            (!from || rating.assessedAt >= *from) && (!to || rating.assessedAt < *to) && rating.total;
        if (isIn && (!last || rating.assessedAt >= last->assessedAt)) {
            last = rating;
        }
    }
    return last;
}

/// The first rating with a total in [from, to), in UTC milliseconds.
std::optional<Rating> firstBetween(const QList<Rating>& ratings, qint64 from, qint64 to) {
    std::optional<Rating> first;
    for (const Rating& rating : ratings) {
        const bool isIn = rating.assessedAt.utcMs >= from && rating.assessedAt.utcMs < to && rating.total;
        if (isIn && (!first || rating.assessedAt < first->assessedAt)) {
            first = rating;
        }
    }
    return first;
}

/// The next rating after each dose: of the scale that leads, else of the next depression scale that has one.
void addNext(DoseHistory& history, const QList<RatingSeries>& all) {
    for (qsizetype i = 0; i < history.rows.size(); ++i) {
        DoseHistoryRow& row = history.rows[i];
        const bool isLast = i + 1 == history.rows.size();
        const qint64 until =
            isLast ? std::numeric_limits<qint64>::max() : history.rows.at(i + 1).session.startedAt->utcMs;
        const base::Instant end = row.session.stoppedAt.value_or(*row.session.startedAt);
        for (const RatingSeries& series : all) {
            if (!row.next && isDepressionScale(series.instrument->id)) {
                row.next = firstBetween(series.ratings, end.utcMs, until);
            }
        }
    }
}

void addSeries(DoseHistory& history, const RatingSeries& series) {
    history.scale = series.instrument->id;
    history.scaleTitle = series.instrument->shortTitle;
    for (qsizetype i = 0; i < history.rows.size(); ++i) {
        DoseHistoryRow& row = history.rows[i];
        const auto next =
            i + 1 < history.rows.size() ? history.rows.at(i + 1).session.startedAt : std::nullopt;
        const auto end = row.session.stoppedAt ? row.session.stoppedAt : row.session.startedAt;
        row.before = lastBetween(series.ratings, {}, row.session.startedAt);
        row.after = lastBetween(series.ratings, end, next);
    }
}

} // namespace

base::Result<DoseHistoryRow> DoseHistoryQuery::rowOf(const DosingSession& session) const {
    const auto content = SessionDesk(m_practice).load(session.id);
    const auto ratings = SessionDesk(m_practice).ratings(session.id);
    const auto order = session.order ? m_practice.file().records().find<Order>(*session.order)
                                     : CourseQuery(m_practice).bindingOrder(session);
    for (const auto* error : {content ? nullptr : &content.error(), ratings ? nullptr : &ratings.error(),
                              order ? nullptr : &order.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    DoseHistoryRow row;
    row.session = session;
    row.order = *order;
    if (session.dose) {
        if (const auto given = DosingQuery(m_practice).given(*content, m_practice.now())) {
            row.given = given->given;
        }
    }
    if (row.given && session.weight && session.weight->value > 0) {
        row.givenPerKg = base::MilligramsPerKilogram{row.given->value / session.weight->value};
    }
    const auto& readings = content->readings;
    const auto& start = *session.startedAt;
    const auto systolic = [](const Reading& one) { return one.systolic; };
    const auto diastolic = [](const Reading& one) { return one.diastolic; };
    const auto oxygen = [](const Reading& one) { return one.spo2; };
    row.peak = extremeOf(readings, start, systolic, std::greater<int>());
    row.peakDiastolic = extremeOf(readings, start, diastolic, std::greater<int>());
    row.lowestOxygen = extremeOf(readings, start, oxygen, std::less<int>());
    if (session.dischargedAt) {
        row.minutesToDischarge = session.dischargedAt->msSince(start) / 60'000;
    }
    row.dissociation = dissociationOf(*ratings);
    const auto adverse = adverseOf(m_practice, session, content->adverseEvents);
    if (!adverse) {
        return tl::unexpected<base::Error>(adverse.error());
    }
    row.adverse = *adverse;
    return row;
}

base::Result<DoseHistory> DoseHistoryQuery::of(const TreatmentPlan& plan) const {
    const auto sessions = SessionDesk(m_practice).dosingOf(plan.patient);
    if (!sessions) {
        return tl::unexpected<base::Error>(sessions.error());
    }
    QList<DosingSession> own;
    std::copy_if(sessions->begin(), sessions->end(), std::back_inserter(own),
                 [&](const DosingSession& session) { return session.plan == plan.id; });
    return ofDoses(plan.patient, own);
}

base::Result<DoseHistory> DoseHistoryQuery::ofPatient(const PatientId& patient) const {
    return SessionDesk(m_practice).dosingOf(patient).and_then([&](const QList<DosingSession>& sessions) {
        return ofDoses(patient, sessions);
    });
}

base::Result<DoseHistory> DoseHistoryQuery::ofDoses(const PatientId& patient,
                                                    const QList<DosingSession>& doses) const {
    const auto ratings = RatingQuery(m_practice).of(patient);
    if (!ratings) {
        return tl::unexpected<base::Error>(ratings.error());
    }
    DoseHistory history;
    for (const DosingSession& session : doses) {
        if (!session.startedAt) {
            continue;
        }
        auto row = rowOf(session);
        if (!row) {
            return tl::unexpected<base::Error>(row.error());
        }
        history.rows.append(std::move(*row));
    }
    std::stable_sort(history.rows.begin(), history.rows.end(),
                     [](const DoseHistoryRow& a, const DoseHistoryRow& b) {
                         return *a.session.startedAt < *b.session.startedAt;
                     });
    const bool hasScale =
        !ratings->series.isEmpty() && isDepressionScale(ratings->series.first().instrument->id);
    if (hasScale) {
        addSeries(history, ratings->series.first());
    }
    addNext(history, ratings->series);
    return history;
}

} // namespace kairos::workflow
