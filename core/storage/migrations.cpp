// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrations.h"

#include "core/storage/transaction.h"

#include <QDir>
#include <QFile>

namespace kairos::storage {

QByteArray schemaScript(int version) {
    const QDir folder(QStringLiteral(":/kairos/schema"));
    const auto prefix = QStringLiteral("%1_*.sql").arg(version, 4, 10, QLatin1Char('0'));
    const auto names = folder.entryList({prefix});
    if (names.size() != 1) {
        return {};
    }
    QFile file(folder.filePath(names.first()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

MigrationOutcome migrate(Connection& connection) {
    const auto found = static_cast<int>(connection.integer("PRAGMA user_version"));
    const bool isEmpty = connection.integer("SELECT count(*) FROM sqlite_master") == 0;
    if (!isEmpty && connection.integer("PRAGMA application_id") != kApplicationId) {
        return MigrationOutcome::Foreign;
    }
    if (found > kSchemaVersion) {
        return MigrationOutcome::Newer;
    }
    for (int version = found + 1; version <= kSchemaVersion; ++version) {
        const QByteArray sql = schemaScript(version);
        if (sql.isEmpty()) {
            return MigrationOutcome::MissingScript;
        }
        Transaction transaction(connection);
        connection.execute(sql.constData());
        connection.execute("PRAGMA application_id = " + QByteArray::number(kApplicationId));
        connection.execute("PRAGMA user_version = " + QByteArray::number(version));
        transaction.commit();
    }
    if (found == kSchemaVersion) {
        return MigrationOutcome::Current;
    }
    return isEmpty ? MigrationOutcome::Created : MigrationOutcome::Upgraded;
}

} // namespace kairos::storage
