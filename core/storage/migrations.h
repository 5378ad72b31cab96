// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"

#include <QByteArray>

namespace kairos::storage {

/// The schema this program writes.
inline constexpr int kSchemaVersion = 13;
/// The version that brought the search index; its script makes the index anew too.
inline constexpr int kSearchSchema = 8;
/// The version that brought the wall around private notes.
inline constexpr int kPrivateSchema = 9;
/// Marks a SQLite file as a Kairos practice: "KAIR".
inline constexpr int kApplicationId = 0x4B414952;

enum class MigrationOutcome {
    Created,      ///< an empty file was given the schema
    Current,      ///< nothing to do
    Upgraded,     ///< numbered migrations ran
    Newer,        ///< made by a newer Kairos: nothing was touched
    Foreign,      ///< a database, but not a Kairos practice
    MissingScript ///< this program lacks a migration: a broken build
};

/// Brings the file to kSchemaVersion, each migration in a transaction of its own. Throws SqlError.
[[nodiscard]] MigrationOutcome migrate(Connection& connection);

/// The script of one schema version, e.g. 0001_practice.sql; empty when this program lacks it.
[[nodiscard]] QByteArray schemaScript(int version);

} // namespace kairos::storage
