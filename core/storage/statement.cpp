// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/statement.h"

#include "core/storage/sql_error.h"

#include <sqlite3.h>

namespace kairos::storage {

Statement::Statement(sqlite3* connection, const QByteArray& sql) : m_connection(connection) {
    const int result = sqlite3_prepare_v3(connection, sql.constData(), static_cast<int>(sql.size()),
                                          SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    if (result != SQLITE_OK) {
        throw SqlError::of(connection);
    }
}

Statement::~Statement() {
    sqlite3_finalize(m_statement);
}

void Statement::reset() {
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

void Statement::bind(int parameter, qint64 value) {
    if (sqlite3_bind_int64(m_statement, parameter, value) != SQLITE_OK) {
        throw SqlError::of(m_connection);
    }
}

void Statement::bind(int parameter, const QString& text) {
    const QByteArray utf8 = text.toUtf8();
    if (sqlite3_bind_text64(m_statement, parameter, utf8.constData(),
                            static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT,
                            SQLITE_UTF8) != SQLITE_OK) {
        throw SqlError::of(m_connection);
    }
}

void Statement::bind(int parameter, QByteArrayView bytes) {
    // An empty blob needs a pointer all the same: a null pointer would bind NULL.
    const void* data = bytes.isEmpty() ? static_cast<const void*>("") : bytes.data();
    if (sqlite3_bind_blob64(m_statement, parameter, data, static_cast<sqlite3_uint64>(bytes.size()),
                            SQLITE_STATIC) != SQLITE_OK) {
        throw SqlError::of(m_connection);
    }
}

void Statement::bind(int parameter, const base::Uuid& id) {
    if (sqlite3_bind_blob64(m_statement, parameter, id.bytes.data(), id.bytes.size(), SQLITE_TRANSIENT) !=
        SQLITE_OK) {
        throw SqlError::of(m_connection);
    }
}

void Statement::bindNull(int parameter) {
    if (sqlite3_bind_null(m_statement, parameter) != SQLITE_OK) {
        throw SqlError::of(m_connection);
    }
}

bool Statement::step() {
    const int result = sqlite3_step(m_statement);
    if (result == SQLITE_ROW) {
        return true;
    }
    if (result == SQLITE_DONE) {
        return false;
    }
    const auto error = SqlError::of(m_connection);
    sqlite3_reset(m_statement);
    throw error;
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

qint64 Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const {
    const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column));
}

QByteArrayView Statement::bytes(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return QByteArrayView(data, sqlite3_column_bytes(m_statement, column));
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::optional<base::Uuid> Statement::uuid(int column) const {
    return base::Uuid::fromBytes(bytes(column));
}

} // namespace kairos::storage
