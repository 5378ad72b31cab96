// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/goal_words.h"

#include <QCoreApplication>

namespace kairos::therapy {

using record::GoalDomain;

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("therapy", text);
}

} // namespace

QString goalLevelText(int level) {
    if (level == 0) {
        return QStringLiteral("0");
    }
    return (level < 0 ? QStringLiteral("−%1") : QStringLiteral("+%1")).arg(qAbs(level));
}

QString goalLevelMeaning(int level) {
    switch (level) {
    case -2:
        return say("much less than expected");
    case -1:
        return say("less than expected");
    case 0:
        return say("as expected");
    case 1:
        return say("more than expected");
    case 2:
        return say("much more than expected");
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
        return say("mood");
    case GoalDomain::Activity:
        return say("activity");
    case GoalDomain::Sleep:
        return say("sleep");
    case GoalDomain::Relationship:
        return say("relationship");
    case GoalDomain::Work:
        return say("work");
    case GoalDomain::Body:
        return say("body");
    case GoalDomain::Substance:
        return say("substance");
    case GoalDomain::Meaning:
        return say("meaning");
    }
    return {};
}

} // namespace kairos::therapy
