// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/commitment.h"
#include "core/record/thread_line.h"

#include <QString>

namespace kairos::therapy {

/// "open", "kept", "partly kept", "not kept", "dropped".
[[nodiscard]] QString commitmentStateText(record::CommitmentState state);

/// "intention", "what arose", "meaning".
[[nodiscard]] QString threadPartText(record::ThreadPart part);

} // namespace kairos::therapy
