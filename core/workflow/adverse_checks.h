// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/adverse_event.h"

#include <optional>

namespace kairos::workflow {

/// What of an adverse event cannot be, for a form that says so at its line.
enum class AdversePart { Term, Grade, Onset, End, Dose };

/// An adverse event that cannot be, and where.
struct AdverseFault {
    AdversePart part = AdversePart::Term;
    base::Error error; ///< InvalidInput
};

/// No term, a grade outside 1 to 5, an onset that is to come, an end before the onset or to come. None where
/// all fits. `what` begins the sentence.
[[nodiscard]] std::optional<AdverseFault> adverseFault(const record::AdverseEvent& event,
                                                       const base::Instant& now, const QString& what);
/// The same as an outcome.
[[nodiscard]] base::Outcome checkAdverseEvent(const record::AdverseEvent& event, const base::Instant& now,
                                              const QString& what);

} // namespace kairos::workflow
