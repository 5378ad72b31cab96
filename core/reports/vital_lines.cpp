// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/vital_lines.h"

#include "core/reports/wording.h"
#include "core/reports/words.h"
#include "core/safety/vital_findings.h"

#include <cmath>
#include <cstdlib>

namespace kairos::reports {

using namespace record;

namespace {

const QString kNoValue = QStringLiteral("–");

QString figureOr(const std::optional<int>& value, const QString& pattern) {
    return value ? pattern.arg(*value) : kNoValue;
}

QString minuteText(const SummaryFacts& facts, const Reading& reading) {
    if (!facts.dosing->startedAt) {
        return kNoValue;
    }
    const double minutes =
        static_cast<double>(reading.measuredAt.msSince(*facts.dosing->startedAt)) / 60'000.0;
    const auto whole = static_cast<int>(std::lround(minutes));
    return whole < 0 ? QStringLiteral("\u2212%1").arg(-whole) : QString::number(whole);
}

/// The dissociation total rated within five minutes of the reading.
QString dissociationAt(const SummaryFacts& facts, const Reading& reading) {
    for (const Rating& rating : facts.sessionRatings) {
        const bool isDissociation = rating.instrument.startsWith(QLatin1String("cadss"));
        const bool isNear = std::llabs(rating.assessedAt.msSince(reading.measuredAt)) <= 5 * 60'000;
        if (isDissociation && isNear && rating.total) {
            return figureText(*rating.total, 0, facts.locale);
        }
    }
    return kNoValue;
}

} // namespace

QList<VitalLine> vitalLines(const SummaryFacts& facts, const safety::SafetyRules& rules) {
    const auto baseline = safety::baselineOf(facts.readings, facts.dosing->startedAt);
    QList<VitalLine> lines;
    for (const Reading& reading : facts.readings) {
        VitalLine line;
        line.minute = minuteText(facts, reading);
        line.at = timeText(reading.measuredAt, facts.zone);
        line.pressure = reading.systolic && reading.diastolic
                            ? QStringLiteral("%1/%2").arg(*reading.systolic).arg(*reading.diastolic)
                            : kNoValue;
        line.pulse = figureOr(reading.pulse, QStringLiteral("%1"));
        line.spo2 = figureOr(reading.spo2, QStringLiteral("%1\u2009%"));
        line.sedation = figureOr(reading.sedation, QStringLiteral("%1"));
        line.rating = dissociationAt(facts, reading);
        const auto findings = safety::findingsOf(reading, baseline, rules);
        if (!findings.isEmpty()) {
            line.level = findings.first().level;
        }
        lines.append(line);
    }
    return lines;
}

QString vitalsNote(const SummaryFacts& facts, const safety::SafetyRules& rules) {
    const auto baseline = safety::baselineOf(facts.readings, facts.dosing->startedAt);
    QStringList texts;
    QStringList sources;
    QStringList seen;
    for (const Reading& reading : facts.readings) {
        for (const auto& finding : safety::findingsOf(reading, baseline, rules)) {
            if (seen.contains(finding.rule)) {
                continue;
            }
            seen.append(finding.rule);
            texts.append(Words::tr("%1 at %2").arg(finding.text, timeText(reading.measuredAt, facts.zone)));
            const QString source =
                Words::tr("%1 (%2)").arg(finding.source, base::confidenceMark(finding.confidence));
            if (!sources.contains(source)) {
                sources.append(source);
            }
        }
    }
    if (texts.isEmpty()) {
        return {};
    }
    return Words::tr("%1. Limits: %2.")
        .arg(texts.join(QStringLiteral("; ")), sources.join(QStringLiteral("; ")));
}

} // namespace kairos::reports
