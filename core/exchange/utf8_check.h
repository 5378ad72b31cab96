// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QString>

namespace kairos::exchange {

/// The text of a file in UTF-8, with or without a byte order mark. InvalidInput, naming the line of the first
/// bad byte: another encoding, or a NUL byte, which no text file holds. `what` says what was not done.
[[nodiscard]] base::Result<QString> textOfFile(QByteArrayView bytes, const QString& what);

} // namespace kairos::exchange
