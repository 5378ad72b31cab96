// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/result.h"
#include "core/workflow/practice_check.h"

#include <QJsonObject>

namespace kairos::cli {

/// What `info` and `verify` both say of a practice file.
struct Verification {
    int schema = 0;
    QString engine;
    qint64 entries = 0; ///< of the journal
    QString head;
    base::Findings findings;

    [[nodiscard]] bool isOk() const { return findings.isEmpty(); }
    /// `schema, engine, journal{entries, head}, ok, findings[]`
    [[nodiscard]] QJsonObject json() const;
    /// The same as lines of name and value.
    [[nodiscard]] QList<QStringList> rows() const;
};

/// The check that the window makes too (core/workflow/practice_check.h).
[[nodiscard]] base::Result<Verification> verification(workflow::OpenPractice& practice,
                                                      workflow::CheckDepth depth);

} // namespace kairos::cli
