// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace kairos::storage {

/// One prepared statement. Parameters count from 1, columns from 0. Every trouble is thrown as SqlError,
/// which never leaves core/storage.
class Statement final {
public:
    /// Throws SqlError when `sql` does not compile.
    Statement(sqlite3* connection, const QByteArray& sql);
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    /// Forgets the last run and its parameters.
    void reset();

    void bind(int parameter, qint64 value);
    void bind(int parameter, const QString& text);
    /// The bytes must live until the statement has run.
    void bind(int parameter, QByteArrayView bytes);
    void bind(int parameter, const base::Uuid& id);
    void bindNull(int parameter);
    template <class T>
    void bind(int parameter, const std::optional<T>& value) {
        if (value.has_value()) {
            bind(parameter, *value);
        } else {
            bindNull(parameter);
        }
    }

    /// Runs to the next row; false at the end.
    bool step();
    /// Runs a statement that returns no row.
    void run();

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    /// Valid until the next step or reset.
    [[nodiscard]] QByteArrayView bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::optional<base::Uuid> uuid(int column) const;

private:
    sqlite3* m_connection;
    sqlite3_stmt* m_statement = nullptr;
};

} // namespace kairos::storage
