// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/finding.h"
#include "core/base/result.h"
#include "core/record/order.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace kairos::safety {

/// The vital signs a rule may speak of.
enum class Vital { Systolic, Diastolic, Pulse, Spo2, RespiratoryRate, Temperature, Sedation };

/// How a value passes a limit.
enum class Side { AtLeast, Above, AtMost, Below };

/// One rule on one vital sign. A missing strength has no limit.
struct VitalLimit {
    QString id;
    Vital vital = Vital::Systolic;
    Side side = Side::AtLeast;
    bool isRise = false; ///< the limits count from the patient's own baseline
    std::optional<double> caution;
    std::optional<double> stop;
    QString source;
    base::Confidence confidence = base::Confidence::Check;
};

/// One row of the decision on the blood pressure before a dose, from the lowest pressures on.
struct PressureRow {
    QString id;
    int systolicFrom = 0;
    int diastolicFrom = 0;
    base::FindingLevel level = base::FindingLevel::Stop;
    QString text;
    QString source;
    base::Confidence confidence = base::Confidence::Check;
};

/// How a gate line is settled: a person answers it, or the record itself does.
enum class GateCheckKind {
    Asked,
    Order,
    Consent,
    Risk,
    Screener,
    Screening,
    SafetyPlan,
    Pregnancy,
    Weight,
    SecondPerson,
    Pressure,
    Time,
    Oxygen,
    Awake,
    Recovery
};

/// One line of a gate, with the figures its check needs.
struct GateRule {
    QString id;
    QString text;
    GateCheckKind check = GateCheckKind::Asked;
    base::FindingLevel level = base::FindingLevel::Stop; ///< when it is not met
    QString source;
    base::Confidence confidence = base::Confidence::Check;
    QHash<record::Route, int> minutes; ///< Time: after the end of the dose
    double withinPercent = 0;          ///< Pressure at discharge
    int systolicAtMost = 0;
    int diastolicAtMost = 0;
    int withinPoints = 0;    ///< Oxygen
    int sedation = 0;        ///< Awake
    QStringList instruments; ///< Recovery, Screener
    QStringList classes;     ///< Screener: the ids of those that hold
    QStringList signs; ///< SafetyPlan: what asks for one, "c-ssrs/safety-plan" by instrument and its rule
    double total = 0;
};

/// What the safety files say. Figures come from there alone.
struct SafetyRules {
    QHash<Vital, std::pair<double, double>> plausible; ///< both ends possible
    QList<VitalLimit> limits;
    QList<PressureRow> pressureRows;
    QList<GateRule> preDose;
    QList<GateRule> discharge;
    /// What is settled in the call before the day of the dose; the ids are those of the lines before the
    /// dose.
    QList<GateRule> call;

    /// Reads the two files. InvalidInput names the place.
    [[nodiscard]] static base::Result<SafetyRules> read(const QByteArray& vitalsJson,
                                                        const QByteArray& gatesJson);
    /// What is compiled into the program.
    [[nodiscard]] static SafetyRules builtIn();
};

} // namespace kairos::safety
