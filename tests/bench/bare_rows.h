// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/journal_entry.h"
#include "core/record/reading.h"
#include "core/storage/connection.h"

namespace kairos::bench {

/// The yardstick of saving: the rows that a reading writes, as one bare transaction of the same engine.
class BareRows final {
public:
    /// The journal of the file behind the connection holds `count` entries.
    BareRows(storage::Connection& connection, const record::Actor& actor, qint64 count)
        : m_connection(connection), m_actor(actor), m_count(count) {}

    void save(const record::Reading& reading);

private:
    void insertJournal(const record::Reading& reading, const QByteArray& content);
    void insertReading(const record::Reading& reading, const QByteArray& content);
    void replaceSeal();

    storage::Connection& m_connection;
    record::Actor m_actor;
    qint64 m_count;
    QByteArray m_mac = QByteArray(32, 'm');
    QByteArray m_seal = QByteArray(40, 's');
};

} // namespace kairos::bench
