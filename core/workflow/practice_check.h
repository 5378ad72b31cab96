// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/signature_check.h"
#include "core/workflow/unlock_key.h"

#include "core/base/finding.h"
#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace kairos::workflow {

class OpenPractice;

/// What a check of a practice found.
struct PracticeReport {
    qint64 entries = 0;          ///< of the journal
    QString head;                ///< the last hash in hexadecimal
    base::Findings ofFile;       ///< pages, hashes, journal, tables
    QList<UnfitSignature> unfit; ///< looked for when the check was deep and the file holds

    /// Whether no record is damaged, changed or lost. The search index is no record: it may be made anew.
    [[nodiscard]] bool isOk() const { return sentences().isEmpty(); }
    /// What was found of the file and the signatures, without a patient's name.
    [[nodiscard]] base::Findings findings() const;
    /// The same for the window: what does not hold, each with the name of the patient where it is one's.
    [[nodiscard]] QStringList sentences() const;
};

/// How much is checked.
enum class CheckDepth {
    Journal, ///< pages, hash chain and seal
    Deep     ///< and every table against the journal, and every signature against what it stands under
};

/// How far a check has come.
struct CheckProgress {
    enum class Part { File, Signatures };

    Part part = Part::File;
    double share = 0; ///< of this part, 0 to 1
};

/// The one check of a practice, for the window and the command line. It reads on connections of its own and
/// writes nothing. A value: it may run on a background thread while the window goes on writing.
class PracticeCheck final {
public:
    explicit PracticeCheck(const OpenPractice& practice);

    /// `progress` is told how far it is; returning false stops the check: Refused. Storage, Damaged.
    [[nodiscard]] base::Result<PracticeReport>
    run(CheckDepth depth, const std::function<bool(const CheckProgress&)>& progress = {}) const;

private:
    QString m_path;
    UnlockKey m_key;
};

} // namespace kairos::workflow
