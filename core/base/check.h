// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kairos::base {

/// Ends the program with the place of a programmer's mistake. Never used for what a person or a file can
/// cause.
[[noreturn]] void failCheck(const char* condition, const char* file, int line);

} // namespace kairos::base

/// Holds in every build: a broken invariant in a clinical record is worse than a stopped program.
#define KAIROS_CHECK(condition)                                                                              \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            ::kairos::base::failCheck(#condition, __FILE__, __LINE__);                                       \
        }                                                                                                    \
    } while (false)
