// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/readiness.h"

#include "core/base/result.h"
#include "core/record/dosing_session.h"
#include "core/record/plan.h"

namespace kairos::workflow {

class OpenPractice;

/// Judges each dose of a day by what the record knows beforehand: one row a booked dose.
class ReadinessQuery final {
public:
    explicit ReadinessQuery(OpenPractice& practice) : m_practice(practice) {}

    /// The doses of the day that are still to be given. Storage, Damaged.
    [[nodiscard]] base::Result<ReadinessBoard> board(QDate day) const;
    /// The same for sessions of that day which are read already.
    [[nodiscard]] base::Result<ReadinessBoard> board(QDate day, const QList<DayRow>& sessions) const;
    /// The first day after today on which the clinic is open.
    [[nodiscard]] QDate nextOpenDay() const;

private:
    [[nodiscard]] base::Result<ReadinessRow> row(const DayRow& dose) const;
    [[nodiscard]] base::Outcome addCall(const record::DosingSession& session, ReadinessRow& row) const;
    void addMedicines(const record::DosingSession& session, ReadinessRow& row) const;
    [[nodiscard]] base::Outcome addPressure(const record::DosingSession& session, ReadinessRow& row) const;
    [[nodiscard]] base::Outcome addConsent(const record::DosingSession& session, ReadinessRow& row) const;
    [[nodiscard]] base::Outcome addScreening(const record::DosingSession& session, ReadinessRow& row) const;
    [[nodiscard]] base::Outcome addRisk(const record::DosingSession& session, ReadinessRow& row) const;
    [[nodiscard]] base::Outcome addRatings(const record::DosingSession& session, ReadinessRow& row) const;
    [[nodiscard]] base::Outcome addIntegration(const record::DosingSession& session, ReadinessRow& row) const;
    [[nodiscard]] base::Outcome addOrder(const record::DosingSession& session, ReadinessRow& row) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
