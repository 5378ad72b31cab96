// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kairos::bench {

/// Each prints its lines and gives the number of goals it missed.
[[nodiscard]] int benchSave();
[[nodiscard]] int benchLoad();
[[nodiscard]] int benchVerify();
[[nodiscard]] int benchPlan();

} // namespace kairos::bench
