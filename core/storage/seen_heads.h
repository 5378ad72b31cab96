// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/practice_file.h"

#include <QDateTime>
#include <QString>

namespace kairos::storage {

/// What this PC last saw of a practice: no page cipher notices an old file put back.
struct SeenHead {
    record::PracticeId practice;
    JournalHead head;
    qint64 seenMs = 0; ///< UTC milliseconds

    bool operator==(const SeenHead&) const = default;
};

/// The PC's memory of journal heads, one small JSON file in the user's settings folder, outside the practice.
class SeenHeads final {
public:
    explicit SeenHeads(QString path) : m_path(std::move(path)) {}

    [[nodiscard]] std::optional<SeenHead> find(const record::PracticeId& practice) const;
    /// Remembers the head; a lost write is no harm and is not reported.
    void remember(const SeenHead& seen) const;

private:
    QString m_path;
};

/// Whether the open practice still holds the head this PC saw; if not, the sentence says since when it is
/// older. Refused with "this file is older than what this PC saw on DATE".
[[nodiscard]] base::Outcome checkNotOlder(PracticeFile& file, const std::optional<SeenHead>& seen);

} // namespace kairos::storage
