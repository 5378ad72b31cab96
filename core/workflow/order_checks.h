// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/result.h"
#include "core/base/units.h"
#include "core/protocols/dose_limits.h"
#include "core/protocols/protocol.h"
#include "core/record/order.h"
#include "core/record/signature.h"

#include <QDate>
#include <QSet>

#include <optional>

namespace kairos::workflow {

/// What an order is held against.
struct OrderContext {
    const protocols::DoseLimits& limits;
    const protocols::Protocol* protocol = nullptr; ///< null where it is not installed
    std::optional<base::Kilograms> weight;         ///< the last on record
    QDate today;
    QSet<int> doses = {}; ///< numbers of the dose steps that the plan has
};

/// What stands against an order, before it is signed: limits of its route, the protocol's own maximum, days
/// that are over. InvalidInput: not exactly one dose, a figure that is none, an impossible dose, a dose above
/// its own maximum, an end before the beginning or one of them missing.
[[nodiscard]] base::Result<base::Findings> orderFindings(const record::Order& order,
                                                         const OrderContext& context);

/// The doses of an order as typed: "" for all, "3", "1-6", "1-3, 5"; rising, each once. InvalidInput:
/// anything else, or a number that is none of `known`.
[[nodiscard]] base::Result<QList<int>> dosesFromText(const QString& text, const QSet<int>& known);
/// The same as a person writes it: "" for all, "3", "1-6", "1-3, 5".
[[nodiscard]] QString dosesText(const QList<int>& doses);

/// The signature of the prescriber who spoke a verbal order; null while it waits, and for a written one.
[[nodiscard]] const record::Signature* countersignatureOf(const record::Order& order,
                                                          const QList<record::Signature>& signatures);
/// True when a dose may be given against it: a prescriber signed it, or it was spoken and read back.
[[nodiscard]] bool orderBinds(const record::Order& order, const QList<record::Signature>& signatures);

/// How an order stands on a day.
enum class OrderDays { NotYet, Valid, Over };
[[nodiscard]] OrderDays orderDaysOn(const record::Order& order, QDate day);

} // namespace kairos::workflow
