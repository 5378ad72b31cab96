// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/statement.h"

#include "core/base/result.h"
#include "core/security/practice_key.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>

namespace kairos::storage {

enum class OpenMode {
    Create,   ///< makes the file, rollback journal
    Write,    ///< the practice's own connection: synchronous FULL; WAL once enterWal() was called
    ReadOnly, ///< background work beside the writer
    Scratch   ///< in memory; with a key enciphered there
};

/// One SQLCipher connection. Methods throw SqlError; a connection belongs to one thread.
class Connection final {
public:
    /// Opens `path` with key and salt given explicitly; the key may be null only for Scratch.
    Connection(const QString& path, OpenMode mode, const security::PracticeKey* key);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /// Turns the file to write-ahead logging; apart from opening, so that a file this program must not touch
    /// is looked at first. Throws when the engine cannot.
    void enterWal();
    /// Runs one or several statements that return nothing.
    void execute(const char* sql);
    /// A prepared statement, reset and ready; kept for the next time. Do not nest one statement in itself.
    [[nodiscard]] Statement& statement(const QByteArray& sql);
    /// Lets all of them go, as dropping their tables needs; none may be in use.
    void forgetStatements() { m_statements.clear(); }
    /// The first column of the first row.
    [[nodiscard]] qint64 integer(const QByteArray& sql);
    [[nodiscard]] QString text(const QByteArray& sql);
    /// The SQL of every statement kept so far, for a look at its plan.
    [[nodiscard]] QList<QByteArray> keptSql() const { return m_statements.keys(); }

private:
    struct Closer {
        void operator()(sqlite3* connection) const;
    };
    void unlock(const security::PracticeKey& key);
    void configure(OpenMode mode);

    std::unique_ptr<sqlite3, Closer> m_connection;
    QHash<QByteArray, std::shared_ptr<Statement>> m_statements;
};

/// The engine's own version texts, e.g. "4.6.1 community" and "3.46.1".
struct EngineVersion {
    QString cipher;
    QString sqlite;
};

/// Lets the cipher fetch its algorithms, once in a process and on whatever thread: opening a practice then
/// finds them there. What fails here fails again, and is told, when a practice is opened.
void startCipher() noexcept;

/// The engine in this process. Refused when it is older than SQLCipher 4.5.6 or SQLite 3.44: older ones
/// return damaged text as zero bytes without an error.
[[nodiscard]] base::Result<EngineVersion> checkEngine();

} // namespace kairos::storage
