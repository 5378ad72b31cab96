// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/rating_query.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_reads.h"
#include "core/workflow/plan_query.h"
#include "core/workflow/rhythm_query.h"
#include "core/workflow/words.h"

#include "core/record/dosing_session.h"
#include "core/record/packing.h"
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

storage::RowFilter ratingsOf(const PatientId& patient) {
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

RatingDuty dutyOf(const PlanStep& step, const QString& instrument, const QList<Rating>& ratings,
                  QDate today) {
    const QDate latest = step.window->latest.date;
    const bool isLate = latest.isValid() && latest < today;
    RatingDuty duty{{step.id, step.title, instrument, step.window->target.date, latest, isLate},
                    isLate ? DutyState::Late : DutyState::Due,
                    std::nullopt,
                    std::nullopt};
    for (const Rating& rating : ratings) {
        if (rating.step == step.id && rating.instrument == instrument) {
            duty.state = DutyState::Done;
            duty.rating = rating.id;
            duty.doneAt = rating.assessedAt;
        }
    }
    if (duty.state != DutyState::Done && step.doneBy) {
        // The step was settled as a whole, e.g. by an earlier program.
        duty.state = DutyState::Done;
        duty.doneAt = step.doneAt;
    }
    if (duty.state == DutyState::Done) {
        duty.asked.isLate = false;
    }
    return duty;
}

bool comesFirst(const RatingDuty& a, const RatingDuty& b) {
    const auto rank = [](const RatingDuty& duty) {
        return duty.state == DutyState::Late ? 0 : duty.state == DutyState::Due ? 1 : 2;
    };
    if (rank(a) != rank(b)) {
        return rank(a) < rank(b);
    }
    return a.state == DutyState::Done ? a.doneAt > b.doneAt : a.asked.target < b.asked.target;
}

} // namespace

bool isDepressionScale(const QString& instrument) {
    return kDepressionScales.contains(instrument);
}

const RatingSeries* PatientRatings::find(QStringView instrument) const {
    const auto found = std::find_if(series.begin(), series.end(), [&](const RatingSeries& candidate) {
        return candidate.instrument->id == instrument;
    });
    return found == series.end() ? nullptr : &*found;
}

base::Result<outcomes::Course> RatingQuery::course(const PatientId& patient) const {
    return m_practice.reads().all<DosingSession>(patient).map(
        [&](const storage::Loaded<DosingSession>& loaded) {
            outcomes::Course course;
            course.doses = outcomes::doseMarksOf(loaded.records);
            course.zone = m_practice.zone();
            return course;
        });
}

base::Result<PatientRatings> RatingQuery::of(const PatientId& patient,
                                             const outcomes::TrendRules& rules) const {
    PatientReads::Judges judges{&m_practice.catalog(), m_practice.zone(), rules};
    if (const PatientRatings* judged = m_practice.reads().judged(patient, judges)) {
        return *judged;
    }
    auto loaded = m_practice.reads().all<Rating>(patient);
    if (!loaded) {
        return tl::unexpected<base::Error>(loaded.error());
    }
    auto doses = course(patient);
    if (!doses) {
        return tl::unexpected<base::Error>(doses.error());
    }
    PatientRatings view;
    view.course = std::move(*doses);
    view.damaged = loaded->damaged;
    QHash<QString, qsizetype> places;
    for (const Rating& rating : loaded->records) {
        auto place = places.constFind(rating.instrument);
        if (place == places.cend()) {
            const auto* instrument = m_practice.catalog().instruments.find(rating.instrument);
            if (instrument == nullptr) {
                view.foreign.prepend(rating);
                continue;
            }
            place = places.insert(rating.instrument, view.series.size());
            view.series.append(RatingSeries{instrument, {}, {}, {}});
        }
        view.series[*place].ratings.append(rating);
    }
    for (RatingSeries& series : view.series) {
        series.trend = outcomes::trendOf(*series.instrument, series.ratings, view.course, rules);
    }
    std::stable_sort(view.series.begin(), view.series.end(), comesBefore);
    m_practice.reads().keep(std::move(judges), view);
    return view;
}

base::Result<RatingSeries> RatingQuery::series(const PatientId& patient, const QString& instrumentId,
                                               const outcomes::TrendRules& rules) const {
    const auto* instrument = m_practice.catalog().instruments.find(instrumentId);
    if (instrument == nullptr) {
        return base::fail(ErrorCode::NotFound, Words::tr("The ratings were not read"),
                          Words::tr("the instrument \"%1\" is not installed").arg(instrumentId),
                          Words::tr("put its file into the clinic's instrument folder"));
    }
    auto filter = ratingsOf(patient);
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
        return base::fail(ErrorCode::NotFound, Words::tr("The rating was not opened"),
                          Words::tr("there is none with this id, or it was entered in error"),
                          Words::tr("look it up in the patient's ratings"));
    }
    return **found;
}

base::Result<QList<FormerRating>> RatingQuery::former(const Rating& rating) const {
    return m_practice.file()
        .historyOf(rating.id.uuid, rating.patient)
        .map([](const QList<JournalEntry>& history) {
            QList<FormerRating> former;
            for (qsizetype i = 1; i < history.size(); ++i) {
                const auto old = unpack<Rating>(history.at(i - 1).content);
                if (old && history.at(i).action == Action::Amended) {
                    const JournalEntry& entry = history.at(i);
                    former.append({*old, entry.reason, entry.actor.name, entry.at});
                }
            }
            return former;
        });
}

base::Result<QList<RatingDuty>> RatingQuery::duties(const PatientId& patient) const {
    auto& records = m_practice.file().records();
    const auto plans = records.list<TreatmentPlan>(ratingsOf(patient));
    const auto steps = records.list<PlanStep>(ratingsOf(patient));
    const auto ratings = records.list<Rating>(ratingsOf(patient));
    if (!plans || !steps || !ratings) {
        return tl::unexpected<base::Error>(!plans ? plans.error() : !steps ? steps.error() : ratings.error());
    }
    QList<StepId> missed;
    for (const TreatmentPlan& plan : plans->records) {
        if (isOpenPlan(plan)) {
            missed += PlanQuery(m_practice).missed(plan.id).value_or(QList<StepId>());
        }
    }
    QList<RatingDuty> duties;
    for (const PlanStep& step : steps->records) {
        const bool isActive =
            std::any_of(plans->records.begin(), plans->records.end(),
                        [&](const TreatmentPlan& plan) { return plan.id == step.plan && isOpenPlan(plan); });
        const bool isAsked =
            isActive && !step.waivedBy && step.window && step.window->earliest.date <= m_practice.today();
        for (const QString& instrument : isAsked ? step.instruments : QStringList()) {
            const auto duty = dutyOf(step, instrument, ratings->records, m_practice.today());
            // Nobody is asked for what can no longer be rated; what was rated stays.
            if (duty.state == DutyState::Done || !missed.contains(step.id)) {
                duties.append(duty);
            }
        }
    }
    return RhythmQuery(m_practice).duties(patient).map([&](const QList<RatingDuty>& rhythms) {
        duties += rhythms;
        std::stable_sort(duties.begin(), duties.end(), comesFirst);
        return duties;
    });
}

base::Result<QList<DueRating>> RatingQuery::due(const PatientId& patient) const {
    return duties(patient).map([](const QList<RatingDuty>& duties) {
        QList<DueRating> due;
        for (const RatingDuty& duty : duties) {
            if (duty.state != DutyState::Done) {
                due.append(duty.asked);
            }
        }
        std::stable_sort(due.begin(), due.end(),
                         [](const DueRating& a, const DueRating& b) { return a.target < b.target; });
        return due;
    });
}

} // namespace kairos::workflow
