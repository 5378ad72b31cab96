// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/vital_findings.h"

#include "core/base/check.h"
#include "core/safety/words.h"

#include <algorithm>

namespace kairos::safety {

using base::Finding;
using base::FindingLevel;
using record::Reading;

namespace {

std::optional<double> valueOf(const Reading& reading, Vital vital) {
    const auto whole = [](const std::optional<int>& value) {
        return value ? std::optional<double>(*value) : std::nullopt;
    };
    switch (vital) {
    case Vital::Systolic:
        return whole(reading.systolic);
    case Vital::Diastolic:
        return whole(reading.diastolic);
    case Vital::Pulse:
        return whole(reading.pulse);
    case Vital::Spo2:
        return whole(reading.spo2);
    case Vital::RespiratoryRate:
        return whole(reading.respiratoryRate);
    case Vital::Temperature:
        return reading.temperature;
    case Vital::Sedation:
        return whole(reading.sedation);
    }
    return std::nullopt;
}

bool passes(double value, Side side, double limit) {
    switch (side) {
    case Side::AtLeast:
        return value >= limit;
    case Side::Above:
        return value > limit;
    case Side::AtMost:
        return value <= limit;
    case Side::Below:
        return value < limit;
    }
    return false;
}

QString vitalWord(Vital vital) {
    switch (vital) {
    case Vital::Systolic:
        return Words::tr("Systolic");
    case Vital::Diastolic:
        return Words::tr("Diastolic");
    case Vital::Pulse:
        return Words::tr("Pulse");
    case Vital::Spo2:
        return Words::tr("Oxygen saturation");
    case Vital::RespiratoryRate:
        return Words::tr("Breathing rate");
    case Vital::Temperature:
        return Words::tr("Temperature");
    case Vital::Sedation:
        return Words::tr("Sedation (MOAA/S)");
    }
    return {};
}

QString sideWord(Side side, double limit) {
    switch (side) {
    case Side::AtLeast:
        return Words::tr("limit %1 or more").arg(limit);
    case Side::Above:
        return Words::tr("limit above %1").arg(limit);
    case Side::AtMost:
        return Words::tr("limit %1 or less").arg(limit);
    case Side::Below:
        return Words::tr("limit below %1").arg(limit);
    }
    return {};
}

std::optional<Finding> vitalFinding(const VitalLimit& limit, double value, std::optional<double> baseline) {
    if (limit.isRise && !baseline) {
        return std::nullopt;
    }
    const double judged = limit.isRise ? value - *baseline : value;
    const bool isStop = limit.stop && passes(judged, limit.side, *limit.stop);
    const bool isCaution = limit.caution && passes(judged, limit.side, *limit.caution);
    if (!isStop && !isCaution) {
        return std::nullopt;
    }
    const double passed = isStop ? *limit.stop : *limit.caution;
    Finding finding;
    finding.level = isStop ? FindingLevel::Stop : FindingLevel::Caution;
    finding.rule = limit.id;
    finding.text = limit.isRise ? Words::tr("%1 %2 is %3 above baseline %4 (limit +%5)")
                                      .arg(vitalWord(limit.vital))
                                      .arg(value)
                                      .arg(judged)
                                      .arg(*baseline)
                                      .arg(passed)
                                : Words::tr("%1 %2 (%3)")
                                      .arg(vitalWord(limit.vital))
                                      .arg(value)
                                      .arg(sideWord(limit.side, passed));
    finding.source = limit.source;
    finding.confidence = limit.confidence;
    return finding;
}

} // namespace

std::optional<Reading> baselineOf(const QList<Reading>& readings,
                                  const std::optional<base::Instant>& startedAt) {
    std::optional<Reading> baseline;
    for (const Reading& reading : readings) {
        const bool isBefore = !startedAt || reading.measuredAt < *startedAt;
        const bool isLater = !baseline || reading.measuredAt >= baseline->measuredAt;
        if (isBefore && isLater && reading.systolic) {
            baseline = reading;
        }
    }
    return baseline;
}

base::Findings findingsOf(const Reading& reading, const std::optional<Reading>& baseline,
                          const SafetyRules& rules) {
    base::Findings findings;
    for (const VitalLimit& limit : rules.limits) {
        const auto value = valueOf(reading, limit.vital);
        if (!value) {
            continue;
        }
        const auto before = baseline ? valueOf(*baseline, limit.vital) : std::nullopt;
        if (const auto finding = vitalFinding(limit, *value, before)) {
            findings.append(*finding);
        }
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.level > b.level; });
    return findings;
}

const PressureRow& pressureRowFor(int systolic, int diastolic, const SafetyRules& rules) {
    KAIROS_CHECK(!rules.pressureRows.isEmpty());
    qsizetype row = 0;
    for (qsizetype i = 0; i < rules.pressureRows.size(); ++i) {
        const PressureRow& candidate = rules.pressureRows.at(i);
        if (systolic >= candidate.systolicFrom || diastolic >= candidate.diastolicFrom) {
            row = i;
        }
    }
    return rules.pressureRows.at(row);
}

} // namespace kairos::safety
