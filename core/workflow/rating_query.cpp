// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/rating_query.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"

#include "core/record/dosing_session.h"
#include "core/record/plan.h"
#include "core/storage/practice_file.h"

#include <QHash>

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;

namespace {

/// The scales that answer how the depression goes, the usual main one first.
const QStringList kDepressionScales = {QStringLiteral("qids-sr16"), QStringLiteral("phq-9"),
                                       QStringLiteral("madrs"),     QStringLiteral("madrs-s"),
                                       QStringLiteral("hamd-17"),   QStringLiteral("bdi-ii")};

storage::RowFilter ofPatient(const PatientId& patient) {
    storage::RowFilter filter;
    filter.patient = patient;
    return filter;
}

bool comesBefore(const RatingSeries& a, const RatingSeries& b) {
    const bool first = kDepressionScales.contains(a.instrument->id);
    const bool second = kDepressionScales.contains(b.instrument->id);
    if (first != second) {
        return first;
    }
    return a.ratings.size() > b.ratings.size();
}

bool isOpenPlan(const TreatmentPlan& plan) {
    return plan.state == PlanState::Active;
}

} // namespace

const RatingSeries* PatientRatings::find(QStringView instrument) const {
    const auto found = std::find_if(series.begin(), series.end(), [&](const RatingSeries& candidate) {
        return candidate.instrument->id == instrument;
    });
    return found == series.end() ? nullptr : &*found;
}

base::Result<outcomes::Course> RatingQuery::course(const PatientId& patient) const {
    return m_practice.file()
        .records()
        .list<DosingSession>(ofPatient(patient))
        .map([&](const storage::Loaded<DosingSession>& loaded) {
            outcomes::Course course;
            course.doses = outcomes::doseMarksOf(loaded.records);
            course.zone = m_practice.zone();
            return course;
        });
}

base::Result<PatientRatings> RatingQuery::of(const PatientId& patient,
                                             const outcomes::TrendRules& rules) const {
    auto loaded = m_practice.file().records().list<Rating>(ofPatient(patient));
    if (!loaded) {
        return tl::unexpected<base::Error>(loaded.error());
    }
    auto judged = course(patient);
    if (!judged) {
        return tl::unexpected<base::Error>(judged.error());
    }
    PatientRatings view;
    view.course = std::move(*judged);
    view.damaged = loaded->damaged;
    QHash<QString, qsizetype> places;
    for (const Rating& rating : loaded->records) {
        const auto* instrument = m_practice.catalog().instruments.find(rating.instrument);
        if (instrument == nullptr) {
            view.foreign.prepend(rating);
            continue;
        }
        if (!places.contains(rating.instrument)) {
            places.insert(rating.instrument, view.series.size());
            view.series.append(RatingSeries{instrument, {}, {}, {}});
        }
        view.series[places.value(rating.instrument)].ratings.append(rating);
    }
    for (RatingSeries& series : view.series) {
        series.trend = outcomes::trendOf(*series.instrument, series.ratings, view.course, rules);
    }
    std::stable_sort(view.series.begin(), view.series.end(), comesBefore);
    return view;
}

base::Result<RatingSeries> RatingQuery::series(const PatientId& patient, const QString& instrumentId,
                                               const outcomes::TrendRules& rules) const {
    const auto* instrument = m_practice.catalog().instruments.find(instrumentId);
    if (instrument == nullptr) {
        return base::fail(ErrorCode::NotFound, QStringLiteral("The ratings were not read"),
                          QStringLiteral("the instrument \"%1\" is not installed").arg(instrumentId),
                          QStringLiteral("put its file into the clinic's instrument folder"));
    }
    auto filter = ofPatient(patient);
    filter.code = instrumentId;
    const auto loaded = m_practice.file().records().list<Rating>(filter);
    if (!loaded) {
        return tl::unexpected<base::Error>(loaded.error());
    }
    return course(patient).map([&](const outcomes::Course& judged) {
        return RatingSeries{instrument, loaded->records,
                            outcomes::trendOf(*instrument, loaded->records, judged, rules), loaded->damaged};
    });
}

base::Result<Rating> RatingQuery::rating(const RatingId& id) const {
    const auto found = m_practice.file().records().find<Rating>(id);
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (!found->has_value()) {
        return base::fail(ErrorCode::NotFound, QStringLiteral("The rating was not opened"),
                          QStringLiteral("there is none with this id, or it was entered in error"),
                          QStringLiteral("look it up in the patient's ratings"));
    }
    return **found;
}

base::Result<QList<DueRating>> RatingQuery::due(const PatientId& patient) const {
    auto& records = m_practice.file().records();
    const auto plans = records.list<TreatmentPlan>(ofPatient(patient));
    const auto steps = records.list<PlanStep>(ofPatient(patient));
    const auto ratings = records.list<Rating>(ofPatient(patient));
    if (!plans || !steps || !ratings) {
        return tl::unexpected<base::Error>(!plans ? plans.error() : !steps ? steps.error() : ratings.error());
    }
    const QDate today = m_practice.today();
    QList<DueRating> due;
    for (const PlanStep& step : steps->records) {
        const bool isActive =
            std::any_of(plans->records.begin(), plans->records.end(),
                        [&](const TreatmentPlan& plan) { return plan.id == step.plan && isOpenPlan(plan); });
        const bool isSettled = step.doneBy.has_value() || step.waivedBy.has_value();
        if (!isActive || isSettled || !step.window || step.window->earliest.date > today) {
            continue;
        }
        for (const QString& instrument : step.instruments) {
            const bool isRated =
                std::any_of(ratings->records.begin(), ratings->records.end(), [&](const Rating& rating) {
                    return rating.step == step.id && rating.instrument == instrument;
                });
            if (!isRated) {
                const QDate latest = step.window->latest.date;
                due.append({step.id, step.title, instrument, step.window->target.date, latest,
                            latest.isValid() && latest < today});
            }
        }
    }
    std::stable_sort(due.begin(), due.end(),
                     [](const DueRating& a, const DueRating& b) { return a.target < b.target; });
    return due;
}

} // namespace kairos::workflow
