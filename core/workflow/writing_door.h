// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/changes.h"

#include "core/base/result.h"
#include "core/record/journal_entry.h"
#include "core/record/records.h"
#include "core/storage/practice_file.h"

#include <QList>

namespace kairos::workflow {

class OpenPractice;

/// The one writing door: every change of a practice goes through here, as one transaction with one journal
/// entry a record, and is announced on the hub once it is on disk. It refuses changes of signed content.
class WritingDoor final {
public:
    explicit WritingDoor(OpenPractice& practice) : m_practice(practice) {}

    /// Saves all changes or none. `finished` are drafts that end with it, `scans` the bytes of new scans
    /// among the changes; `behindWall` is announced to nobody. Refused: nobody acts, or a record is signed.
    /// Storage: the disk did not take it.
    [[nodiscard]] base::Result<Changes> save(const QList<storage::Change>& changes,
                                             const QList<storage::DraftKey>& finished = {},
                                             const QList<storage::PrivateChange>& behindWall = {},
                                             const QList<QByteArray>& scans = {});
    /// The same for imports and the demo, which write many new records at a moment of their own.
    [[nodiscard]] base::Result<Changes> saveAt(const QList<storage::Change>& changes, const base::Instant& at,
                                               const record::Actor& actor);

private:
    [[nodiscard]] base::Result<Changes> write(const storage::Commit& commit);

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
