// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kairos::record {

/// How far a dosing or therapy session has come.
enum class SessionState {
    Planned = 1,
    Arrived = 2,
    InProgress = 3,
    Held = 4,
    Signed = 5,
    Cancelled = 6,
    NoShow = 7
};

} // namespace kairos::record
