// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/protocols/protocol.h"
#include "core/record/dosing_session.h"
#include "core/record/order.h"
#include "core/record/plan.h"
#include "core/record/reading.h"
#include "core/record/step.h"
#include "core/record/therapy_session.h"

#include <QList>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// A reading as it stood before it was corrected.
struct FormerReading {
    record::Reading reading; ///< the old figures
    QString reason;          ///< why it was corrected
    QString by;              ///< who corrected it
    base::Instant at;        ///< when it was corrected
};

/// The course around one session: what was given and held before it.
struct CourseGlance {
    QList<record::DosingSession> doses;    ///< given before it, oldest first
    QList<record::TherapySession> therapy; ///< held before it, oldest first
    /// The protocol's window after a dose; none without a plan or without one in its protocol.
    std::optional<protocols::IntegrationRule> integration;

    [[nodiscard]] const record::DosingSession* lastDose() const {
        return doses.isEmpty() ? nullptr : &doses.last();
    }
    /// Hours from the end of the last dose (its start while it runs) to `at`; none without a dose.
    [[nodiscard]] std::optional<double> hoursSince(const base::Instant& at) const;
};

/// What the run sheet and the note ask of the course a session belongs to.
class CourseQuery final {
public:
    explicit CourseQuery(OpenPractice& practice) : m_practice(practice) {}

    /// The installed protocol of a plan; null without a plan, or when its protocol is not installed.
    [[nodiscard]] base::Result<const protocols::Protocol*>
    protocolOf(const std::optional<record::PlanId>& plan) const;
    /// The order a dose is given against: the newest signed one of the session's plan that is valid on its
    /// day, else the newest signed one, else the newest; without a plan the session's own. None when there is
    /// none.
    [[nodiscard]] base::Result<std::optional<record::Order>>
    bindingOrder(const record::DosingSession& session) const;
    /// What was given and held before `at`.
    [[nodiscard]] base::Result<CourseGlance> glance(const record::PatientId& patient,
                                                    const std::optional<record::PlanId>& plan,
                                                    const base::Instant& at) const;
    /// The former figures of corrected readings, oldest first.
    [[nodiscard]] base::Result<QList<FormerReading>>
    formerReadings(const QList<record::Reading>& readings) const;
    /// The sessions a patient's plans still wait for: steps of the session kinds that nothing fulfilled.
    [[nodiscard]] base::Result<QList<record::PlanStep>>
    openSessionSteps(const record::PatientId& patient) const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow
