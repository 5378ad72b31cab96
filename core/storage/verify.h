// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/journal.h"

#include "core/base/result.h"
#include "core/security/practice_key.h"

#include <QList>
#include <QString>

#include <functional>

namespace kairos::storage {

/// What was found wrong, in kinds that call for different answers.
enum class VerifyFault {
    Edited,       ///< an entry's content no longer fits its hash
    Deleted,      ///< entries are missing in the middle
    Inserted,     ///< an entry stands where the chain knows none
    Reordered,    ///< two entries changed places
    Truncated,    ///< the journal is shorter than the file's own seal says
    TableDiffers, ///< a row does not follow from the journal
    ScanDamaged,  ///< the bytes of a scanned document are missing or do not fit their hash
    PageDamaged,  ///< the engine's own page check failed
    SearchDiffers ///< the search index does not fit the records, which are whole: a search makes it anew
};

struct VerifyFinding {
    VerifyFault fault = VerifyFault::Edited;
    qint64 entry = 0; ///< journal position of the first bad entry, 0 where it is none
    QString text;     ///< one sentence

    bool operator==(const VerifyFinding&) const = default;
};

struct VerifyReport {
    JournalHead head;
    QList<VerifyFinding> findings;

    [[nodiscard]] bool isOk() const { return findings.isEmpty(); }
};

enum class VerifyDepth {
    Journal, ///< pages, hash chain and seal
    Deep     ///< and rebuild every table from the journal and compare
};

/// Told now and then how far it is, from 0 to 1; returning false stops the check.
using VerifyProgress = std::function<bool(double)>;

/// Checks a practice file on a connection of its own; safe on a background thread while another one writes.
/// Refused when `progress` stopped it.
[[nodiscard]] base::Result<VerifyReport> verifyPractice(const QString& path, const security::PracticeKey& key,
                                                        VerifyDepth depth,
                                                        const VerifyProgress& progress = {});

/// That a check was stopped by who asked for it: Refused.
[[nodiscard]] tl::unexpected<base::Error> checkWasStopped();

/// That the search index is not what the records give.
[[nodiscard]] VerifyFinding searchDiffers();

/// The first fault of a run of entries that should follow `before`; none when the chain holds.
/// `entries` are in the order of their counts.
[[nodiscard]] std::optional<VerifyFinding> diagnose(const JournalHead& before,
                                                    const QList<record::JournalEntry>& entries);

} // namespace kairos::storage
