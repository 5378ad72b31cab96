// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/adverse_event.h"

namespace kairos::workflow {

/// InvalidInput: no term, a grade outside 1 to 5, an onset that is to come, an end before the onset or to
/// come. `what` begins the sentence.
[[nodiscard]] base::Outcome checkAdverseEvent(const record::AdverseEvent& event, const base::Instant& now,
                                              const QString& what);

} // namespace kairos::workflow
