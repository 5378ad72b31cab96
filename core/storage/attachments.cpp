// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/attachments.h"

#include "core/storage/sql_error.h"
#include "core/storage/words.h"

namespace kairos::storage {
namespace {

const char* const kNotRead = QT_TRANSLATE_NOOP("Words", "The scan was not read");

/// The bytes under a hash; none when there are none or a page of them cannot be read.
std::optional<QByteArray> bytesUnder(Connection& connection, const QByteArray& hash) {
    auto& query = connection.statement("SELECT bytes FROM attachment WHERE hash = ?");
    query.bind(1, QByteArrayView(hash));
    try {
        const auto bytes = query.step() ? std::optional(query.bytes(0).toByteArray()) : std::nullopt;
        query.reset();
        return bytes;
    } catch (const SqlError& error) {
        if (!error.isDamage()) {
            throw;
        }
        return std::nullopt;
    }
}

// A damaged overflow page comes back as zero bytes without an error: only the hash tells.
bool fitsHash(QByteArrayView bytes, const QByteArray& hash) {
    return security::blake2b256(bytes).toBytes() == hash;
}

} // namespace

void Attachments::putInTransaction(QByteArrayView bytes) {
    const QByteArray hash = security::blake2b256(bytes).toBytes();
    if (isSound(hash)) {
        return;
    }
    auto& upsert = m_connection.statement("INSERT INTO attachment (hash, size, bytes) VALUES (?, ?, ?)"
                                          " ON CONFLICT (hash) DO UPDATE SET size = excluded.size,"
                                          " bytes = excluded.bytes");
    upsert.bind(1, QByteArrayView(hash));
    upsert.bind(2, static_cast<qint64>(bytes.size()));
    upsert.bind(3, bytes);
    upsert.run();
}

bool Attachments::isStored(const QByteArray& hash) {
    auto& query = m_connection.statement("SELECT 1 FROM attachment WHERE hash = ?");
    query.bind(1, QByteArrayView(hash));
    const bool is = query.step();
    query.reset();
    return is;
}

bool Attachments::isSound(const QByteArray& hash) {
    const auto bytes = bytesUnder(m_connection, hash);
    return bytes && fitsHash(*bytes, hash);
}

base::Result<QByteArray> Attachments::read(const record::Scan& scan) {
    return guarded(kNotRead, [&] { return bytesUnder(m_connection, scan.hash); })
        .and_then([&](std::optional<QByteArray> bytes) -> base::Result<QByteArray> {
            if (bytes && bytes->size() == scan.size && fitsHash(*bytes, scan.hash)) {
                return std::move(*bytes);
            }
            return base::fail(base::ErrorCode::Damaged, wording(kNotRead),
                              bytes ? Words::tr("its bytes are damaged: they do not fit their hash")
                                    : Words::tr("its bytes are missing or cannot be read"),
                              Words::tr("add the same paper again, or take it from the latest backup"));
        });
}

} // namespace kairos::storage
