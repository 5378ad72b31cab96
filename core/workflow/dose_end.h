// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/dosing_session.h"
#include "core/storage/practice_file.h"

#include <QList>

namespace kairos::workflow {

class OpenPractice;

/// What the end of a dose changes in its plan: the dose's step is fulfilled, and the window of the
/// integration session counts from the real end. None for a dose outside a plan. \pre the session has ended
[[nodiscard]] base::Result<QList<storage::Change>> doseEndChanges(OpenPractice& practice,
                                                                  const record::DosingSession& session);

} // namespace kairos::workflow
