// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/meta.h"

namespace kairos::storage {

QByteArray metaOf(Connection& connection, const QString& name) {
    auto& query = connection.statement("SELECT value FROM meta WHERE name = ?");
    query.bind(1, name);
    const QByteArray value = query.step() ? query.bytes(0).toByteArray() : QByteArray();
    query.reset();
    return value;
}

} // namespace kairos::storage
