// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/gate_lines.h"
#include "core/safety/risk_state.h"
#include "core/safety/safety_plan_line.h"
#include "core/safety/vital_findings.h"

#include "core/safety/words.h"

#include <algorithm>

namespace kairos::safety {

using record::Gate;

namespace {

/// A day as the person at the desk writes it.
QString dayOfGate(QDate day) {
    return QLocale().toString(day, QStringLiteral("d MMM yyyy"));
}

void settleOrder(GateLine& line, const PreDoseFacts& facts) {
    if (!facts.signedOrder) {
        settle(line, GateState::NotMet, Words::tr("no signed order"));
        return;
    }
    const auto& order = *facts.signedOrder;
    if (!order.covers(facts.doseNumber)) {
        settle(line, GateState::NotMet, Words::tr("the order is for other doses"));
    } else if (facts.today < order.validFrom) {
        settle(line, GateState::NotMet, Words::tr("not valid before %1").arg(dayOfGate(order.validFrom)));
    } else if (facts.today > order.validTo) {
        settle(line, GateState::NotMet, Words::tr("it ended on %1").arg(dayOfGate(order.validTo)));
    } else if (!facts.verbalOrder.isEmpty()) {
        settle(line, GateState::Met, facts.verbalOrder);
    } else {
        settle(line, GateState::Met,
               Words::tr("valid %1 to %2").arg(dayOfGate(order.validFrom), dayOfGate(order.validTo)));
    }
}

void settleConsent(GateLine& line, const PreDoseFacts& facts) {
    const record::Consent* best = nullptr;
    for (const auto& consent : facts.consents) {
        const bool isTreatment = consent.form == QLatin1String("ketamine-treatment");
        if (isTreatment && !consent.withdrawn && (best == nullptr || consent.given >= best->given)) {
            best = &consent;
        }
    }
    if (best == nullptr) {
        settle(line, GateState::NotMet, Words::tr("no consent on record"));
        return;
    }
    const bool isExpired = best->expires && *best->expires < facts.today;
    settle(line, isExpired ? GateState::NotMet : GateState::Met,
           isExpired ? Words::tr("version %1 ended %2").arg(best->version, dayOfGate(*best->expires))
                     : Words::tr("version %1 of %2").arg(best->version, dayOfGate(best->given)));
}

/// Before the first dose everything that is open holds. Later an open question only informs, while a finding
/// that is present holds as it did.
void settleScreening(GateLine& line, const PreDoseFacts& facts) {
    if (!facts.eligibility) {
        settle(line, GateState::NotMet, Words::tr("not asked"));
        return;
    }
    const Eligibility& eligibility = *facts.eligibility;
    if (!facts.isFirstDose && eligibility.onlyOpenQuestions) {
        line.level = std::min(line.level, base::FindingLevel::Caution);
    }
    switch (eligibility.state) {
    case EligibilityState::Met:
        settle(line, GateState::Met, eligibility.evidence);
        break;
    case EligibilityState::Holds:
        settle(line, GateState::NotMet, eligibility.evidence);
        break;
    case EligibilityState::Overridden:
        settle(line, GateState::Overridden, eligibility.evidence);
        line.overriddenBy = eligibility.overriddenBy;
        line.overrideReason = eligibility.overrideReason;
        break;
    }
}

void settlePressureBefore(GateLine& line, const PreDoseFacts& facts, const SafetyRules& rules) {
    const auto last = baselineOf(facts.readings, facts.session.startedAt);
    if (!last || !last->diastolic) {
        settle(line, GateState::NotMet, Words::tr("no reading yet"));
        return;
    }
    const PressureRow& row = pressureRowFor(*last->systolic, *last->diastolic, rules);
    const bool goes = row.level == base::FindingLevel::Information;
    line.level = row.level == base::FindingLevel::Information ? line.level : row.level;
    line.source = row.source;
    line.confidence = row.confidence;
    settle(line, goes ? GateState::Met : GateState::NotMet,
           goes ? pressureText(*last, facts.zone)
                : Words::tr("%1: %2").arg(pressureText(*last, facts.zone), row.text));
}

/// Assessment and safety plan were written after the screener, not for an earlier one.
bool isAssessedSince(const PreDoseFacts& facts) {
    if (!facts.screenerRisk || !facts.screenerRisk->isAssessed()) {
        return false;
    }
    const auto& item = *facts.screenerRisk;
    const auto written = item.assessedAt ? item.assessedAt : item.closedAt;
    return written && *written >= facts.screener->assessedAt;
}

/// The highest class, and an incomplete screener, hold the dose. An override needs the assessment and the
/// safety plan on record: ketamine is also given for suicidality, so it is no ban.
void settleScreener(GateLine& line, const GateRule& rule, const PreDoseFacts& facts) {
    if (!facts.screener) {
        settle(line, GateState::NotApplicable, Words::tr("none on record"));
        return;
    }
    const QString result =
        Words::tr("%1 at %2")
            .arg(QString(facts.screener->band).replace(QLatin1Char('-'), QLatin1Char(' ')),
                 facts.screener->assessedAt.local(facts.zone).toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    const bool holds = rule.classes.contains(facts.screener->band);
    settle(line, holds ? GateState::NotMet : GateState::Met, result);
    if (holds && !isAssessedSince(facts)) {
        line.overrideNeeds =
            Words::tr("the assessment and the safety plan are not recorded in the risk item");
    }
}

/// By another clinician's own password. A check typed as names, as older records hold it, stands.
void settleSecondPerson(GateLine& line, const PreDoseFacts& facts) {
    if (!facts.secondCheck) {
        settleByAnswer(line, facts.checks, Gate::PreDose);
        if (line.state == GateState::NotMet) {
            line.evidence = Words::tr("not checked");
        }
    } else if (facts.secondCheck->holds) {
        settle(line, GateState::Met, facts.secondCheck->by);
    } else {
        settle(line, GateState::NotMet, Words::tr("the dose changed since the check"));
    }
}

/// An override of before the last screener does not answer that one.
QList<record::GateCheck> checksFor(const GateRule& rule, const PreDoseFacts& facts) {
    QList<record::GateCheck> checks = facts.checks;
    if (rule.check == GateCheckKind::Screener && facts.screener) {
        checks.removeIf([&](const record::GateCheck& check) {
            return check.criterion == rule.id && check.at < facts.screener->assessedAt;
        });
    }
    return checks;
}

void settleLineBefore(GateLine& line, const GateRule& rule, const PreDoseFacts& facts,
                      const SafetyRules& rules) {
    switch (rule.check) {
    case GateCheckKind::Order:
        settleOrder(line, facts);
        break;
    case GateCheckKind::Consent:
        settleConsent(line, facts);
        break;
    case GateCheckKind::Risk:
        settle(line, facts.openRisk ? GateState::NotMet : GateState::Met,
               facts.openRisk ? riskStateWords(facts.openRisk) : riskStateShort(false));
        break;
    case GateCheckKind::Screener:
        settleScreener(line, rule, facts);
        break;
    case GateCheckKind::Screening:
        settleScreening(line, facts);
        break;
    case GateCheckKind::SafetyPlan:
        settleSafetyPlan(line, facts.safetyPlan, facts.today);
        break;
    case GateCheckKind::Pregnancy:
        settleByAnswer(line, facts.checks, Gate::PreDose);
        if (facts.pregnancyCapacity == record::Asked::No) {
            settle(line, GateState::NotApplicable, Words::tr("no capacity to become pregnant on record"));
        }
        break;
    case GateCheckKind::Weight:
        settle(line, facts.session.weight ? GateState::Met : GateState::NotMet,
               facts.session.weight ? Words::tr("%1 kg").arg(facts.session.weight->value)
                                    : Words::tr("not weighed yet"));
        break;
    case GateCheckKind::SecondPerson:
        settleSecondPerson(line, facts);
        break;
    case GateCheckKind::Pressure:
        settlePressureBefore(line, facts, rules);
        break;
    case GateCheckKind::Asked:
    case GateCheckKind::Time:
    case GateCheckKind::Oxygen:
    case GateCheckKind::Awake:
    case GateCheckKind::Recovery:
        settleByAnswer(line, facts.checks, Gate::PreDose);
        addCallWords(line, facts.checks, facts.zone);
        break;
    }
}

} // namespace

QList<GateLine> preDoseGate(const PreDoseFacts& facts, const SafetyRules& rules) {
    QList<GateLine> lines;
    for (const GateRule& rule : rules.preDose) {
        GateLine line = openLine(rule);
        settleLineBefore(line, rule, facts, rules);
        applyOverride(line, checksFor(rule, facts), Gate::PreDose);
        if (rule.check == GateCheckKind::SecondPerson && line.state == GateState::Overridden) {
            line.evidence = Words::tr("single-person check");
        }
        lines.append(line);
    }
    return lines;
}

} // namespace kairos::safety
