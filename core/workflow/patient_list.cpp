// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/patient_list.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/plan_query.h"
#include "core/workflow/rating_query.h"
#include "core/workflow/risk_lane.h"
#include "core/workflow/today_query.h"
#include "core/workflow/words.h"

#include "core/record/records.h"
#include "core/storage/practice_file.h"
#include "core/storage/projection.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <limits>

namespace kairos::workflow {

using namespace record;

namespace {

constexpr int kMostScores = 24;
constexpr std::array kStages{Stage::Screening,   Stage::Preparing, Stage::Induction, Stage::Consolidation,
                             Stage::Maintenance, Stage::Paused,    Stage::Ended};

/// Neither done nor waived.
constexpr auto kExpectedStep = static_cast<qint64>(storage::StepColumn::Expected);

NextStep nextStepOf(const PlanStep& step, const QDate& today) {
    NextStep next;
    next.title = step.title;
    next.kind = step.kind;
    if (step.window) {
        next.day = step.window->target.date;
        next.time = step.window->target.time;
        next.lastDay = step.window->latest.date;
        next.isLate = step.window->latest.date < today;
    }
    if (step.booked) {
        next.day = step.booked->date;
        next.time = step.booked->time;
        next.isBooked = true;
    }
    return next;
}

bool isGivenState(SessionState state) {
    switch (state) {
    case SessionState::Held:
    case SessionState::Signed:
        return true;
    case SessionState::Planned:
    case SessionState::Arrived:
    case SessionState::InProgress:
    case SessionState::Cancelled:
    case SessionState::NoShow:
        return false;
    }
    return false;
}

} // namespace

base::Result<QList<PatientId>> PatientList::filtered(const PatientQuery& query) const {
    auto found = m_practice.file().search().find(query.text, std::numeric_limits<int>::max());
    if (!found) {
        return found;
    }
    storage::RowFilter stage;
    stage.state = static_cast<qint64>(query.stage.value_or(Stage::Ended));
    const auto there = m_practice.file().records().patientsWith(RecordKind::Patient, stage);
    if (!there) {
        return there;
    }
    const QSet<PatientId> set(there->begin(), there->end());
    const bool wanted = query.stage.has_value();
    found->removeIf([&](const PatientId& id) { return set.contains(id) != wanted; });
    return found;
}

base::Outcome PatientList::sortByDanger(QList<PatientId>& patients) const {
    // The order of danger is the day's own: a patient stands where the most dangerous of the needs stands.
    const auto needs = TodayQuery(m_practice).needs();
    if (!needs) {
        return tl::unexpected<base::Error>(needs.error());
    }
    QHash<PatientId, qsizetype> ranks;
    for (qsizetype i = 0; i < needs->size(); ++i) {
        if (needs->at(i).patient && !ranks.contains(needs->at(i).patient->id)) {
            ranks.insert(needs->at(i).patient->id, i);
        }
    }
    const qsizetype quiet = needs->size();
    std::stable_sort(patients.begin(), patients.end(), [&](const PatientId& a, const PatientId& b) {
        return ranks.value(a, quiet) < ranks.value(b, quiet);
    });
    return {};
}

base::Result<QList<PatientId>> PatientList::find(const PatientQuery& query) const {
    auto found = filtered(query);
    if (!found || query.order == PatientQuery::Order::ByName) {
        return found;
    }
    return sortByDanger(*found).map([&] { return *found; });
}

base::Result<QList<QList<PatientId>>> PatientList::byStage() const {
    auto all = m_practice.file().search().find({}, std::numeric_limits<int>::max());
    if (!all) {
        return tl::unexpected<base::Error>(all.error());
    }
    if (const auto sorted = sortByDanger(*all); !sorted) {
        return tl::unexpected<base::Error>(sorted.error());
    }
    QHash<PatientId, qsizetype> stageOf;
    for (size_t i = 0; i < kStages.size(); ++i) {
        storage::RowFilter filter;
        filter.state = static_cast<qint64>(kStages[i]);
        const auto there = m_practice.file().records().patientsWith(RecordKind::Patient, filter);
        if (!there) {
            return tl::unexpected<base::Error>(there.error());
        }
        for (const PatientId& id : *there) {
            stageOf.insert(id, static_cast<qsizetype>(i));
        }
    }
    QList<QList<PatientId>> stages(static_cast<qsizetype>(kStages.size()));
    for (const PatientId& id : std::as_const(*all)) {
        if (stageOf.contains(id)) {
            stages[stageOf.value(id)].append(id);
        }
    }
    return stages;
}

base::Result<StageCounts> PatientList::counts() const {
    StageCounts counts;
    for (const Stage stage : kStages) {
        storage::RowFilter filter;
        filter.state = static_cast<qint64>(stage);
        const auto counted = m_practice.file().records().count(RecordKind::Patient, filter);
        if (!counted) {
            return tl::unexpected<base::Error>(counted.error());
        }
        counts.perStage.append(static_cast<int>(*counted));
        counts.inCare += stage == Stage::Ended ? 0 : static_cast<int>(*counted);
    }
    return counts;
}

base::Result<PatientSummary> PatientList::summary(const PatientId& id) const {
    const auto patient = m_practice.file().records().find<Patient>(id);
    if (!patient) {
        return tl::unexpected<base::Error>(patient.error());
    }
    if (!patient->has_value()) {
        return base::fail(base::ErrorCode::NotFound, Words::tr("The patient was not listed"),
                          Words::tr("there is none with this id"), Words::tr("search by name or MRN"));
    }
    PatientSummary line;
    line.patient = **patient;
    const auto risk = RiskLane(m_practice).openItem(id);
    if (!risk) {
        return tl::unexpected<base::Error>(risk.error());
    }
    line.risk = *risk;
    return addDoses(line).and_then([&] { return addScores(line); }).map([&] { return line; });
}

base::Outcome PatientList::addDoses(PatientSummary& line) const {
    storage::RowFilter own;
    own.patient = line.patient.id;
    const auto sessions = m_practice.file().records().list<DosingSession>(own);
    if (!sessions) {
        return tl::unexpected<base::Error>(sessions.error());
    }
    line.dosesGiven = static_cast<int>(
        std::count_if(sessions->records.begin(), sessions->records.end(),
                      [](const DosingSession& session) { return isGivenState(session.state); }));
    return addSteps(line);
}

base::Outcome PatientList::addSteps(PatientSummary& line) const {
    storage::RowFilter own;
    own.patient = line.patient.id;
    const auto plans = m_practice.file().records().list<TreatmentPlan>(own);
    if (!plans) {
        return tl::unexpected<base::Error>(plans.error());
    }
    for (const TreatmentPlan& plan : plans->records) {
        if (plan.state != PlanState::Active) {
            continue;
        }
        // By plan and not by patient: the table of steps has its index there.
        storage::RowFilter expected;
        expected.parent = plan.id.uuid;
        expected.state = kExpectedStep;
        const auto steps = m_practice.file().records().list<PlanStep>(expected);
        const auto missed = PlanQuery(m_practice).missed(plan.id);
        if (!steps || !missed) {
            return tl::unexpected<base::Error>(!steps ? steps.error() : missed.error());
        }
        for (const PlanStep& step : steps->records) {
            line.dosesPlanned += step.kind == StepKind::Dosing ? 1 : 0;
            if (missed->contains(step.id)) {
                continue;
            }
            const NextStep next = nextStepOf(step, m_practice.today());
            if (next.day.isValid() && (!line.next || next.day < line.next->day)) {
                line.next = next;
            }
        }
    }
    return {};
}

base::Outcome PatientList::addScores(PatientSummary& line) const {
    storage::RowFilter own;
    own.patient = line.patient.id;
    own.order = storage::RowFilter::Order::NewestFirst;
    const auto ratings = m_practice.file().records().list<Rating>(own);
    if (!ratings) {
        return tl::unexpected<base::Error>(ratings.error());
    }
    // The newest depression scale stands for the course; a recovery score only where there is none.
    const auto standing =
        std::find_if(ratings->records.begin(), ratings->records.end(), [](const Rating& rating) {
            return rating.total && isDepressionScale(rating.instrument);
        });
    if (standing != ratings->records.end()) {
        line.instrument = standing->instrument;
        line.band = standing->band;
    }
    for (const Rating& rating : ratings->records) {
        if (!rating.total) {
            continue;
        }
        if (line.instrument.isEmpty()) {
            line.instrument = rating.instrument;
            line.band = rating.band;
        }
        if (rating.instrument == line.instrument && line.scores.size() < kMostScores) {
            line.scores.prepend(*rating.total);
        }
    }
    return {};
}

} // namespace kairos::workflow
