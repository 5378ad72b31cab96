// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/safety_plan_line.h"

#include "core/safety/gate_lines.h"
#include "core/safety/words.h"

#include <QLocale>

#include <algorithm>

namespace kairos::safety {

namespace {

QString dayWords(QDate day) {
    return QLocale().toString(day, QStringLiteral("d MMM yyyy"));
}

} // namespace

void settleSafetyPlan(GateLine& line, const SafetyPlanFacts& facts, QDate today) {
    if (!facts.isAskedFor()) {
        settle(line, GateState::NotApplicable, Words::tr("no risk answer is yes"));
        return;
    }
    if (!facts.trouble.isEmpty()) {
        settle(line, GateState::NotMet, facts.trouble);
        return;
    }
    if (!facts.plan) {
        settle(line, GateState::NotMet, Words::tr("none on file"));
        return;
    }
    const SafetyPlanDays& plan = *facts.plan;
    if (!plan.reviewOn.isValid()) {
        settle(line, GateState::Met, Words::tr("of %1").arg(dayWords(plan.written)));
    } else if (plan.reviewOn < today) {
        settle(line, GateState::NotMet, Words::tr("its review was due %1").arg(dayWords(plan.reviewOn)));
    } else {
        settle(line, GateState::Met,
               Words::tr("of %1, review by %2").arg(dayWords(plan.written), dayWords(plan.reviewOn)));
    }
}

GateLine safetyPlanLine(const SafetyPlanFacts& facts, QDate today, const SafetyRules& rules) {
    GateLine line;
    const auto rule = std::find_if(rules.preDose.begin(), rules.preDose.end(), [](const GateRule& candidate) {
        return candidate.check == GateCheckKind::SafetyPlan;
    });
    if (rule != rules.preDose.end()) {
        line = openLine(*rule);
    }
    settleSafetyPlan(line, facts, today);
    return line;
}

} // namespace kairos::safety
