// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/order_rules.h"

#include "core/safety/safety_json.h"
#include "core/safety/words.h"

#include "core/base/check.h"

namespace kairos::safety {

using scales::JsonPlace;

namespace {

constexpr int kMostHours = 168;

OrderFigure orderFigure(const JsonPlace& root, QLatin1String key) {
    const JsonPlace place = root.at(key);
    place.allowOnly({QLatin1String("value"), QLatin1String("source"), QLatin1String("confidence"),
                     QLatin1String("text")});
    OrderFigure figure;
    figure.value = place.whole(QLatin1String("value"));
    figure.source = place.text(QLatin1String("source"));
    figure.confidence = confidenceAt(place);
    if (figure.value < 1 || figure.value > kMostHours) {
        place.refuseAt(QLatin1String("value"),
                       Words::tr("the figure is not between 1 and %1").arg(kMostHours));
    }
    return figure;
}

} // namespace

base::Result<OrderRules> OrderRules::read(const QByteArray& json) {
    const auto value = parseSafetyFile(json, QStringLiteral("orders.json"));
    if (!value) {
        return tl::unexpected<base::Error>(value.error());
    }
    scales::JsonReading reading;
    const JsonPlace root(*value, QString(), reading);
    OrderRules rules;
    rules.countersignHours = orderFigure(root, QLatin1String("countersignHours"));
    rules.verbalDays = orderFigure(root, QLatin1String("verbalDays"));
    rules.givenPercent = orderFigure(root, QLatin1String("givenPercent"));
    rules.givenMinutes = orderFigure(root, QLatin1String("givenMinutes"));
    if (const auto outcome = outcomeOf(reading); !outcome) {
        return tl::unexpected<base::Error>(outcome.error());
    }
    return rules;
}

const OrderRules& OrderRules::builtIn() {
    static const OrderRules kRules = [] {
        const auto rules = read(builtInSafetyFile(QStringLiteral("orders.json")));
        KAIROS_CHECK(rules.has_value());
        return *rules;
    }();
    return kRules;
}

} // namespace kairos::safety
