// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/transaction.h"

#include "core/storage/sql_error.h"

namespace kairos::storage {

Transaction::~Transaction() {
    if (!m_isOpen) {
        return;
    }
    try {
        m_connection.execute("ROLLBACK");
    } catch (const SqlError&) {
        // A full disk or a lost drive rolls back by itself; the file is as it was before.
    }
}

void Transaction::commit() {
    m_connection.execute("COMMIT");
    m_isOpen = false;
}

} // namespace kairos::storage
