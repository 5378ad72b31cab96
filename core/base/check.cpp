// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace kairos::base {

void failCheck(const char* condition, const char* file, int line) {
    std::fprintf(stderr, "Kairos stopped: the program broke its own rule (%s) at %s:%d\n", condition, file,
                 line);
    std::abort();
}

} // namespace kairos::base
