// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/therapy_strand.h"

#include <numeric>

namespace kairos::protocols {

int TherapyStrand::count() const {
    return anchored.isEmpty() ? std::accumulate(perWeek.begin(), perWeek.end(), 0)
                              : static_cast<int>(anchored.size());
}

QString TherapyStrand::keyOf(int session) const {
    return QStringLiteral("%1-%2").arg(id).arg(session);
}

} // namespace kairos::protocols
