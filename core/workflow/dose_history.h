// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/dosing_session.h"
#include "core/record/order.h"
#include "core/record/plan.h"
#include "core/record/rating.h"
#include "core/record/reading.h"

#include <QList>
#include <QString>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// One dose that was begun, with what it did. What was not measured is absent.
struct DoseHistoryRow {
    record::DosingSession session;
    std::optional<record::Order> order;    ///< it was given against
    std::optional<base::Milligrams> given; ///< by rate, pauses and stop; of a dose that runs: so far
    std::optional<base::MilligramsPerKilogram> givenPerKg; ///< by the weight of that day
    std::optional<record::Rating> before;                  ///< the last of the main scale before minute 0
    std::optional<record::Rating> after;        ///< the last of it after the dose and before the next one
    std::optional<record::Reading> peak;        ///< the highest systolic pressure from minute 0 on
    std::optional<record::Rating> dissociation; ///< the highest rating of dissociation of that session
};

/// The doses of one plan, oldest first, with the scale they are followed by.
struct DoseHistory {
    QString scale;      ///< id of the main depression scale; empty while none was rated
    QString scaleTitle; ///< its short title
    QList<DoseHistoryRow> rows;
};

/// Reads what each dose was and did, so that a prescriber can decide on the next. It proposes nothing.
class DoseHistoryQuery final {
public:
    explicit DoseHistoryQuery(OpenPractice& practice) : m_practice(practice) {}

    [[nodiscard]] base::Result<DoseHistory> of(const record::TreatmentPlan& plan) const;

private:
    [[nodiscard]] base::Result<DoseHistoryRow> rowOf(const record::DosingSession& session) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
