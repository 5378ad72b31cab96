// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"

#include "core/base/result.h"
#include "core/record/ids.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace kairos::storage {

/// Which open form a draft belongs to.
struct DraftKey {
    QString form;                  ///< e.g. "note", "rating.phq-9"
    base::Uuid subject;            ///< the record or patient it is about
    record::ClinicianId clinician; ///< whose draft it is

    bool operator==(const DraftKey&) const = default;
};

/// What a form held when it was last kept.
struct Draft {
    DraftKey key;
    qint64 savedMs = 0; ///< UTC milliseconds
    QByteArray content; ///< the form's own, opaque here
};

/// Unfinished forms: inside the encrypted file, outside the journal and the hashes.
class Drafts final {
public:
    explicit Drafts(Connection& connection) : m_connection(connection) {}

    /// Durable when it returns.
    [[nodiscard]] base::Outcome keep(const Draft& draft);
    [[nodiscard]] base::Result<std::optional<Draft>> find(const DraftKey& key);
    /// All drafts of a clinician, newest first.
    [[nodiscard]] base::Result<QList<Draft>> of(const record::ClinicianId& clinician);
    /// Who keeps a draft of this form about this subject.
    [[nodiscard]] base::Result<QList<record::ClinicianId>> writersOf(const QString& form,
                                                                     const base::Uuid& subject);
    [[nodiscard]] base::Outcome drop(const DraftKey& key);
    /// The same inside a running transaction; throws SqlError.
    void dropInTransaction(const DraftKey& key);

private:
    Connection& m_connection;
};

} // namespace kairos::storage
