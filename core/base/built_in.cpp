// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/built_in.h"

#include "core/base/check.h"

#include <QFile>

namespace kairos::base {

QByteArray builtInFile(const QString& path) {
    QFile file(QStringLiteral(":/kairos/") + path);
    KAIROS_CHECK(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace kairos::base
