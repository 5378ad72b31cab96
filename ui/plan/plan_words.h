// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/chip.h"

#include "core/record/order.h"
#include "core/record/plan.h"
#include "core/workflow/plan_query.h"

#include <QCoreApplication>
#include <QString>

namespace kairos::ui {

/// Gives the words of this room their translation context.
class PlanWords {
    Q_DECLARE_TR_FUNCTIONS(plan)
};

/// "Thu 5 Nov" or "Thu 5 Nov, 09:00".
[[nodiscard]] QString pointText(const record::StepTime& point);
/// "Mon 2 Nov to Thu 5 Nov, aims at Tue 3 Nov"; says so where no date fits.
[[nodiscard]] QString windowText(const std::optional<record::StepWindow>& window);
/// "Doses", "Integration" …
[[nodiscard]] QString kindText(record::StepKind kind);
[[nodiscard]] QString planStateText(record::PlanState state);
/// "ketamine (racemic) 0.5 mg/kg over 40 min, intravenous"
[[nodiscard]] QString orderText(const record::Order& order);

/// How a step stands, as a chip; `late` is what has passed since its latest time.
[[nodiscard]] Chip stepChip(const workflow::StepRow& row, const QDateTime& now);
/// The clock of an integration session that is still to come: hours since its dose ended, and until its
/// window closes. Empty for other steps, and before the dose has ended.
[[nodiscard]] QString integrationClockText(const workflow::StepRow& row, const workflow::PlanView& view,
                                           const base::Instant& now, const QTimeZone& zone);
/// The title of a step with its booked time or target.
[[nodiscard]] QString stepLead(const workflow::StepRow& row);
/// The titles of the steps that this one waits for, and unmet gates.
[[nodiscard]] QString waitsText(const workflow::StepRow& row, const workflow::PlanView& view);

} // namespace kairos::ui
