// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/result.h"
#include "core/base/units.h"
#include "core/record/dosing_session.h"

namespace kairos::workflow {

class OpenPractice;

/// Why this weight for this session is asked back: held against the last weight that was not taken for the
/// session itself, and the patient's height. Empty when it is taken at once.
[[nodiscard]] base::Result<base::Findings>
weightDoubtsFor(OpenPractice& practice, const record::DosingSession& session, base::Kilograms weight);

} // namespace kairos::workflow
