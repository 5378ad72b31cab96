// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"
#include "core/storage/practice_reader.h"

#include "core/base/result.h"
#include "core/security/practice_key.h"
#include "core/security/secret_bytes.h"

#include <QString>

#include <memory>

namespace kairos::storage {

/// A practice as it stood at one moment, on a connection of its own that writes nothing: for long work beside
/// the window, which goes on writing. One object, one thread; while it lives the log of the file grows.
class PracticeSnapshot final {
public:
    /// Of a practice that is open, so that its schema is this program's. Damaged: the file lacks its own key;
    /// Storage.
    [[nodiscard]] static base::Result<std::unique_ptr<PracticeSnapshot>>
    take(const QString& path, const security::PracticeKey& key);

    ~PracticeSnapshot();
    Q_DISABLE_COPY_MOVE(PracticeSnapshot)

    [[nodiscard]] PracticeReader& reader() { return *m_reader; }

private:
    PracticeSnapshot() = default;
    void load(const QString& path, const security::PracticeKey& key);

    std::unique_ptr<Connection> m_connection;
    security::SecretBytes m_recordKey;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<RecordReader> m_records;
    std::unique_ptr<PracticeReader> m_reader;
};

} // namespace kairos::storage
