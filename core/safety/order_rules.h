// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace kairos::safety {

/// A figure with where it comes from.
struct OrderFigure {
    int value = 0;
    QString source;
    base::Confidence confidence = base::Confidence::Check;
};

/// What holds for orders and for what was given against them (resources/safety/orders.json).
struct OrderRules {
    OrderFigure countersignHours; ///< after a verbal order was taken
    OrderFigure verbalDays;       ///< a verbal order holds, the day on which it was taken the first
    OrderFigure givenPercent;     ///< of the ordered dose
    OrderFigure givenMinutes;     ///< of an infusion

    /// InvalidInput names the place that does not fit.
    [[nodiscard]] static base::Result<OrderRules> read(const QByteArray& json);
    /// What is compiled into the program.
    [[nodiscard]] static const OrderRules& builtIn();
};

} // namespace kairos::safety
