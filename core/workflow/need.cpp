// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/need.h"

namespace kairos::workflow {

bool isMoreDangerous(const Need& a, const Need& b) {
    if (a.level != b.level) {
        return a.level > b.level;
    }
    if (a.kind != b.kind) {
        return a.kind < b.kind;
    }
    if (a.gravity != b.gravity) {
        return a.gravity > b.gravity;
    }
    return a.at && b.at && *a.at < *b.at;
}

} // namespace kairos::workflow
