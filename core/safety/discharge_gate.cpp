// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/gate_lines.h"
#include "core/safety/vital_findings.h"

#include "core/safety/words.h"

#include <cmath>

namespace kairos::safety {

using record::Gate;
using record::Reading;

namespace {

/// Readings after minute 0 that `wanted` accepts, by time measured.
template <class Wanted>
QList<Reading> readingsSince(const DischargeFacts& facts, Wanted&& wanted) {
    QList<Reading> readings;
    for (const Reading& reading : facts.readings) {
        if (facts.session.startedAt && reading.measuredAt > *facts.session.startedAt && wanted(reading)) {
            readings.append(reading);
        }
    }
    std::sort(readings.begin(), readings.end(),
              [](const Reading& a, const Reading& b) { return a.measuredAt < b.measuredAt; });
    return readings;
}

void settleTime(GateLine& line, const GateRule& rule, const DischargeFacts& facts) {
    const int needed = rule.minutes.value(facts.session.route);
    if (!facts.session.stoppedAt) {
        settle(line, GateState::NotMet, Words::tr("the dose has not ended; %1 min are needed").arg(needed));
        return;
    }
    const auto passed = static_cast<int>(facts.now.msSince(*facts.session.stoppedAt) / 60'000);
    settle(line, passed >= needed ? GateState::Met : GateState::NotMet,
           Words::tr("%1 of %2 min").arg(passed).arg(needed));
}

void settlePressure(GateLine& line, const GateRule& rule, const DischargeFacts& facts) {
    const auto since = readingsSince(facts, [](const Reading& r) { return r.systolic && r.diastolic; });
    if (since.size() < 2) {
        settle(line, GateState::NotMet, Words::tr("two readings after the dose are needed"));
        return;
    }
    const Reading& last = since.last();
    const Reading& before = since.at(since.size() - 2);
    const bool isRising = *last.systolic > *before.systolic || *last.diastolic > *before.diastolic;
    const auto baseline = baselineOf(facts.readings, facts.session.startedAt);
    const auto isNear = [&](int now, int then) {
        return std::abs(now - then) * 100.0 <= rule.withinPercent * then;
    };
    const bool isLow = *last.systolic <= rule.systolicAtMost && *last.diastolic <= rule.diastolicAtMost;
    const bool isBack = baseline && baseline->diastolic && isNear(*last.systolic, *baseline->systolic) &&
                        isNear(*last.diastolic, *baseline->diastolic);
    QString evidence = pressureText(last, facts.zone);
    evidence += isRising ? Words::tr(", rising") : QString();
    evidence += !isLow && !isBack ? Words::tr(", not yet back") : QString();
    settle(line, !isRising && (isLow || isBack) ? GateState::Met : GateState::NotMet, evidence);
}

void settleOxygen(GateLine& line, const GateRule& rule, const DischargeFacts& facts) {
    const auto since = readingsSince(facts, [](const Reading& r) { return r.spo2.has_value(); });
    std::optional<Reading> before;
    for (const Reading& reading : facts.readings) {
        const bool isBefore = facts.session.startedAt && reading.measuredAt < *facts.session.startedAt;
        if (reading.spo2 && isBefore && (!before || reading.measuredAt >= before->measuredAt)) {
            before = reading;
        }
    }
    if (since.isEmpty() || !before) {
        settle(line, GateState::NotMet, Words::tr("a reading before and one after the dose are needed"));
        return;
    }
    const int now = *since.last().spo2;
    settle(line, now >= *before->spo2 - rule.withinPoints ? GateState::Met : GateState::NotMet,
           Words::tr("%1 %, was %2 %").arg(now).arg(*before->spo2));
}

void settleAwake(GateLine& line, const GateRule& rule, const DischargeFacts& facts) {
    const auto since = readingsSince(facts, [](const Reading& r) { return r.sedation.has_value(); });
    if (since.isEmpty()) {
        settle(line, GateState::NotMet, Words::tr("sedation was not rated after the dose"));
        return;
    }
    settle(line, *since.last().sedation >= rule.sedation ? GateState::Met : GateState::NotMet,
           Words::tr("MOAA/S %1").arg(*since.last().sedation));
}

void settleRecovery(GateLine& line, const GateRule& rule, const DischargeFacts& facts) {
    const record::Rating* last = nullptr;
    for (const auto& rating : facts.ratings) {
        const bool counts = rule.instruments.contains(rating.instrument) && rating.total;
        if (counts && (last == nullptr || rating.assessedAt >= last->assessedAt)) {
            last = &rating;
        }
    }
    if (last == nullptr) {
        settle(line, GateState::NotMet, Words::tr("not rated"));
        return;
    }
    settle(line, *last->total >= rule.total ? GateState::Met : GateState::NotMet,
           Words::tr("%1 of 10").arg(*last->total));
}

void settleLine(GateLine& line, const GateRule& rule, const DischargeFacts& facts) {
    switch (rule.check) {
    case GateCheckKind::Time:
        settleTime(line, rule, facts);
        break;
    case GateCheckKind::Pressure:
        settlePressure(line, rule, facts);
        break;
    case GateCheckKind::Oxygen:
        settleOxygen(line, rule, facts);
        break;
    case GateCheckKind::Awake:
        settleAwake(line, rule, facts);
        break;
    case GateCheckKind::Recovery:
        settleRecovery(line, rule, facts);
        break;
    case GateCheckKind::Asked:
    case GateCheckKind::Order:
    case GateCheckKind::Consent:
    case GateCheckKind::Risk:
    case GateCheckKind::Screener:
    case GateCheckKind::Screening:
    case GateCheckKind::SafetyPlan:
    case GateCheckKind::Pregnancy:
    case GateCheckKind::Weight:
    case GateCheckKind::SecondPerson:
        settleByAnswer(line, facts.checks, Gate::Discharge);
        break;
    }
}

} // namespace

QList<GateLine> dischargeGate(const DischargeFacts& facts, const SafetyRules& rules) {
    QList<GateLine> lines;
    for (const GateRule& rule : rules.discharge) {
        GateLine line = openLine(rule);
        settleLine(line, rule, facts);
        applyOverride(line, facts.checks, Gate::Discharge);
        lines.append(line);
    }
    return lines;
}

} // namespace kairos::safety
