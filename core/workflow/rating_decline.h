// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/rating_query.h"

namespace kairos::workflow {

/// Records that the patient would rather not fill in what is asked for: a form whose every answer is
/// declined, without a total, which settles its step or rhythm as any other. It is taken back by
/// RatingCare::withdraw. NotFound: the instrument is not installed. Refused: the role may not.
[[nodiscard]] base::Result<RatingSaved>
declineRating(OpenPractice& practice, const record::PatientId& patient, const DueRating& asked);

} // namespace kairos::workflow
