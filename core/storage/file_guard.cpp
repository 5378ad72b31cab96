// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/file_guard.h"

#include "core/storage/words.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

namespace kairos::storage {

using base::ErrorCode;

bool isNetworkFileSystem(const QByteArray& type) {
    static const QList<QByteArray> kShared = {"nfs",        "nfs4",   "cifs", "smb",   "smb2",  "smb3",
                                              "smbfs",      "afpfs",  "afs",  "ncpfs", "9p",    "davfs",
                                              "fuse.sshfs", "webdav", "ceph", "gfs2",  "ocfs2", "lustre"};
    return kShared.contains(type.toLower());
}

base::Outcome checkFolder(const QString& practicePath, const QString& what) {
    const QFileInfo folder(QFileInfo(practicePath).absolutePath());
    if (!folder.isDir()) {
        return base::fail(ErrorCode::NotFound, what,
                          Words::tr("the folder %1 does not exist").arg(folder.filePath()),
                          Words::tr("make the folder first, or choose another"));
    }
    if (!folder.isWritable()) {
        return base::fail(ErrorCode::Storage, what,
                          Words::tr("the folder %1 is read-only").arg(folder.filePath()),
                          Words::tr("choose a folder of your own on this PC"));
    }
    const QStorageInfo storage(folder.filePath());
    if (isNetworkFileSystem(storage.fileSystemType())) {
        return base::fail(ErrorCode::Refused, what,
                          Words::tr("the folder %1 lies on a network share").arg(folder.filePath()),
                          Words::tr("keep the practice on this PC's own disk, and back it up to the share"));
    }
    return {};
}

base::Result<std::unique_ptr<QLockFile>> lockPractice(const QString& practicePath) {
    const QString path = practicePath + QStringLiteral(".lock");
    auto lock = std::make_unique<QLockFile>(path);
    lock->setStaleLockTime(0);
    if (lock->tryLock(0)) {
        return lock;
    }
    const auto what = Words::tr("The practice was not opened");
    if (lock->error() != QLockFile::LockFailedError) {
        return base::fail(ErrorCode::Storage, what, Words::tr("its lock file cannot be written"),
                          Words::tr("check the rights of the folder"));
    }
    qint64 process = 0;
    QString host;
    QString program;
    lock->getLockInfo(&process, &host, &program);
    const QFileInfo info(path);
    return base::fail(ErrorCode::Refused, what,
                      Words::tr("another Kairos has it open (%1 on %2, user %3, process %4, since %5)")
                          .arg(program, host, info.owner(), QString::number(process),
                               QLocale().toString(info.lastModified(), QLocale::ShortFormat)),
                      Words::tr("close it there first"));
}

} // namespace kairos::storage
