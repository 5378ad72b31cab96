// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/changes.h"

#include <algorithm>

namespace kairos::workflow {

bool Changes::touches(const record::PatientId& patient) const {
    return std::any_of(records.begin(), records.end(),
                       [&](const ChangedRecord& changed) { return changed.patient == patient; });
}

bool Changes::touches(record::RecordKind kind) const {
    return std::any_of(records.begin(), records.end(),
                       [&](const ChangedRecord& changed) { return changed.kind == kind; });
}

} // namespace kairos::workflow
