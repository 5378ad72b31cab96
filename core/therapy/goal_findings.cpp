// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/goal_findings.h"

#include "core/therapy/words.h"

#include <QLocale>

#include <algorithm>

namespace kairos::therapy {

using base::Finding;
using base::FindingLevel;
using record::Goal;
using record::GoalState;

namespace {

bool hasNumber(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.isDigit(); });
}

/// The parts of SMART that are not written yet.
QStringList missingParts(const Goal& goal) {
    QStringList missing;
    if (goal.measure.trimmed().isEmpty()) {
        missing.append(Words::tr("by what it is measured"));
    } else if (!hasNumber(goal.measure)) {
        missing.append(Words::tr("a number in its measure"));
    }
    if (goal.firstStep.trimmed().isEmpty()) {
        missing.append(Words::tr("a first step"));
    }
    if (goal.relevance.trimmed().isEmpty()) {
        missing.append(Words::tr("why it matters"));
    }
    if (!goal.due.isValid()) {
        missing.append(Words::tr("a day"));
    }
    return missing;
}

/// What a rating and its score need.
QStringList missingForScore(const Goal& goal) {
    QStringList missing;
    if (goal.levels.size() != record::kGoalLevels) {
        missing.append(Words::tr("the words of its five levels"));
    }
    if (!goal.weight) {
        missing.append(Words::tr("a weight"));
    }
    if (!goal.baseline) {
        missing.append(Words::tr("a baseline level"));
    }
    return missing;
}

Finding information(const char* rule, const QString& text) {
    return {FindingLevel::Information,
            QLatin1String(rule),
            text,
            Words::tr("SMART goals and goal attainment scaling; convention"),
            base::Confidence::Check,
            {}};
}

} // namespace

base::Findings goalFindings(const Goal& goal, const GoalFacts& facts, const GoalRules& rules) {
    base::Findings findings;
    if (goal.state == GoalState::Met || goal.state == GoalState::Dropped) {
        return findings;
    }
    if (const auto missing = missingParts(goal); !missing.isEmpty()) {
        findings.append(information("goal.smart",
                                    Words::tr("Still missing: %1").arg(missing.join(QStringLiteral(", ")))));
    }
    if (const auto missing = missingForScore(goal); !missing.isEmpty()) {
        findings.append(information(
            "goal.scale", Words::tr("To be rated it needs %1").arg(missing.join(QStringLiteral(", ")))));
    }
    if (goal.due.isValid() && goal.due < facts.today) {
        findings.append({FindingLevel::Caution,
                         QStringLiteral("goal.due"),
                         Words::tr("Its day was %1: look at it again")
                             .arg(QLocale().toString(goal.due, QStringLiteral("d MMM yyyy"))),
                         Words::tr("SMART goals; convention"),
                         base::Confidence::Check,
                         {}});
    }
    if (facts.firstDose && goal.baseline && goal.baselineOn > *facts.firstDose) {
        findings.append({FindingLevel::Caution,
                         QStringLiteral("goal.baseline"),
                         Words::tr("The baseline level was written on %1, after the first dose on %2")
                             .arg(QLocale().toString(goal.baselineOn, QStringLiteral("d MMM yyyy")),
                                  QLocale().toString(*facts.firstDose, QStringLiteral("d MMM yyyy"))),
                         QStringLiteral("%1; %2").arg(rules.baselineText, rules.baselineSource),
                         rules.baselineConfidence,
                         {}});
    }
    return findings;
}

} // namespace kairos::therapy
