// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/need.h"

#include "core/base/error.h"
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
    /// How far the search has come that a watch is at; none when what is known is whole.
    std::optional<double> searched = {};
    /// Why the last search of a watch failed; none when it did not.
    std::optional<base::Error> trouble = {};
    /// A watch keeps this fresh: whoever asks takes what is known, and never reckons on the side.
    bool isWatched = false;

    /// Nothing stays behind, e.g. while the window is locked.
    void forget() { needs.reset(); }
};

} // namespace kairos::workflow
