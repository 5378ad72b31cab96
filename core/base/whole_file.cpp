// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whole_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace kairos::base {
namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Words", text);
}

} // namespace

Outcome writeWhole(const QString& path, const QByteArray& bytes, const NotWritten& words) {
    // A device or a folder of that name would be replaced by the file.
    if (const QFileInfo there(path); there.exists() && !there.isFile()) {
        return fail(ErrorCode::Storage, words.what,
                    say(QT_TRANSLATE_NOOP("Words", "what is there is no file")), words.remedy);
    }
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
                         : say(QT_TRANSLATE_NOOP("Words", "not all of it could be put on the disk")),
                words.remedy);
}

} // namespace kairos::base
