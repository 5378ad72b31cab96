// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"
#include "core/base/units.h"
#include "core/record/order.h"

#include <QList>
#include <QString>

#include <optional>

namespace kairos::protocols {

/// How strong a limit is: the field refuses, an override must say who and why, or a word to the clinician.
enum class LimitLevel { Impossible, Stop, Caution };

/// What a limit looks at.
enum class LimitedQuantity { MgPerKg, Mg, Minutes, MgPerMin, MicrogramsPerKgMin };

/// A limit is crossed strictly above or strictly below its value.
enum class LimitSide { Above, Below };

struct DoseLimit {
    QString id; ///< e.g. "dose.iv.mg-per-kg.stop"
    record::Route route = record::Route::Intravenous;
    LimitedQuantity quantity = LimitedQuantity::MgPerKg;
    LimitSide side = LimitSide::Above;
    double value = 0.0; ///< in the unit of the quantity
    LimitLevel level = LimitLevel::Caution;
    QString source;
    base::Confidence confidence = base::Confidence::Check;

    bool operator==(const DoseLimit&) const = default;
};

/// A share of the dose that reaches the blood, for display alone: nothing is ever converted by it.
struct Bioavailability {
    record::Route route = record::Route::Sublingual;
    double low = 0.0;  ///< 0 to 1
    double high = 0.0; ///< 0 to 1
    QString source;
    base::Confidence confidence = base::Confidence::Check;

    bool operator==(const Bioavailability&) const = default;
};

/// The device arithmetic of esketamine nasal spray.
struct EsketamineDevices {
    QList<double> doses;     ///< mg, e.g. 28, 56, 84
    double mgPerDevice = 28; ///< mg
    int spraysPerDevice = 2;
    double restMinutes = 5; ///< between devices
    double mlPerDevice = 0; ///< what the package data give for one device
    QString packageSource;  ///< of `mlPerDevice`
    QString source;
    base::Confidence confidence = base::Confidence::Check;

    bool operator==(const EsketamineDevices&) const = default;

    /// The drug in one spray.
    [[nodiscard]] base::Milligrams mgPerSpray() const { return {mgPerDevice / spraysPerDevice}; }
    /// The largest dose that may be given at once.
    [[nodiscard]] base::Milligrams largest() const;
};

/// What a body weight may be, and which change since the last dose is told.
struct WeightLimits {
    double aboveKg = 0;       ///< heavier is a typing error
    double changePercent = 0; ///< a larger change since the last dose is told
    QString source;
    base::Confidence confidence = base::Confidence::Check;

    bool operator==(const WeightLimits&) const = default;
};

/// From which strength on a vial must be diluted before intravenous use.
struct DilutionLimit {
    double fromMgPerMl = 0;
    QString source;
    base::Confidence confidence = base::Confidence::Check;

    bool operator==(const DilutionLimit&) const = default;
};

/// Every figure that dose arithmetic refuses or warns by. Data of the clinic, not of the program:
/// resources/safety/dose_limits.json holds the defaults.
struct DoseLimits {
    QString version;
    QString note;
    WeightLimits weight;
    DilutionLimit dilution;
    QList<DoseLimit> limits;
    QList<record::Route> needClinicLimit; ///< routes that cannot be used until the clinic sets a limit
    QList<Bioavailability> bioavailability;
    EsketamineDevices esketamine;

    bool operator==(const DoseLimits&) const = default;

    /// False for a route that waits for the clinic's own limit.
    [[nodiscard]] bool isUsable(record::Route route) const;
};

/// Reads limits from JSON; `place` names the file in an error.
[[nodiscard]] base::Result<DoseLimits> readDoseLimits(const QByteArray& json, const QString& place);

/// The limits that come with the program.
[[nodiscard]] const DoseLimits& builtInDoseLimits();

} // namespace kairos::protocols
