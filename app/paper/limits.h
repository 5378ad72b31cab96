// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kairos::paper {

/// What a page may cost: memory, time, and no byte in any file, as far as the system can hold it. Streams
/// carry bytes as they are.
void limitThisProcess();

} // namespace kairos::paper
