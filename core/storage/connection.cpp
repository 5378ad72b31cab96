// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/connection.h"

#include "core/storage/sql_error.h"
#include "core/storage/words.h"

#include "core/base/check.h"

#include <QVersionNumber>

#include <sqlite3.h>

#include <cstdio>
#include <exception>

namespace kairos::storage {

using base::ErrorCode;

namespace {

constexpr const char* kNoLog = "PRAGMA cipher_log_level = NONE";
// The pages of ":memory:" never pass the cipher; those of a file that lies in memory do.
constexpr const char* kMemoryFile = "file:scratch?vfs=memdb";

} // namespace

void Connection::Closer::operator()(sqlite3* connection) const {
    sqlite3_close_v2(connection);
}

Connection::Connection(const QString& path, OpenMode mode, const security::PracticeKey* key) {
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    if (mode == OpenMode::Create) {
        flags |= SQLITE_OPEN_CREATE;
    }
    if (mode == OpenMode::Scratch) {
        flags |= SQLITE_OPEN_CREATE | SQLITE_OPEN_URI;
    }
    // A reader of a WAL file must be able to write its shared index, so it opens read-write and is then told
    // to query only.
    sqlite3* raw = nullptr;
    const char* scratch = key == nullptr ? ":memory:" : kMemoryFile;
    const QByteArray name = mode == OpenMode::Scratch ? QByteArray(scratch) : path.toUtf8();
    const int result = sqlite3_open_v2(name.constData(), &raw, flags, nullptr);
    m_connection.reset(raw);
    if (result != SQLITE_OK) {
        throw SqlError::of(raw);
    }
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, 2000);
    if (key != nullptr) {
        unlock(*key);
    }
    configure(mode);
}

Connection::~Connection() {
    m_statements.clear();
}

void Connection::unlock(const security::PracticeKey& key) {
    // Without this SQLCipher writes three lines to standard error on a wrong key. The first key of a process
    // starts the cipher, which sets the level anew: so once before it and once behind it.
    execute(kNoLog);
    const auto literal = key.toCipherKey();
    auto pragma = security::SecretBytes(literal.size() + 16);
    const int length =
        std::snprintf(reinterpret_cast<char*>(pragma.data()), pragma.size(), "PRAGMA key = \"%.*s\"",
                      static_cast<int>(literal.size()), reinterpret_cast<const char*>(literal.data()));
    KAIROS_CHECK(length > 0 && static_cast<size_t>(length) < pragma.size());
    const int result = sqlite3_exec(m_connection.get(), reinterpret_cast<const char*>(pragma.data()), nullptr,
                                    nullptr, nullptr);
    if (result != SQLITE_OK) {
        throw SqlError::of(m_connection.get());
    }
    execute(kNoLog);
}

void Connection::configure(OpenMode mode) {
    execute("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;"
            "PRAGMA trusted_schema = OFF;");
    switch (mode) {
    case OpenMode::Create:
        execute("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;");
        break;
    case OpenMode::Write:
        execute("PRAGMA synchronous = FULL;");
        break;
    case OpenMode::ReadOnly:
        execute("PRAGMA query_only = ON;");
        break;
    case OpenMode::Scratch:
        execute("PRAGMA journal_mode = MEMORY;");
        break;
    }
}

void Connection::enterWal() {
    // The pragma answers with the mode it could reach, without an error.
    if (text("PRAGMA journal_mode = WAL") != QLatin1String("wal")) {
        throw SqlError(SQLITE_CANTOPEN, "no write-ahead log");
    }
}

void Connection::execute(const char* sql) {
    if (sqlite3_exec(m_connection.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        throw SqlError::of(m_connection.get());
    }
}

Statement& Connection::statement(const QByteArray& sql) {
    auto& kept = m_statements[sql];
    if (kept == nullptr) {
        kept = std::make_shared<Statement>(m_connection.get(), sql);
    } else {
        kept->reset();
    }
    return *kept;
}

qint64 Connection::integer(const QByteArray& sql) {
    Statement query(m_connection.get(), sql);
    return query.step() ? query.integer(0) : 0;
}

QString Connection::text(const QByteArray& sql) {
    Statement query(m_connection.get(), sql);
    return query.step() ? query.text(0) : QString();
}

void startCipher() noexcept {
    try {
        const auto key = security::PracticeKey::random();
        Connection(QString(), OpenMode::Scratch, &key).execute("CREATE TABLE page (word TEXT)");
    } catch (const std::exception& error) {
        qWarning("The cipher did not start: %s", error.what());
    }
}

base::Result<EngineVersion> checkEngine() {
    const auto version = guarded(QT_TRANSLATE_NOOP("Words", "The database engine did not start"), [] {
        Connection scratch({}, OpenMode::Scratch, nullptr);
        return EngineVersion{scratch.text("PRAGMA cipher_version"), QString::fromUtf8(sqlite3_libversion())};
    });
    if (!version) {
        return version;
    }
    const auto cipher = QVersionNumber::fromString(version->cipher);
    const auto sqlite = QVersionNumber::fromString(version->sqlite);
    if (cipher < QVersionNumber(4, 5, 6) || sqlite < QVersionNumber(3, 44)) {
        return base::fail(ErrorCode::Refused, Words::tr("Kairos did not start"),
                          Words::tr("the database engine is too old (SQLCipher %1 with SQLite %2)")
                              .arg(version->cipher.isEmpty() ? QStringLiteral("missing") : version->cipher,
                                   version->sqlite),
                          Words::tr("install SQLCipher 4.5.6 or newer"));
    }
    return version;
}

} // namespace kairos::storage
