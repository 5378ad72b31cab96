// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/booster.h"

#include "core/planning/words.h"

#include <QLocale>

#include <algorithm>
#include <optional>

namespace kairos::planning {

namespace {

/// The scores of one instrument from the last dose on, by day.
QList<DatedScore> since(QDate lastDose, const QString& instrument, const QList<DatedScore>& scores) {
    QList<DatedScore> own;
    std::copy_if(scores.begin(), scores.end(), std::back_inserter(own), [&](const DatedScore& score) {
        return score.instrument == instrument && score.day >= lastDose;
    });
    std::stable_sort(own.begin(), own.end(),
                     [](const DatedScore& left, const DatedScore& right) { return left.day < right.day; });
    return own;
}

std::optional<QString> wordsWhenMet(const protocols::BoosterTrigger& trigger, const QList<DatedScore>& own,
                                    QDate lastDose) {
    if (own.isEmpty() || own.last().day <= lastDose) {
        return std::nullopt; // nothing was rated after the dose
    }
    const double latest = own.last().total;
    const QLocale locale;
    if (trigger.change == protocols::BoosterChange::AtLeast) {
        return latest >= trigger.points ? std::optional(Words::tr("%1 is %2, at least %3")
                                                            .arg(trigger.instrument, locale.toString(latest),
                                                                 locale.toString(trigger.points)))
                                        : std::nullopt;
    }
    const auto lowest =
        std::min_element(own.begin(), own.end(), [](const DatedScore& left, const DatedScore& right) {
            return left.total < right.total;
        });
    const double rise = latest - lowest->total;
    return rise >= trigger.points ? std::optional(Words::tr("%1 rose by %2 since the last dose, at least %3")
                                                      .arg(trigger.instrument, locale.toString(rise),
                                                           locale.toString(trigger.points)))
                                  : std::nullopt;
}

} // namespace

base::Findings boosterFindings(const QList<protocols::BoosterRule>& rules, const QList<DatedScore>& scores,
                               QDate lastDose) {
    base::Findings findings;
    for (const protocols::BoosterRule& rule : rules) {
        for (const protocols::BoosterTrigger& trigger : rule.anyOf) {
            const auto words = wordsWhenMet(trigger, since(lastDose, trigger.instrument, scores), lastDose);
            if (words) {
                findings.append({base::FindingLevel::Information, QStringLiteral("plan.booster"),
                                 Words::tr("%1: %2. %3").arg(rule.title, *words, rule.ask), rule.source,
                                 rule.confidence, rule.id});
            }
        }
    }
    return findings;
}

} // namespace kairos::planning
