// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/need.h"

#include "core/storage/journal.h"

#include <QList>

#include <optional>

namespace kairos::workflow {

/// What needs a person, as it was reckoned last: the badge, the day and the order of the patients ask for the
/// same, and it holds until the journal grows or the minute is over.
struct KeptNeeds {
    storage::JournalHead head = {};
    qint64 minute = 0;
    std::optional<QList<Need>> needs = {};

    /// Nothing stays behind, e.g. while the window is locked.
    void forget() { needs.reset(); }
};

} // namespace kairos::workflow
