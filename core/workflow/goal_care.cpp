// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/goal_care.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/storage/practice_file.h"
#include "core/therapy/goal_findings.h"
#include "core/therapy/goal_words.h"

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

bool isLevel(int level) {
    return level >= kLowestGoalLevel && level <= kHighestGoalLevel;
}

/// All five levels have words, or none has.
bool areLevelsWhole(const Goal& goal) {
    const auto empty = std::count_if(goal.levels.begin(), goal.levels.end(),
                                     [](const QString& words) { return words.isEmpty(); });
    return goal.levels.isEmpty() || (goal.levels.size() == kGoalLevels && empty == 0);
}

void trim(Goal& goal) {
    for (QString* text : {&goal.text, &goal.measure, &goal.firstStep, &goal.relevance, &goal.stateReason}) {
        *text = text->trimmed();
    }
    bool isEmpty = true;
    for (QString& words : goal.levels) {
        words = words.trimmed();
        isEmpty = isEmpty && words.isEmpty();
    }
    if (isEmpty) {
        goal.levels.clear();
    }
}

base::Outcome checkGoal(const Goal& goal) {
    const auto refuse = [](const QString& why, const QString& remedy) -> base::Outcome {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The goal was not saved"), why, remedy);
    };
    if (goal.text.isEmpty()) {
        return refuse(Words::tr("it has no words"),
                      Words::tr("type what the patient wants, in the patient's own words"));
    }
    if (!areLevelsWhole(goal)) {
        return refuse(Words::tr("some of its five levels have no words"),
                      Words::tr("describe all five from −2 to +2, or leave all of them empty"));
    }
    if (goal.weight && *goal.weight < 1) {
        return refuse(Words::tr("a weight is 1 or more"), Words::tr("type 1 or more, or leave it empty"));
    }
    if (goal.baseline && !isLevel(*goal.baseline)) {
        return refuse(Words::tr("the baseline is no level from −2 to +2"),
                      Words::tr("choose one of the five levels"));
    }
    if (goal.state == GoalState::Dropped && goal.stateReason.isEmpty()) {
        return refuse(Words::tr("a dropped goal needs a reason"),
                      Words::tr("say in a few words why it was dropped"));
    }
    return {};
}

} // namespace

QList<Goal> goalRecords(const QStringList& texts, const TreatmentPlan& plan,
                        const std::function<GoalId()>& nextId) {
    QList<Goal> goals;
    for (const QString& text : texts) {
        if (text.trimmed().isEmpty()) {
            continue;
        }
        Goal goal;
        goal.id = nextId();
        goal.patient = plan.patient;
        goal.plan = plan.id;
        goal.text = text.trimmed();
        goal.place = static_cast<int>(goals.size()) + 1;
        goals.append(goal);
    }
    return goals;
}

base::Result<QList<Goal>> GoalCare::goalsOf(const TreatmentPlan& plan) const {
    storage::RowFilter filter;
    filter.parent = plan.id.uuid;
    auto loaded = m_practice.file().records().list<Goal>(filter);
    if (!loaded) {
        return tl::unexpected<base::Error>(loaded.error());
    }
    QList<Goal> goals = std::move(loaded->records);
    for (qsizetype line = 0; line < plan.goals.size(); ++line) {
        const bool isWorkedOut = std::any_of(goals.begin(), goals.end(),
                                             [line](const Goal& goal) { return goal.planLine == line; });
        if (!isWorkedOut) {
            Goal goal;
            goal.patient = plan.patient;
            goal.plan = plan.id;
            goal.text = plan.goals.at(line);
            goal.planLine = static_cast<int>(line);
            goal.place = static_cast<int>(line) + 1;
            goals.append(goal);
        }
    }
    std::stable_sort(goals.begin(), goals.end(),
                     [](const Goal& a, const Goal& b) { return a.place < b.place; });
    return goals;
}

base::Outcome GoalCare::attach(GoalsView& view) const {
    for (GoalRow& row : view.rows) {
        if (row.goal.id.isNull()) {
            continue;
        }
        storage::RowFilter filter;
        filter.parent = row.goal.id.uuid;
        auto loaded = m_practice.file().records().list<GoalAttainment>(filter);
        if (!loaded) {
            return tl::unexpected<base::Error>(loaded.error());
        }
        row.attained = std::move(loaded->records);
    }
    return {};
}

base::Result<GoalsView> GoalCare::view(const PlanId& id) const {
    const auto plan = m_practice.file().records().find<TreatmentPlan>(id);
    if (!plan) {
        return tl::unexpected<base::Error>(plan.error());
    }
    if (!plan->has_value()) {
        return base::fail(ErrorCode::NotFound, Words::tr("The goals were not read"),
                          Words::tr("there is no such plan"), Words::tr("open the chart again"));
    }
    const auto goals = goalsOf(**plan);
    const auto doses = SessionDesk(m_practice).dosingOf((*plan)->patient);
    if (!goals || !doses) {
        return tl::unexpected<base::Error>(!goals ? goals.error() : doses.error());
    }
    therapy::GoalFacts facts{m_practice.today(), {}};
    for (const DosingSession& dose : *doses) {
        if (dose.plan == id && dose.startedAt) {
            const QDate day = dose.startedAt->local(m_practice.zone()).date();
            facts.firstDose = facts.firstDose ? std::min(*facts.firstDose, day) : day;
        }
    }
    const auto& rules = therapy::GoalRules::builtIn();
    GoalsView view;
    for (const Goal& goal : *goals) {
        view.rows.append({goal, {}, therapy::goalFindings(goal, facts, rules)});
    }
    if (const auto attached = attach(view); !attached) {
        return tl::unexpected<base::Error>(attached.error());
    }
    QList<therapy::GoalStanding> standings;
    for (const GoalRow& row : std::as_const(view.rows)) {
        const auto* latest = row.latest();
        standings.append({row.goal, latest != nullptr ? std::optional(latest->level) : std::nullopt});
    }
    view.summary = therapy::attainmentOf(standings, rules.correlation);
    return view;
}

base::Result<Goal> GoalCare::find(const GoalId& id, const QString& what) const {
    const auto found = m_practice.file().records().find<Goal>(id);
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (!found->has_value()) {
        return base::fail(ErrorCode::NotFound, what, Words::tr("there is no such goal"),
                          Words::tr("open the chart again"));
    }
    return **found;
}

base::Result<GoalId> GoalCare::save(Goal goal, const QList<storage::DraftKey>& finished) {
    trim(goal);
    const auto ready = m_practice.require(Permission::EditPatient).and_then([&] { return checkGoal(goal); });
    if (!ready) {
        return tl::unexpected<base::Error>(ready.error());
    }
    const bool isNew = goal.id.isNull();
    std::optional<int> formerBaseline;
    if (!isNew) {
        const auto former = find(goal.id, Words::tr("The goal was not saved"));
        if (!former) {
            return tl::unexpected<base::Error>(former.error());
        }
        formerBaseline = former->baseline;
    } else {
        goal.id = m_practice.ids().next<GoalId>();
    }
    if (goal.place == 0) {
        const auto known = view(goal.plan);
        if (!known) {
            return tl::unexpected<base::Error>(known.error());
        }
        goal.place = known->rows.isEmpty() ? 1 : known->rows.last().goal.place + 1;
    }
    if (goal.baseline != formerBaseline) {
        goal.baselineOn = goal.baseline ? m_practice.today() : QDate();
    }
    if (goal.state != GoalState::Dropped) {
        goal.stateReason.clear();
    }
    return WritingDoor(m_practice)
        .save({{isNew ? Action::Created : Action::Changed, goal, {}}}, finished)
        .map([&](const Changes&) { return goal.id; });
}

base::Outcome GoalCare::restore(const Goal& former) {
    return m_practice.require(Permission::EditPatient)
        .and_then([&] { return find(former.id, Words::tr("Nothing was taken back")); })
        .and_then([&](const Goal&) {
            return WritingDoor(m_practice)
                .save({{Action::Changed, former, Words::tr("taken back right after saving")}})
                .map([](const Changes&) {});
        });
}

base::Outcome GoalCare::withdraw(const GoalId& id) {
    const QString what = Words::tr("Nothing was taken back");
    return m_practice.require(Permission::EditPatient)
        .and_then([&] { return find(id, what); })
        .and_then([&](const Goal& goal) -> base::Outcome {
            storage::RowFilter filter;
            filter.parent = goal.id.uuid;
            const auto rated = m_practice.file().records().count(RecordKind::GoalAttainment, filter);
            if (rated && *rated > 0) {
                return base::fail(ErrorCode::Refused, what, Words::tr("the goal was rated since"),
                                  Words::tr("drop it with a reason instead"));
            }
            return WritingDoor(m_practice)
                .save({{Action::EnteredInError, goal, Words::tr("taken back right after saving")}})
                .map([](const Changes&) {});
        });
}

base::Result<GoalAttainmentId> GoalCare::rate(GoalAttainment attained,
                                              const QList<storage::DraftKey>& finished) {
    const QString what = Words::tr("The level was not saved");
    const auto goal =
        m_practice.require(Permission::EditPatient).and_then([&] { return find(attained.goal, what); });
    if (!goal) {
        return tl::unexpected<base::Error>(goal.error());
    }
    if (goal->state == GoalState::Dropped) {
        return base::fail(ErrorCode::Refused, what, Words::tr("the goal was dropped"),
                          Words::tr("take it up again first"));
    }
    if (goal->levels.size() != kGoalLevels) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("its five levels have no words yet"),
                          Words::tr("describe them first: a level means what was written before"));
    }
    if (!isLevel(attained.level)) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("it is no level from −2 to +2"),
                          Words::tr("choose one of the five levels"));
    }
    if (!attained.on.isValid() || attained.on > m_practice.today()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("its day is missing or still to come"),
                          Words::tr("type the day on which the level was reached"));
    }
    if (!m_practice.signedIn()) {
        return base::fail(ErrorCode::Refused, what, Words::tr("nobody is signed in"), Words::tr("sign in"));
    }
    attained.id = m_practice.ids().next<GoalAttainmentId>();
    attained.patient = goal->patient;
    attained.by = m_practice.signedIn()->id;
    attained.enteredAt = m_practice.now();
    attained.remark = attained.remark.trimmed();
    return WritingDoor(m_practice).save({{Action::Created, attained, {}}}, finished).map([&](const Changes&) {
        return attained.id;
    });
}

base::Outcome GoalCare::withdrawLevel(const GoalAttainmentId& id, const QString& reason) {
    const QString what = Words::tr("The level was not taken back");
    if (reason.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("there is no reason"),
                          Words::tr("say in a few words why"));
    }
    return m_practice.require(Permission::EditPatient)
        .and_then([&] { return m_practice.file().records().find<GoalAttainment>(id); })
        .and_then([&](const std::optional<GoalAttainment>& found) -> base::Outcome {
            if (!found) {
                return base::fail(ErrorCode::NotFound, what, Words::tr("there is none with this id"),
                                  Words::tr("open the chart again"));
            }
            return WritingDoor(m_practice)
                .save({{Action::EnteredInError, *found, reason.trimmed()}})
                .map([](const Changes&) {});
        });
}

} // namespace kairos::workflow
