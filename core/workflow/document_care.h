// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/document_limits.h"
#include "core/record/document.h"
#include "core/storage/drafts.h"

#include <QList>
#include <QString>

namespace kairos::workflow {

class OpenPractice;
class ScanFile;

/// The papers of a patient. Every call is one transaction: a scan's bytes and its journal entry, or neither.
class DocumentCare final {
public:
    explicit DocumentCare(OpenPractice& practice) : m_practice(practice) {}

    /// How large a paper may be.
    [[nodiscard]] static const exchange::DocumentLimits& limits() {
        return exchange::DocumentLimits::builtIn();
    }

    /// Keeps a scan. Of `wanted` patient, kind, title, day, consent and session count. InvalidInput: no
    /// title, no day, a day to come, or a consent or a session of somebody else. Refused: the role may not.
    [[nodiscard]] base::Result<record::DocumentId> addScan(record::Document wanted, const ScanFile& file);
    /// Keeps a letter that was written here; one with an id is changed, and its former text stays on record.
    /// InvalidInput as above, or no text, or more of it than a letter may have. `finished` are drafts that
    /// end with it.
    [[nodiscard]] base::Result<record::DocumentId> saveLetter(record::Document wanted,
                                                              const QList<storage::DraftKey>& finished = {});
    /// Corrects kind, title, day, consent and session; what was scanned or written stays. As above.
    [[nodiscard]] base::Outcome correct(const record::Document& wanted);
    /// Marks one as entered in error; it is no longer listed, its bytes stay in the file. InvalidInput: no
    /// reason.
    [[nodiscard]] base::Outcome remove(const record::DocumentId& id, const QString& reason);
    /// Writes a plain copy outside the encrypted file. Refused: the role may not export. Damaged, Storage.
    [[nodiscard]] base::Outcome exportCopy(const record::DocumentId& id, const QString& path) const;

private:
    [[nodiscard]] base::Outcome check(const record::Document& wanted) const;
    [[nodiscard]] base::Outcome checkLinks(const record::Document& wanted) const;
    [[nodiscard]] base::Result<record::DocumentId> save(const record::Document& document,
                                                        const QList<storage::DraftKey>& finished,
                                                        const QList<QByteArray>& scans);

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
