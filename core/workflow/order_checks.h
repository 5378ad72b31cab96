// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/result.h"
#include "core/base/units.h"
#include "core/protocols/dose_limits.h"
#include "core/protocols/protocol.h"
#include "core/record/order.h"

#include <QDate>

#include <optional>

namespace kairos::workflow {

/// What an order is held against.
struct OrderContext {
    const protocols::DoseLimits& limits;
    const protocols::Protocol* protocol = nullptr; ///< null where it is not installed
    std::optional<base::Kilograms> weight;         ///< the last on record
    QDate today;
};

/// What stands against an order, before it is signed: limits of its route, the protocol's own maximum, days
/// that are over. InvalidInput: not exactly one dose, a figure that is none, an impossible dose, a dose above
/// its own maximum, an end before the beginning or one of them missing.
[[nodiscard]] base::Result<base::Findings> orderFindings(const record::Order& order,
                                                         const OrderContext& context);

/// How an order stands on a day.
enum class OrderDays { NotYet, Valid, Over };
[[nodiscard]] OrderDays orderDaysOn(const record::Order& order, QDate day);

} // namespace kairos::workflow
