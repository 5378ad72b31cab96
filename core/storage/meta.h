// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"

#include <QByteArray>
#include <QString>

namespace kairos::storage {

/// What the file says of itself under this name, e.g. "practice"; empty where it says nothing. Throws
/// SqlError.
[[nodiscard]] QByteArray metaOf(Connection& connection, const QString& name);

} // namespace kairos::storage
