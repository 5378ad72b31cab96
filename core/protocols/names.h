// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/order.h"
#include "core/record/step.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace kairos::protocols {

/// The stable word of a route in files and JSON: "iv", "im", "sc", "sl", "po" or "in".
[[nodiscard]] QString routeId(record::Route route);
[[nodiscard]] std::optional<record::Route> routeFromId(QStringView id);
/// The route in words, e.g. "intravenous".
[[nodiscard]] QString routeWords(record::Route route);

/// The stable word of a step kind: "consent", "screening", … "follow-up".
[[nodiscard]] QString stepKindId(record::StepKind kind);
[[nodiscard]] std::optional<record::StepKind> stepKindFromId(QStringView id);

/// Monday 1 to Sunday 7 from "mon" … "sun".
[[nodiscard]] std::optional<int> weekdayFromId(QStringView id);
[[nodiscard]] QString weekdayId(int weekday);

} // namespace kairos::protocols
