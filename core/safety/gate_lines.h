// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/safety/gates.h"

namespace kairos::safety {

/// The line of a rule before anything is known of it.
[[nodiscard]] GateLine openLine(const GateRule& rule);
/// Settles a line by what a person answered; without an answer it stays not met.
void settleByAnswer(GateLine& line, const QList<record::GateCheck>& checks, record::Gate gate);
/// Says beside a line that nobody answered yet what was said of it in the call before.
void addCallWords(GateLine& line, const QList<record::GateCheck>& checks, const QTimeZone& zone);
/// Lets a recorded override stand over a line that is not met.
void applyOverride(GateLine& line, const QList<record::GateCheck>& checks, record::Gate gate);
/// Settles a line by evidence.
void settle(GateLine& line, GateState state, const QString& evidence);
/// "126/80 at 09:57"
[[nodiscard]] QString pressureText(const record::Reading& reading, const QTimeZone& zone);

} // namespace kairos::safety
