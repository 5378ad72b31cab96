// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/result.h"
#include "core/storage/verify.h"

#include <QJsonObject>

namespace kairos::workflow {
class OpenPractice;
}

namespace kairos::cli {

/// What `info` and `verify` both say of a practice file.
struct Verification {
    int schema = 0;
    QString engine;
    storage::JournalHead head;
    base::Findings findings;

    [[nodiscard]] bool isOk() const { return findings.isEmpty(); }
    /// `schema, engine, journal{entries, head}, ok, findings[]`
    [[nodiscard]] QJsonObject json() const;
    /// The same as lines of name and value.
    [[nodiscard]] QList<QStringList> rows() const;
};

/// In depth every signature is held against what stands under it, too, if the file itself holds.
[[nodiscard]] base::Result<Verification> verification(workflow::OpenPractice& practice,
                                                      storage::VerifyDepth depth);

} // namespace kairos::cli
