// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/patient_care.h"

#include <QDate>

namespace kairos::workflow {

/// What can be said of a draft without looking into the practice: required fields and impossible values.
[[nodiscard]] QList<FieldProblem> impossibleFields(const PatientDraft& draft, QDate today);

/// None when the weight can be a person's; else a sentence.
[[nodiscard]] std::optional<QString> impossibleWeight(base::Kilograms weight);

} // namespace kairos::workflow
