// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"

namespace kairos::storage {

/// A write transaction: rolled back unless committed.
class Transaction final {
public:
    explicit Transaction(Connection& connection) : m_connection(connection) {
        m_connection.execute("BEGIN IMMEDIATE");
    }
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    /// Throws SqlError when the disk does not take it; the transaction is then rolled back.
    void commit();

private:
    Connection& m_connection;
    bool m_isOpen = true;
};

} // namespace kairos::storage
