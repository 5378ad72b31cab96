// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/goal_words.h"

#include "core/therapy/words.h"

namespace kairos::therapy {

using record::GoalDomain;

QString goalLevelText(int level) {
    if (level == 0) {
        return QStringLiteral("0");
    }
    return (level < 0 ? QStringLiteral("−%1") : QStringLiteral("+%1")).arg(qAbs(level));
}

QString goalLevelMeaning(int level) {
    switch (level) {
    case -2:
        return Words::tr("much less than expected");
    case -1:
        return Words::tr("less than expected");
    case 0:
        return Words::tr("as expected");
    case 1:
        return Words::tr("more than expected");
    case 2:
        return Words::tr("much more than expected");
    default:
        return {};
    }
}

QString goalLevelWords(const record::Goal& goal, int level) {
    return goal.levels.value(level - record::kLowestGoalLevel);
}

QString goalDomainText(GoalDomain domain) {
    switch (domain) {
    case GoalDomain::Mood:
        return Words::tr("mood");
    case GoalDomain::Activity:
        return Words::tr("activity");
    case GoalDomain::Sleep:
        return Words::tr("sleep");
    case GoalDomain::Relationship:
        return Words::tr("relationship");
    case GoalDomain::Work:
        return Words::tr("work");
    case GoalDomain::Body:
        return Words::tr("body");
    case GoalDomain::Substance:
        return Words::tr("substance");
    case GoalDomain::Meaning:
        return Words::tr("meaning");
    }
    return {};
}

} // namespace kairos::therapy
