// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"

#include "core/base/result.h"
#include "core/record/document.h"
#include "core/security/hash.h"

#include <QByteArray>

namespace kairos::storage {

/// The bytes of scanned papers: each once, under their BLAKE2b-256, outside the journal, which carries hash
/// and size in its documents. Belongs to its connection's thread.
class Attachments final {
public:
    /// Must outlive this.
    explicit Attachments(Connection& connection) : m_connection(connection) {}

    /// Writes the bytes under their hash. What lies there already stays, unless it is damaged: a paper that
    /// is added again mends its scan. Inside the transaction that writes the document. Throws SqlError.
    void putInTransaction(QByteArrayView bytes);
    /// Whether bytes lie under the hash; they are not looked at. Throws SqlError.
    [[nodiscard]] bool isStored(const QByteArray& hash);
    /// Whether bytes lie under the hash and fit it. Throws SqlError, but not for damage.
    [[nodiscard]] bool isSound(const QByteArray& hash);
    /// The bytes of a scan. Damaged: they are missing, or do not fit hash and size; the sentence says so and
    /// no byte is handed on.
    [[nodiscard]] base::Result<QByteArray> read(const record::Scan& scan);

private:
    Connection& m_connection;
};

} // namespace kairos::storage
