// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/dose_lines.h"

#include "core/reports/wording.h"
#include "core/reports/words.h"

namespace kairos::reports {

using namespace record;

namespace {

QString capitalised(QString text) {
    if (!text.isEmpty()) {
        text[0] = text.at(0).toUpper();
    }
    return text;
}

QString bagText(const DosingSession& session, const QLocale& locale) {
    if (!session.bagVolume || !session.bagRule) {
        return {};
    }
    const QString volume = figureText(session.bagVolume->value, 1, locale);
    return *session.bagRule == BagRule::FillTo ? Words::tr("filled up to %1 mL").arg(volume)
                                               : Words::tr("added to %1 mL").arg(volume);
}

QString timesLine(const SummaryFacts& facts) {
    const auto& session = *facts.dosing;
    if (!session.startedAt) {
        return Words::tr("Not started.");
    }
    QString text = timeText(*session.startedAt, facts.zone);
    text += session.stoppedAt ? Words::tr(" to %1").arg(timeText(*session.stoppedAt, facts.zone))
                              : Words::tr(", running");
    if (!session.endReason.isEmpty()) {
        text += Words::tr(" (stopped early: %1)").arg(session.endReason);
    }
    return text + QLatin1Char('.');
}

QString rateLine(const SummaryFacts& facts) {
    QStringList parts;
    const auto& figures = *facts.figures;
    if (figures.ugPerKgMin) {
        parts.append(Words::tr("%1 µg/kg/min").arg(figureText(figures.ugPerKgMin->value, 1, facts.locale)));
    }
    if (figures.mlPerH) {
        parts.append(Words::tr("%1 mL/h").arg(figureText(figures.mlPerH->value, 1, facts.locale)));
    }
    if (figures.bagMgPerMl) {
        parts.append(Words::tr("%1 mg/mL, %2")
                         .arg(figureText(figures.bagMgPerMl->value, 3, facts.locale),
                              bagText(*facts.dosing, facts.locale)));
    }
    return parts.isEmpty() ? QString() : parts.join(QStringLiteral(", ")) + QLatin1Char('.');
}

QString vialLine(const SummaryFacts& facts) {
    const auto& session = *facts.dosing;
    QStringList parts;
    if (facts.figures && facts.figures->ml && session.concentration) {
        parts.append(Words::tr("%1 mL of %2 mg/mL")
                         .arg(figureText(facts.figures->ml->value, 2, facts.locale),
                              figureText(session.concentration->value, 2, facts.locale)));
    }
    if (!session.lot.isEmpty()) {
        parts.append(Words::tr("lot %1").arg(session.lot));
    }
    if (session.expiry) {
        parts.append(Words::tr("expires %1").arg(dayText(*session.expiry, facts.locale)));
    }
    if (!session.site.isEmpty()) {
        parts.append(session.site);
    }
    return parts.isEmpty() ? QString() : capitalised(parts.join(QStringLiteral(", "))) + QLatin1Char('.');
}

} // namespace

QString doseHeadline(const SummaryFacts& facts) {
    const auto& session = *facts.dosing;
    if (!session.dose) {
        return Words::tr("No dose was reckoned.");
    }
    QString text = Words::tr("%1 %2 mg %3")
                       .arg(capitalised(session.drug), figureText(session.dose->value, 1, facts.locale),
                            routeText(session.route));
    if (facts.figures && facts.figures->mgPerKg) {
        text += Words::tr(", %1 mg/kg").arg(figureText(facts.figures->mgPerKg->value, 2, facts.locale));
    }
    if (session.minutes) {
        // No-break spaces: a figure and its unit stay on one line.
        text += Words::tr(" over\u00a0%1\u00a0min").arg(figureText(session.minutes->value, 0, facts.locale));
    }
    return text;
}

namespace {

/// "1 of 3 devices, 2 sprays: 10:12"; empty for another route and for a session without sprays in its log.
QString deviceLine(const SummaryFacts& facts) {
    int sprays = 0;
    QStringList times;
    for (const SessionEvent& event : facts.events) {
        if (event.type == EventType::Spray) {
            sprays += event.sprays.value_or(0);
            times.append(timeText(event.at, facts.zone));
        }
    }
    if (times.isEmpty() || !facts.figures || !facts.figures->devices || !facts.figures->sprays) {
        return {};
    }
    const int each = *facts.figures->sprays / *facts.figures->devices;
    return Words::tr("Devices: %1 of %2, sprays: %3 of %4, at %5.")
        .arg((sprays + each - 1) / each)
        .arg(*facts.figures->devices)
        .arg(sprays)
        .arg(*facts.figures->sprays)
        .arg(times.join(QStringLiteral(", ")));
}

} // namespace

QStringList doseLines(const SummaryFacts& facts) {
    QStringList lines = {timesLine(facts)};
    if (facts.given && facts.dosing->dose) {
        lines.last() += Words::tr(" Given %1 of %2 mg.")
                            .arg(figureText(facts.given->given.value, 1, facts.locale),
                                 figureText(facts.dosing->dose->value, 1, facts.locale));
    }
    for (const base::Finding& finding : facts.givenFindings) {
        lines.append(Words::tr("Other than ordered: %1.").arg(finding.text));
    }
    if (facts.figures) {
        lines.append(rateLine(facts));
        lines.append(deviceLine(facts));
    }
    lines.append(vialLine(facts));
    // The whole text is off-label for racemic ketamine everywhere (protocols.md); the label is esketamine's
    // alone.
    if (facts.dosing->route != Route::Intranasal) {
        lines.append(Words::tr("Off-label use."));
    }
    lines.removeAll(QString());
    return lines;
}

} // namespace kairos::reports
