// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/record/consent.h"
#include "core/record/dosing_session.h"
#include "core/record/gate_check.h"
#include "core/record/order.h"
#include "core/record/patient.h"
#include "core/record/rating.h"
#include "core/record/reading.h"
#include "core/record/risk_item.h"
#include "core/safety/safety_rules.h"
#include "core/safety/screening.h"

#include <QDate>
#include <QList>
#include <QTimeZone>

#include <optional>

namespace kairos::safety {

enum class GateState { NotMet, Met, Overridden, NotApplicable };

/// How one line of a gate stands, with what it rests on. A line nobody answered counts as not met.
struct GateLine {
    QString id;
    QString text;
    GateState state = GateState::NotMet;
    base::FindingLevel level = base::FindingLevel::Stop; ///< when it is not met
    bool isAsked = false;                                ///< a person answers it
    QString evidence;                                    ///< e.g. "126/80 at 09:57", "not answered"
    QString source;
    base::Confidence confidence = base::Confidence::Check;
    std::optional<record::ClinicianId> overriddenBy;
    QString overrideReason;
    QString
        proposal; ///< what was said in the call before: offered as the answer's evidence, never taken for it
    /// What must be recorded before the line may be overridden; empty when a reason is enough.
    QString overrideNeeds;

    bool operator==(const GateLine&) const = default;
    [[nodiscard]] bool holds() const { return state == GateState::NotMet; }
};

/// Another clinician's check of drug, dose, volume and rate.
struct SecondCheck {
    bool holds = false; ///< for the figures as they are now, or as they were at the start
    QString by;         ///< "R. Adeyemi at 09:41"
};

/// The days of the safety plan on file.
struct SafetyPlanDays {
    QDate written;  ///< or last gone through
    QDate reviewOn; ///< invalid for none
};

/// Why a safety plan is asked for before a dose, and what there is.
struct SafetyPlanFacts {
    QStringList answers; ///< what was answered yes, one phrase each; empty: nothing asks for a plan
    std::optional<SafetyPlanDays> plan = {};
    QString trouble = {}; ///< why the plan cannot be read; empty when it can

    [[nodiscard]] bool isAskedFor() const { return !answers.isEmpty(); }
};

/// What the record knows before a dose.
struct PreDoseFacts {
    record::DosingSession session;
    QList<record::Reading> readings;
    QList<record::GateCheck> checks;
    std::optional<record::Order> signedOrder; ///< the order given against, once it binds
    QList<record::Consent> consents;
    std::optional<record::RiskItem> openRisk;
    std::optional<record::Rating> screener;       ///< the last suicide screener before the dose
    std::optional<record::RiskItem> screenerRisk; ///< the item that holds it as evidence
    record::Asked pregnancyCapacity = record::Asked::NotAsked;
    QDate today;
    QTimeZone zone;
    std::optional<Eligibility> eligibility = {}; ///< by the screening; none counts as not asked
    bool isFirstDose = true;                     ///< no dose was given to this patient before
    std::optional<int> doseNumber = {};          ///< of the plan's dose step; none for a dose beside the plan
    std::optional<SecondCheck> secondCheck = {}; ///< none: nobody confirmed the dose with a password
    QString verbalOrder = {}; ///< of an order that was spoken: by whom, taken by whom, countersigned or not
    SafetyPlanFacts safetyPlan = {};
};

/// What the record knows before going home.
struct DischargeFacts {
    record::DosingSession session;
    QList<record::Reading> readings;
    QList<record::GateCheck> checks;
    QList<record::Rating> ratings; ///< of this session
    base::Instant now;
    QTimeZone zone;
};

/// Every line of the gate before a dose, in the file's order.
[[nodiscard]] QList<GateLine> preDoseGate(const PreDoseFacts& facts, const SafetyRules& rules);
/// The line about the safety plan by itself, without any answer or override.
[[nodiscard]] GateLine safetyPlanLine(const SafetyPlanFacts& facts, QDate today, const SafetyRules& rules);
/// What was said in the call before the day, line by line.
[[nodiscard]] QList<GateLine> callGate(const QList<record::GateCheck>& checks, const SafetyRules& rules);
/// Every criterion before going home, in the file's order.
[[nodiscard]] QList<GateLine> dischargeGate(const DischargeFacts& facts, const SafetyRules& rules);
/// The lines that hold, stops first.
[[nodiscard]] QList<GateLine> holding(const QList<GateLine>& lines);

} // namespace kairos::safety
