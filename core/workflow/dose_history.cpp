// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/dose_history.h"

#include "core/workflow/course_query.h"
#include "core/workflow/dosing_view.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/rating_query.h"
#include "core/workflow/session_desk.h"

#include "core/storage/practice_file.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

/// The scales of dissociation, the usual one first.
const QStringList kDissociationScales = {QStringLiteral("cadss"), QStringLiteral("cadss-6")};

std::optional<Reading> peakOf(const QList<Reading>& readings, const base::Instant& start) {
    std::optional<Reading> peak;
    for (const Reading& reading : readings) {
        const bool counts = reading.systolic && reading.measuredAt >= start;
        if (counts && (!peak || *reading.systolic > *peak->systolic)) {
            peak = reading;
        }
    }
    return peak;
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

void addRatings(DoseHistory& history, const RatingSeries& series) {
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
    row.peak = peakOf(content->readings, *session.startedAt);
    row.dissociation = dissociationOf(*ratings);
    return row;
}

base::Result<DoseHistory> DoseHistoryQuery::of(const TreatmentPlan& plan) const {
    const auto sessions = SessionDesk(m_practice).dosingOf(plan.patient);
    const auto ratings = RatingQuery(m_practice).of(plan.patient);
    if (!sessions || !ratings) {
        return tl::unexpected<base::Error>(!sessions ? sessions.error() : ratings.error());
    }
    DoseHistory history;
    for (const DosingSession& session : *sessions) {
        if (session.plan != plan.id || !session.startedAt) {
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
        addRatings(history, ratings->series.first());
    }
    return history;
}

} // namespace kairos::workflow
