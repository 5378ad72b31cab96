// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/typing_doubts.h"

#include "core/protocols/weight.h"
#include "core/safety/words.h"

#include <QLocale>

#include <cmath>
#include <utility>

namespace kairos::safety {

using base::Finding;
using base::FindingLevel;

namespace {

/// Room for the last bit of a quotient: a change of exactly the limit is taken.
constexpr double kExact = 1 + 1e-9;

QString oneDecimal(double value) {
    return QLocale().toString(value, 'f', 1);
}

} // namespace

std::optional<Finding> swapDoubt(const TypedReading& typed, const SwapRule& rule) {
    const bool looksSwapped = typed.pulse && typed.spo2 && *typed.spo2 < rule.spo2Below &&
                              *typed.pulse >= rule.pulseFrom && *typed.pulse <= rule.pulseTo;
    if (!looksSwapped) {
        return std::nullopt;
    }
    return Finding{
        FindingLevel::Caution,
        QStringLiteral("typing.swapped"),
        Words::tr("pulse %1 and oxygen %2 %: were the two swapped?").arg(*typed.pulse).arg(*typed.spo2),
        rule.source,
        rule.confidence,
        {}};
}

TypedReading swapped(const TypedReading& typed) {
    TypedReading other = typed;
    std::swap(other.pulse, other.spo2);
    return other;
}

base::Findings weightDoubts(base::Kilograms weight, const WeightBackground& background,
                            const WeightSlipRule& rule) {
    base::Findings doubts;
    const auto add = [&](const char* id, const QString& text) {
        doubts.append(
            {FindingLevel::Caution, QString::fromLatin1(id), text, rule.source, rule.confidence, {}});
    };
    if (const double last = background.last ? background.last->value : 0; last > 0) {
        const auto asPounds = protocols::kilogramsFromPounds(weight.value);
        const double poundsChange = protocols::weightChangePercent({last}, asPounds);
        if (std::abs(poundsChange) <= rule.poundsWithinPercent * kExact) {
            add("typing.weight-pounds",
                Words::tr("%1 lb are %2 kg, near the last weight of %3 kg: was it in pounds?")
                    .arg(oneDecimal(weight.value), oneDecimal(asPounds.value), oneDecimal(last)));
        }
        const double change = protocols::weightChangePercent({last}, weight);
        if (std::abs(change) > rule.changePercent * kExact) {
            add("typing.weight-change",
                Words::tr("%1 kg differs by %2 % from the last weight of %3 kg")
                    .arg(oneDecimal(weight.value), oneDecimal(std::abs(change)), oneDecimal(last)));
        }
    }
    const auto bodyMass =
        background.height ? protocols::bodyMassIndex(weight, *background.height) : std::nullopt;
    if (bodyMass && (*bodyMass < rule.bodyMassFrom || *bodyMass > rule.bodyMassTo)) {
        add("typing.weight-bmi",
            Words::tr("%1 kg at %2 cm is a body mass index of %3, outside %4 to %5")
                .arg(oneDecimal(weight.value), oneDecimal(background.height->value), oneDecimal(*bodyMass))
                .arg(rule.bodyMassFrom)
                .arg(rule.bodyMassTo));
    }
    return doubts;
}

} // namespace kairos::safety
