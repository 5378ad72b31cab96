// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/pump_rate.h"

#include "core/protocols/words.h"

#include "core/base/check.h"

#include <QRegularExpression>

#include <cmath>

namespace kairos::protocols {
namespace {

/// A figure, perhaps a unit, perhaps words.
struct Figure {
    double value = 0;
    QString unit; ///< in small letters; empty without one
    QString rest;
};

base::Result<Figure> figureOf(const QString& text, const QString& units, const QString& what) {
    const QRegularExpression pattern(
        QStringLiteral("^(\\d+(?:[.,]\\d+)?)\\s*(%1)?(?:[\\s,;:]+(.*))?$").arg(units),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(text.simplified());
    bool isNumber = false;
    const double value = match.captured(1).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
    // Another unit behind the figure is a slip, never a reason.
    static const QRegularExpression kUnit(QStringLiteral("^(ml|mg|[µu]g|g|mcg)\\b"),
                                          QRegularExpression::CaseInsensitiveOption);
    const bool isOtherUnit = kUnit.match(match.captured(3)).hasMatch();
    if (!match.hasMatch() || !isNumber || !std::isfinite(value) || value <= 0 || isOtherUnit) {
        return base::fail(base::ErrorCode::InvalidInput, what,
                          Words::tr("\"%1\" is no figure above 0 with its unit").arg(text.simplified()),
                          Words::tr("type the figure first, then %1, then why if it is asked")
                              .arg(QString(units).replace(QLatin1Char('|'), Words::tr(" or "))));
    }
    return Figure{value, match.captured(2).toLower(), match.captured(3).trimmed()};
}

} // namespace

base::MillilitresPerHour pumpRate(base::MilligramsPerMinute rate, base::MilligramsPerMillilitre bag) {
    KAIROS_CHECK(bag.value > 0);
    return {rate.value * 60.0 / bag.value};
}

base::MilligramsPerMinute givenRate(base::MillilitresPerHour rate, base::MilligramsPerMillilitre bag) {
    return {rate.value * bag.value / 60.0};
}

base::Result<TypedRate> readRate(const QString& text,
                                 const std::optional<base::MilligramsPerMillilitre>& bag) {
    const QString what = Words::tr("The rate was not changed");
    return figureOf(text, QStringLiteral("mL/h|mg/min"), what)
        .and_then([&](const Figure& figure) -> base::Result<TypedRate> {
            const bool isVolume =
                figure.unit == QLatin1String("ml/h") || (figure.unit.isEmpty() && bag.has_value());
            if (isVolume && !bag) {
                return base::fail(base::ErrorCode::InvalidInput, what,
                                  Words::tr("the concentration of the bag is not known"),
                                  Words::tr("type the rate in mg/min"));
            }
            const auto mg = isVolume ? givenRate(base::MillilitresPerHour{figure.value}, *bag)
                                     : base::MilligramsPerMinute{figure.value};
            return TypedRate{mg, bag ? std::optional(pumpRate(mg, *bag)) : std::nullopt, figure.rest};
        });
}

base::Result<TypedAmount> readBooster(const QString& text) {
    return figureOf(text, QStringLiteral("mg"), Words::tr("The booster was not taken"))
        .map([](const Figure& figure) {
            return TypedAmount{base::Milligrams{figure.value}, figure.rest};
        });
}

} // namespace kairos::protocols
