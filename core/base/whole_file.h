// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace kairos::base {

/// What is said of a file that was not written.
struct NotWritten {
    QString what;   ///< "The PDF was not written"
    QString remedy; ///< "choose another folder, or make room on the disk"
};

/// Writes the file whole or not at all: what stood there stays until all of it is on the disk. The folder
/// must be there. Storage, with the words given and the reason between them: the folder cannot be written to,
/// the disk is full, or what has that name is a folder or a device.
[[nodiscard]] Outcome writeWhole(const QString& path, const QByteArray& bytes, const NotWritten& words);

} // namespace kairos::base
