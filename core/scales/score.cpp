// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/score.h"

#include <algorithm>

namespace kairos::scales {

bool Flags::contains(QStringView id) const {
    return std::any_of(begin(), end(),
                       [id](const Flag& flag) { return flag.id.size() == id.size() && flag.id == id; });
}

std::optional<base::FindingLevel> Flags::strongest() const {
    std::optional<base::FindingLevel> found;
    for (const Flag& flag : *this) {
        found = std::max(found.value_or(flag.level), flag.level);
    }
    return found;
}

bool Flags::operator==(const Flags& other) const {
    return std::equal(begin(), end(), other.begin(), other.end());
}

} // namespace kairos::scales
