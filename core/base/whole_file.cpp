// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whole_file.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace kairos::base {

Outcome writeWhole(const QString& path, const QByteArray& bytes, const NotWritten& words) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return fail(ErrorCode::Storage, words.what, file.errorString(), words.remedy);
    }
    if (file.write(bytes) == bytes.size() && file.commit()) {
        return {};
    }
    // Of a full disk the system says "unknown error".
    const bool isRename = file.error() == QFileDevice::RenameError;
    return fail(ErrorCode::Storage, words.what,
                isRename ? file.errorString()
                         : QCoreApplication::translate("Words", "not all of it could be put on the disk"),
                words.remedy);
}

} // namespace kairos::base
