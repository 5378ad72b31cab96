// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/unlock_key.h"

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace kairos::workflow {

class OpenPractice;

/// What a check of the journal found.
struct JournalReport {
    qint64 entries = 0;
    QString head;         ///< the last hash in hexadecimal
    QStringList findings; ///< one sentence each; none when all holds

    [[nodiscard]] bool isOk() const { return findings.isEmpty(); }
};

/// How much is checked.
enum class CheckDepth {
    Journal, ///< pages, hash chain and seal
    Deep     ///< and every table against the journal
};

/// Checks the open practice's file on a connection of its own. A value: it may run on a background thread
/// while the window goes on writing.
class JournalCheck final {
public:
    explicit JournalCheck(const OpenPractice& practice);

    /// `progress` is told the share that is done, 0 to 1; returning false stops the check: Refused.
    [[nodiscard]] base::Result<JournalReport> run(CheckDepth depth,
                                                  const std::function<bool(double)>& progress = {}) const;

private:
    QString m_path;
    UnlockKey m_key;
};

} // namespace kairos::workflow
