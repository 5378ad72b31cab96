// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/order.h"

#include <QDate>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// Which order of a plan stands on a day.
class OrderQuery final {
public:
    explicit OrderQuery(OpenPractice& practice) : m_practice(practice) {}

    /// The newest signed order that is valid on the day; none when none is.
    [[nodiscard]] base::Result<std::optional<record::Order>>
    validOn(const record::PlanId& plan, const record::PatientId& patient, QDate day) const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow
