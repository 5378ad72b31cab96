// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memory_folder.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace kairos::support {

void keepFilesInMemory() {
    constexpr qint64 kEnough = qint64{1} << 30;
    const QString folder = QStringLiteral("/dev/shm");
    if (!qEnvironmentVariableIsSet("TMPDIR") && QFileInfo(folder).isWritable() &&
        QStorageInfo(folder).bytesAvailable() >= kEnough) {
        qputenv("TMPDIR", folder.toUtf8());
    }
}

} // namespace kairos::support
