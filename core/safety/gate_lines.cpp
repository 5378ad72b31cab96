// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/gate_lines.h"

#include "core/safety/words.h"

#include <QLocale>

#include <algorithm>

namespace kairos::safety {

using record::GateAnswer;
using record::GateCheck;

namespace {

/// The last answer that was given to a line.
const GateCheck* answerOf(const GateLine& line, const QList<GateCheck>& checks, record::Gate gate) {
    const GateCheck* last = nullptr;
    for (const GateCheck& check : checks) {
        if (check.gate == gate && check.criterion == line.id && (last == nullptr || check.at >= last->at)) {
            last = &check;
        }
    }
    return last;
}

} // namespace

GateLine openLine(const GateRule& rule) {
    GateLine line;
    line.id = rule.id;
    line.text = rule.text;
    line.level = rule.level;
    line.isAsked = rule.check == GateCheckKind::Asked || rule.check == GateCheckKind::Pregnancy;
    line.source = rule.source;
    line.confidence = rule.confidence;
    return line;
}

void settle(GateLine& line, GateState state, const QString& evidence) {
    line.state = state;
    line.evidence = evidence;
}

void settleByAnswer(GateLine& line, const QList<GateCheck>& checks, record::Gate gate) {
    const GateCheck* answer = answerOf(line, checks, gate);
    if (answer == nullptr) {
        settle(line, GateState::NotMet, Words::tr("not answered"));
        return;
    }
    switch (answer->answer) {
    case GateAnswer::Met:
        settle(line, GateState::Met, answer->evidence);
        return;
    case GateAnswer::NotApplicable:
        settle(line, GateState::NotApplicable, answer->evidence);
        return;
    case GateAnswer::NotMet:
        settle(line, GateState::NotMet,
               answer->evidence.isEmpty() ? Words::tr("answered no") : answer->evidence);
        return;
    }
}

void addCallWords(GateLine& line, const QList<GateCheck>& checks, const QTimeZone& zone) {
    const GateCheck* call = answerOf(line, checks, record::Gate::Call);
    if (call == nullptr || answerOf(line, checks, record::Gate::PreDose) != nullptr) {
        return;
    }
    const QString when = QLocale().toString(call->at.local(zone), QStringLiteral("ddd d MMM, HH:mm"));
    switch (call->answer) {
    case GateAnswer::Met:
        line.proposal = call->evidence;
        line.evidence = call->evidence.isEmpty() ? Words::tr("told %1; ask again today").arg(when)
                                                 : Words::tr("%1, said %2").arg(call->evidence, when);
        return;
    case GateAnswer::NotMet:
        line.evidence = Words::tr("not settled in the call %1").arg(when);
        return;
    case GateAnswer::NotApplicable:
        line.evidence = Words::tr("not needed, said %1").arg(when);
        return;
    }
}

void applyOverride(GateLine& line, const QList<GateCheck>& checks, record::Gate gate) {
    const GateCheck* answer = answerOf(line, checks, gate);
    if (line.state == GateState::NotMet && answer != nullptr && answer->overriddenBy) {
        line.state = GateState::Overridden;
        line.overriddenBy = answer->overriddenBy;
        line.overrideReason = answer->overrideReason;
    }
}

QString pressureText(const record::Reading& reading, const QTimeZone& zone) {
    return Words::tr("%1/%2 at %3")
        .arg(reading.systolic.value_or(0))
        .arg(reading.diastolic.value_or(0))
        .arg(reading.measuredAt.local(zone).toString(QStringLiteral("HH:mm")));
}

QList<GateLine> callGate(const QList<GateCheck>& checks, const SafetyRules& rules) {
    QList<GateLine> lines;
    for (const GateRule& rule : rules.call) {
        GateLine line = openLine(rule);
        settleByAnswer(line, checks, record::Gate::Call);
        lines.append(line);
    }
    return lines;
}

QList<GateLine> holding(const QList<GateLine>& lines) {
    QList<GateLine> held;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(held),
                 [](const GateLine& line) { return line.holds(); });
    std::stable_sort(held.begin(), held.end(),
                     [](const GateLine& a, const GateLine& b) { return a.level > b.level; });
    return held;
}

} // namespace kairos::safety
