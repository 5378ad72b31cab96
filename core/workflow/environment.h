// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/catalog_source.h"

#include "core/security/key_cost.h"

#include <QString>
#include <QStringList>

namespace kairos::base {
class Clock;
class RandomSource;
} // namespace kairos::base

namespace kairos::workflow {

class SessionClock;

/// What an open practice needs from the outside. Everything referred to outlives the practice.
struct Environment {
    const base::Clock& clock;
    base::RandomSource& random; ///< for ids; keys come from the operating system
    CatalogSource catalog;
    /// Costs of new practice keys and of clinicians' passwords.
    security::KeyCost practiceCost = security::KeyCost::full();
    security::KeyCost passwordCost = security::KeyCost::password();
    /// Where this PC remembers journal heads; empty to keep no memory (the demo practice).
    QString seenHeadsPath;
    /// The clock above, where a running dose holds it; null where nobody may set the clock anyway.
    SessionClock* sessionClock = nullptr;
    /// Where dictionaries for spelling are looked for, the nearest first.
    QStringList dictionaryFolders = {};
};

} // namespace kairos::workflow
