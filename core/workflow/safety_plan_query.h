// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/record/therapy_sheet.h"
#include "core/safety/gates.h"

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// Why a patient's safety plan is shown, and the plan itself.
struct SafetyPlanStanding {
    safety::SafetyPlanFacts facts;
    std::optional<record::TherapySheet> sheet; ///< read only where something asks for it
};

/// How patients stand with the safety plan: asked for once a risk answer is yes at its latest rating, or
/// while a risk item is open. Which answers those are, the gate's line before the dose says.
class SafetyPlanQuery final {
public:
    explicit SafetyPlanQuery(OpenPractice& practice) : m_practice(practice) {}

    /// With a moment, e.g. the beginning of a dose: by what was rated and written until then. A plan that is
    /// damaged is a trouble of the standing, so that what stands beside it can still be read. Storage.
    [[nodiscard]] base::Result<SafetyPlanStanding> standing(const record::PatientId& patient,
                                                            const std::optional<base::Instant>& until) const;

private:
    [[nodiscard]] base::Result<QStringList> answers(const record::PatientId& patient,
                                                    const std::optional<base::Instant>& until) const;
    [[nodiscard]] base::Result<std::optional<record::TherapySheet>>
    plan(const record::PatientId& patient, const std::optional<base::Instant>& until) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
